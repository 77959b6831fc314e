package org.closecall.occurrence;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Stream;

/** The moments of an occurrence in the order of a life, each with its field and what it is called. */
public enum MomentName {
    STARTED("Started", "There since", "hidden", Fields.STARTED, o -> o.started, (o, moment) -> o.started = moment),
    IMPACT("Impact began", "Impact began", "impact", Fields.IMPACT_BEGAN, o -> o.impactStarted, (o, moment) -> o.impactStarted = moment),
    DETECTED("Detected", "Noticed", "seen", Fields.DETECTED, o -> o.detected, (o, moment) -> o.detected = moment),
    ACKNOWLEDGED("Acknowledged", "Acknowledged", "response", Fields.ACKNOWLEDGED, o -> o.acknowledged, (o, moment) -> o.acknowledged = moment),
    MITIGATED("Mitigated", "Mitigated", "recovery", Fields.MITIGATED, o -> o.mitigated, (o, moment) -> o.mitigated = moment),
    RESOLVED("Resolved", "Removed", "end", Fields.RESOLVED, o -> o.resolved, (o, moment) -> o.resolved = moment);

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

    static Stream<MomentName> known(Occurrence o) {
        return of(o.kind).stream().filter(name -> name.in(o).known());
    }

    public Moment in(Occurrence o) {
        return reading.apply(o);
    }

    void set(Occurrence o, Moment moment) {
        writing.accept(o, moment);
    }

    public String label(Kind kind) {
        return kind.incident() ? ofIncident : kind.nearMiss() && this == STARTED ? ofIncident : ofOthers;
    }

    /** Leads to its field on the page that edits the record. */
    public String anchor() {
        return field.components.get(0);
    }
}
