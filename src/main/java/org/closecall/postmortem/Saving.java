package org.closecall.postmortem;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.closecall.people.Change;
import org.closecall.people.Person;

/** What one person saves of a postmortem at one time. Whoever makes one holds the lock of the postmortem. */
record Saving(Postmortem postmortem, Person by, Instant now) {

    /** Takes over what was changed on the page, text by text. What somebody else changed meanwhile stays and is handed back. */
    List<Clash> write(Writing writing) {
        var before = new LinkedHashMap<String, String>();
        var after = new LinkedHashMap<String, String>();
        var clashes = new ArrayList<Clash>();
        var lossy = false;
        for (var slot : Slot.of(postmortem, by, now)) {
            if (writing.clashes(slot)) {
                clashes.add(Clash.of(this, slot, writing));
            } else if (writing.changes(slot)) {
                before.put(slot.label(), slot.shown());
                lossy |= put(slot, writing.text(slot.key()), null);
                after.put(slot.label(), slot.shown());
            }
        }
        if (!after.isEmpty()) {
            Postmortem.getEntityManager().flush();
            // What was taken away stays readable in a line before.
            Change.goOn(postmortem.subject(), Postmortem.EDITED, before, after, by, now, lossy ? Duration.ZERO : Revision.RUN);
        }
        return clashes;
    }

    /** What is chosen of the timeline is no text: it makes nobody an author. */
    void chose(String what, Map<String, String> before, Map<String, String> after) {
        Postmortem.getEntityManager().flush();
        Change.goOn(postmortem.subject(), what, before, after, by, now, Revision.RUN);
    }

    void restore(Slot slot, Revision revision) {
        var before = slot.shown();
        put(slot, revision.text, revision);
        Postmortem.getEntityManager().flush();
        Change.record(postmortem.subject(), "brought back a text of the postmortem", labelled(slot, before), labelled(slot, slot.shown()), by, now);
    }

    /** The text that lost against another's: kept in the history. */
    void setAside(Slot slot, String text) {
        Change.record(postmortem.subject(), "kept another’s text and set their own aside", Map.of(slot.label(), text), Map.of(slot.label(), slot.saved().get()), by, now);
    }

    private boolean put(Slot slot, String text, Revision restored) {
        var before = slot.saved().get();
        slot.save().accept(text);
        var lossy = Revision.keep(slot, before, restored, this);
        Presence.here(postmortem, slot.key(), by, now);
        return lossy;
    }

    private static Map<String, String> labelled(Slot slot, String text) {
        return text == null ? Map.of() : Map.of(slot.label(), text);
    }
}
