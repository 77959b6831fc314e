package org.closecall.occurrence;

import io.quarkus.qute.TemplateExtension;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.closecall.catalog.CriticalPath;
import org.closecall.web.Formats;
import org.closecall.web.Option;

/** What pages say of an occurrence in a few words. */
@TemplateExtension
public final class OccurrenceWords {

    private OccurrenceWords() {
    }

    /** Caught by a machine strictly before customers could feel it, or nobody ever did. */
    public static String caughtEarly(Occurrence o) {
        if (o.detection == Detection.UNKNOWN) {
            return "Detection unknown";
        }
        if (!o.detection.machine) {
            return "No, not by monitoring";
        }
        if (o.impactStarted.none()) {
            return "Yes, nobody was affected";
        }
        var lead = o.detected.until(o.impactStarted);
        if (lead == null) {
            return "Unknown, a time is missing";
        }
        var far = Formats.human(lead);
        if (lead.isZero()) {
            return "No, as the impact began";
        }
        return lead.isNegative() ? "No, " + far + " after impact" : "Yes, " + far + " before impact";
    }

    /** Newest first. */
    public static List<StatusNote> updates(Occurrence o) {
        return StatusNote.of(o);
    }

    /** Those somebody has now. */
    public static List<OccurrenceRole> heldRoles(Occurrence o) {
        return OccurrenceRole.of(o).stream().filter(role -> role.until == null).toList();
    }

    /** Still going on, so that others may be writing too. */
    public static boolean live(Occurrence o) {
        return !o.removed() && o.progress() != null && o.progress() != Progress.RESOLVED;
    }

    /** The newest line of its history. */
    public static long latestChange(Occurrence o) {
        return LiveRecords.news(List.of(o.id)).get(o.id).latest();
    }

    /** Mitigated or resolved: what can be reopened. */
    public static boolean ended(Occurrence o) {
        return o.progress() != null && o.progress() != Progress.OPEN;
    }

    public static List<MomentName> awaited(Occurrence o) {
        return MomentName.awaited(o);
    }

    /** Nobody has set these. */
    public static List<Option> unsetMoments(Occurrence o) {
        return MomentName.of(o.kind).stream().filter(name -> name.open(o)).map(name -> Option.of(name, name.label(o.kind))).toList();
    }

    /** All, with what they are now. */
    public static List<Option> momentOptions(Occurrence o, ZoneId zone) {
        return MomentName.of(o.kind).stream().map(name -> Option.of(name, name.label(o.kind) + " (now "
                + (name.in(o).known() ? Formats.inZone(name.in(o).at(), zone) : name.in(o).text()) + ")")).toList();
    }

    /** The entries with the moments between them. */
    public static List<TimelineLine> lines(Occurrence o, List<TimelineEntry> entries) {
        return TimelineLine.of(o, entries);
    }

    public static String serviceNames(Occurrence o) {
        return o.services.stream().map(service -> service.name).collect(Collectors.joining(", "));
    }

    /** Null when it has none. */
    public static String tagNames(Occurrence o) {
        return Fields.TAGS.reading.apply(o);
    }

    /** Every team that owns one of the services. */
    public static String teamNames(Occurrence o) {
        return o.services.stream().map(service -> service.team).filter(Objects::nonNull).map(team -> team.name)
                .distinct().sorted().collect(Collectors.joining(", "));
    }

    /** How long customers felt it, or how far it is, in a few words. */
    public static String outcome(Occurrence o, Instant now) {
        if (o.kind == Kind.HAZARD) {
            return o.resolved.passed() ? "Removed" : "Nothing yet";
        }
        var begin = o.impactStarted.known() ? o.impactStarted : o.started;
        var felt = begin.until(o.mitigated.known() ? o.mitigated : o.resolved);
        if (felt != null) {
            return felt.isNegative() ? "ends before it begins" : Formats.human(felt);
        }
        return o.progress() != Progress.OPEN ? "time unknown" : begin.known() ? Formats.human(Duration.between(begin.at(), now)) + " so far" : "open";
    }

    /** The user journeys that pass any of its services. */
    static List<CriticalPath> criticalPaths(Occurrence occurrence) {
        return CriticalPath.through(occurrence.services);
    }
}
