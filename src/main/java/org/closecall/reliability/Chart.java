package org.closecall.reliability;

import io.quarkus.qute.TemplateData;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.closecall.web.Formats;

/**
 * A picture and the table it is drawn from; print, screen readers and a browser without scripts have the table alone.
 * A monthly review keeps it as JSON and shows it again, so whatever the page says is in here.
 *
 * @param id anchor of the page
 * @param type how web/charts draws it; null: the table stands for itself
 * @param say what to see in it, in a sentence or two
 * @param wide takes the whole width of the page
 * @param columns the first names the rows
 * @param foot what must be said below; null: nothing
 */
@TemplateData
public record Chart(String id, String type, String title, String say, boolean wide, List<Column> columns, List<Row> rows, String foot) {

    private static final int MOST_PRINTED = 36;
    private static final String STRIP = "strip";
    private static final Set<String> BY_TIME = Set.of("uchart", "tchart", "cumulative", "caught", "flow", "healing", "budget");

    /** Words stand at the left, numbers at the right. */
    @TemplateData
    public record Column(String name, boolean words) {

        public static Column number(String name) {
            return new Column(name, false);
        }

        public static Column words(String name) {
            return new Column(name, true);
        }
    }

    @TemplateData
    public record Row(List<Cell> cells) {

        public static Row of(Cell... cells) {
            return new Row(List.of(cells));
        }
    }

    /**
     * @param to the records behind it; null: none
     * @param exact unrounded, for those who point at it; null where the text is
     * @param note quieter, after the text
     * @param value what is drawn, as a plain number with a decimal point; null: nothing is drawn of it
     */
    @TemplateData
    public record Cell(String text, String to, String exact, String note, String value) {

        public static Cell of(String text) {
            return new Cell(text, null, null, null, null);
        }

        public static Cell of(String text, String to) {
            return new Cell(text, to, null, null, null);
        }

        public static Cell count(long count) {
            return count(count, null);
        }

        /** Nothing leads nowhere. */
        public static Cell count(long count, String to) {
            return new Cell(Formats.grouped(count), count == 0 ? null : to, null, null, String.valueOf(count));
        }

        /** A rounded text for the unrounded value; no text and no value for null. */
        public static Cell value(String text, Double value) {
            return value == null ? of("") : new Cell(text, null, null, null, String.valueOf(value));
        }

        public Cell noted(String words) {
            return new Cell(text, to, exact, words, value);
        }

        public Cell leading(String address) {
            return new Cell(text, address, exact, note, value);
        }
    }

    /** Whether a row is on paper: of more than a few dozen, the newest, which stand last where the rows go by time, and what a strip has below its incidents. */
    public boolean printed(int row) {
        var left = rows.size() - MOST_PRINTED;
        if (left <= 0) {
            return true;
        } else if (type != null && BY_TIME.contains(type)) {
            return row >= left;
        }
        return row < MOST_PRINTED || STRIP.equals(type) && rows.get(row).cells().get(1).text().isEmpty();
    }

    Chart first(int most) {
        return new Chart(id, type, title, say, wide, columns, rows.subList(0, most), foot);
    }

    /** How many rows are not on paper. */
    public long unprinted() {
        return IntStream.range(0, rows.size()).filter(row -> !printed(row)).count();
    }

    /** The rows that are on paper. */
    public List<Row> printedRows() {
        return IntStream.range(0, rows.size()).filter(this::printed).mapToObj(rows::get).toList();
    }

    /** A wide table of words: on a phone each of its rows is a block. */
    public boolean stacked() {
        return wide && type == null;
    }

    public boolean drawn() {
        return type != null && !rows.isEmpty();
    }
}
