package org.closecall.sample;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;

/** The files of a story: a log with the times of its minutes, or a graph as monitoring draws it, without words since a server may have no fonts. */
final class Drawing {

    private static final int WIDTH = 640;
    private static final int HEIGHT = 240;
    private static final int MARGIN = 16;
    private static final Pattern MINUTE = Pattern.compile("(?m)^@(-?\\d+(?:\\.\\d+)?) ");

    private Drawing() {
    }

    static String name(Story.Exhibit exhibit) {
        return exhibit.points() == null || exhibit.caption() == null ? exhibit.name() : exhibit.caption() + ".png";
    }

    static byte[] content(Story.Exhibit exhibit, Course course) {
        return exhibit.points() == null ? log(exhibit, course).getBytes(StandardCharsets.UTF_8) : graph(exhibit.points());
    }

    /** Lines of one minute come a few seconds after each other. */
    private static String log(Story.Exhibit exhibit, Course course) {
        var chance = Chance.of("log " + exhibit.name() + exhibit.log().length());
        var seconds = new double[] {0};
        return MINUTE.matcher(exhibit.log()).replaceAll(read -> {
            seconds[0] = (seconds[0] + chance.between(0.4, 9)) % 60;
            var at = course.start().truncatedTo(ChronoUnit.MINUTES).plusMillis((long) (60_000 * Double.parseDouble(read.group(1)) + 1000 * seconds[0]));
            return at.truncatedTo(ChronoUnit.MILLIS) + " ";
        });
    }

    private static byte[] graph(List<Double> points) {
        var image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        var pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, WIDTH, HEIGHT);
        grid(pen);
        line(pen, points);
        pen.dispose();
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
        return bytes.toByteArray();
    }

    private static void grid(Graphics2D pen) {
        pen.setColor(new Color(0xe3e6ea));
        for (var row = 0; row <= 4; row++) {
            var y = MARGIN + row * (HEIGHT - 2 * MARGIN) / 4;
            pen.drawLine(MARGIN, y, WIDTH - MARGIN, y);
        }
        for (var column = 0; column <= 8; column++) {
            var x = MARGIN + column * (WIDTH - 2 * MARGIN) / 8;
            pen.drawLine(x, MARGIN, x, HEIGHT - MARGIN);
        }
    }

    private static void line(Graphics2D pen, List<Double> points) {
        var most = Math.max(1e-9, points.stream().mapToDouble(point -> point).max().orElse(1)) * 1.08;
        var least = Math.min(0, points.stream().mapToDouble(point -> point).min().orElse(0));
        var path = new Path2D.Double();
        for (var i = 0; i < points.size(); i++) {
            var x = MARGIN + (WIDTH - 2.0 * MARGIN) * i / Math.max(1, points.size() - 1);
            var y = HEIGHT - MARGIN - (HEIGHT - 2.0 * MARGIN) * (points.get(i) - least) / (most - least);
            if (i == 0) {
                path.moveTo(x, y);
            } else {
                path.lineTo(x, y);
            }
        }
        var area = new Path2D.Double(path);
        area.lineTo(WIDTH - MARGIN, HEIGHT - MARGIN);
        area.lineTo(MARGIN, HEIGHT - MARGIN);
        area.closePath();
        pen.setColor(new Color(0x282f6f9f, true));
        pen.fill(area);
        pen.setColor(new Color(0x2f6f9f));
        pen.setStroke(new BasicStroke(2));
        pen.draw(path);
    }
}
