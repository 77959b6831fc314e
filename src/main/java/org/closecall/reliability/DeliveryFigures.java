package org.closecall.reliability;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.closecall.metrics.Dora;
import org.closecall.metrics.Observation;
import org.closecall.metrics.SurvivalQuantile;
import org.closecall.metrics.TimeRange;
import org.closecall.prevention.PreventionFacts.Deployed;

/**
 * Deployments of one service, never of several together. One without deployments is not here: it has no rate.
 *
 * @param observedDays from its first deployment known, or the beginning of the period, until now or the end of the period
 * @param perWeek deployments per week with the exact 95 % interval; null where nothing was observed
 * @param changeFail those that needed immediate intervention
 * @param rework those that were unplanned, because of an incident in production
 * @param open failed and not restored yet
 * @param recoveryMedianMinutes Kaplan-Meier; null, like its bounds, where there are too few or more than half are open
 */
public record DeliveryFigures(long service, String name, long deployments, double observedDays, Double perWeek, Double perWeekLower, Double perWeekUpper, Share changeFail, Share rework, int open,
        Double recoveryMedianMinutes, Double recoveryLowerMinutes, Double recoveryUpperMinutes, SurvivalQuantile.Status recoveryStatus) {

    private static final double DAYS_A_WEEK = 7;
    private static final double HOURS_A_DAY = 24;
    /** Fewer recoveries are a list, not a median. */
    private static final int FEWEST = 5;

    /** By name. */
    static List<DeliveryFigures> of(List<Deployed> deployments, TimeRange window, Instant now) {
        return deployments.stream().collect(Collectors.groupingBy(Deployed::service)).values().stream().map(one -> one(one, window, now)).sorted(Comparator.comparing(one -> one.name().toLowerCase())).toList();
    }

    private static DeliveryFigures one(List<Deployed> deployments, TimeRange window, Instant now) {
        var first = deployments.get(0);
        var days = window.until(now).from(first.first()).hours() / HOURS_A_DAY;
        var dora = Dora.of(deployments.stream().map(one -> new Dora.Deployment(one.failed(), one.unplanned(), recovery(one, now))).toList(), days, Figures.CONFIDENCE);
        var weekly = dora.frequency();
        var median = dora.recovery();
        var shown = median.n() >= FEWEST;
        return new DeliveryFigures(first.service(), first.name(), dora.deployments(), days, weekly(weekly.value()), weekly(weekly.interval().lower()), weekly(weekly.interval().upper()), Share.of(dora.changeFail()), Share.of(dora.rework()), median.open(),
                shown ? median.value() : null, shown ? median.interval().lower() : null, shown ? median.interval().upper() : null, median.status());
    }

    private static Observation recovery(Deployed one, Instant now) {
        return one.failed() ? new Observation(Math.max(0, TimeRange.minutes(one.at(), one.restoredAt() == null ? now : one.restoredAt())), one.restoredAt() != null) : null;
    }

    private static Double weekly(Double daily) {
        return daily == null ? null : daily * DAYS_A_WEEK;
    }
}
