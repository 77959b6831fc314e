package org.closecall.metrics;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;

/**
 * One pair of windows over which a burn rate is watched. The long one says that it matters, the short one, a twelfth,
 * that it still goes on; the alert fires when both exceed the threshold.
 *
 * <p>Source: Google, The Site Reliability Workbook, chapter 5, "Multiwindow, multi-burn-rate alerts".
 *
 * @param budgetShare how much of the budget the long window may spend, 0 to 1
 */
public record BurnAlert(Urgency urgency, double budgetShare, Duration longWindow, Duration shortWindow) {

    public enum Urgency { PAGE, TICKET }

    /** For 30 days these are rates of 14.4, 6, 3 and 1. */
    public static final List<BurnAlert> TABLE = List.of(
            new BurnAlert(Urgency.PAGE, 0.02, Duration.ofHours(1), Duration.ofMinutes(5)),
            new BurnAlert(Urgency.PAGE, 0.05, Duration.ofHours(6), Duration.ofMinutes(30)),
            new BurnAlert(Urgency.TICKET, 0.1, Duration.ofDays(1), Duration.ofHours(2)),
            new BurnAlert(Urgency.TICKET, 0.1, Duration.ofDays(3), Duration.ofHours(6)));

    /** The rate that spends this share of a period's budget within the long window. */
    public double threshold(Duration period) {
        return threshold(budgetShare, period, longWindow);
    }

    /** Share of the budget × period ÷ window. */
    public static double threshold(double budgetShare, Duration period, Duration window) {
        return budgetShare * seconds(period) / seconds(window);
    }

    /** Both rates exceed it; one that is null, for want of events, does not. */
    public static boolean fires(Double longRate, Double shortRate, double threshold) {
        return longRate != null && shortRate != null && longRate > threshold && shortRate > threshold;
    }

    /** Whether anything can fire it: when everything fails the rate is 1 ÷ (1 − objective), and it must exceed the threshold. */
    public boolean possible(BigDecimal objective, Duration period) {
        var allowed = ErrorBudget.fraction(objective);
        return allowed > 0 && threshold(period) * allowed < 1;
    }

    /**
     * Seconds from the first error until the window's rate reaches the threshold: (1 − objective) ÷ error ratio ×
     * window × threshold. Null when that is longer than the window: then it never does.
     *
     * @param errorRatio from then on, above 0 and at most 1
     */
    public static Double detectionSeconds(BigDecimal objective, double errorRatio, Duration window, double threshold) {
        var after = ErrorBudget.fraction(objective) / errorRatio * seconds(window) * threshold;
        return after > seconds(window) ? null : after;
    }

    /** Share of a period's budget that is gone when a window reaches the threshold: threshold × window ÷ period. */
    public static double budgetAtDetection(double threshold, Duration window, Duration period) {
        return threshold * seconds(window) / seconds(period);
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}
