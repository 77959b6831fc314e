package org.closecall.postmortem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.closecall.postmortem.GraphLayout.Box;
import org.closecall.postmortem.GraphLayout.Line;
import org.closecall.postmortem.GraphLayout.Point;
import org.junit.jupiter.api.Test;

/** Laws that hold for every graph without circles. */
class GraphLayoutTest {

    private static final int GRAPHS = 500;

    @Test
    void everyNodeHasOneBoxAndNoTwoTouch() {
        IntStream.range(0, GRAPHS).mapToObj(GraphLayoutTest::graph).forEach(graph -> {
            var layout = new GraphLayout(graph);
            var boxes = layout.boxes();
            assertEquals(IntStream.range(0, graph.size()).boxed().toList(), boxes.stream().map(Box::node).toList());
            for (var one : boxes) {
                assertTrue(one.x() >= 0 && one.y() >= 0 && one.x() + GraphLayout.WIDTH <= layout.width() && one.y() + GraphLayout.HEIGHT <= layout.height(), one + " leaves the picture of " + graph);
                assertTrue(boxes.stream().noneMatch(other -> other != one && Math.abs(one.x() - other.x()) < GraphLayout.WIDTH && Math.abs(one.y() - other.y()) < GraphLayout.HEIGHT), one + " is covered in " + graph);
            }
        });
    }

    @Test
    void everyLineIsThereLeadsToALaterLayerAndCrossesNoBox() {
        IntStream.range(0, GRAPHS).mapToObj(GraphLayoutTest::graph).forEach(graph -> {
            var layout = new GraphLayout(graph);
            var boxes = layout.boxes();
            var expected = IntStream.range(0, graph.size()).boxed().flatMap(from -> graph.get(from).stream().map(to -> from + " to " + to)).toList();
            assertEquals(expected, layout.lines().stream().map(line -> line.from() + " to " + line.to()).toList());
            for (var line : layout.lines()) {
                assertTrue(boxes.get(line.from()).layer() < boxes.get(line.to()).layer(), line + " of " + graph);
                runs(line, boxes);
            }
        });
    }

    @Test
    void theSameGraphLooksTheSame() {
        for (var seed = 0; seed < 20; seed++) {
            assertEquals(new GraphLayout(graph(seed)).boxes(), new GraphLayout(graph(seed)).boxes());
        }
    }

    @Test
    void aChainIsALineAndWhatLeadsToOneStandsBeforeIt() {
        assertEquals(List.of(0, 1, 2, 1), new GraphLayout(List.of(List.of(1), List.of(2), List.of(), List.of(2))).boxes().stream().map(Box::layer).toList());
    }

    /** From its box to the other; between the columns or level, and level only where no box is. */
    private static void runs(Line line, List<Box> boxes) {
        var points = line.points();
        var from = boxes.get(line.from());
        var to = boxes.get(line.to());
        assertEquals(new Point(from.x() + GraphLayout.WIDTH, from.y() + GraphLayout.HEIGHT / 2), points.get(0));
        assertEquals(new Point(to.x(), to.y() + GraphLayout.HEIGHT / 2), points.get(points.size() - 1));
        for (var i = 1; i < points.size() - 1; i += 2) {
            var y = points.get(i).y();
            var x = points.get(i).x();
            assertEquals(y, points.get(i + 1).y());
            assertEquals(x + GraphLayout.WIDTH, points.get(i + 1).x());
            assertTrue(boxes.stream().noneMatch(box -> box.x() == x && y >= box.y() && y <= box.y() + GraphLayout.HEIGHT), line + " crosses a box");
        }
    }

    /** At random, but the same for the same seed; nodes are shuffled so that their order says nothing. */
    private static List<List<Integer>> graph(int seed) {
        var random = new Random(seed);
        var nodes = 1 + random.nextInt(14);
        var rank = random.ints(nodes).toArray();
        var dense = random.nextDouble() / 2;
        return IntStream.range(0, nodes).mapToObj(from -> IntStream.range(0, nodes).filter(to -> rank[from] < rank[to] && random.nextDouble() < dense).boxed().toList()).toList();
    }
}
