package org.closecall.defence;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.closecall.catalog.Control;
import org.closecall.catalog.Layer;
import org.closecall.occurrence.Occurrence;
import org.closecall.people.Change;
import org.closecall.people.Person;

/** What one control did in one occurrence. A control that was not concerned has none. */
@Entity
public class OccurrenceControl extends PanacheEntityBase {

    private static final Comparator<OccurrenceControl> IN_ORDER = Comparator.<OccurrenceControl, Layer>comparing(one -> one.control.layer)
            .thenComparing(one -> one.control.position).thenComparing(one -> one.control.id);

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;
    @ManyToOne(fetch = FetchType.LAZY)
    public Occurrence occurrence;
    @ManyToOne(fetch = FetchType.LAZY)
    public Control control;
    @Enumerated(EnumType.STRING)
    public ControlState state;
    public String note;

    /** In the order a fault meets them. */
    public static List<OccurrenceControl> of(Occurrence occurrence) {
        return OccurrenceControl.<OccurrenceControl>list("from OccurrenceControl c join fetch c.control where c.occurrence = ?1", occurrence)
                .stream().sorted(IN_ORDER).toList();
    }

    /** Null when it was not concerned. */
    public static OccurrenceControl of(Occurrence occurrence, Long control) {
        return control == null ? null : find("occurrence = ?1 and control.id = ?2", occurrence, control).firstResult();
    }

    /** What stopped an occurrence has held in it, whoever said so and wherever. */
    public static void holds(Occurrence occurrence, Person by, Instant now) {
        var control = occurrence.stoppedByControl;
        var known = control == null ? null : of(occurrence, control.id);
        if (control == null || known != null && known.state == ControlState.HELD) {
            return;
        }
        var before = known == null ? Map.<String, String>of() : Map.of(label(control), known.text());
        var held = known == null ? concerning(occurrence, control) : known;
        held.state = ControlState.HELD;
        held.persist();
        Change.record(occurrence.subject(), "recorded a control", before, Map.of(label(control), held.text()), by, now);
    }

    static OccurrenceControl concerning(Occurrence occurrence, Control control) {
        var concerned = new OccurrenceControl();
        concerned.occurrence = occurrence;
        concerned.control = control;
        return concerned;
    }

    /** Two layers may have a control of one name. */
    static String label(Control control) {
        return control.layer.label + ": " + control.name;
    }

    /** As histories keep it. */
    String text() {
        return state.label + (note == null ? "" : ": " + note);
    }

    /** What would close the hole, as the title of an action. */
    public String remedy() {
        return state == ControlState.ABSENT ? "Introduce " + DefenceWords.inText(control.name) + " where it was absent"
                : "Make " + DefenceWords.inText(control.name) + " hold where it failed";
    }
}
