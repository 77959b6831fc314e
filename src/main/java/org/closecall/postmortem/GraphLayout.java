package org.closecall.postmortem;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Where the boxes of a graph without circles stand, and how its lines run: in layers from left to right, every line to
 * a later one. What goes past a layer has a lane of its own there, so that no line crosses a box. The same graph
 * always looks the same.
 */
final class GraphLayout {

    static final int WIDTH = 168;
    static final int HEIGHT = 106;
    static final int BETWEEN = 36;
    private static final int APART = 14;
    static final int LANE = 18;
    private static final int SWEEPS = 4;

    record Point(int x, int y) {
    }

    record Box(int node, int layer, int x, int y) {
    }

    /** Points by twos: where it leaves a box or a lane, and where it reaches the next one. */
    record Line(int from, int to, List<Point> points) {
    }

    private final List<List<Integer>> leadsTo;
    private final List<List<GraphSlot>> layers = new ArrayList<>();
    private final List<GraphSlot> nodes;
    private final List<List<GraphSlot>> ways = new ArrayList<>();

    /** leadsTo: of each node, from 0, the nodes it leads to. */
    GraphLayout(List<List<Integer>> leadsTo) {
        this.leadsTo = leadsTo;
        var layer = layering();
        nodes = IntStream.range(0, leadsTo.size()).mapToObj(node -> put(new GraphSlot(node, layer[node]))).toList();
        IntStream.range(0, leadsTo.size()).forEach(from -> leadsTo.get(from).forEach(to -> ways.add(way(nodes.get(from), nodes.get(to)))));
        layers.forEach(GraphLayout::number);
        for (var sweep = 0; sweep < SWEEPS; sweep++) {
            layers.forEach(slots -> sort(slots, Comparator.comparingDouble(slot -> slot.pulled(slot.before))));
            IntStream.range(0, layers.size()).map(i -> layers.size() - 1 - i).forEach(i -> sort(layers.get(i), Comparator.comparingDouble(slot -> slot.pulled(slot.after))));
        }
        layers.forEach(slots -> stack(slots, height()));
    }

    List<Box> boxes() {
        return nodes.stream().map(slot -> new Box(slot.node, slot.layer, slot.left().x(), slot.y)).toList();
    }

    List<Line> lines() {
        return ways.stream().map(way -> new Line(way.get(0).node, way.get(way.size() - 1).node,
                IntStream.range(1, way.size()).boxed().<Point>mapMulti((i, points) -> {
                    points.accept(way.get(i - 1).right());
                    points.accept(way.get(i).left());
                }).toList())).toList();
    }

    int width() {
        return layers.size() * (WIDTH + BETWEEN) - BETWEEN;
    }

    int height() {
        return layers.stream().mapToInt(GraphLayout::height).max().orElse(0);
    }

    /** As far to the right as the longest way to it is; what nothing leads to stands just before what it leads to. */
    private int[] layering() {
        var layer = new int[leadsTo.size()];
        for (var moved = true; moved;) {
            moved = false;
            for (var from = 0; from < layer.length; from++) {
                for (var to : leadsTo.get(from)) {
                    moved |= layer[to] <= layer[from];
                    layer[to] = Math.max(layer[to], layer[from] + 1);
                }
            }
        }
        var first = IntStream.range(0, layer.length).filter(node -> layer[node] == 0).toArray();
        IntStream.of(first).forEach(node -> layer[node] = Math.max(0, leadsTo.get(node).stream().mapToInt(to -> layer[to]).min().orElse(1) - 1));
        return layer;
    }

    private GraphSlot put(GraphSlot slot) {
        while (layers.size() <= slot.layer) {
            layers.add(new ArrayList<>());
        }
        layers.get(slot.layer).add(slot);
        return slot;
    }

    private List<GraphSlot> way(GraphSlot from, GraphSlot to) {
        var way = new ArrayList<>(List.of(from));
        IntStream.range(from.layer + 1, to.layer).forEach(layer -> way.add(put(new GraphSlot(-1, layer))));
        way.add(to);
        for (var i = 1; i < way.size(); i++) {
            way.get(i - 1).after.add(way.get(i));
            way.get(i).before.add(way.get(i - 1));
        }
        return way;
    }

    private static void sort(List<GraphSlot> slots, Comparator<GraphSlot> by) {
        slots.sort(by);
        number(slots);
    }

    private static void number(List<GraphSlot> slots) {
        IntStream.range(0, slots.size()).forEach(place -> slots.get(place).place = place);
    }

    private static int height(List<GraphSlot> slots) {
        return slots.stream().mapToInt(slot -> slot.height() + APART).sum() - APART;
    }

    /** One below the other, in the middle. */
    private static void stack(List<GraphSlot> slots, int height) {
        var y = (height - height(slots)) / 2;
        for (var slot : slots) {
            slot.y = y;
            y += slot.height() + APART;
        }
    }
}
