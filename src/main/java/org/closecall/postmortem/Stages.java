package org.closecall.postmortem;

import io.quarkus.qute.TemplateData;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.closecall.metrics.Difference;
import org.closecall.metrics.ResponseTimes;
import org.closecall.metrics.Timeline;
import org.closecall.occurrence.Kind;
import org.closecall.occurrence.Moment;
import org.closecall.occurrence.MomentName;
import org.closecall.web.Formats;

/** How long each stage took, where both of its moments are known, and from when it is counted. */
@TemplateData
public record Stages(List<Stage> stages, String from) {

    @TemplateData
    public record Stage(String name, String length) {
    }

    static Stages of(Kind kind, Map<MomentName, Moment> moments, Instant now) {
        return kind.incident() ? response(moments, now) : unnoticed(moments);
    }

    private static Stages response(Map<MomentName, Moment> m, Instant now) {
        var times = ResponseTimes.of(new Timeline(m.get(MomentName.IMPACT).stamp(), m.get(MomentName.DETECTED).stamp(), m.get(MomentName.ACKNOWLEDGED).stamp(),
                m.get(MomentName.MITIGATED).stamp(), m.get(MomentName.RESOLVED).stamp()), now);
        var stages = new ArrayList<Stage>();
        add(stages, "Time to detect", times.timeToDetect());
        add(stages, "to acknowledge", times.timeToAcknowledge());
        add(stages, "to mitigate", times.timeToMitigate());
        add(stages, "to resolve", times.timeToResolve());
        return new Stages(stages, times.flags().contains(ResponseTimes.Flag.IMPACT_START_ASSUMED) ? "from detection, as nobody knows when the impact began" : "from the start of the impact, to acknowledge from detection");
    }

    private static void add(List<Stage> stages, String name, Difference difference) {
        if (difference.state() == Difference.State.KNOWN) {
            var length = Formats.human(Duration.ofSeconds(Math.round(difference.minutes() * 60)));
            stages.add(new Stage(name, difference.beforeImpact() ? length + " before the impact" : length));
        }
    }

    private static Stages unnoticed(Map<MomentName, Moment> m) {
        var gap = m.get(MomentName.STARTED).until(m.get(MomentName.DETECTED));
        return new Stages(gap == null || gap.isNegative() ? List.of() : List.of(new Stage("Time to notice", Formats.human(gap))), "from its start");
    }
}
