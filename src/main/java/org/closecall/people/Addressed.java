package org.closecall.people;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.closecall.web.Markdown;

/** Who is named in a text, behind an @: the names as they are written there, and whose they are. */
public record Addressed(List<String> names, List<Person> people) {

    /** Of those who are still here and may write; in one statement. */
    public static Addressed in(String text) {
        if (text.indexOf('@') < 0) {
            return new Addressed(List.of(), List.of());
        }
        var working = Person.working();
        var names = Markdown.named(text, working.stream().flatMap(person -> handles(person).stream()).collect(Collectors.toSet()));
        var folded = names.stream().map(Addressed::folded).collect(Collectors.toSet());
        return new Addressed(List.copyOf(names), working.stream().filter(person -> handles(person).stream().map(Addressed::folded).anyMatch(folded::contains)).toList());
    }

    /** What one writes: the name, or the e-mail up to its own @. */
    private static List<String> handles(Person person) {
        return List.of(person.name, person.email.substring(0, person.email.indexOf('@')));
    }

    private static String folded(String name) {
        return name.toUpperCase(Locale.ROOT);
    }
}
