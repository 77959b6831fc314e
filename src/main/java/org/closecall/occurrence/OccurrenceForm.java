package org.closecall.occurrence;

import io.quarkus.qute.TemplateData;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.closecall.catalog.Control;
import org.closecall.catalog.Service;
import org.closecall.catalog.Tag;
import org.closecall.people.Person;
import org.closecall.web.Conflict;
import org.closecall.web.Errors;
import org.closecall.web.Formats;
import org.closecall.web.LocalTimes;
import org.closecall.web.Option;
import org.closecall.web.Typed;
import org.closecall.web.Viewer;
import org.jboss.resteasy.reactive.RestForm;

/** All that can be edited, as typed. Of each moment: its time, and (…None) why there is none, or which of two it is. */
@TemplateData
public record OccurrenceForm(
        @RestForm String version,
        @RestForm String kind,
        @RestForm @NotBlank(message = "It needs a title") @Size(max = 200, message = "At most 200 characters") String title,
        @RestForm @Size(max = 100_000, message = "At most 100,000 characters") String narrative,
        @RestForm @Size(max = 10_000, message = "At most 10,000 characters") String impact,
        @RestForm List<String> impactKinds,
        @RestForm String customers,
        @RestForm String share,
        @RestForm @Size(max = 10_000, message = "At most 10,000 characters") String potentialImpact,
        @RestForm String severity,
        @RestForm String potentialSeverity,
        @RestForm String likelihood,
        @RestForm String detection,
        @RestForm String drill,
        @RestForm String stoppedBy,
        @RestForm String control,
        @RestForm @Size(max = 2_000, message = "At most 2,000 characters") String stoppedHow,
        @RestForm @Size(max = 2_000, message = "At most 2,000 characters") String oneChange,
        @RestForm List<String> services,
        @RestForm String tags,
        @RestForm String lead,
        @RestForm String startedAt, @RestForm String startedNone,
        @RestForm String impactAt, @RestForm String impactNone,
        @RestForm String detectedAt, @RestForm String detectedNone,
        @RestForm String acknowledgedAt, @RestForm String acknowledgedNone,
        @RestForm String mitigatedAt, @RestForm String mitigatedNone,
        @RestForm String resolvedAt, @RestForm String resolvedNone) {

    private static final String DRILL = "drill";
    private static final String NOT_OFFERED = "Choose one of those on offer";

    public static OccurrenceForm of(Occurrence o, ZoneId zone) {
        return new OccurrenceForm(String.valueOf(o.version), o.kind.name(), o.title, text(o.narrative), text(o.impact),
                o.extent.kinds.stream().map(Enum::name).toList(), o.extent.customers == null ? "" : Formats.grouped(o.extent.customers), o.extent.shareText(), text(o.potentialImpact),
                Typed.name(o.severity), Typed.name(o.potentialSeverity), Typed.name(o.likelihood), o.detection.name(), o.drill ? DRILL : "", Typed.name(o.stoppedBy),
                o.stoppedByControl == null ? "" : o.stoppedByControl.id.toString(), text(o.stoppedHow), text(o.oneChange),
                o.services.stream().map(service -> service.id.toString()).toList(),
                String.join(", ", o.tags.stream().map(tag -> tag.name).sorted(String.CASE_INSENSITIVE_ORDER).toList()),
                o.lead == null ? "" : o.lead.id.toString(),
                time(o.started, zone), none(o.started, zone), time(o.impactStarted, zone), none(o.impactStarted, zone),
                time(o.detected, zone), none(o.detected, zone), time(o.acknowledged, zone), none(o.acknowledged, zone),
                time(o.mitigated, zone), none(o.mitigated, zone), time(o.resolved, zone), none(o.resolved, zone));
    }

    /** What the annotations cannot see: times against now and zone, and choices that are not on offer. */
    public void check(Errors errors, Viewer viewer) {
        moments().forEach(name -> {
            var complaint = LocalTimes.complaint(at(name), viewer.zone(), viewer.now());
            if (complaint == null) {
                complaint = LocalTimes.sideComplaint(at(name), viewer.zone(), none(name));
            }
            if (complaint != null) {
                errors.add(name.anchor(), complaint);
            }
        });
        Extent.check(errors, impactKinds, customers, share);
        if (Typed.choice(Kind.class, kind) == null) {
            errors.add("kind", "Choose one of the three");
        }
        offered(errors, "severity", Severity.class, severity);
        offered(errors, "potentialSeverity", Severity.class, potentialSeverity);
        offered(errors, "likelihood", Likelihood.class, likelihood);
        offered(errors, "detection", Detection.class, detection);
        if (Typed.given(drill) && !DRILL.equals(drill)) {
            errors.add("drill", NOT_OFFERED);
        }
        offered(errors, "stoppedBy", StoppedBy.class, stoppedBy);
        there(errors, "control", control, Typed.found(control, id -> Control.findById(id)));
        there(errors, "lead", lead, Typed.found(lead, id -> Person.<Person>findById(id)));
        if (services != null && Service.count("id in ?1", Typed.ids(services)) < services.stream().distinct().count()) {
            errors.add("services", NOT_OFFERED);
        }
        if (Tag.names(tags).stream().anyMatch(name -> name.length() > Tag.LONGEST)) {
            errors.add("tags", "A tag has at most " + Tag.LONGEST + " characters");
        }
    }

    private static <E extends Enum<E>> void offered(Errors errors, String field, Class<E> type, String typed) {
        there(errors, field, typed, Typed.choice(type, typed));
    }

    private static void there(Errors errors, String field, String typed, Object found) {
        if (Typed.given(typed) && found == null) {
            errors.add(field, NOT_OFFERED);
        }
    }

    public void applyTo(Occurrence o, ZoneId zone) {
        var turned = o.kind != null && o.kind.incident() != Kind.INCIDENT.name().equals(kind);
        o.kind = Typed.choice(Kind.class, kind);
        o.title = title.strip();
        o.narrative = Typed.orNull(narrative);
        o.impact = Typed.orNull(impact);
        o.extent = Extent.of(impactKinds, customers, share);
        o.potentialImpact = Typed.orNull(potentialImpact);
        o.severity = o.kind.incident() ? level(severity, potentialSeverity, turned) : null;
        o.potentialSeverity = o.kind.incident() ? null : level(potentialSeverity, severity, turned);
        o.likelihood = o.kind.incident() ? null : Typed.choice(Likelihood.class, likelihood);
        o.detection = Objects.requireNonNullElse(Typed.choice(Detection.class, detection), Detection.UNKNOWN);
        o.drill = DRILL.equals(drill);
        o.stoppedBy = Typed.choice(StoppedBy.class, stoppedBy);
        o.stoppedByControl = o.stoppedBy == StoppedBy.SAFEGUARD ? Typed.found(control, id -> Control.findById(id)) : null;
        o.stoppedHow = Typed.orNull(stoppedHow);
        o.oneChange = Typed.orNull(oneChange);
        o.lead = Typed.found(lead, id -> Person.findById(id));
        moments().forEach(name -> name.set(o, moment(at(name), none(name), name.in(o), zone)));
        var chosen = new LinkedHashSet<Service>(Service.list("id in ?1", Typed.ids(services)));
        replace(o.services, chosen);
        replace(o.tags, Tag.named(Tag.names(tags)));
    }

    /** What was typed, with the other one's values where nothing was typed, ready to be saved over the version now there. */
    OccurrenceForm merged(OccurrenceForm saved, Conflict conflict) {
        var theirs = new HashSet<>(Set.of("version"));
        Stream.of(Fields.values()).filter(field -> conflict.taken().contains(field.label)).forEach(field -> theirs.addAll(field.components));
        var parts = OccurrenceForm.class.getRecordComponents();
        try {
            var values = new Object[parts.length];
            for (var i = 0; i < parts.length; i++) {
                values[i] = parts[i].getAccessor().invoke(theirs.contains(parts[i].getName()) ? saved : this);
            }
            return (OccurrenceForm) OccurrenceForm.class.getDeclaredConstructors()[0].newInstance(values);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    public String at(MomentName name) {
        return switch (name) {
            case STARTED -> startedAt;
            case IMPACT -> impactAt;
            case DETECTED -> detectedAt;
            case ACKNOWLEDGED -> acknowledgedAt;
            case MITIGATED -> mitigatedAt;
            case RESOLVED -> resolvedAt;
        };
    }

    /** Why there is no time, or which of two it is. */
    public String none(MomentName name) {
        return switch (name) {
            case STARTED -> startedNone;
            case IMPACT -> impactNone;
            case DETECTED -> detectedNone;
            case ACKNOWLEDGED -> acknowledgedNone;
            case MITIGATED -> mitigatedNone;
            case RESOLVED -> resolvedNone;
        };
    }

    /** Those of the chosen kind: the form hides the others, and leaves them as they are. */
    private List<MomentName> moments() {
        var chosen = Typed.choice(Kind.class, kind);
        return chosen == null ? List.of() : MomentName.of(chosen);
    }

    public List<Option> drills() {
        return List.of(Option.of(DRILL, "It was an exercise of ours"));
    }

    public boolean hit(ImpactKind kind) {
        return impactKinds != null && impactKinds.contains(kind.name());
    }

    /** A time left as it was keeps its seconds, and its side of a clock change. */
    static Moment moment(String at, String none, Moment was, ZoneId zone) {
        var state = Typed.choice(Moment.State.class, none);
        var untouched = was.known() && Formats.input(was.at(), zone).equals(at);
        // whoever says that there is none means the time that still stands beside it
        if (LocalTimes.given(at) && !(untouched && state != null && state != Moment.State.AT)) {
            var same = untouched && (LocalTimes.side(was.at(), zone).isEmpty() || none(was, zone).equals(none));
            return same ? was : Moment.at(LocalTimes.parse(at, zone, none));
        }
        return state == null || state == Moment.State.AT ? Moment.UNKNOWN : new Moment(state, null);
    }

    /** An incident that turns out to be a near miss could have been as severe as it was thought to be, and the other way round. */
    private static Severity level(String chosen, String former, boolean turned) {
        return Typed.choice(Severity.class, turned && !Typed.given(chosen) ? former : chosen);
    }

    private static <T> void replace(Set<T> set, Set<T> with) {
        set.retainAll(with);
        set.addAll(with);
    }

    /** Why there is no time; or which of two is meant, where the clocks showed a time twice. */
    static String none(Moment moment, ZoneId zone) {
        var side = moment.known() ? LocalTimes.side(moment.at(), zone) : "";
        return side.isEmpty() ? moment.state().name() : side;
    }

    static String time(Moment moment, ZoneId zone) {
        return moment.known() ? Formats.input(moment.at(), zone) : "";
    }

    private static String text(String value) {
        return Objects.requireNonNullElse(value, "");
    }
}
