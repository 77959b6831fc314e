package org.closecall.postmortem;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** Texts as they are kept, and the stamp by which a form says which version of one it showed. */
public final class Texts {

    private static final int STAMP_BYTES = 12;
    /** More characters than that are much to lose of any text. */
    private static final int MUCH = 200;
    /** Fewer are typed again at once, even if they were half of a text. */
    private static final int LITTLE = 40;

    private static final Pattern QUESTION = Pattern.compile("\\*\\*[^*]+\\?\\*\\*");

    private Texts() {
    }

    /** Line ends as the browser sends them and characters that PostgreSQL does not store are gone; blank is empty. */
    public static String clean(String typed) {
        return typed == null || typed.isBlank() ? "" : typed.replace("\r\n", "\n").replace("\0", "").stripTrailing();
    }

    static String line(String typed) {
        return clean(typed).strip().replaceAll("\\s+", " ");
    }

    /** Whether it says anything: questions that were put into it and wait for an answer do not. */
    static boolean says(String text) {
        return text.lines().anyMatch(line -> !line.isBlank() && !QUESTION.matcher(line.strip()).matches());
    }

    /** Whether much of the one text is gone in the next. What stands between their common beginning and end counts as gone. */
    static boolean loses(String text, String next) {
        var most = Math.min(text.length(), next.length());
        var same = 0;
        while (same < most && text.charAt(same) == next.charAt(same)) {
            same++;
        }
        var end = 0;
        while (same + end < most && text.charAt(text.length() - 1 - end) == next.charAt(next.length() - 1 - end)) {
            end++;
        }
        var gone = text.length() - same - end;
        return gone > MUCH || gone > LITTLE && 2 * gone > text.length() || next.isBlank() && !text.isBlank();
    }

    static String orNull(String text) {
        return text == null || text.isEmpty() ? null : text;
    }

    public static String orEmpty(String text) {
        return text == null ? "" : text;
    }

    public static String stamp(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, STAMP_BYTES);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
