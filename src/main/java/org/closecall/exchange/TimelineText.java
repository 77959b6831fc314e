package org.closecall.exchange;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.closecall.occurrence.EntryKind;
import org.closecall.occurrence.PastedLines;
import org.closecall.postmortem.Document;
import org.closecall.web.Typed;

/** A timeline written as a table, a list or lines, read as entries. rest is what has no time; notes say how it was understood. */
record TimelineText(List<Document.Entry> entries, String rest, List<String> notes) {

    private static final Pattern ZONE = Pattern.compile("(?i)\\b(?:all )?times?(?: are)? in ([A-Za-z]+(?:/[A-Za-z_]+)?)");
    private static final Pattern RULE = Pattern.compile("[|:\\-\\s]+");
    private static final Pattern COLUMNS = Pattern.compile("(?i)\\|?\\s*(?:date|time|when)\\b[^0-9]*");
    private static final Pattern DAY = Pattern.compile("\\b(?:19|20)\\d\\d-\\d\\d-\\d\\d\\b");

    static TimelineText of(String text, FrontMatter matter, Instant now) {
        var notes = new ArrayList<String>();
        var zone = zone(text, matter, notes);
        var day = day(text, matter, zone);
        if (day == null) {
            return new TimelineText(List.of(), text, List.of("the timeline names no day: it stays a text"));
        }
        var rows = PastedLines.of(rows(text), zone, day, now).rows().stream().filter(row -> !row.text().isBlank()).toList();
        return new TimelineText(rows.stream().filter(row -> row.at() != null).map(TimelineText::entry).toList(),
                rows.stream().filter(row -> row.at() == null).map(PastedLines.Row::text).collect(Collectors.joining("\n\n")), notes);
    }

    private static Document.Entry entry(PastedLines.Row row) {
        return new Document.Entry(null, row.at(), EntryKind.guess(row.text()).name(), false, null, row.text());
    }

    /** What times without a day follow; null when there is none anywhere. */
    private static Instant day(String text, FrontMatter matter, ZoneId zone) {
        var stated = Stream.of(text, matter.body()).map(DAY::matcher).filter(Matcher::find).map(Matcher::group).findFirst();
        return stated.map(day -> Times.at(day, zone)).orElseGet(() -> Times.at(matter.text("date", "started", "start"), zone));
    }

    /** The cells of a table and the items of a list as plain lines. */
    private static String rows(String text) {
        var rows = new StringBuilder();
        text.lines().filter(line -> !RULE.matcher(line).matches() && !COLUMNS.matcher(line).matches() && !ZONE.matcher(line).find())
                .map(line -> line.strip().startsWith("|") ? line.strip().replaceAll("^\\||\\|$", "").replaceAll("\\s*(?<!\\\\)\\|\\s*", " ").strip() : line.strip().replaceFirst("^[-*+]\\s+", "").replace("**", ""))
                .forEach(line -> rows.append(line).append('\n'));
        return rows.toString();
    }

    private static ZoneId zone(String text, FrontMatter matter, List<String> notes) {
        var named = ZONE.matcher(text);
        var name = named.find() ? named.group(1) : matter.text("timezone", "time_zone");
        var zone = name == null ? ZoneOffset.UTC : Times.zone(name);
        if (zone == null) {
            notes.add("Times read as UTC: the zone “" + Typed.shortened(name, 40) + "” is not known");
        }
        return zone == null ? ZoneOffset.UTC : zone;
    }
}
