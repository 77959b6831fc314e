package org.closecall.metrics;

import java.util.Collection;
import java.util.Collections;

/**
 * Incidents that monitoring caught before customers felt them. Beware when comparing: what is caught early may be
 * filed as a near miss or not at all, and better monitoring finds more incidents.
 */
public record CaughtEarly(int beforeImpact, int afterImpact, int humanOrCustomer, int unknown) {

    public static CaughtEarly tally(Collection<Detection> detections) {
        return new CaughtEarly(Collections.frequency(detections, Detection.MONITORING_BEFORE_IMPACT),
                Collections.frequency(detections, Detection.MONITORING_AFTER_IMPACT),
                Collections.frequency(detections, Detection.HUMAN_OR_CUSTOMER),
                Collections.frequency(detections, Detection.UNKNOWN));
    }

    /** Caught before impact among those whose detection is known. */
    public Proportion proportion(double confidence) {
        return Proportion.wilson(beforeImpact, known(), confidence);
    }

    /** Found by monitoring at all among those whose detection is known. */
    public Proportion byMonitoring(double confidence) {
        return Proportion.wilson(beforeImpact + afterImpact, known(), confidence);
    }

    /** The share if every unknown one was not caught before impact; null without incidents. */
    public Double worstCase() {
        return share(beforeImpact);
    }

    /** The share if every unknown one was caught before impact; null without incidents. */
    public Double bestCase() {
        return share(beforeImpact + unknown);
    }

    private int known() {
        return beforeImpact + afterImpact + humanOrCustomer;
    }

    private Double share(int caught) {
        return known() + unknown == 0 ? null : (double) caught / (known() + unknown);
    }
}
