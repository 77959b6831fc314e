package org.closecall.occurrence;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.stream.Stream;

/** A day as logs and chats write it: 2026-03-01, March 1st, 1 Mar 2026, 01.03.2026, 3/1/26, today. */
final class PastedDay {

    private static final List<String> MONTHS = List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private static final String MONTH = "(?i:" + String.join("|", MONTHS) + ")[a-z]*\\.?";
    private static final String WEEKDAY = "(?:(?i:mon|tue|wed|thu|fri|sat|sun)[a-z]*\\.?,? +)?";
    private static final String NTH = "(?i:st|nd|rd|th)?";
    static final String PATTERN = "(?<day>" + WEEKDAY + "(?:(?<iy>\\d{4})[-/](?<im>\\d{1,2})[-/](?<id>\\d{1,2})"
            + "|(?<mn>" + MONTH + ") +(?<md>\\d{1,2})" + NTH + "(?:,? +(?<my>\\d{4})(?![\\d:]))?"
            + "|(?<dd>\\d{1,2})" + NTH + "\\.? +(?<dn>" + MONTH + "),?(?: +(?<dy>\\d{4})(?![\\d:]))?"
            + "|(?<na>\\d{1,2})(?<sep>[./])(?<nb>\\d{1,2})(?:\\k<sep>(?<nc>\\d{4}|\\d{2}))?\\.?"
            + "|(?<word>(?i:today|yesterday))))";

    private PastedDay() {
    }

    /** Null when there is no such day. */
    static LocalDate of(Matcher found, LocalDate near, LocalDate today) {
        if (found.group("word") != null) {
            return found.group("word").equalsIgnoreCase("today") ? today : today.minusDays(1);
        }
        if (found.group("iy") != null) {
            return day(found.group("iy"), found.group("im"), found.group("id"), near);
        }
        if (found.group("mn") != null) {
            return day(found.group("my"), month(found.group("mn")), found.group("md"), near);
        }
        if (found.group("dn") != null) {
            return day(found.group("dy"), month(found.group("dn")), found.group("dd"), near);
        }
        return numeric(found, near);
    }

    /** With dots the day comes first. With slashes either may: whichever is a day at all, and the nearer. */
    private static LocalDate numeric(Matcher found, LocalDate near) {
        var year = found.group("nc") != null && found.group("nc").length() == 2 ? "20" + found.group("nc") : found.group("nc");
        var dayFirst = day(year, found.group("nb"), found.group("na"), near);
        if (found.group("sep").equals(".")) {
            return dayFirst;
        }
        return nearest(Stream.of(dayFirst, day(year, found.group("na"), found.group("nb"), near)), near);
    }

    private static LocalDate day(String year, String month, String day, LocalDate near) {
        if (year != null) {
            return day(Integer.parseInt(year), month, day);
        }
        var candidates = new ArrayList<LocalDate>();
        for (var distance = -1; distance <= 1; distance++) {
            candidates.add(day(near.getYear() + distance, month, day));
        }
        return nearest(candidates.stream(), near);
    }

    private static LocalDate day(int year, String month, String day) {
        try {
            return LocalDate.of(year, Integer.parseInt(month), Integer.parseInt(day));
        } catch (DateTimeException none) {
            return null;
        }
    }

    private static LocalDate nearest(Stream<LocalDate> candidates, LocalDate near) {
        return candidates.filter(Objects::nonNull).min(Comparator.comparingLong(day -> Math.abs(ChronoUnit.DAYS.between(near, day)))).orElse(null);
    }

    private static String month(String name) {
        return String.valueOf(MONTHS.indexOf(name.substring(0, 3).toLowerCase(Locale.ROOT)) + 1);
    }
}
