package org.closecall.action;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;

/** From what was typed or chosen to what is meant. Junk becomes nothing: the form has said so before. */
final class Typed {

    private Typed() {
    }

    static boolean given(String typed) {
        return typed != null && !typed.isBlank();
    }

    static <E extends Enum<E>> E choice(Class<E> type, String name) {
        return Arrays.stream(type.getEnumConstants()).filter(value -> value.name().equals(name)).findFirst().orElse(null);
    }

    static Long id(String typed) {
        return typed != null && typed.matches("\\d{1,18}") ? Long.valueOf(typed) : null;
    }

    static LocalDate date(String typed) {
        try {
            return given(typed) ? LocalDate.parse(typed.strip()) : null;
        } catch (DateTimeException unreadable) {
            return null;
        }
    }

    /** One line of text. */
    static String line(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }

    static String orNull(String text) {
        return given(text) ? text.strip().replace("\r\n", "\n") : null;
    }
}
