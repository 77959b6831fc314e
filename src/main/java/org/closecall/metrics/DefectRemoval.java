package org.closecall.metrics;

import java.util.ArrayList;
import java.util.List;

/**
 * Defects by the phase that brought them in and the one that removed them. Secondary to {@link LayerContainment},
 * whose formula differs: do not mix the two in one table.
 *
 * @param entered for each phase what was carried in or injected there
 * @param effectiveness removed / entered, 0 to 1; null where nothing entered
 * @param escaped what each phase passed on
 */
public record DefectRemoval(List<Long> entered, List<Double> effectiveness, List<Long> escaped) {

    /**
     * By the entry formula (S. H. Kan).
     *
     * @param injected by phase in order
     * @param removed by phase, as many, and never more than entered; otherwise {@link IllegalArgumentException}
     */
    public static DefectRemoval of(List<Long> injected, List<Long> removed) {
        List<Long> entered = new ArrayList<>(), escaped = new ArrayList<>();
        var effectiveness = new ArrayList<Double>();
        var carried = 0L;
        for (var i = 0; i < injected.size(); i++) {
            var there = carried + injected.get(i);
            carried = there - removed.get(i);
            if (injected.size() != removed.size() || injected.get(i) < 0 || removed.get(i) < 0 || carried < 0) {
                throw new IllegalArgumentException("no such counts: " + injected + ", " + removed);
            }
            entered.add(there);
            escaped.add(carried);
            effectiveness.add(there == 0 ? null : (double) removed.get(i) / there);
        }
        return new DefectRemoval(entered, effectiveness, escaped);
    }

    /** Defect removal efficiency: found before release / found at all, with Wilson's interval. */
    public static Proportion efficiency(long before, long after, double confidence) {
        return Proportion.wilson(before, before + after, confidence);
    }

    /** Phase containment (ISTQB): of the defects a phase brought in, those it removed itself. */
    public static Proportion phaseContainment(long removedWithin, long introduced, double confidence) {
        return Proportion.wilson(removedWithin, introduced, confidence);
    }
}
