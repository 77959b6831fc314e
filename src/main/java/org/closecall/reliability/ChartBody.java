package org.closecall.reliability;

import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateExtension;
import java.util.List;
import org.closecall.reliability.Chart.Cell;

/** The rows of a chart's table as HTML. A page has thousands of cells: through a tag for each they took longer than all its figures. */
public final class ChartBody {

    private final StringBuilder html = new StringBuilder();

    private ChartBody() {
    }

    @TemplateExtension
    public static RawString body(Chart chart) {
        var body = new ChartBody();
        for (var i = 0; i < chart.rows().size(); i++) {
            body.row(chart.rows().get(i).cells(), chart, chart.printed(i));
        }
        return new RawString(body.html.toString());
    }

    /** Values are for the picture. */
    private void row(List<Cell> cells, Chart chart, boolean printed) {
        var columns = chart.columns();
        html.append(printed ? "<tr>" : "<tr class=\"no-print\">");
        for (var i = 0; i < cells.size(); i++) {
            var tag = i == 0 ? "th" : "td";
            html.append('<').append(tag).append(i == 0 ? " scope=\"row\"" : columns.get(i).words() ? "" : " class=\"num\"");
            attribute("data-value", chart.type() == null ? null : cells.get(i).value());
            attribute("data-label", i > 0 && chart.stacked() ? columns.get(i).name() : null);
            html.append('>');
            cell(cells.get(i));
            html.append("</").append(tag).append('>');
        }
        html.append("</tr>\n");
    }

    /** Text that leads nowhere and has nothing to point at needs no element of its own. */
    private void cell(Cell cell) {
        var tag = given(cell.to()) ? "a" : given(cell.exact()) ? "span" : null;
        if (tag == null) {
            text(cell.text());
        } else {
            html.append('<').append(tag);
            attribute("href", cell.to());
            attribute("title", cell.exact());
            html.append('>');
            text(cell.text());
            html.append("</").append(tag).append('>');
        }
        if (given(cell.note())) {
            html.append(" <span class=\"quiet\">");
            text(cell.note());
            html.append("</span>");
        }
    }

    private static boolean given(String text) {
        return text != null && !text.isEmpty();
    }

    private void attribute(String name, String value) {
        if (given(value)) {
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
