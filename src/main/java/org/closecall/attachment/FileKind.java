package org.closecall.attachment;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** What may be attached, told by what is in a file and never by what it is called. */
public enum FileKind {
    PNG("image/png", FileKind::png, "png"),
    JPEG("image/jpeg", content -> begins(content, 0, 0xff, 0xd8, 0xff), "jpg", "jpeg"),
    GIF("image/gif", content -> content.length > 13 && (begins(content, 0, "GIF87a") || begins(content, 0, "GIF89a")), "gif"),
    WEBP("image/webp", content -> begins(content, 0, "RIFF") && begins(content, 8, "WEBPVP8"), "webp"),
    PDF("application/pdf", content -> begins(content, 0, "%PDF-"), "pdf"),
    TEXT("text/plain;charset=UTF-8", FileKind::text, "txt", "csv", "tsv", "log", "md", "json", "yaml", "yml", "conf", "ini", "sql", "diff", "patch");

    /** What a browser takes for a page, and the pages that are images. */
    private static final Pattern PAGE = Pattern.compile("^[\\s\\ufeff]*<(!--|!doctype|\\?xml|(html|head|script|iframe|h1|div|font|table|a|style|title|b|body|br|p|svg|math|img|object|embed|link|meta)[\\s/>])", Pattern.CASE_INSENSITIVE);
    private static final int SNIFFED = 2_048;
    /** Colours of a console's log stay. */
    private static final String CONTROLS = "\t\n\r\f\u001b\b";

    public final String contentType;
    /** The first one is given to a file that has none of them. */
    final List<String> endings;
    private final Predicate<byte[]> is;

    FileKind(String contentType, Predicate<byte[]> is, String... endings) {
        this.contentType = contentType;
        this.is = is;
        this.endings = List.of(endings);
    }

    /** Null for what may not be attached. */
    static FileKind of(byte[] content) {
        return Arrays.stream(values()).filter(kind -> kind.is.test(content)).findFirst().orElse(null);
    }

    /** Whether it would be a page, which may carry scripts. */
    static boolean page(byte[] content) {
        return PAGE.matcher(new String(content, 0, Math.min(content.length, SNIFFED), StandardCharsets.UTF_8)).find();
    }

    public boolean image() {
        return contentType.startsWith("image/");
    }

    /** Shown in the browser; everything else is saved. */
    boolean shown() {
        return this != TEXT;
    }

    private static boolean png(byte[] content) {
        return begins(content, 0, 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n') && begins(content, 8, 0, 0, 0, 13, 'I', 'H', 'D', 'R');
    }

    private static boolean text(byte[] content) {
        try {
            var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content));
            return text.chars().noneMatch(sign -> (sign < ' ' || sign == 0x7f) && CONTROLS.indexOf(sign) < 0) && !page(content);
        } catch (CharacterCodingException notText) {
            return false;
        }
    }

    private static boolean begins(byte[] content, int at, String with) {
        return begins(content, at, with.chars().toArray());
    }

    private static boolean begins(byte[] content, int at, int... with) {
        for (var i = 0; i < with.length; i++) {
            if (content.length <= at + i || (content[at + i] & 0xff) != with[i]) {
                return false;
            }
        }
        return true;
    }
}
