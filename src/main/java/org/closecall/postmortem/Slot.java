package org.closecall.postmortem;

import jakarta.ws.rs.NotFoundException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.closecall.people.Person;

/** A text that two people may be writing at once: what it is called, how it is read and saved, how it is shown. */
record Slot(String key, String label, Supplier<String> saved, Consumer<String> save, UnaryOperator<String> naming) {

    static final String TITLE = "title";
    static final String FACILITATOR = "facilitator";

    static List<Slot> of(Postmortem p, Person by, Instant now) {
        var slots = new ArrayList<Slot>();
        slots.add(new Slot(TITLE, "Title", () -> p.title, text -> p.title = text, UnaryOperator.identity()));
        slots.add(new Slot(FACILITATOR, "Facilitator", () -> p.facilitator == null ? "" : p.facilitator.id.toString(),
                id -> p.facilitator = person(id), id -> id.isEmpty() ? "" : person(id).name));
        p.asked().texts().forEach(asked -> slots.add(new Slot(asked.key(), asked.title(), () -> p.section(asked.key()).body,
                text -> p.section(asked.key()).write(text, by, now), UnaryOperator.identity())));
        return slots;
    }

    static Slot of(Postmortem p, String key, Person by, Instant now) {
        return of(p, by, now).stream().filter(slot -> slot.key.equals(key)).findFirst().orElseThrow(NotFoundException::new);
    }

    /** One that is written: the facilitator is chosen. */
    static Slot text(Postmortem p, String key, Person by, Instant now) {
        var slot = of(p, key, by, now);
        if (slot.choice()) {
            throw new NotFoundException();
        }
        return slot;
    }

    boolean choice() {
        return key.equals(FACILITATOR);
    }

    /** Null when empty. */
    String shown() {
        return Texts.orNull(naming.apply(saved.get()));
    }

    private static Person person(String id) {
        return id.isEmpty() ? null : Person.findById(Long.valueOf(id));
    }
}
