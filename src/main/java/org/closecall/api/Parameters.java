package org.closecall.api;

import java.util.Arrays;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Stream;
import org.closecall.web.Errors;
import org.closecall.web.Typed;

/** Checks what stands in the address of a list: what cannot be read, or is there by no name, is refused rather than passed over. Empty ones ask for nothing. */
public record Parameters(Errors errors) {

    public static final int MOST = 200;

    /** asked: the names of all there is in the address. */
    public static Parameters of(Collection<String> asked, Set<String> known) {
        var errors = Errors.none();
        asked.stream().filter(name -> !known.contains(name)).sorted().forEach(name -> errors.add(name, "There is no such parameter"));
        return new Parameters(errors);
    }

    public static Stream<String> names(Class<? extends Enum<?>> words) {
        return Arrays.stream(words.getEnumConstants()).map(Enum::name);
    }

    public void choice(String field, String value, Stream<String> words) {
        var allowed = words.toList();
        if (Typed.given(value) && !allowed.contains(value)) {
            errors.add(field, "One of " + String.join(", ", allowed));
        }
    }

    public void id(String field, String value) {
        if (Typed.given(value) && Typed.id(value) == null) {
            errors.add(field, "An id is a number");
        }
    }

    /** A number, or one of some words. */
    public void id(String field, String value, Stream<String> words) {
        var allowed = words.toList();
        if (Typed.given(value) && Typed.id(value) == null && !allowed.contains(value)) {
            errors.add(field, "An id, or one of " + String.join(", ", allowed));
        }
    }

    public void day(String field, String value) {
        if (Typed.given(value) && Typed.date(value) == null) {
            errors.add(field, "Write it as a date, such as 2026-11-12");
        }
    }

    public void limit(String value) {
        if (Typed.given(value) && (Typed.id(value) == null || Typed.id(value) < 1 || Typed.id(value) > MOST)) {
            errors.add("limit", "A number from 1 to " + MOST);
        }
    }

    public void after(String value, String pattern) {
        if (Typed.given(value) && !value.matches(pattern)) {
            errors.add("after", "That is not the next of a page before");
        }
    }
}
