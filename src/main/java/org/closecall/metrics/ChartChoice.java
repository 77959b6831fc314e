package org.closecall.metrics;

import java.util.List;
import org.closecall.metrics.ControlChart.Kind;

/** Which charts suit a series of counts, by how many events a period has on average (METRICS 5.1). */
public final class ChartChoice {
    private static final double MANY = 4;
    private static final double RARE = 1;

    private ChartChoice() {
    }

    /**
     * From four per period: counts (c if all periods are alike, else u). One to four: counts and gaps. Below one: only
     * gaps, in time (t); use g instead where opportunities such as deployments are counted.
     */
    public static List<Kind> of(double meanPerPeriod, boolean alike) {
        var counts = alike ? Kind.C : Kind.U;
        if (meanPerPeriod >= MANY) {
            return List.of(counts);
        }
        return meanPerPeriod >= RARE ? List.of(counts, Kind.T) : List.of(Kind.T);
    }
}
