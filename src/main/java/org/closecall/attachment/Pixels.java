package org.closecall.attachment;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;

/** How large a picture unfolds, from its first bytes alone. */
record Pixels(int width, int height) {

    private static final int LOWER_14 = 0x3fff;

    /** Null when they cannot be read. */
    static Pixels of(byte[] content, FileKind kind) {
        try {
            var pixels = kind == FileKind.WEBP ? webp(content) : read(content);
            return pixels == null || pixels.count() <= 0 ? null : pixels;
        } catch (IOException | RuntimeException damaged) {
            // the readers of damaged files throw anything
            return null;
        }
    }

    long count() {
        return (long) width * height;
    }

    @Override
    public String toString() {
        return width + " × " + height;
    }

    private static Pixels read(byte[] content) throws IOException {
        try (var in = ImageIO.createImageInputStream(new ByteArrayInputStream(content))) {
            var readers = ImageIO.getImageReaders(in);
            return readers.hasNext() ? read(readers.next(), in) : null;
        }
    }

    private static Pixels read(ImageReader reader, Object in) throws IOException {
        try {
            reader.setInput(in, true, true);
            return new Pixels(reader.getWidth(0), reader.getHeight(0));
        } finally {
            reader.dispose();
        }
    }

    /** Google's container: simple, lossless or extended. */
    private static Pixels webp(byte[] content) {
        return switch (content[15]) {
            case ' ' -> new Pixels(little(content, 26, 2) & LOWER_14, little(content, 28, 2) & LOWER_14);
            case 'L' -> new Pixels((little(content, 21, 4) & LOWER_14) + 1, (little(content, 21, 4) >>> 14 & LOWER_14) + 1);
            case 'X' -> new Pixels(little(content, 24, 3) + 1, little(content, 27, 3) + 1);
            default -> null;
        };
    }

    private static int little(byte[] content, int from, int length) {
        var value = 0;
        for (var i = length - 1; i >= 0; i--) {
            value = value << 8 | content[from + i] & 0xff;
        }
        return value;
    }
}
