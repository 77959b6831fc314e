package org.closecall.defence;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.closecall.catalog.Control;
import org.closecall.occurrence.Occurrence;
import org.closecall.occurrence.Snapshot;
import org.closecall.people.Change;
import org.closecall.people.Person;
import org.closecall.web.Typed;

/** Everything said of the controls of one occurrence, while it is being changed. */
final class Recording {

    private final Occurrence occurrence;
    private final Map<Control, OccurrenceControl> known = new LinkedHashMap<>();
    final List<Control> controls;

    private Recording(Occurrence occurrence) {
        this.occurrence = occurrence;
        OccurrenceControl.of(occurrence).forEach(one -> known.put(one.control, one));
        var named = Stream.concat(known.keySet().stream(), Stream.ofNullable(occurrence.stoppedByControl));
        controls = Stream.concat(Control.inUse().stream(), named).distinct().toList();
    }

    static Recording of(Occurrence occurrence) {
        return new Recording(occurrence);
    }

    DefenceForm form() {
        return DefenceForm.of(occurrence, List.copyOf(known.values()));
    }

    Map<String, String> snapshot() {
        var snapshot = new LinkedHashMap<>(Snapshot.ofStop(occurrence.stoppedBy, occurrence.stoppedByControl));
        known.forEach((control, one) -> snapshot.put(OccurrenceControl.label(control), one.text()));
        return snapshot;
    }

    /** The same once the form is saved. */
    Map<String, String> snapshot(DefenceForm form) {
        var stop = form.asksWhatStoppedIt() ? Snapshot.ofStop(form.stoppedBy(controls), form.stoppedByControl(controls))
                : Snapshot.ofStop(occurrence.stoppedBy, occurrence.stoppedByControl);
        var snapshot = new LinkedHashMap<>(stop);
        controls.forEach(control -> {
            var one = form.asks(control) ? said(form, control, new OccurrenceControl()) : known.get(control);
            if (one != null && one.state != null) {
                snapshot.put(OccurrenceControl.label(control), one.text());
            }
        });
        return snapshot;
    }

    /** False when it says what was known already. */
    boolean save(DefenceForm form, Person by, Instant now) {
        var before = snapshot();
        if (before.equals(snapshot(form))) {
            return false;
        }
        if (form.asksWhatStoppedIt()) {
            occurrence.stoppedBy = form.stoppedBy(controls);
            occurrence.stoppedByControl = form.stoppedByControl(controls);
        }
        controls.stream().filter(form::asks).forEach(control -> keep(form, control));
        occurrence.touched();
        Change.record(occurrence.subject(), "recorded what held and what failed", new HashMap<>(before), snapshot(), by, now);
        return true;
    }

    private void keep(DefenceForm form, Control control) {
        var one = said(form, control, known.getOrDefault(control, OccurrenceControl.concerning(occurrence, control)));
        if (one.state != null) {
            one.persist();
            known.put(control, one);
        } else if (known.remove(control) != null) {
            one.delete();
        }
    }

    private static OccurrenceControl said(DefenceForm form, Control control, OccurrenceControl one) {
        var state = form.chosen(control);
        one.note = state == null || !Typed.given(form.note(control)) ? null : Typed.line(form.note(control));
        one.state = state;
        return one;
    }
}
