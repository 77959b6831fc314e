package org.closecall.reliability;

import java.util.List;
import org.closecall.metrics.Remediations;
import org.closecall.prevention.PreventionFacts;

/**
 * Runs of automated remediations, each counted once, without dry runs.
 *
 * @param runs succeeded + relapsed + failed; more of them are not better by themselves
 * @param relapsed succeeded, and the same trigger was back within 30 minutes: no success
 * @param dryRuns left out
 * @param success succeeded among runs
 */
public record RemediationFigures(int runs, int succeeded, int relapsed, int failed, int dryRuns, Share success) {

    static RemediationFigures of(List<PreventionFacts.Run> runs) {
        var counted = Remediations.of(runs.stream().map(PreventionFacts.Run::counted).toList(), Remediations.USUAL_WINDOW_MINUTES);
        return new RemediationFigures(counted.triggered(), counted.succeeded(), counted.relapsed(), counted.failed(), counted.dryRuns(), Share.of(counted.success(Figures.CONFIDENCE)));
    }
}
