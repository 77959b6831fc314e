package org.closecall.occurrence;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/** From what was typed or chosen to what is meant. Junk becomes nothing: the form has said so before. */
final class Typed {

    private Typed() {
    }

    static <E extends Enum<E>> E choice(Class<E> type, String name) {
        return Arrays.stream(type.getEnumConstants()).filter(value -> value.name().equals(name)).findFirst().orElse(null);
    }

    static String name(Enum<?> value) {
        return value == null ? "" : value.name();
    }

    static String orNull(String text) {
        return text == null || text.isBlank() ? null : text.strip().replace("\r\n", "\n");
    }

    static Long id(String typed) {
        return typed != null && typed.matches("\\d{1,18}") ? Long.valueOf(typed) : null;
    }

    static List<Long> ids(List<String> typed) {
        return typed == null ? List.of() : typed.stream().map(Typed::id).filter(Objects::nonNull).toList();
    }

    static <T> T found(String typed, Function<Long, T> finder) {
        var id = id(typed);
        return id == null ? null : finder.apply(id);
    }
}
