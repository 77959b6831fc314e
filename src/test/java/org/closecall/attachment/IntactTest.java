package org.closecall.attachment;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class IntactTest {

    static final byte[] PNG = Base64.getDecoder().decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");
    private static final byte[] WEBP = Base64.getDecoder().decode("UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA");

    private static final Map<FileKind, byte[]> PICTURES = Map.of(FileKind.PNG, written("png"), FileKind.JPEG, written("jpg"), FileKind.GIF, written("gif"), FileKind.WEBP, WEBP);

    @Test
    void whatIsAllThereIsKeptAndWhatFollowsItDoesNotMatter() {
        PICTURES.forEach((kind, whole) -> {
            assertNull(problem(whole), kind.name());
            assertNull(problem(Arrays.copyOf(whole, whole.length + 3)), kind.name());
        });
        assertNull(problem(PNG));
        assertTrue(Intact.is("text".getBytes(StandardCharsets.UTF_8), FileKind.TEXT));
    }

    @Test
    void whatIsCutOffAnywhereIsRefused() {
        PICTURES.forEach((kind, whole) -> {
            for (var length = 1; length < whole.length; length += 1 + whole.length / 400) {
                assertFalse(Intact.is(Arrays.copyOf(whole, length), kind), kind + " " + length);
            }
            assertNotNull(problem(Arrays.copyOf(whole, whole.length - 1)), kind.name());
            assertNotNull(problem(Arrays.copyOf(whole, Math.min(60, whole.length - 2))), kind.name());
        });
    }

    @Test
    void aChangedByteOfAPngIsSeenAndNoRubbishDoesHarm() {
        var changed = PNG.clone();
        changed[45]++;
        assertFalse(Intact.is(changed, FileKind.PNG));
        var random = new Random(5);
        PICTURES.forEach((kind, whole) -> {
            for (var i = 0; i < 2_000; i++) {
                var rubbish = whole.clone();
                for (var changes = 0; changes < 4; changes++) {
                    rubbish[random.nextInt(rubbish.length)] = (byte) random.nextInt();
                }
                Intact.is(rubbish, kind);
            }
        });
    }

    private static String problem(byte[] content) {
        return Picture.of("x", content).problem();
    }

    private static byte[] written(String format) {
        var image = new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB);
        var random = new Random(3);
        for (var i = 0; i < 1_200; i++) {
            image.setRGB(i % 40, i / 40, random.nextInt());
        }
        try (var out = new ByteArrayOutputStream()) {
            ImageIO.write(image, format, out);
            return out.toByteArray();
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
