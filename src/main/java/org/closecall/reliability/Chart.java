package org.closecall.reliability;

import io.quarkus.qute.TemplateData;
import java.util.List;
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

    public boolean drawn() {
        return type != null && !rows.isEmpty();
    }
}
