package org.closecall.defence;

import io.quarkus.qute.TemplateData;
import java.util.Locale;

/** One shape of the picture: a path, or a letter at a place when path is null. */
@TemplateData
public record Mark(String style, String path, String x, String y, String letter) {

    static Mark path(String style, String path) {
        return new Mark(style, path, null, null, null);
    }

    static Mark letter(String style, double x, double y, String letter) {
        return new Mark(style, null, number(x), number(y), letter);
    }

    static String ellipse(double x, double y, double width, double height) {
        return "M%s %sa%s %s 0 1 0 %s 0a%s %s 0 1 0 -%s 0Z".formatted(number(x - width), number(y), number(width), number(height),
                number(2 * width), number(width), number(height), number(2 * width));
    }

    static String tick(double x, double y, double scale) {
        return "M%s %sl%s %s %s -%s".formatted(number(x - 6 * scale), number(y), number(4 * scale), number(5 * scale), number(8 * scale), number(10 * scale));
    }

    /** Sets out level and arrives level. */
    static String curve(double fromX, double fromY, double toX, double toY) {
        var middle = number((fromX + toX) / 2);
        return "M%s %sC%s %s %s %s %s %s".formatted(number(fromX), number(fromY), middle, number(fromY), middle, number(toY), number(toX), number(toY));
    }

    static String number(double value) {
        return value == Math.rint(value) ? String.valueOf((long) value) : String.format(Locale.ROOT, "%.1f", value);
    }
}
