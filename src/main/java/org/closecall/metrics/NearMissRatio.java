package org.closecall.metrics;

/**
 * Near misses against incidents: a leading indicator of reporting and learning, not of risk, and never a goal. No
 * fixed ratio holds (H. W. Heinrich's 1:29:300 could not be reproduced, F. A. Manuele 2002). For near misses per time
 * use {@link PoissonProcess#rate}.
 */
public record NearMissRatio(long nearMisses, long incidents) {
    /** More is neither good nor bad, so there is no colour and no target. */
    public static final String DIRECTION = "not a goal";

    /** Near misses per incident; null without incidents. */
    public Double ratio() {
        return incidents == 0 ? null : (double) nearMisses / incidents;
    }

    /** Near misses among near misses and incidents. */
    public Proportion share(double confidence) {
        return Proportion.wilson(nearMisses, nearMisses + incidents, confidence);
    }
}
