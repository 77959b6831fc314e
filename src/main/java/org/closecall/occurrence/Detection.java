package org.closecall.occurrence;

/** How it came to light. */
public enum Detection {
    MONITORING_ALERT("Monitoring alert", true),
    AUTOMATED_TEST("Automated test", true),
    DEPLOY_CHECK("Deploy check", true),
    ENGINEER("Engineer noticed", false),
    CUSTOMER("Customer report", false),
    PARTNER("Partner or vendor", false),
    EXPERIMENT("Chaos experiment", false),
    OTHER("Other", false),
    UNKNOWN("Unknown", false);

    public final String label;
    public final boolean machine;

    Detection(String label, boolean machine) {
        this.label = label;
        this.machine = machine;
    }
}
