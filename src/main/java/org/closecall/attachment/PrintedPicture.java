package org.closecall.attachment;

import io.quarkus.hibernate.orm.panache.Panache;
import jakarta.ws.rs.NotFoundException;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;

/** A picture as paper takes it: no larger than is seen there, whatever it unfolds to, and of a kind that PDF knows. */
public final class PrintedPicture {

    private static final Set<FileKind> KNOWN = Set.of(FileKind.PNG, FileKind.JPEG, FileKind.GIF);
    /** 16 cm at 250 dots an inch. */
    private static final int LONGEST_SIDE = 1_600;

    private PrintedPicture() {
    }

    /** Null for what this person may not see, and for what cannot be printed. */
    public static byte[] of(long id, boolean member) {
        try {
            var file = Attachment.shown(id, member);
            return KNOWN.contains(file.kind) ? fitting(content(file.id), file.kind) : null;
        } catch (NotFoundException | IOException notThere) {
            return null;
        }
    }

    private static byte[] content(long id) {
        return (byte[]) Panache.getEntityManager().createNativeQuery("select content from attachment_content where attachment_id = :id", byte[].class).setParameter("id", id).getSingleResult();
    }

    private static byte[] fitting(byte[] content, FileKind kind) throws IOException {
        var pixels = Pixels.of(content, kind);
        if (pixels == null || pixels.count() > Picture.MOST_PIXELS) {
            return null;
        }
        var longest = Math.max(pixels.width(), pixels.height());
        return longest <= LONGEST_SIDE && kind != FileKind.GIF ? content : written(read(content, Math.max(1, longest / LONGEST_SIDE)), kind);
    }

    /** Every so many pixels only: the whole never is in memory. */
    private static BufferedImage read(byte[] content, int every) throws IOException {
        try (var in = ImageIO.createImageInputStream(new ByteArrayInputStream(content))) {
            ImageReader reader = ImageIO.getImageReaders(in).next();
            try {
                reader.setInput(in, true, true);
                var wanted = reader.getDefaultReadParam();
                wanted.setSourceSubsampling(every, every, 0, 0);
                return reader.read(0, wanted);
            } catch (RuntimeException damaged) {
                throw new IOException(damaged);
            } finally {
                reader.dispose();
            }
        }
    }

    private static byte[] written(BufferedImage image, FileKind kind) throws IOException {
        var out = new ByteArrayOutputStream();
        ImageIO.write(image, kind == FileKind.JPEG ? "jpeg" : "png", out);
        return out.toByteArray();
    }
}
