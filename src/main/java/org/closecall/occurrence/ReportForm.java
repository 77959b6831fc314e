package org.closecall.occurrence;

import io.quarkus.qute.TemplateData;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Objects;
import java.util.stream.Stream;
import org.closecall.catalog.Control;
import org.closecall.catalog.Service;
import org.closecall.web.Errors;
import org.closecall.web.FormKey;
import org.closecall.web.Formats;
import org.closecall.web.LocalTimes;
import org.closecall.web.Typed;
import org.closecall.web.Viewer;
import org.jboss.resteasy.reactive.RestForm;

/** The five questions of a first report. Only the kind and the first answer are required. */
@TemplateData
public record ReportForm(
        @RestForm String key,
        @RestForm String kind,
        @RestForm @NotBlank(message = "One sentence is enough") @Size(max = 20_000, message = "At most 20,000 characters") String narrative,
        @RestForm String service,
        @RestForm String noticed,
        @RestForm String felt,
        @RestForm String severity,
        @RestForm @Size(max = 2_000, message = "At most 2,000 characters") String impact,
        @RestForm String detection,
        @RestForm String over,
        @RestForm String overAt,
        @RestForm String stopped,
        @RestForm String control,
        @RestForm @Size(max = 2_000, message = "At most 2,000 characters") String how,
        @RestForm String potential,
        @RestForm @Size(max = 2_000, message = "At most 2,000 characters") String change) {

    private static final int LONGEST_TITLE = 160;

    static ReportForm blank(String kind, Viewer viewer) {
        return new ReportForm(FormKey.fresh(), kind == null ? "" : kind, "", "", viewer.thisMinute(), "", "", "", "", "NO", "", "", "", "", "", "");
    }

    /** The same answers under a new key: a second one is meant. */
    ReportForm again() {
        return new ReportForm(FormKey.fresh(), kind, narrative, service, noticed, felt, severity, impact, detection, over, overAt, stopped, control, how, potential, change);
    }

    void check(Errors errors, Viewer viewer) {
        if (Typed.choice(Kind.class, kind) == null) {
            errors.add("kind", "Say first which of the three it is");
        }
        time(errors, "noticed", noticed, viewer);
        if (incident()) {
            time(errors, "felt", felt, viewer);
            time(errors, "overAt", overAt, viewer);
        }
    }

    Occurrence occurrence(ZoneId zone, Instant now) {
        var occurrence = new Occurrence();
        occurrence.kind = Typed.choice(Kind.class, kind);
        occurrence.title = title(narrative);
        occurrence.narrative = Typed.orNull(narrative);
        occurrence.detection = Objects.requireNonNullElse(Typed.choice(Detection.class, detection), Detection.UNKNOWN);
        occurrence.detected = LocalTimes.given(noticed) ? Moment.at(instant(noticed, zone, now)) : Moment.UNKNOWN;
        Service where = Typed.found(service, id -> Service.findById(id));
        if (where != null) {
            occurrence.services.add(where);
        }
        if (incident()) {
            incident(occurrence, zone, now);
        } else {
            averted(occurrence);
        }
        return occurrence;
    }

    boolean incident() {
        return Kind.INCIDENT.name().equals(kind);
    }

    private void incident(Occurrence occurrence, ZoneId zone, Instant now) {
        occurrence.severity = Typed.choice(Severity.class, severity);
        occurrence.impact = Typed.orNull(impact);
        occurrence.impactStarted = LocalTimes.given(felt) ? Moment.at(instant(felt, zone, now)) : Moment.UNKNOWN;
        var end = LocalTimes.given(overAt) ? Moment.at(instant(overAt, zone, now)) : Moment.UNKNOWN;
        if ("MITIGATED".equals(over) || "RESOLVED".equals(over)) {
            occurrence.mitigated = end;
        }
        if ("RESOLVED".equals(over)) {
            occurrence.resolved = end;
        }
    }

    private void averted(Occurrence occurrence) {
        occurrence.impactStarted = Moment.NONE;
        occurrence.acknowledged = Moment.NOT_YET;
        var cell = potential == null ? new String[0] : potential.split("-");
        if (cell.length == 2) {
            occurrence.likelihood = Typed.choice(Likelihood.class, cell[0]);
            occurrence.potentialSeverity = Typed.choice(Severity.class, cell[1]);
        }
        occurrence.oneChange = Typed.orNull(change);
        if (occurrence.kind == Kind.NEAR_MISS) {
            occurrence.stoppedBy = Typed.choice(StoppedBy.class, stopped);
            occurrence.stoppedByControl = occurrence.stoppedBy == StoppedBy.SAFEGUARD ? Typed.found(control, id -> Control.findById(id)) : null;
            occurrence.stoppedHow = Typed.orNull(how);
        }
    }

    /** Of a time the clocks showed twice the first, unless the second is within the hour: filing does not stop to ask. */
    private static Instant instant(String typed, ZoneId zone, Instant now) {
        var second = LocalTimes.parse(typed, zone, LocalTimes.SECOND);
        return !second.isAfter(now) && second.isAfter(now.minus(Duration.ofHours(1))) ? second : LocalTimes.parse(typed, zone);
    }

    /** Said after filing; empty where no time came twice. */
    String remark(ZoneId zone) {
        var times = incident() ? Stream.of(noticed, felt, overAt) : Stream.of(noticed);
        return times.allMatch(time -> LocalTimes.sides(time, zone).isEmpty()) ? ""
                : " A time came twice that night, when the clocks went back: see under Edit whether the right one is taken.";
    }

    private static void time(Errors errors, String field, String typed, Viewer viewer) {
        var complaint = LocalTimes.complaint(typed, viewer.zone(), viewer.now());
        if (complaint != null) {
            errors.add(field, complaint);
        }
    }

    /** The first sentence, cut at a word where it is long. */
    static String title(String narrative) {
        var line = narrative.strip().lines().findFirst().orElse("").strip();
        return Typed.shortened(line.split("(?<=[.!?])\\s", 2)[0].replaceAll("\\.$", ""), LONGEST_TITLE);
    }
}
