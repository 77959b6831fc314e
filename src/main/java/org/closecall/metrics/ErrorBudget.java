package org.closecall.metrics;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * What a service level objective allows to be bad in one window, and how much of it is gone. The budget is always the
 * whole window's, however much of it has passed; only the burn rate asks how much that is.
 *
 * <p>Source: Google, The Site Reliability Workbook, chapter 5; the objective's fraction and the window make the budget
 * (99.9 % of 30 days: 43.2 minutes; "43.8" is an average month).
 *
 * @param allowed bad minutes or requests that the whole window may have; 0 for an objective of 100 %
 * @param bad how many there were; with shares of users affected no whole number
 * @param observedShare how much of the window has been observed, 0 to 1
 */
public record ErrorBudget(double allowed, double bad, double observedShare) {

    /** 1 − objective, computed in decimals: in doubles 1 − 0.999 is not 0.001. */
    public static double fraction(BigDecimal objective) {
        if (objective.signum() <= 0 || objective.compareTo(BigDecimal.ONE) > 0) {
            throw new IllegalArgumentException("an objective is above 0 and at most 1, not " + objective);
        }
        return BigDecimal.ONE.subtract(objective).doubleValue();
    }

    /**
     * Of a time-based objective, everything in one unit, usually minutes.
     *
     * @param objective 0.999 for 99.9 %
     * @param period length of the whole window
     * @param observed how much of it has been observed, at most all of it
     */
    public static ErrorBudget ofTime(BigDecimal objective, double period, double observed, double bad) {
        return new ErrorBudget(fraction(objective) * period, bad, Math.min(1, observed / period));
    }

    /**
     * Of a request-based objective. What the whole window will have is not known before its end: the rest is taken to
     * bring as many requests as what was observed. Empty without requests or time observed: no data is not all good.
     */
    public static Optional<ErrorBudget> ofRequests(BigDecimal objective, double bad, double total, double observedShare) {
        return total <= 0 || observedShare <= 0 ? Optional.empty()
                : Optional.of(new ErrorBudget(fraction(objective) * total / observedShare, bad, observedShare));
    }

    /** Share of the budget that is gone, above 1 when overspent; null when there is none. */
    public Double consumed() {
        return allowed == 0 ? null : bad / allowed;
    }

    /** What is left in its unit, negative when overspent; null when there is no budget. */
    public Double remaining() {
        return allowed == 0 ? null : allowed - bad;
    }

    /** Nothing is left; never without a budget. */
    public boolean exhausted() {
        return allowed > 0 && bad >= allowed;
    }

    /** How many times faster than evenly it was spent over the time observed; null without budget or observation. */
    public Double burnRate() {
        return allowed == 0 || observedShare == 0 ? null : consumed() / observedShare;
    }

    /** When it is spent at this rate, in windows from the beginning of this one; null when it never is. */
    public Double exhaustedAfter() {
        return burnRate() == null || burnRate() == 0 ? null : 1 / burnRate();
    }

    /** How long what is left lasts at this rate, in windows from now; 0 when nothing is, null when it never ends. */
    public Double lasts() {
        return exhaustedAfter() == null ? null : Math.max(0, 1 - consumed()) * exhaustedAfter();
    }
}
