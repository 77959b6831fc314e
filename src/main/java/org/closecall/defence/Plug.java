package org.closecall.defence;

import java.util.List;

/** One control on its slice: a hole through it where it failed or was absent, else what fills it. */
record Plug(Spot spot, ControlState state) {

    private static final int HOLE_WIDTH = 15;
    private static final int HOLE_HEIGHT = 17;
    private static final int PLUG_WIDTH = 13;
    private static final int PLUG_HEIGHT = 15;

    void draw(StringBuilder slice, List<Mark> marks) {
        var scale = spot.scale();
        var shape = state.hole() ? Mark.ellipse(spot.x(), spot.y(), HOLE_WIDTH * scale, HOLE_HEIGHT * scale)
                : Mark.ellipse(spot.x(), spot.y(), PLUG_WIDTH * scale, PLUG_HEIGHT * scale);
        if (state.hole()) {
            slice.append(shape);
        }
        marks.add(Mark.path((state.hole() ? "hole--" : "plug--") + state.label, shape));
        if (state == ControlState.HELD) {
            marks.add(Mark.path("plug__mark", Mark.tick(spot.x(), spot.y(), scale)));
        } else if (state == ControlState.UNKNOWN) {
            marks.add(Mark.letter("plug__q", spot.x(), spot.y() + 5, "?"));
        }
    }
}
