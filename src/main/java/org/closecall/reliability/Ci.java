package org.closecall.reliability;

import io.quarkus.qute.TemplateData;
import java.util.Locale;

/**
 * An interval drawn on a scale, positions in per cent of its width.
 *
 * @param at the point; null: there is none
 * @param scale what the ends of the scale stand for
 */
@TemplateData
public record Ci(String from, String to, String at, String scale) {

    /** Shares on 0 to 100 %; null where they are too few for a percentage. */
    static Ci of(Share share) {
        return share.share() == null ? null
                : new Ci(percent(share.lower()), percent(share.upper()), percent(share.share()), "Scale: 0 to 100 %");
    }

    /** Hours on a logarithmic scale from a day to a hundred; null without an interval. */
    static Ci hours(Double lower, Double upper, Double point) {
        return lower == null ? null : logarithmic(lower / 24, upper == null ? null : upper / 24, point == null ? null : point / 24, 100, "days");
    }

    /** Minutes on a logarithmic scale from one to a thousand; null without an interval. */
    static Ci minutes(Double lower, Double upper, Double point) {
        return lower == null || point == null ? null : logarithmic(lower, upper, point, 1000, "min");
    }

    /** From one to most, longer by powers of ten where the interval does not fit; without an upper bound it runs on to the end. */
    private static Ci logarithmic(double lower, Double upper, Double point, double most, String unit) {
        var first = Math.min(0, Math.max(-6, Math.floor(Math.log10(lower))));
        var last = Math.max(Math.log10(most), Math.ceil(Math.log10(upper == null ? lower : upper)));
        var width = last - first;
        return new Ci(percent((Math.log10(lower) - first) / width), upper == null ? "100%" : percent((Math.log10(upper) - first) / width),
                point == null ? null : percent((Math.log10(point) - first) / width),
                "Logarithmic scale: %s to %s %s".formatted(power(first), power(last), unit));
    }

    private static String power(double exponent) {
        return String.format(Locale.ENGLISH, exponent < 0 ? "%s" : "%.0f", Math.pow(10, exponent));
    }

    private static String percent(double share) {
        return String.format(Locale.ENGLISH, "%.1f%%", 100 * Math.max(0, Math.min(1, share)));
    }
}
