package org.closecall.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/** From what was typed or chosen to what is meant. Junk becomes nothing: the form has said so before. */
public final class Typed {

    /** A pattern: an address of the web, or nothing. */
    public static final String ADDRESS = "(?i)\\s*(https?://[^\\s/?#]\\S*\\s*)?";

    private static final int LONGEST_ADDRESS = 2_000;
    private static final int LAST_YEAR = 9_999;

    private Typed() {
    }

    /** An address of the web as it may be kept; null for anything else. */
    public static String web(String address) {
        return given(address) && address.length() <= LONGEST_ADDRESS && address.matches(ADDRESS) ? address.strip() : null;
    }

    /** Signs that nobody sees are nothing typed. */
    public static boolean given(String typed) {
        return typed != null && !typed.replaceAll("[\\u200B-\\u200D\\u2060\\uFEFF]", "").isBlank();
    }

    public static <E extends Enum<E>> E choice(Class<E> type, String name) {
        return Arrays.stream(type.getEnumConstants()).filter(value -> value.name().equals(name)).findFirst().orElse(null);
    }

    public static String name(Enum<?> value) {
        return value == null ? "" : value.name();
    }

    public static String orNull(String text) {
        return given(text) ? text.strip().replace("\r\n", "\n") : null;
    }

    /** One line of text. */
    public static String line(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }

    /** Cut at a word where it is too long, and never within a sign. */
    public static String shortened(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        var space = text.lastIndexOf(' ', most - 1);
        var cut = space > most / 2 ? space : most - 1;
        return text.substring(0, Character.isHighSurrogate(text.charAt(cut - 1)) ? cut - 1 : cut).strip() + "…";
    }

    public static Long id(String typed) {
        return typed != null && typed.matches("\\d{1,18}") ? Long.valueOf(typed) : null;
    }

    public static List<Long> ids(List<String> typed) {
        return typed == null ? List.of() : typed.stream().map(Typed::id).filter(Objects::nonNull).toList();
    }

    public static <T> T found(String typed, Function<Long, T> finder) {
        var id = id(typed);
        return id == null ? null : finder.apply(id);
    }

    /** Before every change when it is not a version of ours: then nothing counts as untouched. */
    public static int version(String typed) {
        return typed != null && typed.matches("\\d{1,9}") ? Integer.parseInt(typed) : -1;
    }

    /** Of a year with four digits: no other can be meant, and not every one is known to the database. */
    public static LocalDate date(String typed) {
        try {
            var day = given(typed) ? LocalDate.parse(typed.strip()) : null;
            return day == null || day.getYear() < 1 || day.getYear() > LAST_YEAR ? null : day;
        } catch (DateTimeException unreadable) {
            return null;
        }
    }
}
