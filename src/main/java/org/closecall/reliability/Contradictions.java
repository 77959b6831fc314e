package org.closecall.reliability;

import io.quarkus.qute.TemplateData;
import io.quarkus.qute.TemplateExtension;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.closecall.occurrence.MomentName;
import org.closecall.occurrence.Occurrence;
import org.closecall.reliability.Remark.Reason;

/**
 * Times of one record that do not fit together. They stay as people said; this says so, and what figures make of it.
 *
 * @param effects in the words the reliability page has for them
 */
@TemplateData
public record Contradictions(List<Pair> pairs, List<String> effects) {

    /** second should have come after first, and is dated before it. */
    @TemplateData
    public record Pair(MomentName first, Instant firstAt, MomentName second, Instant secondAt) {
    }

    private static final Set<Reason> ODD = EnumSet.of(Reason.IN_FUTURE, Reason.NEGATIVE, Reason.ZERO, Reason.ORDER, Reason.MOMENT_IN_FUTURE);

    @TemplateExtension
    public static Contradictions contradictions(Occurrence o, Instant now) {
        var names = MomentName.of(o.kind);
        var pairs = new ArrayList<Pair>();
        for (var first : names) {
            names.stream().filter(second -> second.ordinal() > first.ordinal() && ordered(first, second, o)).forEach(second -> {
                var gap = first.in(o).until(second.in(o));
                if (gap != null && gap.isNegative()) {
                    pairs.add(new Pair(first, first.in(o).at(), second, second.in(o).at()));
                }
            });
        }
        return new Contradictions(pairs, effects(o, now));
    }

    /** Something comes before what it should follow: people want to know at once. */
    public boolean crossed() {
        return !pairs.isEmpty();
    }

    public boolean any() {
        return !pairs.isEmpty() || !effects.isEmpty();
    }

    /** Detection and its answer may come before the impact, and an impact may pass before anybody answers: that is good news. */
    private static boolean ordered(MomentName first, MomentName second, Occurrence o) {
        return switch (first) {
            case STARTED, MITIGATED -> true;
            case IMPACT -> second.ordinal() >= MomentName.MITIGATED.ordinal();
            case DETECTED -> second == MomentName.ACKNOWLEDGED || !o.impactStarted.known() && second.ordinal() >= MomentName.MITIGATED.ordinal();
            default -> false;
        };
    }

    private static List<String> effects(Occurrence o, Instant now) {
        if (!o.kind.incident()) {
            return List.of();
        }
        var fact = new IncidentFact(o.number, o.number, o.severity, o.detection, o.occurredAt, o.started, o.impactStarted, o.detected, o.acknowledged, o.mitigated, o.resolved);
        return Remarks.of(fact, now).stream().filter(remark -> ODD.contains(remark.reason()))
                .map(remark -> remark.reason().label + ": " + (remark.kept() ? "kept in " : "left out of ") + remark.measureNames()).toList();
    }
}
