package org.closecall.occurrence;

import io.quarkus.qute.TemplateData;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.closecall.web.FormKey;
import org.closecall.web.Formats;
import org.closecall.web.LocalTimes;
import org.closecall.web.Typed;
import org.closecall.web.Viewer;
import org.jboss.resteasy.reactive.RestForm;

/**
 * The rows of a paste as people left them.
 *
 * @param read the instant of each row as it was read, or -: a time nobody changed keeps its seconds and its side of a
 *     clock change
 * @param keep the numbers of the rows that are wanted
 */
@TemplateData
public record PasteForm(@RestForm String key, @RestForm String read, @RestForm List<String> keep, @RestForm List<String> at,
        @RestForm List<String> kind, @RestForm List<String> text) {

    private static final int LONGEST = 100_000;
    private static final String THERE = "There already: it is not added again";

    /** remark says how the time was understood, problem what has to be mended; either may be null. */
    @TemplateData
    public record Row(int place, boolean kept, String at, String kind, String text, String remark, String problem) {

        public int nth() {
            return place + 1;
        }
    }

    static PasteForm of(PastedLines pasted, ZoneId zone) {
        var rows = pasted.rows();
        return new PasteForm(FormKey.fresh(), rows.stream().map(row -> row.at() == null ? "-" : row.at().toString()).collect(Collectors.joining(" ")),
                IntStream.range(0, rows.size()).mapToObj(String::valueOf).toList(),
                rows.stream().map(row -> row.at() == null ? "" : Formats.input(row.at(), zone)).toList(),
                rows.stream().map(row -> EntryKind.guess(row.text()).name()).toList(), rows.stream().map(PastedLines.Row::text).toList());
    }

    /** As they were just read, with what was remarked on the way. */
    static List<Row> rows(PastedLines pasted, PasteForm form, LinesThere there, Viewer viewer) {
        return form.rows(viewer).stream().map(row -> {
            var source = pasted.rows().get(row.place());
            return new Row(row.place(), true, row.at(), row.kind(), row.text(), there.has(source.at(), row.text()) ? THERE : source.remark(), source.problem() != null ? source.problem() : row.problem());
        }).toList();
    }

    List<Row> rows(Viewer viewer) {
        var rows = new ArrayList<Row>();
        for (var i = 0; i < size(); i++) {
            var kept = keep != null && keep.contains(String.valueOf(i));
            rows.add(new Row(i, kept, value(at, i), value(kind, i), value(text, i), null, kept ? problem(i, viewer) : null));
        }
        return rows;
    }

    /** Those that are kept, under one paste. */
    List<TimelineEntry> entries(ZoneId zone) {
        var paste = UUID.randomUUID();
        var entries = new ArrayList<TimelineEntry>();
        rows(null).stream().filter(Row::kept).forEach(row -> {
            var entry = new TimelineEntry();
            entry.at = instant(row.place(), zone, entries.isEmpty() ? null : entries.get(entries.size() - 1).at);
            entry.kind = Objects.requireNonNullElse(Typed.choice(EntryKind.class, row.kind()), EntryKind.OBSERVATION);
            entry.text = Typed.orNull(row.text());
            entry.paste = paste;
            entries.add(entry);
        });
        return entries;
    }

    private String problem(int i, Viewer viewer) {
        if (viewer == null) {
            return null;
        }
        if (!Typed.given(value(text, i))) {
            return "What happened? Write it, or leave the row out";
        }
        if (value(text, i).length() > LONGEST) {
            return "At most 100,000 characters";
        }
        var typed = value(at, i);
        return unchanged(i, viewer.zone()) ? LocalTimes.complaint(readAt(i), viewer.zone(), viewer.now())
                : LocalTimes.given(typed) ? LocalTimes.complaint(typed, viewer.zone(), viewer.now()) : "When was it?";
    }

    /** Of a time the clocks showed twice and somebody typed, the one that keeps the order. */
    private Instant instant(int i, ZoneId zone, Instant before) {
        if (unchanged(i, zone)) {
            return readAt(i);
        }
        var first = LocalTimes.parse(value(at, i), zone);
        return before != null && first.isBefore(before) ? LocalTimes.parse(value(at, i), zone, LocalTimes.SECOND) : first;
    }

    private boolean unchanged(int i, ZoneId zone) {
        return readAt(i) != null && value(at, i).equals(Formats.input(readAt(i), zone));
    }

    private Instant readAt(int i) {
        var instants = read == null ? new String[0] : read.split(" ");
        try {
            return i < instants.length ? Instant.parse(instants[i]) : null;
        } catch (DateTimeException none) {
            return null;
        }
    }

    private int size() {
        return text == null ? 0 : Math.min(text.size(), PastedLines.MOST);
    }

    private static String value(List<String> values, int i) {
        return values != null && i < values.size() ? Objects.requireNonNullElse(values.get(i), "") : "";
    }
}
