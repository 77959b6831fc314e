package org.closecall.postmortem;

import java.util.ArrayList;
import java.util.List;

/** A place in a layer of a graph: of a node or, when node is -1, of a lane. */
final class GraphSlot {

    final int node;
    final int layer;
    final List<GraphSlot> before = new ArrayList<>();
    final List<GraphSlot> after = new ArrayList<>();
    int place;
    int y;

    GraphSlot(int node, int layer) {
        this.node = node;
        this.layer = layer;
    }

    int height() {
        return node < 0 ? GraphLayout.LANE : GraphLayout.HEIGHT;
    }

    GraphLayout.Point left() {
        return new GraphLayout.Point(layer * (GraphLayout.WIDTH + GraphLayout.BETWEEN), y + height() / 2);
    }

    GraphLayout.Point right() {
        return new GraphLayout.Point(left().x() + GraphLayout.WIDTH, left().y());
    }

    /** Where its neighbours stand on average, or where it is. */
    double pulled(List<GraphSlot> neighbours) {
        return neighbours.stream().mapToInt(slot -> slot.place).average().orElse(place);
    }
}
