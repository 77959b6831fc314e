package org.closecall.defence;

import io.quarkus.qute.TemplateData;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.closecall.catalog.Control;
import org.closecall.occurrence.Occurrence;
import org.closecall.occurrence.Snapshot;
import org.closecall.occurrence.StoppedBy;
import org.closecall.web.Conflict;
import org.closecall.web.Errors;
import org.closecall.web.Typed;

/**
 * What each control did, as chosen, by field name: state.3 and note.3 of control 3, and was.3 as the form was opened;
 * stopped is a kind of stopping or the id of the control that did it. What is not in the form stays as it is.
 */
@TemplateData
public record DefenceForm(Map<String, String> typed) {

    private static final int LONGEST_NOTE = 500;
    private static final String NOT_CONCERNED = "NONE";
    private static final String STOPPED = "stopped";
    private static final String WAS_STOPPED = "was.stopped";

    static DefenceForm of(MultivaluedMap<String, String> form) {
        var typed = new HashMap<String, String>();
        form.forEach((name, values) -> typed.put(name, values.get(0).replace("\0", "")));
        return new DefenceForm(typed);
    }

    static DefenceForm of(Occurrence occurrence, List<OccurrenceControl> known) {
        var typed = new HashMap<String, String>();
        var stopped = occurrence.stoppedByControl == null ? Typed.name(occurrence.stoppedBy) : occurrence.stoppedByControl.id.toString();
        typed.put(STOPPED, stopped);
        typed.put(WAS_STOPPED, stopped);
        known.forEach(one -> {
            typed.put("state." + one.control.id, one.state.name());
            typed.put("note." + one.control.id, one.note == null ? "" : one.note);
            typed.put("was." + one.control.id, one.text());
        });
        return new DefenceForm(typed);
    }

    public String stopped() {
        return typed.getOrDefault(STOPPED, "");
    }

    public String wasStopped() {
        return typed.getOrDefault(WAS_STOPPED, "");
    }

    public String state(Control control) {
        return typed.getOrDefault("state." + control.id, NOT_CONCERNED);
    }

    public String note(Control control) {
        return typed.getOrDefault("note." + control.id, "");
    }

    public String noteField(Control control) {
        return "note." + control.id;
    }

    public String was(Control control) {
        return typed.getOrDefault("was." + control.id, "");
    }

    boolean asks(Control control) {
        return typed.containsKey("state." + control.id);
    }

    boolean asksWhatStoppedIt() {
        return typed.containsKey(STOPPED);
    }

    StoppedBy stoppedBy(List<Control> controls) {
        return stoppedByControl(controls) == null ? Typed.choice(StoppedBy.class, stopped()) : StoppedBy.SAFEGUARD;
    }

    Control stoppedByControl(List<Control> controls) {
        return controls.stream().filter(control -> control.id.toString().equals(stopped())).findFirst().orElse(null);
    }

    /** Null when it was not concerned. What stopped it has held. */
    ControlState chosen(Control control) {
        var state = Typed.choice(ControlState.class, state(control));
        return control.id.toString().equals(stopped()) ? ControlState.HELD : state;
    }

    Errors check(List<Control> controls) {
        var errors = Errors.none();
        var stopping = stoppedByControl(controls);
        if (Typed.given(stopped()) && stoppedBy(controls) == null) {
            errors.add(STOPPED, "Choose one of the list");
        } else if (stopping != null && List.of("FAILED", "ABSENT").contains(state(stopping))) {
            errors.add(STOPPED, stopping.name + " cannot have stopped it: below it says that it " + (state(stopping).equals("FAILED") ? "failed" : "was absent"));
        }
        controls.stream().filter(control -> note(control).length() > LONGEST_NOTE)
                .forEach(control -> errors.add("note." + control.id, "At most " + LONGEST_NOTE + " characters on " + control.name));
        return errors;
    }

    /** As the form was opened; what it did not hold counts as untouched. */
    Map<String, String> opened(List<Control> controls, Map<String, String> saved) {
        var opened = new LinkedHashMap<>(saved);
        if (asksWhatStoppedIt()) {
            var was = new DefenceForm(Map.of(STOPPED, wasStopped()));
            opened.keySet().removeAll(Snapshot.STOPPED);
            opened.putAll(Snapshot.ofStop(was.stoppedBy(controls), was.stoppedByControl(controls)));
        }
        controls.stream().filter(this::asks).forEach(control -> {
            if (was(control).isEmpty()) {
                opened.remove(OccurrenceControl.label(control));
            } else {
                opened.put(OccurrenceControl.label(control), was(control));
            }
        });
        return opened;
    }

    /** What was chosen, with the other one's where nothing was, ready to be saved over what is there now. */
    DefenceForm merged(DefenceForm saved, List<Control> controls, Conflict conflict) {
        var merged = new HashMap<>(typed);
        merged.put(WAS_STOPPED, saved.wasStopped());
        if (conflict.taken().stream().anyMatch(Snapshot.STOPPED::contains) && stopped().equals(wasStopped())) {
            merged.put(STOPPED, saved.stopped());
        }
        controls.forEach(control -> {
            merged.put("was." + control.id, saved.was(control));
            if (conflict.taken().contains(OccurrenceControl.label(control))) {
                merged.put("state." + control.id, saved.state(control));
                merged.put("note." + control.id, saved.note(control));
            }
        });
        return new DefenceForm(merged);
    }
}
