package org.closecall.occurrence;

import io.quarkus.qute.TemplateData;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Objects;
import org.closecall.catalog.Control;
import org.closecall.catalog.Service;
import org.closecall.web.Errors;
import org.closecall.web.FormKey;
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
        @RestForm String noticedSide,
        @RestForm String felt,
        @RestForm String feltSide,
        @RestForm String severity,
        @RestForm @Size(max = 2_000, message = "At most 2,000 characters") String impact,
        @RestForm String detection,
        @RestForm String over,
        @RestForm String overAt,
        @RestForm String overAtSide,
        @RestForm String stopped,
        @RestForm String control,
        @RestForm @Size(max = 2_000, message = "At most 2,000 characters") String how,
        @RestForm String potential,
        @RestForm @Size(max = 2_000, message = "At most 2,000 characters") String change,
        @RestForm String another,
        @RestForm String related) {

    /** So long the same words of the same person are asked about: a browser that goes back makes a form with a new key. */
    private static final Duration ASKED = Duration.ofMinutes(10);
    private static final int LONGEST_TITLE = 160;

    static ReportForm blank(String kind, Viewer viewer) {
        return new ReportForm(FormKey.fresh(), kind == null ? "" : kind, "", "", viewer.thisMinute(), LocalTimes.side(viewer.now(), viewer.zone()), "", "", "", "", "", "NO", "", "", "", "", "", "", "", "", "");
    }

    /** What the page that led here knows already; null where it knows nothing. */
    ReportForm about(String where, String how, String what) {
        return new ReportForm(key, kind, Objects.requireNonNullElse(what, ""), Objects.requireNonNullElse(where, ""), noticed, noticedSide, felt, feltSide, severity, impact, Objects.requireNonNullElse(how, ""), over, overAt, overAtSide, stopped, control, this.how, potential, change, another, related);
    }

    /** The same answers under a new key: a second one is meant. */
    ReportForm again() {
        return new ReportForm(FormKey.fresh(), kind, narrative, service, noticed, noticedSide, felt, feltSide, severity, impact, detection, over, overAt, overAtSide, stopped, control, how, potential, change, "true", related);
    }

    /** What this person filed with the same words a moment ago; null when a second one is meant. */
    Occurrence twin(Viewer viewer) {
        return "true".equals(another) ? null : Occurrence.find("filedBy = ?1 and kind = ?2 and title = ?3 and filedAt > ?4 and deletedAt is null order by filedAt desc",
                viewer.person(), Typed.choice(Kind.class, kind), title(narrative), viewer.now().minus(ASKED)).firstResult();
    }

    void check(Errors errors, Viewer viewer) {
        if (Typed.choice(Kind.class, kind) == null) {
            errors.add("kind", "Say first which of the three it is");
        }
        time(errors, "noticed", noticed, noticedSide, viewer);
        if (incident()) {
            time(errors, "felt", felt, feltSide, viewer);
            time(errors, "overAt", overAt, overAtSide, viewer);
        }
    }

    Occurrence occurrence(ZoneId zone) {
        var occurrence = new Occurrence();
        occurrence.kind = Typed.choice(Kind.class, kind);
        occurrence.title = title(narrative);
        occurrence.narrative = Typed.orNull(narrative);
        occurrence.detection = Objects.requireNonNullElse(Typed.choice(Detection.class, detection), Detection.UNKNOWN);
        occurrence.detected = moment(noticed, noticedSide, zone);
        Service where = Typed.found(service, id -> Service.findById(id));
        if (where != null) {
            occurrence.services.add(where);
        }
        if (incident()) {
            incident(occurrence, zone);
        } else {
            averted(occurrence);
        }
        return occurrence;
    }

    /** What it looks like, when that was chosen with it; null when it is not there. */
    Occurrence like() {
        return Typed.found(related, number -> Occurrence.find("number = ?1 and deletedAt is null", number).firstResult());
    }

    boolean incident() {
        return Kind.INCIDENT.name().equals(kind);
    }

    private void incident(Occurrence occurrence, ZoneId zone) {
        occurrence.severity = Typed.choice(Severity.class, severity);
        occurrence.impact = Typed.orNull(impact);
        occurrence.impactStarted = moment(felt, feltSide, zone);
        var end = moment(overAt, overAtSide, zone);
        occurrence.acknowledged = "NO".equals(over) ? Moment.NOT_YET : Moment.UNKNOWN;
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

    static Moment moment(String typed, String side, ZoneId zone) {
        return LocalTimes.given(typed) ? Moment.at(LocalTimes.parse(typed, zone, side)) : Moment.UNKNOWN;
    }

    private static void time(Errors errors, String field, String typed, String side, Viewer viewer) {
        var complaint = LocalTimes.complaint(typed, viewer.zone(), viewer.now());
        var unsaid = complaint == null ? LocalTimes.sideComplaint(typed, viewer.zone(), side) : null;
        if (complaint != null) {
            errors.add(field, complaint);
        } else if (unsaid != null) {
            errors.add(field + "Side", unsaid);
        }
    }

    /** The first sentence, cut at a word where it is long. */
    static String title(String narrative) {
        var line = narrative.strip().lines().findFirst().orElse("").strip();
        return Typed.shortened(line.split("(?<=[.!?])\\s", 2)[0].replaceAll("\\.$", ""), LONGEST_TITLE);
    }
}
