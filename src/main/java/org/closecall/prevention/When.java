package org.closecall.prevention;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.closecall.web.Errors;
import org.closecall.web.Formats;
import org.closecall.web.LocalTimes;
import org.closecall.web.Typed;

/** Moments as people type them, in their zone, and as programs send them, with their offset; to the second. No zone: the offset is needed. */
final class When {

    private When() {
    }

    /** Null for nothing and for what is no time. was is kept where its text was not touched: an hour that came twice stays the one it was. */
    static Instant read(String typed, Instant was, ZoneId zone) {
        return was != null && text(was, zone).equals(typed) ? was : read(typed, zone);
    }

    private static Instant read(String typed, ZoneId zone) {
        var exact = exact(typed);
        var at = exact == null && zone != null ? LocalTimes.parse(typed, zone) : exact;
        return at == null ? null : at.truncatedTo(ChronoUnit.SECONDS);
    }

    static String text(Instant at, ZoneId zone) {
        return at == null ? "" : Formats.input(at, zone);
    }

    /** A moment that has passed; missing is what to say where there must be one, or null. */
    static void check(Errors errors, String field, String typed, ZoneId zone, Instant now, String missing) {
        if (!Typed.given(typed)) {
            if (missing != null) {
                errors.add(field, missing);
            }
            return;
        }
        var exact = exact(typed);
        var complaint = exact != null ? LocalTimes.complaint(exact, zone == null ? ZoneOffset.UTC : zone, now)
                : zone == null ? "Write it as a time with its offset, such as 2026-11-12T01:11:00Z" : LocalTimes.complaint(typed, zone, now);
        if (complaint != null) {
            errors.add(field, complaint);
        }
    }

    /** The second must not come before the first, where both can be read. */
    static void order(Errors errors, String field, String first, String second, ZoneId zone, String complaint) {
        var from = read(first, zone);
        var to = read(second, zone);
        if (from != null && to != null && to.isBefore(from)) {
            errors.add(field, complaint);
        }
    }

    private static Instant exact(String typed) {
        try {
            return Typed.given(typed) ? OffsetDateTime.parse(typed.strip().replaceFirst("(?<=\\d) (?=\\d)", "T")).toInstant() : null;
        } catch (DateTimeException none) {
            return null;
        }
    }
}
