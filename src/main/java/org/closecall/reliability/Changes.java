package org.closecall.reliability;

import java.util.Locale;
import org.closecall.metrics.Interval;

/** Intervals of ratios and differences in words, the uncertain side named first. */
final class Changes {

    private static final String NBSP = Units.NBSP;

    private Changes() {
    }

    /** 60 % fewer, as many, 30 % more, 3.5 times as many. */
    static String ratio(double ratio) {
        if (ratio >= 2) {
            return String.format(Locale.ENGLISH, ratio >= 10 ? "%.0f times as many" : "%.1f times as many", ratio);
        }
        var percent = Math.round(100 * Math.abs(ratio - 1));
        return percent == 0 ? "as many" : percent + NBSP + (ratio < 1 ? "% fewer" : "% more");
    }

    /** between 95 % fewer and 3.5 times as many; null without any bound. */
    static String ratios(Interval bounds) {
        if (bounds.isNone()) {
            return null;
        }
        if (bounds.upper() == null) {
            return bounds.lower() == 0 ? null : "at least " + ratio(bounds.lower());
        }
        if (bounds.lower() == 0) {
            return bounds.upper() < 1 ? "at least " + ratio(bounds.upper()) : "anything up to " + ratio(bounds.upper());
        }
        return between(ratio(bounds.lower()), ratio(bounds.upper()));
    }

    /** between 60 min shorter and 12 min longer; null without any bound. */
    static String shifts(Interval bounds) {
        return bounds.isNone() ? null : between(shift(bounds.lower()), shift(bounds.upper()));
    }

    /** Where rounding leaves no difference one is said once. */
    private static String between(String lower, String upper) {
        return lower.equals(upper) ? upper : "between " + lower + " and " + upper;
    }

    static String shift(double minutes) {
        return Math.abs(minutes) < 1 / 60.0 ? "as long" : Units.minutes(Math.abs(minutes)) + (minutes < 0 ? " shorter" : " longer");
    }

    /** ending between 0.8 and 2.3 times as fast; null without any bound. */
    static String paces(Interval bounds) {
        return bounds.isNone() ? null : "ending between %s and %s times as fast".formatted(times(bounds.lower()), times(bounds.upper()));
    }

    private static String times(double ratio) {
        return String.format(Locale.ENGLISH, ratio >= 10 ? "%.0f" : "%.1f", ratio);
    }

    /** between 12 points less and 30 points more; null without any bound. */
    static String points(Interval bounds) {
        return bounds.isNone() ? null : between(point(bounds.lower()), point(bounds.upper()));
    }

    static String point(double difference) {
        var points = Math.round(100 * Math.abs(difference));
        return points == 0 ? "as much" : points + NBSP + (points == 1 ? "point" : "points") + (difference < 0 ? " less" : " more");
    }

    /** 0.048, below 0.001; an en dash without one. */
    static String p(Double p) {
        if (p == null) {
            return "–";
        }
        return p < 0.001 ? "below 0.001" : String.format(Locale.ENGLISH, p < 0.1 ? "%.3f" : "%.2f", p);
    }
}
