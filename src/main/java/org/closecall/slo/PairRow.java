package org.closecall.slo;

import io.quarkus.qute.TemplateData;
import java.math.BigDecimal;
import java.time.Duration;
import org.closecall.metrics.BurnAlert;
import org.closecall.metrics.BurnRate;
import org.closecall.web.Formats;

/** A pair of windows as the page of an objective shows it. note: what must be said with it, or null. */
@TemplateData
public record PairRow(String urgency, String windows, String share, String threshold, String longRate, String longSeen, String shortRate, String shortSeen, boolean fires, String note) {

    /** stands: whether its alert does, which then goes on though samples are thin. */
    static PairRow of(BurnWatch.Look look, BigDecimal objective, boolean stands) {
        return new PairRow(look.windows().urgency() == BurnAlert.Urgency.PAGE ? "Page" : "Ticket",
                Formats.human(look.windows().longWindow()) + " and " + Formats.human(look.windows().shortWindow()), Amounts.percent(look.windows().budgetShare()), Amounts.rate(look.threshold()),
                rate(look.longRate()), seen(look.longSeen(), look.windows().longWindow()), rate(look.shortRate()), seen(look.shortSeen(), look.windows().shortWindow()), stands ? look.burns() : look.fires(), note(look, objective, stands));
    }

    private static String rate(Double rate) {
        return rate == null ? "no requests" : Amounts.rate(rate);
    }

    /** 3 min of 1 h; null where all of it was observed. */
    private static String seen(Duration seen, Duration window) {
        return seen.compareTo(window) >= 0 ? null : "observed " + (seen.isZero() ? "none" : Formats.human(seen)) + " of " + Formats.human(window);
    }

    private static String note(BurnWatch.Look look, BigDecimal objective, boolean stands) {
        if (!look.possible()) {
            return "Never fires: even if every request failed, this target burns too slowly";
        }
        if (!look.covered() && !stands) {
            return "Waits: samples must cover half of each window";
        }
        return BurnRate.tooLittleTraffic(objective, look.total()) ? "Too little traffic for this SLO: one bad request of " + Formats.grouped(look.total()) + " breaks it" : null;
    }
}
