package org.closecall.exchange;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.closecall.occurrence.Kind;
import org.closecall.occurrence.MomentName;
import org.closecall.postmortem.Document;
import org.closecall.web.Formats;

/**
 * The moments of a postmortem that was written as prose. Only what the file says counts: a time in its front matter, or
 * a duration it states from the first line of its timeline. A duration that leads beyond the timeline is not believed.
 */
final class Times {

    private static final Pattern STATED = Pattern.compile("(?im)^[^\\w\\n]*time to (detect(?:ion)?|recover(?:y)?|resolve|resolution|mitigat(?:e|ion))[^\\w\\n]*:[^\\w\\n]*(\\w.*)$");
    private static final Pattern AMOUNT = Pattern.compile("(?i)(\\d+(?:[.,]\\d+)?)\\s*(d(?:ays?)?|h(?:ours?|rs?)?|m(?:in(?:ute)?s?)?|s(?:ec(?:ond)?s?)?)\\b");
    private static final Duration SLACK = Duration.ofMinutes(5);

    private final FrontMatter matter;
    private final List<Document.Entry> timeline;
    private final String stats;
    private final List<String> notes;

    Times(FrontMatter matter, List<Document.Entry> timeline, String stats, List<String> notes) {
        this.matter = matter;
        this.timeline = timeline;
        this.stats = stats;
        this.notes = notes;
    }

    /** By the names of the format; what nobody said is unknown: it is over. */
    Map<String, String> moments(Kind kind) {
        var moments = new LinkedHashMap<String, String>();
        MomentName.of(kind).forEach(name -> moments.put(name.name().toLowerCase(), "unknown"));
        given(moments, "started", "start", "started_at", "start_time", "begin");
        given(moments, "detected", "detected_at");
        given(moments, "acknowledged", "acknowledged_at");
        given(moments, "mitigated", "mitigated_at");
        given(moments, "resolved", "end", "ended", "resolved_at", "end_time");
        given(moments, "impact", "impact_start", "impact_began");
        if ("unknown".equals(moments.get("started")) && !timeline.isEmpty()) {
            fromTimeline(moments);
        }
        return moments;
    }

    /** Where lists put it when its start is not known; null when the file has no day at all. */
    Instant day() {
        var date = at(matter.text("date", "published"), ZoneOffset.UTC);
        return date != null ? date : timeline.isEmpty() ? null : timeline.get(0).at();
    }

    private void fromTimeline(Map<String, String> moments) {
        var start = timeline.stream().map(Document.Entry::at).min(Instant::compareTo).orElseThrow();
        var end = timeline.stream().map(Document.Entry::at).max(Instant::compareTo).orElseThrow();
        moments.put("started", start.toString());
        notes.add("started with the first line of the timeline");
        var stated = STATED.matcher(stats);
        while (stated.find()) {
            var moment = stated.group(1).toLowerCase().startsWith("detect") ? "detected" : stated.group(1).toLowerCase().startsWith("mitigat") ? "mitigated" : "resolved";
            var duration = duration(stated.group(2));
            if (duration != null && "unknown".equals(moments.get(moment)) && !start.plus(duration).isAfter(end.plus(SLACK))) {
                moments.put(moment, start.plus(duration).toString());
                notes.add(moment + " after " + Formats.human(duration) + ", as it says");
            }
        }
    }

    private void given(Map<String, String> moments, String name, String... others) {
        var text = matter.text(name);
        for (var i = 0; text == null && i < others.length; i++) {
            text = matter.text(others[i]);
        }
        var at = exact(text, ZoneOffset.UTC);
        if (at != null && moments.containsKey(name)) {
            moments.put(name, at.toString());
        } else if (text != null && moments.containsKey(name)) {
            notes.add(name + " “" + text + "” is not a time such as 2026-11-12T01:11:00Z");
        }
    }

    /** Of all amounts it names; null when it names none. */
    static Duration duration(String text) {
        var found = Duration.ZERO;
        for (var amount = AMOUNT.matcher(text); amount.find();) {
            var number = Double.parseDouble(amount.group(1).replace(',', '.'));
            var seconds = switch (amount.group(2).toLowerCase().charAt(0)) {
                case 'd' -> 86_400;
                case 'h' -> 3_600;
                case 'm' -> 60;
                default -> 1;
            };
            found = found.plusSeconds(Math.round(Math.min(number, 1e6) * seconds));
        }
        return found.isZero() ? null : found;
    }

    /** A day is its first instant; null for what is no time. */
    static Instant at(String text, ZoneId zone) {
        try {
            return text == null ? null : text.matches("\\d{4}-\\d\\d-\\d\\d") ? LocalDate.parse(text).atStartOfDay(zone).toInstant() : exact(text, zone);
        } catch (DateTimeException none) {
            return null;
        }
    }

    private static Instant exact(String text, ZoneId zone) {
        if (text == null) {
            return null;
        }
        var iso = text.strip().replaceFirst("(?<=\\d) (?=\\d)", "T").replaceFirst(" ?UTC$", "Z").replaceFirst(" (?=[+-]\\d\\d)", "");
        try {
            return OffsetDateTime.parse(iso).toInstant();
        } catch (DateTimeException noOffset) {
            try {
                return LocalDateTime.parse(iso).atZone(zone).toInstant();
            } catch (DateTimeException none) {
                return null;
            }
        }
    }

    /** CET and Europe/Vienna; null for what is none. */
    static ZoneId zone(String name) {
        try {
            return ZoneId.of(name, ZoneId.SHORT_IDS);
        } catch (DateTimeException none) {
            return null;
        }
    }
}
