package org.closecall.defence;

import java.util.ArrayList;
import java.util.List;

/**
 * Four slices, drawn from the last to the first so that each covers what is behind it: the way of the fault shows
 * through the holes and between the slices. Where no hole is known it disappears behind the slice.
 */
final class DefencePicture {

    private static final int SOURCE = 16;
    private static final double MIDDLE = 160;
    private static final int END = 970;
    /** From a slice's left edge to the middle of the gap after it. */
    private static final int GAP = 186;
    private static final int AT_THE_END = 13;

    private final Defence defence;
    private final List<Mark> marks = new ArrayList<>();
    private final List<Mark> last = new ArrayList<>();

    /** Where the fault enters a slice; hidden where nobody knows. */
    private record Point(double x, double y, boolean hidden) {
    }

    DefencePicture(Defence defence) {
        this.defence = defence;
    }

    List<Mark> marks() {
        var way = way();
        for (var layer = defence.slices().size() - 1; layer >= 0; layer--) {
            marks.add(Mark.path("slice slice--side", outline(layer, 5, 3)));
            step(way, layer + 1, layer);
            slice(layer);
        }
        step(way, 0, -1);
        if (way.size() > 1 || defence.ending() == Ending.POTENTIAL) {
            marks.add(Mark.path(potential() ? "fault--head-open" : "fault--head", Mark.ellipse(SOURCE, way.get(0).y(), 7, 7)));
        }
        marks.addAll(last);
        return marks;
    }

    /** From the source through every slice that is passed to where it ends; the source alone when nothing is known of it. */
    private List<Point> way() {
        var points = new ArrayList<Point>();
        for (var layer = 0; layer < defence.passed(); layer++) {
            var hole = defence.slices().get(layer).hole();
            points.add(hole == null ? new Point(Spot.left(layer) + Spot.WIDTH / 2.0, 0, true) : at(layer, hole));
        }
        if (defence.ending() == Ending.CONTROL) {
            var layer = defence.stopped().layer.ordinal();
            var held = defence.slices().get(layer).of(defence.stopped());
            points.add(held == null ? new Point(Spot.left(layer), MIDDLE, false) : at(layer, held));
        }
        points.add(0, new Point(SOURCE, level(points, 0), false));
        for (var i = 1; i < points.size(); i++) {
            if (points.get(i).hidden()) {
                points.set(i, new Point(points.get(i).x(), points.get(i - 1).y(), true));
            }
        }
        end(points);
        return points;
    }

    private static double level(List<Point> points, int from) {
        return points.stream().skip(from).filter(point -> !point.hidden()).findFirst().map(Point::y).orElse(MIDDLE);
    }

    private Point at(int layer, OccurrenceControl control) {
        var controls = defence.slices().get(layer).controls();
        var spot = Spot.of(layer, controls.indexOf(control), controls.size());
        return new Point(spot.x(), spot.y(), false);
    }

    private void end(List<Point> points) {
        var before = points.get(points.size() - 1);
        if (defence.ending() == Ending.CONTROL) {
            circle("fault--stop", before.x(), before.y(), 15);
            last.add(Mark.path("fault__tick", Mark.tick(before.x(), before.y(), 1)));
        } else if (defence.passed() > 0) {
            var open = defence.ending() == Ending.NOTHING || potential() && defence.passed() == defence.slices().size();
            var end = new Point(open ? END : Spot.left(defence.passed() - 1) + GAP, before.y(), false);
            points.add(end);
            if (!open && !potential()) {
                ending(end);
            }
        }
    }

    private void ending(Point at) {
        switch (defence.ending()) {
            case CHANCE -> circle("fault--chance", at.x(), at.y(), AT_THE_END);
            case UNSAID -> {
                circle("plug--unknown", at.x(), at.y(), AT_THE_END);
                last.add(Mark.letter("plug__q", at.x(), at.y() + 5, "?"));
            }
            default -> {
                circle("fault--stop", at.x(), at.y(), AT_THE_END);
                last.add(Mark.path("fault__tick", Mark.tick(at.x(), at.y(), 1)));
            }
        }
    }

    private void circle(String style, double x, double y, double radius) {
        last.add(Mark.path(style, Mark.ellipse(x, y, radius, radius)));
    }

    /** The piece of the way that begins at a point, up to the slice it disappears behind. */
    private void step(List<Point> way, int from, int layer) {
        if (from + 1 < way.size()) {
            var to = way.get(from + 1);
            marks.add(Mark.path(potential() ? "fault fault--potential" : "fault",
                    Mark.curve(way.get(from).x(), way.get(from).y(), to.hidden() ? Spot.left(layer + 1) : to.x(), to.y())));
        }
    }

    private boolean potential() {
        return defence.ending() == Ending.POTENTIAL;
    }

    private void slice(int layer) {
        var controls = defence.slices().get(layer).controls();
        var shape = new StringBuilder(outline(layer, 0, 0));
        var plugs = new ArrayList<Mark>();
        for (var place = 0; place < controls.size(); place++) {
            new Plug(Spot.of(layer, place, controls.size()), controls.get(place).state).draw(shape, plugs);
        }
        marks.add(Mark.path(controls.isEmpty() ? "slice slice--blank" : "slice", shape.toString()));
        marks.addAll(plugs);
    }

    private static String outline(int layer, int right, int down) {
        var x = (int) Spot.left(layer) + right;
        return "M%d %dL%d %dQ%d %d %d %dV%dQ%d %d %d %dL%d %dQ%d %d %d %dV%dQ%d %d %d %dZ".formatted(
                x + 8, 62 + down, x + 142, 26 + down, x + 150, 24 + down, x + 150, 33 + down, 221 + down, x + 150, 230 + down, x + 142, 232 + down,
                x + 8, 268 + down, x, 270 + down, x, 261 + down, 73 + down, x, 64 + down, x + 8, 62 + down);
    }
}
