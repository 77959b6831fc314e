package org.closecall.reliability;

import java.util.List;
import org.closecall.metrics.CaughtEarly;

/**
 * Incidents that monitoring detected before customers were affected, or that affected none.
 *
 * @param early among those of which it is known
 * @param byMonitoring found by monitoring at all, among the same
 * @param unknown whose detection is unknown: in neither share
 * @param drills found by experiments of our own: left out
 * @param worstCase the share if none of the unknown was caught early, bestCase if all were; null below five incidents
 */
public record Caught(Share early, Share byMonitoring, int unknown, int drills, Double worstCase, Double bestCase) {

    static Caught of(List<IncidentFact> incidents) {
        var real = incidents.stream().filter(one -> !one.drill()).map(IncidentFact::caught).toList();
        var tally = CaughtEarly.tally(real);
        var early = Share.of(tally.proportion(Figures.CONFIDENCE));
        return new Caught(early, Share.of(tally.byMonitoring(Figures.CONFIDENCE)), tally.unknown(), incidents.size() - real.size(),
                early.share() == null ? null : tally.worstCase(), early.share() == null ? null : tally.bestCase());
    }
}
