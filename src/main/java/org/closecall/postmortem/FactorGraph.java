package org.closecall.postmortem;

import io.quarkus.qute.TemplateData;
import io.quarkus.qute.TemplateExtension;
import java.util.ArrayList;
import java.util.List;
import org.closecall.postmortem.GraphLayout.Point;
import org.closecall.web.Markdown;
import org.closecall.web.Typed;

/** What led to what, drawn: a box for every factor, an arrow for what somebody said, and above them the trigger when there is one. */
@TemplateData
public record FactorGraph(List<Box> boxes, List<Arrow> arrows, int width, int height) {

    private static final String TRIGGER = "trigger";
    private static final int TRIGGER_HEIGHT = 48;
    private static final int BELOW_TRIGGER = 20;
    private static final int FIRST_LINE = 20;
    private static final int LINE_HEIGHT = 17;
    private static final int MOST_LINES = 5;
    private static final int PADDING = 24;
    /** Of the font of the boxes, on average; what is wider is cut off by the box. */
    private static final double CHARACTER = 6.6;
    private static final int LONGEST_TITLE = 1_000;
    private static final int HEAD = 7;
    /** Made a little smaller, so much fits beside the text of a page. */
    private static final int FITTING = 800;

    /** A label and the beginning of a text; title is the whole of it. */
    @TemplateData
    public record Box(String style, int x, int y, int width, int height, List<Line> lines, String title) {

        static Box of(String style, int x, int y, int width, int height, int most, String label, String text) {
            var fit = (int) ((width - PADDING) / CHARACTER);
            var lines = new ArrayList<Line>();
            TextLines.of(label, fit, 2).forEach(line -> lines.add(new Line("graph__label", FIRST_LINE + lines.size() * LINE_HEIGHT, line)));
            TextLines.of(text, fit, most - lines.size()).forEach(line -> lines.add(new Line("graph__text", FIRST_LINE + lines.size() * LINE_HEIGHT, line)));
            return new Box(style, x, y, width, height, lines, label + ": " + Typed.shortened(text, LONGEST_TITLE));
        }
    }

    @TemplateData
    public record Line(String style, int y, String text) {
    }

    @TemplateData
    public record Arrow(String path, String head) {

        static Arrow of(List<Point> points, int top) {
            var end = points.get(points.size() - 1);
            var path = new StringBuilder("M").append(at(points.get(0).x(), points.get(0).y() + top));
            for (var i = 1; i < points.size(); i += 2) {
                var from = points.get(i - 1);
                var to = points.get(i).equals(end) ? new Point(end.x() - HEAD, end.y()) : points.get(i);
                var middle = (from.x() + to.x()) / 2;
                path.append('L').append(at(from.x(), from.y() + top)).append('C').append(at(middle, from.y() + top)).append(' ').append(at(middle, to.y() + top)).append(' ').append(at(to.x(), to.y() + top));
            }
            return new Arrow(path.toString(), "M" + at(end.x(), end.y() + top) + "l-" + HEAD + " -4v8z");
        }

        private static String at(int x, int y) {
            return x + " " + y;
        }
    }

    /** Null while nobody has said what led to what. */
    @TemplateExtension(matchName = "factorGraph")
    static FactorGraph of(Postmortem postmortem) {
        return postmortem.factors.stream().allMatch(factor -> factor.leadsTo.isEmpty()) ? null
                : drawn(postmortem, new GraphLayout(postmortem.factors.stream().map(factor -> factor.leadsTo.stream().map(other -> other.number() - 1).sorted().toList()).toList()));
    }

    public boolean fitting() {
        return width <= FITTING;
    }

    private static FactorGraph drawn(Postmortem postmortem, GraphLayout layout) {
        var boxes = new ArrayList<Box>();
        // what it met is not known: no arrow leads from it
        postmortem.sections.stream().filter(section -> section.key.equals(TRIGGER) && section.written())
                .forEach(section -> boxes.add(Box.of("graph__box graph__box--trigger", 0, 0, layout.width(), TRIGGER_HEIGHT, 2, "Trigger", Markdown.plain(section.body))));
        var top = boxes.isEmpty() ? 0 : TRIGGER_HEIGHT + BELOW_TRIGGER;
        layout.boxes().forEach(box -> boxes.add(box(postmortem.factors.get(box.node()), box.x(), box.y() + top)));
        return new FactorGraph(boxes, layout.lines().stream().map(line -> Arrow.of(line.points(), top)).toList(), layout.width(), layout.height() + top);
    }

    private static Box box(ContributingFactor factor, int x, int y) {
        return Box.of("graph__box", x, y, GraphLayout.WIDTH, GraphLayout.HEIGHT, MOST_LINES, factor.number() + ". " + factor.category.name, Markdown.plain(factor.text));
    }
}
