package org.closecall.reliability;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** A condition in SQL and the values of its question marks, in their order. */
final class Condition {

    private final StringBuilder text;
    private final List<Object> values = new ArrayList<>();

    Condition(String always) {
        text = new StringBuilder(always);
    }

    /** Nothing for null. */
    <T> Condition and(T given, Function<T, Object> value, String condition) {
        if (given != null) {
            text.append(" and ").append(condition);
            values.add(value.apply(given));
        }
        return this;
    }

    String text() {
        return text.toString();
    }

    /** Of its question marks, and of those that follow. */
    List<Object> values(Object... more) {
        return Stream.concat(values.stream(), Stream.of(more)).toList();
    }
}
