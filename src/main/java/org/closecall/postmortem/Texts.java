package org.closecall.postmortem;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Texts as they are kept, and the stamp by which a form says which version of one it showed. */
final class Texts {

    private static final int STAMP_BYTES = 12;

    private Texts() {
    }

    /** Line ends as the browser sends them and characters that PostgreSQL does not store are gone; blank is empty. */
    static String clean(String typed) {
        return typed == null || typed.isBlank() ? "" : typed.replace("\r\n", "\n").replace("\0", "").stripTrailing();
    }

    static String line(String typed) {
        return clean(typed).strip().replaceAll("\\s+", " ");
    }

    static String orNull(String text) {
        return text == null || text.isEmpty() ? null : text;
    }

    static String orEmpty(String text) {
        return text == null ? "" : text;
    }

    static String stamp(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, STAMP_BYTES);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
