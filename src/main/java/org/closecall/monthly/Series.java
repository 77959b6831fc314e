package org.closecall.monthly;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.closecall.reliability.Chapter;
import org.closecall.reliability.Chart;
import org.closecall.reliability.Tile;

/** Every number of a review, a line each: those of tiles with what they rest on, their 95 % interval and verdict, and every cell of every chart. */
record Series(Numbers numbers) {

    private static final String[] HEADER = {"chapter", "series", "row", "column", "text", "value", "note", "n", "low", "high", "unit", "verdict"};

    String csv() {
        var out = new StringWriter();
        try (var printer = new CSVPrinter(out, CSVFormat.RFC4180)) {
            printer.printRecord((Object[]) HEADER);
            for (var tile : numbers.tiles()) {
                var said = Said.of(tile);
                print(printer, tile, List.of("The numbers", said.name(), "", "the period", said.value(), orEmpty(tile.exact), noted(said.rest())), tile.range);
                if (said.year() != null) {
                    print(printer, tile, List.of("The numbers", said.name(), "", tile.yearName, tile.year.text(), "", noted(tile.yearLine)), tile.yearRange);
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
                print(printer, chapter.title(), chart.title(), row.cells().get(0).text(), chart.columns().get(i).name(), cell.text(), cell.value(), noted(cell.note()), null, null, null, null, null);
            }
        }
    }

    private static void print(CSVPrinter printer, Tile tile, List<String> cells, Tile.Range range) throws IOException {
        var rest = range == null ? Arrays.<String>asList(null, null, null, null) : Arrays.asList(String.valueOf(range.n()), text(range.low()), text(range.high()), range.unit());
        print(printer, Stream.of(cells, rest, Arrays.asList(tile.verdict == null ? null : tile.verdict.text())).flatMap(List::stream).toArray(String[]::new));
    }

    private static String text(Double bound) {
        return bound == null ? null : bound.toString();
    }

    private static String orEmpty(String text) {
        return Objects.requireNonNullElse(text, "");
    }

    /** Alone in its cell it continues nothing. */
    private static String noted(String note) {
        return note == null ? "" : note.replaceAll(" {2,}", " ").replaceFirst("^[,; ]+", "").strip();
    }

    private static void print(CSVPrinter printer, String... cells) throws IOException {
        printer.printRecord(Arrays.stream(cells).map(Series::harmless).toList());
    }

    /** A spreadsheet would run a cell that begins so as a formula; a plain number is none. */
    private static String harmless(String cell) {
        return cell != null && cell.matches("(?s)[=+@\\t\\r-].*") && !cell.matches("-?\\d+(\\.\\d+)?") ? "'" + cell : cell;
    }
}
