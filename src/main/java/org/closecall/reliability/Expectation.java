package org.closecall.reliability;

/** What a change is meant to do: the one figure that judges it, named before anybody looks. */
public enum Expectation {
    FEWER_INCIDENTS("Fewer incidents", Measure.INCIDENTS),
    SHORTER_MITIGATION("Shorter time to mitigate", Measure.TIME_TO_MITIGATE),
    MORE_CAUGHT_EARLY("More incidents caught early", Measure.CAUGHT_EARLY);

    public final String label;
    final Measure measure;

    Expectation(String label, Measure measure) {
        this.label = label;
        this.measure = measure;
    }
}
