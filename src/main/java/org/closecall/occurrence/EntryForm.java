package org.closecall.occurrence;

import io.quarkus.qute.TemplateData;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.ZoneId;
import java.util.Objects;
import org.closecall.web.Errors;
import org.closecall.web.FormKey;
import org.closecall.web.Formats;
import org.closecall.web.LocalTimes;
import org.closecall.web.Typed;
import org.closecall.web.Viewer;
import org.hibernate.validator.constraints.URL;
import org.jboss.resteasy.reactive.RestForm;

/** One line of a timeline, as typed. */
@TemplateData
public record EntryForm(
        @RestForm String key,
        @RestForm String version,
        @RestForm String at,
        @RestForm String kind,
        @RestForm @NotBlank(message = "What happened?") @Size(max = 100_000, message = "At most 100,000 characters") String text,
        @RestForm @URL(regexp = "(?i)(https?://.+)?", message = "An address that begins with http:// or https://") @Size(max = 2_000, message = "At most 2,000 characters") String evidence,
        @RestForm String later,
        @RestForm String side,
        @RestForm String marks) {

    static EntryForm blank(Viewer viewer) {
        return new EntryForm(FormKey.fresh(), "", viewer.thisMinute(), EntryKind.OBSERVATION.name(), "", "", "", LocalTimes.side(viewer.now(), viewer.zone()), "");
    }

    static EntryForm of(TimelineEntry entry, ZoneId zone) {
        return new EntryForm("", String.valueOf(entry.version), Formats.input(entry.at, zone), entry.kind.name(), entry.text,
                Objects.requireNonNullElse(entry.evidenceUrl, ""), entry.learnedLater ? "true" : "", LocalTimes.side(entry.at, zone), "");
    }

    void check(Errors errors, Viewer viewer) {
        var complaint = LocalTimes.given(at) ? LocalTimes.complaint(at, viewer.zone(), viewer.now()) : "When was it?";
        if (complaint != null) {
            errors.add("at", complaint);
        } else if (LocalTimes.sideComplaint(at, viewer.zone(), side) != null) {
            errors.add("side", LocalTimes.sideComplaint(at, viewer.zone(), side));
        }
    }

    void applyTo(TimelineEntry entry, ZoneId zone) {
        if (entry.at == null || !at.equals(Formats.input(entry.at, zone)) || !LocalTimes.side(entry.at, zone).equals(Objects.requireNonNullElse(side, ""))) {
            entry.at = LocalTimes.parse(at, zone, side);
        }
        entry.kind = Objects.requireNonNullElse(Typed.choice(EntryKind.class, kind), EntryKind.OBSERVATION);
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
        return new EntryForm("", saved.version(), at, kind, text, evidence, later, side, marks);
    }
}
