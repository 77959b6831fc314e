package org.closecall.web;

import io.quarkus.qute.TemplateExtension;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;

/** Times as a datetime-local field sends them, in the viewer's zone. */
public final class LocalTimes {

    public static final String FIRST = "FIRST";
    public static final String SECOND = "SECOND";

    private static final DateTimeFormatter SIDE = DateTimeFormatter.ofPattern("HH:mm zzz '(UTC'xxx')'", Locale.ENGLISH);

    private LocalTimes() {
    }

    public static boolean given(String typed) {
        return typed != null && !typed.isBlank();
    }

    /** Null when nothing was typed or when it is no time: ask readable() first. */
    public static Instant parse(String typed, ZoneId zone) {
        return given(typed) && readable(typed) ? local(typed).atZone(zone).toInstant() : null;
    }

    private static LocalDateTime local(String typed) {
        return LocalDateTime.parse(typed.strip().replace(' ', 'T'));
    }

    /** side says which of two is meant where the clocks showed a time twice. */
    public static Instant parse(String typed, ZoneId zone, String side) {
        var twice = twice(typed, zone);
        return twice.isEmpty() ? parse(typed, zone) : twice.get(SECOND.equals(side) ? 1 : 0);
    }

    /** Which of the two an instant is; empty for a time that came once. */
    public static String side(Instant at, ZoneId zone) {
        var twice = twice(Formats.input(at, zone), zone);
        return twice.isEmpty() ? "" : twice.get(1).isAfter(at.truncatedTo(ChronoUnit.SECONDS)) ? FIRST : SECOND;
    }

    /** What a form offers for a time that came twice; nothing for any other. */
    @TemplateExtension(namespace = "times")
    public static List<Option> sides(String typed, ZoneId zone) {
        var twice = twice(typed, zone);
        return twice.isEmpty() ? List.of() : List.of(Option.of(FIRST, "the first, " + words(twice.get(0), zone)), Option.of(SECOND, "the second, " + words(twice.get(1), zone)));
    }

    /** What is wrong when nobody has said which of two is meant, or null. */
    public static String sideComplaint(String typed, ZoneId zone, String side) {
        return twice(typed, zone).isEmpty() || FIRST.equals(side) || SECOND.equals(side) ? null
                : Formats.clock(local(typed)) + " came twice that night, when the clocks went back: choose which is meant";
    }

    /** 02:30 CEST (UTC+02:00): not every zone has two abbreviations. */
    private static String words(Instant at, ZoneId zone) {
        return SIDE.format(at.atZone(zone));
    }

    private static List<Instant> twice(String typed, ZoneId zone) {
        if (!given(typed) || !readable(typed)) {
            return List.of();
        }
        var offsets = zone.getRules().getValidOffsets(local(typed));
        return offsets.size() < 2 ? List.of() : offsets.stream().map(offset -> local(typed).toInstant(offset)).toList();
    }

    public static boolean readable(String typed) {
        try {
            local(typed);
            return true;
        } catch (DateTimeException unreadable) {
            return false;
        }
    }

    /** What is wrong with a time that should have passed, or null. */
    public static String complaint(String typed, ZoneId zone, Instant now) {
        var unreal = unreal(typed, zone, now);
        return unreal != null || !given(typed) ? unreal : complaint(parse(typed, zone), zone, now);
    }

    /** What is wrong with a time that may also be to come, or null. now is for the example. */
    public static String unreal(String typed, ZoneId zone, Instant now) {
        if (!given(typed)) {
            return null;
        }
        if (!readable(typed)) {
            return "Write it as a date and a time, such as " + Formats.input(now, zone).replace('T', ' ');
        }
        var gap = zone.getRules().getTransition(local(typed));
        return gap == null || !gap.isGap() ? null
                : Formats.clock(local(typed)) + " did not exist that night: the clocks went from " + Formats.clock(gap.getDateTimeBefore()) + " to " + Formats.clock(gap.getDateTimeAfter());
    }

    /** What is wrong with an instant that should have passed, or null. */
    public static String complaint(Instant at, ZoneId zone, Instant now) {
        if (at.isAfter(now.plusSeconds(300))) {
            return "This is in the future: it is " + Formats.inZone(now, zone) + " now";
        }
        return at.atZone(zone).getYear() < 1970 ? "That is before 1970: is the year right?" : null;
    }
}
