package org.closecall.action;

import io.quarkus.qute.TemplateData;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.closecall.web.Option;
import org.closecall.web.Typed;

/** Which column of a file is which field. What is not here stays as it is. */
@TemplateData
public record ActionMapping(Map<CsvColumn, Integer> columns) {

    /** By what the columns are called. */
    static ActionMapping guessed(List<String> headings) {
        var plain = headings.stream().map(CsvColumn::plain).toList();
        var columns = new EnumMap<CsvColumn, Integer>(CsvColumn.class);
        for (var field : CsvColumn.values()) {
            field.names.stream().map(plain::indexOf).filter(column -> column >= 0 && !columns.containsValue(column)).findFirst().ifPresent(column -> columns.put(field, column));
        }
        return new ActionMapping(columns);
    }

    /** As kept. */
    static ActionMapping of(String text) {
        var columns = new EnumMap<CsvColumn, Integer>(CsvColumn.class);
        Arrays.stream(text.split(" ")).map(pair -> pair.split("=")).filter(pair -> pair.length == 2 && CsvColumn.named(pair[0]) != null && Typed.id(pair[1]) != null)
                .forEach(pair -> columns.put(CsvColumn.named(pair[0]), Integer.valueOf(pair[1])));
        return new ActionMapping(columns);
    }

    /** As chosen on the page, field by field in their order; empty is no column. */
    static ActionMapping chosen(List<String> columns, int most) {
        var chosen = new EnumMap<CsvColumn, Integer>(CsvColumn.class);
        IntStream.range(0, Math.min(columns.size(), CsvColumn.values().length)).filter(at -> Typed.id(columns.get(at)) != null && Typed.id(columns.get(at)) < most)
                .forEach(at -> chosen.put(CsvColumn.values()[at], Integer.valueOf(columns.get(at))));
        return new ActionMapping(chosen);
    }

    String text() {
        return columns.entrySet().stream().map(each -> each.getKey().column() + "=" + each.getValue()).collect(Collectors.joining(" "));
    }

    boolean has(CsvColumn field) {
        return columns.containsKey(field);
    }

    String value(CsvColumn field, ActionCsv.Line line) {
        return line.cell(columns.get(field));
    }

    public String column(CsvColumn field) {
        return has(field) ? columns.get(field).toString() : "";
    }

    /** The columns that are nothing here. */
    static List<String> unused(ActionMapping mapping, List<String> headings) {
        return IntStream.range(0, headings.size()).filter(at -> !mapping.columns.containsValue(at) && !headings.get(at).isBlank()).mapToObj(headings::get).toList();
    }

    static List<Option> options(List<String> headings) {
        return IntStream.range(0, headings.size()).filter(at -> !headings.get(at).isBlank()).mapToObj(at -> Option.of(at, headings.get(at))).toList();
    }
}
