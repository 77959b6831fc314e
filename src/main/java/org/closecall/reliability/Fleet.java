package org.closecall.reliability;

import java.util.List;
import java.util.Locale;
import org.closecall.metrics.PoissonProcess;

/**
 * The services a scope's incidents fall on, month by month. Where there are many more at the end than at the beginning,
 * the count alone goes another way than each service does.
 *
 * @param services how many there were in each whole month shown
 * @param triggers in each
 */
record Fleet(List<Double> services, List<Long> triggers) {

    /** A tenth more or fewer. */
    private static final double MUCH = 1.1;

    /** Whether it became so much larger, or smaller, that counts mislead. */
    boolean changed() {
        return whole() && (last() > first() * MUCH || first() > last() * MUCH);
    }

    private boolean whole() {
        return services.size() > 1 && first() > 0 && last() > 0 && Math.max(first(), last()) >= 2;
    }

    private double first() {
        return services.get(0);
    }

    private double last() {
        return services.get(services.size() - 1);
    }

    /** Services grew from 20.3 to 35 */
    String words() {
        return "Services " + (last() > first() ? "grew" : "shrank") + " from " + number(first()) + " to " + number(last());
    }

    /** Why count and rate may differ, with the rate that compares. */
    String sentence() {
        var months = services.stream().mapToDouble(Double::doubleValue).sum();
        var count = triggers.stream().mapToLong(Long::longValue).sum();
        var rate = PoissonProcess.rate(count, months, Figures.CONFIDENCE);
        return words() + " over the whole months shown, so the count can " + (last() > first() ? "rise while each service has fewer" : "fall while each service has more") + " incidents. Per service in service, which the chart shows: "
                + rate(rate.value()) + " triggers a month (95 %: " + rate(rate.interval().lower()) + " – " + rate(rate.interval().upper()) + "), from " + Units.count(count, "trigger", "triggers") + " in "
                + Math.round(months) + " months of one service. Verdicts on the trend are about the count.";
    }

    private static String number(double value) {
        return String.format(Locale.ENGLISH, value == Math.rint(value) ? "%.0f" : "%.1f", value);
    }

    private static String rate(Double value) {
        return value == null ? "no" : String.format(Locale.ENGLISH, value >= 10 ? "%.0f" : "%.2f", value);
    }
}
