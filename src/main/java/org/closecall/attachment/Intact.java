package org.closecall.attachment;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.zip.CRC32;

/** Whether a picture is all there, from its first mark to the one that ends it. Nothing is unpacked: a small file may unfold to gigabytes. */
final class Intact {

    private static final int AFTER_PNG_MARK = 8;
    /** Length, type and check sum. */
    private static final int PNG_CHUNK = 12;
    private static final int RIFF_HEAD = 8;
    private static final int AFTER_WEBP_MARK = 12;
    private static final Set<String> WEBP_PICTURES = Set.of("VP8 ", "VP8L", "ANMF");
    private static final int AFTER_GIF_HEAD = 13;
    private static final int GIF_PICTURE = 10;

    private final byte[] content;

    private Intact(byte[] content) {
        this.content = content;
    }

    /** Of what is no picture, nothing is asked. */
    static boolean is(byte[] content, FileKind kind) {
        var file = new Intact(content);
        try {
            return switch (kind) {
                case PNG -> file.png();
                case JPEG -> file.jpeg();
                case GIF -> file.gif();
                case WEBP -> file.webp();
                default -> true;
            };
        } catch (IndexOutOfBoundsException cutOff) {
            return false;
        }
    }

    private boolean png() {
        var pixels = false;
        for (var at = AFTER_PNG_MARK; ;) {
            var length = big(at, 4);
            var type = text(at + 4);
            var sum = new CRC32();
            sum.update(content, at + 4, length + 4);
            if ((int) sum.getValue() != big(at + 8 + length, 4)) {
                return false;
            }
            if (type.equals("IEND")) {
                return pixels;
            }
            pixels |= type.equals("IDAT");
            at += length + PNG_CHUNK;
        }
    }

    /** What stands between two marks is skipped: a scan has no length. */
    private boolean jpeg() {
        var pixels = false;
        for (var at = 2; ;) {
            var mark = big(at, 1) == 0xff ? big(at + 1, 1) : 0xff;
            if (mark == 0xff) {
                at++;
            } else if (mark == 0xd9) {
                return pixels;
            } else if (mark <= 0x01 || mark >= 0xd0 && mark <= 0xd7) {
                at += 2;
            } else {
                pixels |= mark == 0xda;
                at += 2 + big(at + 2, 2);
            }
        }
    }

    private boolean gif() {
        var pixels = false;
        for (var at = AFTER_GIF_HEAD + palette(10); ;) {
            switch (big(at, 1)) {
                case ';' -> {
                    return pixels;
                }
                case '!' -> at = afterBlocks(at + 2);
                case ',' -> {
                    pixels = true;
                    at = afterBlocks(at + GIF_PICTURE + palette(at + 9) + 1);
                }
                default -> {
                    return false;
                }
            }
        }
    }

    private int palette(int flags) {
        return (big(flags, 1) & 0x80) == 0 ? 0 : 3 << (big(flags, 1) & 7) + 1;
    }

    private int afterBlocks(int from) {
        var at = from;
        while (big(at, 1) > 0) {
            at += big(at, 1) + 1;
        }
        return at + 1;
    }

    private boolean webp() {
        var end = RIFF_HEAD + little(4);
        var pixels = false;
        var at = AFTER_WEBP_MARK;
        while (at < end) {
            pixels |= WEBP_PICTURES.contains(text(at));
            var length = little(at + 4);
            at += RIFF_HEAD + length + length % 2;
        }
        // some leave out the byte that makes the last length even
        return pixels && at <= end + 1 && end <= content.length;
    }

    private String text(int at) {
        return new String(content, at, 4, StandardCharsets.ISO_8859_1);
    }

    private int big(int at, int length) {
        var value = 0;
        for (var i = 0; i < length; i++) {
            value = value << 8 | content[at + i] & 0xff;
        }
        return value;
    }

    /** Nothing that is kept has two gigabytes: such a length is as good as cut off. */
    private int little(int at) {
        var value = Integer.reverseBytes(big(at, 4));
        if (value < 0 || value > content.length) {
            throw new IndexOutOfBoundsException(value);
        }
        return value;
    }
}
