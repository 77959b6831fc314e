package org.closecall.web;

import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateExtension;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** How times, durations and texts are written on pages. */
@TemplateExtension
public final class Formats {

    private static final String NBSP = "\u00a0";
    private static final DateTimeFormatter UTC = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'").withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter DAY_AND_TIME = DateTimeFormatter.ofPattern("d MMM yyyy HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter FULL = DateTimeFormatter.ofPattern("EEEE d MMMM yyyy, HH:mm z", Locale.ENGLISH);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter DAY_OF_MONTH = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);
    private static final Pattern ISO = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d(:\\d\\d(\\.\\d+)?)?Z");
    private static final DateTimeFormatter INPUT = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm");

    private Formats() {
    }

    /** 2026-11-12 01:11:00 UTC, for the title of every time. */
    public static String utc(Instant at) {
        return UTC.format(at);
    }

    /** 12 Nov 2026 02:11 */
    public static String inZone(Instant at, ZoneId zone) {
        return DAY_AND_TIME.format(at.atZone(zone));
    }

    /** Thursday 12 November 2026, 02:11 CET */
    public static String inFull(Instant at, ZoneId zone) {
        return FULL.format(at.atZone(zone));
    }

    /** 02:11 */
    public static String time(Instant at, ZoneId zone) {
        return TIME.format(at.atZone(zone));
    }

    /** 02:11 */
    public static String clock(LocalDateTime local) {
        return TIME.format(local);
    }

    /** 12 Nov 2026 */
    public static String day(Instant at, ZoneId zone) {
        return DAY.format(at.atZone(zone));
    }

    /** 12 Nov 2026 */
    public static String day(LocalDate date) {
        return DAY.format(date);
    }

    /** 12 Nov */
    public static String dayOfMonth(Instant at, ZoneId zone) {
        return DAY_OF_MONTH.format(at.atZone(zone));
    }

    /** 12 Nov; 12 Nov 2025 in any year but this one. */
    public static String dayAround(Instant at, Viewer viewer) {
        return at.atZone(viewer.zone()).getYear() == viewer.today().getYear() ? dayOfMonth(at, viewer.zone()) : day(at, viewer.zone());
    }

    /** Histories keep instants as ISO text; they are read in the viewer's zone. */
    public static String momentOrText(String text, ZoneId zone) {
        return ISO.matcher(text).matches() ? inZone(Instant.parse(text), zone) : text;
    }

    public static String urlEncoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** The value of a datetime-local field. Seconds only where there are some, so that saving unchanged changes nothing. */
    public static String input(Instant at, ZoneId zone) {
        var local = LocalDateTime.ofInstant(at, zone).truncatedTo(ChronoUnit.SECONDS);
        return local.getSecond() == 0 ? INPUT.format(local) : local.toString();
    }

    /** The two largest units: 3 h 12 min, 2 d 4 h, 45 s. Never negative: say which came first instead. */
    public static String human(Duration duration) {
        var seconds = Math.abs(duration.getSeconds());
        if (seconds < 60) {
            return seconds + NBSP + "s";
        }
        if (seconds < 3600) {
            return Math.round(seconds / 60.0) + NBSP + "min";
        }
        var minutes = Math.round(seconds / 60.0);
        if (minutes < 48 * 60) {
            return two(minutes / 60, "h", minutes % 60, "min");
        }
        var hours = Math.round(minutes / 60.0);
        return hours < 90 * 24 ? two(hours / 24, "d", hours % 24, "h") : Math.round(hours / 24.0) + NBSP + "d";
    }

    /** {form:key} in the page of a creating form. */
    @TemplateExtension(namespace = "form")
    static String key() {
        return FormKey.fresh();
    }

    public static RawString html(String markdown) {
        return new RawString(Markdown.html(markdown, Mentions.here()));
    }

    /** With the names marked that stand behind an @. */
    public static RawString naming(String markdown, List<String> names) {
        return new RawString(Markdown.html(markdown, Mentions.here(), names));
    }

    /** 1,028 */
    public static String grouped(Number count) {
        return String.format(Locale.ENGLISH, "%,d", count.longValue());
    }

    private static String two(long large, String largeUnit, long small, String smallUnit) {
        return large + NBSP + largeUnit + (small == 0 ? "" : " " + small + NBSP + smallUnit);
    }
}
