package org.closecall.occurrence;

import io.quarkus.qute.TemplateData;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** What a timeline shows at one time: an entry, or a moment of the record. The other is null. */
@TemplateData
public record TimelineLine(Instant at, TimelineEntry entry, MomentName moment) {

    /** By time; what happened at the same time follows the moment it explains, in the order it was added. */
    public static List<TimelineLine> of(Occurrence occurrence, List<TimelineEntry> entries) {
        return of(MomentName.moments(occurrence), entries);
    }

    public static List<TimelineLine> of(Map<MomentName, Moment> moments, List<TimelineEntry> entries) {
        var lines = new ArrayList<TimelineLine>();
        moments.forEach((name, moment) -> {
            if (moment.known()) {
                lines.add(new TimelineLine(moment.at(), null, name));
            }
        });
        entries.forEach(entry -> lines.add(new TimelineLine(entry.at, entry, null)));
        lines.sort(Comparator.comparing(TimelineLine::at));
        return lines;
    }
}
