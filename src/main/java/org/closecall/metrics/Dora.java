package org.closecall.metrics;

import java.util.Collection;
import java.util.Objects;

/**
 * Delivery figures of one application: never of several teams' together, which would rank them. A failed deployment is
 * one that needed immediate intervention, and counts once.
 *
 * <p>Source: dora.dev, DORA's software delivery metrics (change fail rate, deployment rework rate, failed deployment
 * recovery time). Lead time for changes is not asked here. Intervals: {@link PoissonProcess#rate}, {@link Proportion},
 * {@link KaplanMeier}.
 *
 * @param frequency deployments per day with Garwood's interval; no value without deployments
 * @param changeFail failed among all
 * @param rework unplanned deployments, made because of an incident in production, among all
 * @param recovery Kaplan-Meier median of minutes from the deployment to its restoration, those not restored yet censored
 */
public record Dora(long deployments, Estimate frequency, Proportion changeFail, Proportion rework, SurvivalQuantile recovery) {

    /**
     * One deployment.
     *
     * @param recovery minutes until restored, or until now and open; null unless it failed and its time is known
     */
    public record Deployment(boolean failed, boolean unplanned, Observation recovery) {
    }

    /** @param exposureDays observed time in days; zero gives no frequency. Negative: {@link IllegalArgumentException} */
    public static Dora of(Collection<Deployment> deployments, double exposureDays, double confidence) {
        var n = deployments.size();
        var rate = PoissonProcess.rate(n, exposureDays, confidence);
        return new Dora(n, n == 0 ? new Estimate(null, Interval.none(confidence), 0, exposureDays) : rate,
                Proportion.wilson(deployments.stream().filter(Deployment::failed).count(), n, confidence),
                Proportion.wilson(deployments.stream().filter(Deployment::unplanned).count(), n, confidence), recovery(deployments, confidence));
    }

    private static SurvivalQuantile recovery(Collection<Deployment> deployments, double confidence) {
        return KaplanMeier.of(deployments.stream().filter(Deployment::failed).map(Deployment::recovery).filter(Objects::nonNull).toList(), confidence, Band.LOG_LOG).median();
    }
}
