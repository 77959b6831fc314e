package org.closecall.reliability;

import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateExtension;
import java.util.List;
import org.closecall.reliability.Chart.Cell;
import org.closecall.reliability.Chart.Column;

/** The rows of a chart's table as HTML. A page has thousands of cells: through a tag for each they took longer than all its figures. */
public final class ChartBody {

    private final StringBuilder html = new StringBuilder();

    private ChartBody() {
    }

    @TemplateExtension
    public static RawString body(Chart chart) {
        var body = new ChartBody();
        chart.rows().forEach(row -> body.row(row.cells(), chart.columns()));
        return new RawString(body.html.toString());
    }

    private void row(List<Cell> cells, List<Column> columns) {
        html.append("<tr>");
        for (var i = 0; i < cells.size(); i++) {
            var tag = i == 0 ? "th" : "td";
            html.append('<').append(tag).append(i == 0 ? " scope=\"row\"" : columns.get(i).words() ? "" : " class=\"num\"");
            attribute("data-value", cells.get(i).value());
            html.append('>');
            cell(cells.get(i));
            html.append("</").append(tag).append('>');
        }
        html.append("</tr>\n");
    }

    private void cell(Cell cell) {
        var tag = cell.to() == null || cell.to().isEmpty() ? "span" : "a";
        html.append('<').append(tag);
        attribute("href", cell.to());
        attribute("title", cell.exact());
        html.append('>');
        text(cell.text());
        html.append("</").append(tag).append('>');
        if (cell.note() != null && !cell.note().isEmpty()) {
            html.append(" <span class=\"quiet\">");
            text(cell.note());
            html.append("</span>");
        }
    }

    private void attribute(String name, String value) {
        if (value != null && !value.isEmpty()) {
            html.append(' ').append(name).append("=\"");
            text(value);
            html.append('"');
        }
    }

    private void text(String text) {
        for (var i = 0; i < text.length(); i++) {
            var one = text.charAt(i);
            switch (one) {
                case '&' -> html.append("&amp;");
                case '<' -> html.append("&lt;");
                case '>' -> html.append("&gt;");
                case '"' -> html.append("&quot;");
                case '\'' -> html.append("&#39;");
                default -> html.append(one);
            }
        }
    }
}
