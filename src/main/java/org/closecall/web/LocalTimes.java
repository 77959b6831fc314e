package org.closecall.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;

/** Times as a datetime-local field sends them, in the viewer's zone. */
public final class LocalTimes {

    private LocalTimes() {
    }

    public static boolean given(String typed) {
        return typed != null && !typed.isBlank();
    }

    /** Null when nothing was typed or when it is no time: ask readable() first. */
    public static Instant parse(String typed, ZoneId zone) {
        return given(typed) && readable(typed) ? LocalDateTime.parse(typed.strip().replace(' ', 'T')).atZone(zone).toInstant() : null;
    }

    public static boolean readable(String typed) {
        try {
            LocalDateTime.parse(typed.strip().replace(' ', 'T'));
            return true;
        } catch (DateTimeException unreadable) {
            return false;
        }
    }

    /** What is wrong with a time that should have passed, or null. */
    public static String complaint(String typed, ZoneId zone, Instant now) {
        if (!given(typed)) {
            return null;
        }
        if (!readable(typed)) {
            return "Write it as a date and a time, such as " + Formats.input(now, zone).replace('T', ' ');
        }
        var at = parse(typed, zone);
        if (at.isAfter(now.plusSeconds(300))) {
            return "This is in the future: it is " + Formats.inZone(now, zone) + " now";
        }
        return at.atZone(zone).getYear() < 1970 ? "That is before 1970: is the year right?" : null;
    }
}
