package org.closecall.exchange;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.closecall.web.Formats;

/** A file as its headings and lines. Commas, semicolons and tabs are told apart by the headings. */
public record CsvFile(List<String> headings, List<Line> lines) {

    private static final int MOST_LINES = 5_000;
    public static final int MOST_BYTES = 5 * 1024 * 1024;

    private static final Pattern NEVER_CLOSED = Pattern.compile("startline (\\d+)\\) EOF");
    private static final Pattern LINE = Pattern.compile("at line: (\\d+)");

    /** number: where it begins in the file, as editors count. */
    public record Line(long number, List<String> cells) {

        /** Without the sign that our own files put before what a spreadsheet would run; empty where the line is shorter. */
        public String cell(Integer column) {
            var cell = column == null || column >= cells.size() ? "" : cells.get(column).replace("\u0000", "").strip();
            return cell.matches("(?s)'+[=+@-].*") ? cell.substring(1) : cell;
        }

        boolean empty() {
            return cells.stream().allMatch(String::isBlank);
        }
    }

    /** The file is not taken at all; the message says why. */
    public static final class Unreadable extends RuntimeException {
        Unreadable(String why) {
            super(why);
        }
    }

    public static CsvFile read(byte[] content) {
        var text = text(content);
        var format = CSVFormat.RFC4180.builder().setDelimiter(delimiter(text)).setIgnoreSurroundingSpaces(true).get();
        try (var parser = CSVParser.parse(new StringReader(text), format)) {
            var records = parser.iterator();
            if (!records.hasNext()) {
                throw new Unreadable("The file is empty");
            }
            var headings = checked(records.next().toList());
            var lines = new ArrayList<Line>();
            for (var number = parser.getCurrentLineNumber() + 1; records.hasNext(); number = parser.getCurrentLineNumber() + 1) {
                add(records.next(), number, lines);
            }
            return new CsvFile(headings, lines);
        } catch (IOException | UncheckedIOException | IllegalStateException broken) {
            throw new Unreadable(why(broken));
        }
    }

    /** A spreadsheet would run a cell that begins so as a formula; what begins with the sign against it gets another, to come back as it was. */
    public static Object harmless(Object value) {
        return value instanceof String text && text.matches("(?s)'*[=+@\\t\\r-].*") ? "'" + text : value;
    }

    /** In words of ours: what the reader says is for programmers, and only its line helps. */
    private static String why(Exception broken) {
        var said = Stream.<Throwable>iterate(broken, Objects::nonNull, Throwable::getCause).map(Throwable::getMessage).filter(Objects::nonNull).reduce("", (before, after) -> after);
        var open = NEVER_CLOSED.matcher(said);
        var place = LINE.matcher(said);
        return open.find() ? "Line " + open.group(1) + ": a quotation mark is opened and never closed"
                : place.find() ? "Line " + place.group(1) + ": after a closing quotation mark neither the next column nor the end of the line follows" : "This cannot be read as CSV";
    }

    private static void add(CSVRecord record, long number, List<Line> lines) {
        var line = new Line(number, record.toList());
        if (!line.empty()) {
            lines.add(line);
        }
        if (lines.size() > MOST_LINES) {
            throw new Unreadable("More than " + Formats.grouped(MOST_LINES) + " lines: bring it in in parts");
        }
    }

    private static String text(byte[] content) {
        try {
            var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
            return text.startsWith("\ufeff") ? text.substring(1) : text;
        } catch (CharacterCodingException other) {
            throw new Unreadable("The file is not UTF-8. In a spreadsheet, save it as “CSV UTF-8”");
        }
    }

    private static char delimiter(String text) {
        var headings = text.lines().findFirst().orElse("");
        var best = ',';
        for (var sign : new char[] {';', '\t'}) {
            if (count(headings, sign) > count(headings, best)) {
                best = sign;
            }
        }
        return best;
    }

    private static long count(String text, char sign) {
        return text.chars().filter(each -> each == sign).count();
    }

    private static List<String> checked(List<String> headings) {
        var seen = new HashSet<String>();
        for (var heading : headings) {
            if (!heading.isBlank() && !seen.add(CsvField.plain(heading))) {
                throw new Unreadable("Two columns are called “" + heading.strip() + "”");
            }
        }
        if (seen.isEmpty()) {
            throw new Unreadable("The first line has to name the columns");
        }
        return headings.stream().map(String::strip).toList();
    }
}
