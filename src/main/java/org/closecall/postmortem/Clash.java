package org.closecall.postmortem;

import io.quarkus.qute.TemplateData;
import java.time.Instant;
import java.util.Locale;
import org.closecall.web.ThreeWay;
import org.closecall.web.WordDiff;

/**
 * A text that somebody else saved while this one was written, both in view. seen is the stamp of theirs; base has both
 * against what they were written over, or is null where that was nothing or cannot be known any more. by and whose
 * name who saved theirs, which may be the same person in another window.
 */
@TemplateData
public record Clash(String key, String label, String by, String whose, Instant at, String text, String stamp, String theirs, String seen, WordDiff diff, ThreeWay base, boolean choice) {

    static Clash of(Saving saving, Slot slot, Writing writing) {
        var postmortem = saving.postmortem();
        var mine = writing.text(slot.key());
        var theirs = slot.saved().get();
        var last = Revision.latest(postmortem, slot.key());
        var by = last == null || last.person == null ? "Somebody" : last.person.id.equals(saving.by().id) ? null : last.person.name;
        return new Clash(slot.key(), slot.label(), by == null ? "Another window of yours" : by, by == null ? "the other window’s" : by + "’s", last == null ? null : last.savedAt,
                mine, writing.stamp(slot.key()), theirs, Texts.stamp(theirs), WordDiff.of(slot.naming().apply(mine), slot.naming().apply(theirs)),
                base(postmortem, slot, writing.stamp(slot.key()), mine, theirs), slot.choice());
    }

    public String whoseFirst() {
        return whose.substring(0, 1).toUpperCase(Locale.ROOT) + whose.substring(1);
    }

    /** Null when there is none, or they changed the same words. */
    public String merged() {
        return base == null ? null : base.merged();
    }

    /** What editing begins with. */
    public String proposal() {
        return merged() == null ? text : merged();
    }

    private static ThreeWay base(Postmortem postmortem, Slot slot, String stamp, String mine, String theirs) {
        var base = slot.choice() ? null : Revision.text(postmortem, slot.key(), stamp);
        return base == null || base.isEmpty() ? null : ThreeWay.of(base, mine, theirs);
    }
}
