package org.closecall.reliability;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.closecall.metrics.Difference;
import org.closecall.metrics.ResponseTimes;
import org.closecall.reliability.Remark.Reason;

/** Collects what is odd about incidents, so that none is left out silently. */
final class Remarks {

    private final Map<Reason, Map<Measure, List<Long>>> found = new EnumMap<>(Reason.class);

    /** Of the incidents of a period, those in the future among them. */
    static List<Remark> of(Facts facts, Instant now) {
        var remarks = new Remarks();
        facts.incidents().forEach(one -> remarks.look(one, now));
        var counted = facts.begun(now);
        var standing = counted.standing().iterator();
        var next = standing.hasNext() ? standing.next() : null;
        for (var one : counted.incidents()) {
            if (one == next) {
                next = standing.hasNext() ? standing.next() : null;
            } else {
                remarks.sameTrigger(one);
            }
        }
        return remarks.merged();
    }

    /** Of one by itself. */
    static List<Remark> of(IncidentFact one, Instant now) {
        var remarks = new Remarks();
        remarks.look(one, now);
        return remarks.merged();
    }

    private void look(IncidentFact one, Instant now) {
        if (!one.counted(now)) {
            add(Reason.IN_FUTURE, Measure.INCIDENTS, one);
            return;
        }
        if (!one.started().known()) {
            add(Reason.START_UNKNOWN, Measure.INCIDENTS, one);
        }
        var times = one.times(now);
        difference(Measure.TIME_TO_DETECT, times.timeToDetect(), one);
        difference(Measure.TIME_TO_MITIGATE, times.timeToMitigate(), one);
        difference(Measure.TIME_TO_RESOLVE, times.timeToResolve(), one);
        assumed(times, one);
        caught(one);
    }

    private void sameTrigger(IncidentFact one) {
        add(Reason.SAME_TRIGGER, Measure.TIME_BETWEEN_INCIDENTS, one);
        add(Reason.SAME_TRIGGER, Measure.GAP_BETWEEN_STARTS, one);
    }

    private void difference(Measure measure, Difference difference, IncidentFact one) {
        var reason = switch (difference.state()) {
            case OPEN -> null;
            case KNOWN -> difference.minutes() < 0 ? Reason.BEFORE_IMPACT : difference.minutes() == 0 ? Reason.ZERO : null;
            case NO_IMPACT -> Reason.NO_IMPACT;
            case OUT_OF_ORDER -> Reason.NEGATIVE;
            case IN_FUTURE -> Reason.MOMENT_IN_FUTURE;
            case MISSING -> missing(measure, one);
        };
        if (reason != null) {
            add(reason, measure, one);
        }
    }

    private static Reason missing(Measure measure, IncidentFact one) {
        if (one.impact().known()) {
            return Reason.TIME_UNKNOWN;
        } else if (!one.impact().passed()) {
            return Reason.NO_IMPACT;
        } else {
            return measure == Measure.TIME_TO_DETECT || !one.detected().known() ? Reason.IMPACT_UNKNOWN : Reason.TIME_UNKNOWN;
        }
    }

    private void assumed(ResponseTimes times, IncidentFact one) {
        var assumed = times.flags().contains(ResponseTimes.Flag.IMPACT_START_ASSUMED);
        if (assumed && times.timeToMitigate().observation().isPresent()) {
            add(Reason.FROM_DETECTION, Measure.TIME_TO_MITIGATE, one);
        }
        if (assumed && times.timeToResolve().observation().isPresent()) {
            add(Reason.FROM_DETECTION, Measure.TIME_TO_RESOLVE, one);
        }
        var gap = one.mitigated().until(one.resolved());
        if (gap != null && gap.isNegative()) {
            add(Reason.ORDER, Measure.TIME_TO_RESOLVE, one);
        }
    }

    private void caught(IncidentFact one) {
        if (one.drill()) {
            add(Reason.DRILL, Measure.CAUGHT_EARLY, one);
        } else if (one.caught() == org.closecall.metrics.Detection.UNKNOWN) {
            add(Reason.DETECTION_UNKNOWN, Measure.CAUGHT_EARLY, one);
        }
    }

    private void add(Reason reason, Measure measure, IncidentFact one) {
        found.computeIfAbsent(reason, any -> new EnumMap<>(Measure.class)).computeIfAbsent(measure, any -> new ArrayList<>()).add(one.number());
    }

    /** The same records for the same reason are listed once, with every measure it concerns. */
    private List<Remark> merged() {
        var remarks = new ArrayList<Remark>();
        found.forEach((reason, byMeasure) -> {
            var byNumbers = new LinkedHashMap<List<Long>, List<Measure>>();
            byMeasure.forEach((measure, numbers) -> byNumbers.computeIfAbsent(numbers, any -> new ArrayList<>()).add(measure));
            byNumbers.forEach((numbers, measures) -> remarks.add(new Remark(reason, reason.kept, measures, numbers)));
        });
        return remarks;
    }
}
