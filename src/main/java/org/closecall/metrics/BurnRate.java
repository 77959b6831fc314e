package org.closecall.metrics;

import java.math.BigDecimal;

/**
 * How fast a budget is being spent: 1 spends it exactly at the end of the window, 10 in a tenth of it.
 *
 * <p>Source: Google, The Site Reliability Workbook, chapter 5, table 5-4.
 *
 * @param errorRatio bad events of all events; null without any
 * @param rate error ratio ÷ (1 − objective); null without events, and for an objective of 100 %, which has no budget
 */
public record BurnRate(Status status, Double errorRatio, Double rate) {

    public enum Status {
        KNOWN,
        /** No events: neither good nor bad. */
        NO_DATA,
        /** The objective is 100 %. */
        NO_BUDGET
    }

    /** From counts of events; refuses more good ones than there are. */
    public static BurnRate of(BigDecimal objective, double good, double total) {
        if (good < 0 || good > total) {
            throw new IllegalArgumentException(good + " good of " + total);
        }
        var allowed = ErrorBudget.fraction(objective);
        if (total == 0) {
            return new BurnRate(Status.NO_DATA, null, null);
        }
        var ratio = (total - good) / total;
        return allowed == 0 ? new BurnRate(Status.NO_BUDGET, ratio, null) : new BurnRate(Status.KNOWN, ratio, ratio / allowed);
    }

    /** The error ratio that burns at a rate: rate × (1 − objective). */
    public static double errorRatio(BigDecimal objective, double rate) {
        return rate * ErrorBudget.fraction(objective);
    }

    /** How long a whole budget lasts at a rate, in the unit of the period; null when nothing burns. */
    public static Double timeToExhaustion(double period, double rate) {
        return rate <= 0 ? null : period / rate;
    }

    /** Fewer than 1 ÷ (1 − objective) events: a single bad one breaks the objective. Not said of none, nor of 100 %. */
    public static boolean tooLittleTraffic(BigDecimal objective, double total) {
        var allowed = ErrorBudget.fraction(objective);
        return total > 0 && allowed > 0 && total * allowed < 1;
    }
}
