package org.closecall.monthly;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Arrays;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.closecall.reliability.Chapter;
import org.closecall.reliability.Chart;

/** Every number of a review, a line each: those of tiles with what they rest on, and every cell of every chart. */
record Series(Numbers numbers) {

    private static final String[] HEADER = {"chapter", "series", "row", "column", "text", "value", "note"};

    String csv() {
        var out = new StringWriter();
        try (var printer = new CSVPrinter(out, CSVFormat.RFC4180)) {
            printer.printRecord((Object[]) HEADER);
            for (var tile : numbers.tiles()) {
                var said = Said.of(tile);
                print(printer, "The numbers", said.name(), "", "the period", said.value(), tile.exact, noted(said.rest()));
                if (said.year() != null) {
                    print(printer, "The numbers", said.name(), "", tile.yearName, tile.year.text(), null, noted(tile.yearLine));
                }
            }
            for (var chapter : numbers.chapters()) {
                for (var chart : chapter.charts()) {
                    print(printer, chapter, chart);
                }
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toString();
    }

    private static void print(CSVPrinter printer, Chapter chapter, Chart chart) throws IOException {
        for (var row : chart.rows()) {
            for (var i = 1; i < row.cells().size(); i++) {
                var cell = row.cells().get(i);
                print(printer, chapter.title(), chart.title(), row.cells().get(0).text(), chart.columns().get(i).name(), cell.text(), cell.value(), noted(cell.note()));
            }
        }
    }

    /** Alone in its cell it continues nothing. */
    private static String noted(String note) {
        return note == null ? null : note.replaceAll(" {2,}", " ").replaceFirst("^[,; ]+", "").strip();
    }

    private static void print(CSVPrinter printer, String... cells) throws IOException {
        printer.printRecord(Arrays.stream(cells).map(Series::harmless).toList());
    }

    /** A spreadsheet would run a cell that begins so as a formula; a plain number is none. */
    private static String harmless(String cell) {
        return cell != null && cell.matches("(?s)[=+@\\t\\r-].*") && !cell.matches("-?\\d+(\\.\\d+)?") ? "'" + cell : cell;
    }
}
