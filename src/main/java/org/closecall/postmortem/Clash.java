package org.closecall.postmortem;

import io.quarkus.qute.TemplateData;
import java.time.Instant;
import java.util.List;
import org.closecall.people.Change;
import org.closecall.web.WordDiff;

/** A text that somebody else saved while this one was written, both in view. seen is the stamp of theirs. */
@TemplateData
public record Clash(String key, String label, String by, Instant at, String text, String stamp, String seen, WordDiff diff, boolean choice) {

    private static final int RECENT = 20;

    static Clash of(Postmortem postmortem, Slot slot, Writing writing) {
        var mine = writing.text(slot.key());
        var theirs = slot.saved().get();
        var last = recent(postmortem).stream().filter(change -> change.fields.stream().anyMatch(field -> field.name().equals(slot.label()))).findFirst().orElse(null);
        return new Clash(slot.key(), slot.label(), last == null || last.person == null ? "Somebody" : last.person.name, last == null ? null : last.at,
                mine, writing.stamp(slot.key()), Texts.stamp(theirs), WordDiff.of(slot.naming().apply(mine), slot.naming().apply(theirs)),
                slot.key().equals(Slot.FACILITATOR));
    }

    private static List<Change> recent(Postmortem postmortem) {
        return Change.<Change>find("from Change c left join fetch c.person where c.subject = 'postmortem' and c.subjectId = ?1 order by c.id desc", postmortem.id)
                .page(0, RECENT).list();
    }
}
