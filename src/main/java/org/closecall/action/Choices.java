package org.closecall.action;

import io.quarkus.qute.TemplateData;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.closecall.people.Person;
import org.closecall.web.Option;

/** What the selects of a page offer. */
@TemplateData
public record Choices(List<Option> owners) {

    /** Who has left stays on offer where they own it already. */
    static Choices forForm(Person owner) {
        return new Choices(Stream.concat(Person.working().stream(), Stream.ofNullable(owner)).distinct()
                .map(person -> Option.of(person.id, person.name)).toList());
    }

    /** Everybody who owns something, here or gone, and nobody. */
    static Choices forFilter() {
        List<Person> owners = Person.list("from Person p where exists (select 1 from ActionItem a where a.owner = p and a.deletedAt is null) order by p.name, p.id");
        return new Choices(Stream.concat(Stream.of(Option.of(ActionFilter.NOBODY, "Nobody yet")),
                owners.stream().map(person -> Option.of(person.id, person.name))).toList());
    }

    public List<Option> states() {
        return Stream.concat(Arrays.stream(ActionState.values()).map(state -> Option.of(state, state.label)),
                Stream.of(Option.of(ActionFilter.ANY, "Any"))).toList();
    }

    public List<Option> aims() {
        return Arrays.stream(Aim.values()).map(aim -> Option.of(aim, aim.label)).toList();
    }

    public List<Aim> aimList() {
        return List.of(Aim.values());
    }
}
