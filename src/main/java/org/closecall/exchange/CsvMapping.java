package org.closecall.exchange;

import io.quarkus.qute.TemplateData;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.closecall.web.Option;
import org.closecall.web.Typed;

/** Which column of a file is which field. What is not here stays as it is. */
@TemplateData
public record CsvMapping(List<CsvField> fields, Map<CsvField, Integer> columns) {

    /** By what the columns are called. */
    public static CsvMapping guessed(List<CsvField> fields, List<String> headings) {
        var plain = headings.stream().map(CsvField::plain).toList();
        var columns = new LinkedHashMap<CsvField, Integer>();
        for (var field : fields) {
            field.names().stream().map(plain::indexOf).filter(column -> column >= 0 && !columns.containsValue(column)).findFirst().ifPresent(column -> columns.put(field, column));
        }
        return new CsvMapping(fields, columns);
    }

    /** As kept. */
    public static CsvMapping of(List<CsvField> fields, String text) {
        var kept = Arrays.stream(text.split(" ")).map(pair -> pair.split("=")).filter(pair -> pair.length == 2 && Typed.id(pair[1]) != null)
                .collect(Collectors.toMap(pair -> pair[0], pair -> Integer.valueOf(pair[1])));
        var columns = new LinkedHashMap<CsvField, Integer>();
        fields.stream().filter(field -> kept.containsKey(key(field))).forEach(field -> columns.put(field, kept.get(key(field))));
        return new CsvMapping(fields, columns);
    }

    /** As chosen on the page, field by field in their order; empty is no column. */
    public static CsvMapping chosen(List<CsvField> fields, List<String> columns, int most) {
        var chosen = new LinkedHashMap<CsvField, Integer>();
        IntStream.range(0, Math.min(columns.size(), fields.size())).filter(at -> Typed.id(columns.get(at)) != null && Typed.id(columns.get(at)) < most)
                .forEach(at -> chosen.put(fields.get(at), Integer.valueOf(columns.get(at))));
        return new CsvMapping(fields, chosen);
    }

    public String text() {
        return columns.entrySet().stream().map(each -> key(each.getKey()) + "=" + each.getValue()).collect(Collectors.joining(" "));
    }

    /** Its name as it is kept: without the spaces that part one from the next. */
    private static String key(CsvField field) {
        return field.column().replace(' ', '_');
    }

    public boolean has(CsvField field) {
        return columns.containsKey(field);
    }

    public String value(CsvField field, CsvFile.Line line) {
        return line.cell(columns.get(field));
    }

    public String column(CsvField field) {
        return has(field) ? columns.get(field).toString() : "";
    }

    /** The columns that are nothing here. */
    public List<String> unused(List<String> headings) {
        return IntStream.range(0, headings.size()).filter(at -> !columns.containsValue(at) && !headings.get(at).isBlank()).mapToObj(headings::get).toList();
    }

    public static List<Option> options(List<String> headings) {
        return IntStream.range(0, headings.size()).filter(at -> !headings.get(at).isBlank()).mapToObj(at -> Option.of(at, headings.get(at))).toList();
    }
}
