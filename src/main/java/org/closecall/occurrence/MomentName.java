package org.closecall.occurrence;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.closecall.people.Change;
import org.closecall.people.Person;

/** The moments of an occurrence in the order of a life, each with its field and what it is called. */
public enum MomentName {
    STARTED("Started", "There since", "hidden", Fields.STARTED, o -> o.started, (o, moment) -> o.started = moment),
    IMPACT("Impact began", "Impact began", "impact", Fields.IMPACT_BEGAN, o -> o.impactStarted, (o, moment) -> o.impactStarted = moment),
    DETECTED("Detected", "Noticed", "seen", Fields.DETECTED, o -> o.detected, (o, moment) -> o.detected = moment),
    ACKNOWLEDGED("Acknowledged", "Acknowledged", "response", Fields.ACKNOWLEDGED, o -> o.acknowledged, (o, moment) -> o.acknowledged = moment),
    MITIGATED("Mitigated", "Mitigated", "recovery", Fields.MITIGATED, o -> o.mitigated, (o, moment) -> o.mitigated = moment),
    RESOLVED("Resolved", "Removed", "end", Fields.RESOLVED, o -> o.resolved, (o, moment) -> o.resolved = moment);

    private static final int LOOKED_BACK = 200;
    private final String ofIncident;
    private final String ofOthers;
    public final String style;
    final Fields field;
    private final Function<Occurrence, Moment> reading;
    private final BiConsumer<Occurrence, Moment> writing;

    MomentName(String ofIncident, String ofOthers, String style, Fields field, Function<Occurrence, Moment> reading, BiConsumer<Occurrence, Moment> writing) {
        this.ofIncident = ofIncident;
        this.ofOthers = ofOthers;
        this.style = style;
        this.field = field;
        this.reading = reading;
        this.writing = writing;
    }

    /** Those a record of this kind has. */
    public static List<MomentName> of(Kind kind) {
        return switch (kind) {
            case INCIDENT -> List.of(values());
            case NEAR_MISS -> List.of(STARTED, DETECTED);
            case HAZARD -> List.of(STARTED, DETECTED, RESOLVED);
        };
    }

    /** Those that have it. */
    public List<Kind> kinds() {
        return Stream.of(Kind.values()).filter(kind -> of(kind).contains(this)).toList();
    }

    static Stream<MomentName> known(Occurrence o) {
        return of(o.kind).stream().filter(name -> name.in(o).known());
    }

    /** All that a record of its kind has, in their order. */
    public static Map<MomentName, Moment> moments(Occurrence o) {
        var moments = new EnumMap<MomentName, Moment>(MomentName.class);
        of(o.kind).forEach(name -> moments.put(name, name.in(o)));
        return moments;
    }

    public Moment in(Occurrence o) {
        return reading.apply(o);
    }

    public void set(Occurrence o, Moment moment) {
        writing.accept(o, moment);
    }

    /** False when it is that already. The caller holds the record's lock. */
    boolean mark(Occurrence o, Moment moment, Person by, Instant now) {
        var before = Snapshot.of(o);
        set(o, moment);
        return o.edited(before, by, now);
    }

    /** Who set what it is now, or null. */
    Change latestChange(Occurrence o) {
        return Change.latest(o.subject(), LOOKED_BACK).stream()
                .filter(change -> change.fields.stream().anyMatch(this::says)).findFirst().orElse(null);
    }

    /** What it was before the latest change, or null when that is not what it is now. */
    Moment before(Occurrence o) {
        var change = latestChange(o);
        return change == null ? null : change.fields.stream().filter(this::says).filter(one -> in(o).text().equals(one.after()))
                .map(one -> Moment.read(one.before())).filter(Objects::nonNull).findFirst().orElse(null);
    }

    /** Null for an address that names none. */
    static MomentName ofPath(String path) {
        return Stream.of(values()).filter(name -> name.path().equals(path)).findFirst().orElse(null);
    }

    String undo(Occurrence o) {
        return "/occurrences/" + o.number + "/moments/" + path() + "/removal";
    }

    private String path() {
        return name().toLowerCase(Locale.ROOT);
    }

    private boolean says(Change.Field changed) {
        return changed.name().equals(field.label);
    }

    /** Nobody has said when. That it is over with its time unknown has been said. */
    public boolean open(Occurrence o) {
        var moment = in(o);
        return !moment.known() && !moment.none() && !(moment.passed() && ordinal() >= MITIGATED.ordinal());
    }

    /** What somebody may say happens now: the record is open and waits for it. */
    public static List<MomentName> awaited(Occurrence o) {
        return o.progress() == null || o.progress() == Progress.RESOLVED ? List.of()
                : of(o.kind).stream().filter(name -> name.ordinal() >= DETECTED.ordinal() && name.open(o)).toList();
    }

    public String label(Kind kind) {
        return kind.incident() ? ofIncident : kind.nearMiss() && this == STARTED ? ofIncident : ofOthers;
    }

    /** Leads to its field on the page that edits the record. */
    public String anchor() {
        return field.components.get(0);
    }

    /** The field that says why there is no time. */
    public String reason() {
        return field.components.get(1);
    }

    /** Which reasons there may be, the likeliest first. */
    public List<Moment.State> reasons() {
        return switch (this) {
            case STARTED -> List.of(Moment.State.UNKNOWN);
            case IMPACT -> List.of(Moment.State.UNKNOWN, Moment.State.NONE, Moment.State.NOT_YET);
            case DETECTED, ACKNOWLEDGED -> List.of(Moment.State.UNKNOWN, Moment.State.NOT_YET);
            case MITIGATED, RESOLVED -> List.of(Moment.State.NOT_YET, Moment.State.UNKNOWN);
        };
    }

    /** The style that shows it only for kinds that have it. */
    public String shownFor() {
        return of(Kind.NEAR_MISS).contains(this) ? "" : of(Kind.HAZARD).contains(this) ? "not-nearmiss" : "for-incident";
    }
}
