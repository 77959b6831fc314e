package org.closecall.action;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.closecall.catalog.Service;
import org.closecall.catalog.Team;
import org.closecall.people.Person;
import org.closecall.web.Formats;
import org.closecall.web.Typed;

/** What is changed of several actions at once. It is kept by id, unlike in histories: a team renamed meanwhile is still the same team. */
enum ActionField {
    OWNER("Owner", a -> a.owner == null ? "" : a.owner.id.toString(), a -> a.owner == null ? "nobody" : a.owner.name, (a, id) -> a.owner = Typed.found(id, key -> Person.findById(key))),
    TEAM("Team", a -> a.team == null ? "" : a.team.id.toString(), a -> a.team == null ? "none" : a.team.name, (a, id) -> a.team = Typed.found(id, key -> Team.findById(key))),
    SERVICE("Service", a -> a.service == null ? "" : a.service.id.toString(), a -> a.service == null ? "none" : a.service.name, (a, id) -> a.service = Typed.found(id, key -> Service.findById(key))),
    DUE("Due", a -> a.dueOn == null ? "" : a.dueOn.toString(), a -> a.dueOn == null ? "no date" : Formats.day(a.dueOn), (a, day) -> a.dueOn = Typed.date(day)),
    PRIORITY("Priority", a -> a.priority.name(), a -> a.priority.label, (a, name) -> a.priority = Typed.choice(Priority.class, name)),
    AIM("Aim", a -> a.aim.name(), a -> a.aim.label, (a, name) -> a.aim = Typed.choice(Aim.class, name)),
    STRATEGY("Strategy", a -> a.strategy == null ? "" : a.strategy.id.toString(), a -> a.strategy == null ? "none" : a.strategy.name, (a, id) -> a.strategy = Typed.found(id, key -> Strategy.findById(key))),
    /** Goes with a step: what is done waits for nothing. */
    WAITS("What it waits for", a -> a.blockedOn == null ? "" : a.blockedOn, a -> a.blockedOn == null ? "nothing" : a.blockedOn, (a, words) -> a.blockedOn = Typed.orNull(words));

    final String label;
    private final Function<ActionItem, String> reading;
    private final Function<ActionItem, String> words;
    private final BiConsumer<ActionItem, String> writing;

    ActionField(String label, Function<ActionItem, String> reading, Function<ActionItem, String> words, BiConsumer<ActionItem, String> writing) {
        this.label = label;
        this.reading = reading;
        this.words = words;
        this.writing = writing;
    }

    /** By name. */
    static Map<String, String> all(ActionItem action) {
        var fields = new LinkedHashMap<String, String>();
        Arrays.stream(values()).forEach(field -> fields.put(field.name(), field.read(action)));
        return fields;
    }

    String read(ActionItem action) {
        return reading.apply(action);
    }

    String words(ActionItem action) {
        return words.apply(action);
    }

    void write(ActionItem action, String value) {
        writing.accept(action, value);
    }
}
