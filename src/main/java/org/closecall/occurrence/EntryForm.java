package org.closecall.occurrence;

import io.quarkus.qute.TemplateData;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.closecall.web.Errors;
import org.closecall.web.FormKey;
import org.closecall.web.Formats;
import org.closecall.web.LocalTimes;
import org.closecall.web.Typed;
import org.closecall.web.Viewer;
import org.hibernate.validator.constraints.URL;
import org.jboss.resteasy.reactive.RestForm;

/**
 * One line of a timeline, as typed.
 *
 * @param offered the time the form offered as now, or nothing: pages stand open for hours, so a time left as it was
 *     offered means now when the line is sent
 */
@TemplateData
public record EntryForm(
        @RestForm String key,
        @RestForm String version,
        @RestForm String offered,
        @RestForm String at,
        @RestForm String kind,
        @RestForm @NotBlank(message = "What happened?") @Size(max = 100_000, message = "At most 100,000 characters") String text,
        @RestForm @URL(regexp = "(?i)(https?://.+)?", message = "An address that begins with http:// or https://") @Size(max = 2_000, message = "At most 2,000 characters") String evidence,
        @RestForm String later,
        @RestForm String side,
        @RestForm String marks) {

    /** Kind and time go on from the line before. What is over is reconstructed from its last line on; else it is now. */
    static EntryForm next(Occurrence occurrence, List<TimelineEntry> timeline, String at, String kind, Viewer viewer) {
        var before = Objects.requireNonNullElseGet(instant(at, viewer), () -> OccurrenceWords.live(occurrence) ? viewer.now() : last(occurrence, timeline));
        var now = before.equals(viewer.now());
        var time = now ? viewer.thisMinute() : Formats.input(before, viewer.zone());
        return new EntryForm(FormKey.fresh(), "", now ? time : "", time, kind(kind).name(), "", "", "", LocalTimes.side(before, viewer.zone()), "");
    }

    static EntryForm of(TimelineEntry entry, ZoneId zone) {
        return new EntryForm("", String.valueOf(entry.version), "", Formats.input(entry.at, zone), entry.kind.name(), entry.text,
                Objects.requireNonNullElse(entry.evidenceUrl, ""), entry.learnedLater ? "true" : "", LocalTimes.side(entry.at, zone), "");
    }

    /** Nobody has said another time than now. */
    boolean now() {
        return LocalTimes.given(offered) && offered.equals(at);
    }

    void check(Errors errors, Viewer viewer) {
        if (now()) {
            return;
        }
        var complaint = LocalTimes.given(at) ? LocalTimes.complaint(at, viewer.zone(), viewer.now()) : "When was it?";
        if (complaint != null) {
            errors.add("at", complaint);
        } else if (LocalTimes.sideComplaint(at, viewer.zone(), side) != null) {
            errors.add("side", LocalTimes.sideComplaint(at, viewer.zone(), side));
        }
    }

    void applyTo(TimelineEntry entry, Viewer viewer) {
        var zone = viewer.zone();
        if (now()) {
            entry.at = viewer.now();
        } else if (entry.at == null || !at.equals(Formats.input(entry.at, zone)) || !LocalTimes.side(entry.at, zone).equals(Objects.requireNonNullElse(side, ""))) {
            entry.at = LocalTimes.parse(at, zone, side);
        }
        entry.kind = kind(kind);
        entry.text = Typed.orNull(text);
        entry.evidenceUrl = Typed.orNull(evidence);
        entry.learnedLater = "true".equals(later);
    }

    /** The moment that this line was, or null. */
    MomentName moment() {
        return Typed.choice(MomentName.class, marks);
    }

    /** The same over another version. */
    EntryForm over(EntryForm saved) {
        return new EntryForm("", saved.version(), "", at, kind, text, evidence, later, side, marks);
    }

    private static EntryKind kind(String name) {
        return Objects.requireNonNullElse(Typed.choice(EntryKind.class, name), EntryKind.OBSERVATION);
    }

    /** Null for what is no time that a line can have. */
    private static Instant instant(String at, Viewer viewer) {
        try {
            var instant = Instant.parse(Objects.requireNonNullElse(at, ""));
            return LocalTimes.complaint(instant, viewer.zone(), viewer.now()) == null ? instant : null;
        } catch (DateTimeException none) {
            return null;
        }
    }

    private static Instant last(Occurrence occurrence, List<TimelineEntry> timeline) {
        return timeline.isEmpty() ? occurrence.occurredAt : timeline.get(timeline.size() - 1).at;
    }
}
