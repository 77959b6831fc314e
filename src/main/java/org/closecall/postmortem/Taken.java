package org.closecall.postmortem;

import io.quarkus.qute.TemplateData;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.Instant;
import java.util.List;
import org.closecall.people.Person;

/** A text that says something else by now than an open page shows, for that page to take in. by is null where nobody is known to have saved it. */
@TemplateData
public record Taken(String key, String text, String stamp, String by, Instant at) {

    /** Of those texts whose stamps the page sends. */
    static List<Taken> of(Postmortem postmortem, MultivaluedMap<String, String> form, Person me) {
        return Slot.of(postmortem, null, null).stream().filter(slot -> form.containsKey(Writing.STAMP + slot.key()))
                .filter(slot -> !Texts.stamp(slot.saved().get()).equals(form.getFirst(Writing.STAMP + slot.key()))).map(slot -> of(postmortem, slot, me)).toList();
    }

    private static Taken of(Postmortem postmortem, Slot slot, Person me) {
        var last = Revision.latest(postmortem, slot.key());
        var by = last == null || last.person == null ? null : last.person.id.equals(me.id) ? "you, in another window" : last.person.name;
        return new Taken(slot.key(), slot.saved().get(), Texts.stamp(slot.saved().get()), by, last == null ? null : last.savedAt);
    }
}
