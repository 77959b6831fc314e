package org.closecall.metrics;

/** How an incident came to light, seen from the customer. */
public enum Detection {
    MONITORING_BEFORE_IMPACT,
    MONITORING_AFTER_IMPACT,
    HUMAN_OR_CUSTOMER,
    UNKNOWN;

    public enum Source { MONITORING, HUMAN_OR_CUSTOMER, UNKNOWN }

    /**
     * Monitoring comes before the impact if there is none, or strictly earlier; the same moment is after. It is
     * UNKNOWN when one of the two moments is.
     */
    public static Detection classify(Source source, Stamp impactStart, Stamp detected) {
        return switch (source) {
            case HUMAN_OR_CUSTOMER -> HUMAN_OR_CUSTOMER;
            case UNKNOWN -> UNKNOWN;
            case MONITORING -> byMonitoring(impactStart, detected);
        };
    }

    private static Detection byMonitoring(Stamp impactStart, Stamp detected) {
        if (!impactStart.isPast()) {
            return MONITORING_BEFORE_IMPACT;
        }
        if (!impactStart.isKnown() || !detected.isKnown()) {
            return UNKNOWN;
        }
        return detected.at().isBefore(impactStart.at()) ? MONITORING_BEFORE_IMPACT : MONITORING_AFTER_IMPACT;
    }
}
