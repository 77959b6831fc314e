package org.closecall.reliability;

import java.time.Duration;
import java.util.Locale;
import org.closecall.web.Formats;

/** How hours, minutes and shares are written: no more digits than they deserve. */
final class Units {

    static final String NBSP = "\u00a0";
    private static final String DASH = " – ";
    private static final double HOURS_A_DAY = 24;
    private static final double HOURS_A_YEAR = 24 * 365.25;

    private enum Unit {
        YEARS(HOURS_A_YEAR), DAYS(HOURS_A_DAY), HOURS(1), MINUTES(1 / 60.0), SECONDS(1 / 3600.0);

        private final double hours;

        Unit(double hours) {
            this.hours = hours;
        }

        private String word() {
            return this == MINUTES ? "min" : this == SECONDS ? "s" : name().toLowerCase();
        }
    }

    private Units() {
    }

    /** In the largest unit of which there are two or more: 7.6 days, 31 days, 3.4 years. */
    static String span(double hours) {
        return number(hours / unit(hours).hours) + NBSP + unit(hours).word();
    }

    /** The same without decimals, for what a single event says. */
    static String roughly(double hours) {
        return Math.round(hours / unit(hours).hours) + NBSP + unit(hours).word();
    }

    /** 5.7 – 10.3 days, 16 days – 10 years, at least 10 days; null without bounds. */
    static String spans(Double lower, Double upper) {
        if (lower == null || upper == null) {
            return lower == null ? upper == null ? null : "at most " + span(upper) : "at least " + span(lower);
        }
        return unit(lower) == unit(upper) ? number(lower / unit(lower).hours) + DASH + span(upper) : span(lower) + DASH + span(upper);
    }

    static String minutes(double minutes) {
        return Formats.human(Duration.ofMillis(Math.round(minutes * 60_000)));
    }

    static String minutes(Double lower, Double upper) {
        if (lower == null || upper == null) {
            return lower == null ? upper == null ? null : "at most " + minutes(upper.doubleValue()) : "at least " + minutes(lower.doubleValue());
        }
        return minutes(lower.doubleValue()) + DASH + minutes(upper.doubleValue());
    }

    static String percent(double share) {
        return Math.round(share * 100) + NBSP + "%";
    }

    /** 45 – 73 %; of all or none only one side says something. */
    static String percents(Share share) {
        if (share.count() == share.of()) {
            return "at least " + percent(share.lower());
        }
        return share.count() == 0 ? "at most " + percent(share.upper()) : percents(share.lower(), share.upper());
    }

    static String percents(double lower, double upper) {
        return Math.round(lower * 100) + DASH + percent(upper);
    }

    /** 1 incident, 1,028 incidents, no incidents. */
    static String count(long count, String one, String many) {
        return count == 0 ? "no " + many : Formats.grouped(count) + NBSP + (count == 1 ? one : many);
    }

    private static Unit unit(double hours) {
        for (var unit : Unit.values()) {
            if (hours / unit.hours >= 2) {
                return unit;
            }
        }
        return Unit.SECONDS;
    }

    /** One decimal below ten, unless it is a whole number. */
    private static String number(double value) {
        return value >= 10 || value == Math.rint(value) ? String.valueOf(Math.round(value)) : String.format(Locale.ENGLISH, "%.1f", value);
    }
}
