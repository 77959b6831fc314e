package org.closecall.slo;

import io.quarkus.qute.TemplateData;
import java.math.BigDecimal;
import org.closecall.metrics.BurnAlert;
import org.closecall.metrics.BurnRate;
import org.closecall.web.Formats;

/** A pair of windows as the page of an objective shows it. note: what must be said with it, or null. */
@TemplateData
public record PairRow(String urgency, String windows, String share, String threshold, String longRate, String shortRate, boolean fires, String note) {

    static PairRow of(BurnWatch.Look look, BigDecimal objective) {
        return new PairRow(look.windows().urgency() == BurnAlert.Urgency.PAGE ? "Page" : "Ticket",
                Formats.human(look.windows().longWindow()) + " and " + Formats.human(look.windows().shortWindow()), Amounts.percent(look.windows().budgetShare()), Amounts.rate(look.threshold()),
                rate(look.longRate()), rate(look.shortRate()), look.fires(), note(look, objective));
    }

    private static String rate(Double rate) {
        return rate == null ? "no requests" : Amounts.rate(rate);
    }

    private static String note(BurnWatch.Look look, BigDecimal objective) {
        if (!look.possible()) {
            return "Never fires: even if every request failed, this target burns too slowly";
        }
        return BurnRate.tooLittleTraffic(objective, look.total()) ? "Too little traffic for this SLO: one bad request of " + Formats.grouped(look.total()) + " breaks it" : null;
    }
}
