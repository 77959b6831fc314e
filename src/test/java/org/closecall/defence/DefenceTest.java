package org.closecall.defence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.closecall.catalog.Control;
import org.closecall.catalog.Layer;
import org.junit.jupiter.api.Test;

class DefenceTest {

    private final List<OccurrenceControl> known = new ArrayList<>();
    private long ids;

    @Test
    void saysWhereAFaultPassedAndWhatStoppedIt() {
        say(Layer.DEVELOPMENT, "Code review", ControlState.HELD);
        say(Layer.DEVELOPMENT, "Static analysis", ControlState.ABSENT);
        say(Layer.DEVELOPMENT, "Unit tests", ControlState.FAILED);
        say(Layer.PRE_PRODUCTION, "Canary", ControlState.ABSENT);
        say(Layer.PRODUCTION, "Health checks", ControlState.FAILED);
        var stopped = say(Layer.DETECTION, "SLO tracking", ControlState.HELD);
        var defence = defence(true, Ending.CONTROL, stopped);
        assertEquals("The fault passed through unit tests, the missing canary and health checks; it was stopped by SLO tracking in the detection layer", defence.sentence());
        assertEquals("Passed three layers, stopped in the fourth. Two controls that could have stopped it don’t exist yet.", defence.summary());
        assertEquals(List.of("fault--head", "fault--stop", "fault__tick"), last(defence, 3));
    }

    @Test
    void runsOffTheEdgeWhenNothingStoppedIt() {
        say(Layer.PRODUCTION, "Health checks", ControlState.FAILED);
        var defence = defence(true, Ending.NOTHING, null);
        assertEquals("The fault passed through health checks; where it got through development, pre-production and detection is not recorded; nothing stopped it", defence.sentence());
        assertEquals("Passed all four layers; nothing stopped it.", defence.summary());
        assertTrue(defence.picture().stream().anyMatch(mark -> mark.style().equals("fault") && mark.path().contains(" 970 ")));
        assertEquals("fault--head", last(defence, 1).get(0));
        assertEquals(3, count(defence, "slice slice--blank"));
    }

    @Test
    void anAlertThatRangStoppedNothing() {
        say(Layer.DETECTION, "Alerting", ControlState.HELD);
        assertEquals("Passed all four layers; what held did not stop it.", defence(true, Ending.NOTHING, null).summary());
    }

    @Test
    void aNearMissEndsAfterTheLastHoleThatIsKnown() {
        say(Layer.DEVELOPMENT, "Unit tests", ControlState.FAILED);
        say(Layer.DETECTION, "Alerting", ControlState.UNKNOWN);
        assertEquals("The fault passed through unit tests; chance alone ended it", defence(false, Ending.CHANCE, null).sentence());
        assertEquals(List.of("fault--chance"), last(defence(false, Ending.CHANCE, null), 1));
        assertEquals(List.of("fault--stop", "fault__tick"), last(defence(false, Ending.PERSON, null), 2));
        assertEquals(List.of("fault--stop", "fault__tick"), last(defence(false, Ending.AUTOMATION, null), 2));
        assertEquals(List.of("plug--unknown", "plug__q"), last(defence(false, Ending.UNSAID, null), 2));
    }

    @Test
    void drawsNoWayWhereNoneIsKnown() {
        say(Layer.DEVELOPMENT, "Unit tests", ControlState.HELD);
        var defence = defence(false, Ending.PERSON, null);
        assertEquals("How far it got is not recorded; a person intervened", defence.sentence());
        assertEquals("A person intervened.", defence.summary());
        assertFalse(defence.picture().stream().anyMatch(mark -> mark.style().contains("fault")));
    }

    @Test
    void aHazardIsDashedAsFarAsTheWayStandsOpen() {
        say(Layer.DEVELOPMENT, "Unit tests", ControlState.FAILED);
        say(Layer.PRODUCTION, "Health checks", ControlState.FAILED);
        var defence = defence(false, Ending.POTENTIAL, null);
        assertEquals("Nothing has gone through yet; the way is open through unit tests", defence.sentence());
        assertEquals("Nothing has gone through yet, but one layer stands open.", defence.summary());
        assertEquals(2, count(defence, "fault fault--potential"));
        assertEquals(0, count(defence, "fault"));
        known.clear();
        assertEquals("Nothing has gone through yet; no hole is known in the layer it would meet first", defence(false, Ending.POTENTIAL, null).sentence());
    }

    @Test
    void stoppedAtOnceItPassedNothing() {
        var stopped = say(Layer.DEVELOPMENT, "Code review", ControlState.HELD);
        assertEquals("It was stopped by code review in the development layer", defence(false, Ending.CONTROL, stopped).sentence());
        assertEquals("Stopped in the first layer.", defence(false, Ending.CONTROL, stopped).summary());
    }

    @Test
    void anyNumberOfControlsFitsTheirSlice() {
        for (var among = 1; among <= 40; among++) {
            var count = among;
            var spots = IntStream.range(0, among).mapToObj(place -> Spot.of(0, place, count)).toList();
            for (var one : spots) {
                assertTrue(one.x() - one.radius() > 96 && one.x() + one.radius() < 246 && one.y() - one.radius() > 24 && one.y() + one.radius() < 270, among + " " + one);
                spots.stream().filter(other -> other != one).forEach(other -> assertTrue(Math.hypot(one.x() - other.x(), one.y() - other.y()) > one.radius() + other.radius(), count + " overlap"));
            }
        }
    }

    @Test
    void drawsEveryControlOfAFullLayer() {
        for (var i = 0; i < 9; i++) {
            say(Layer.PRODUCTION, "Control " + i, i % 2 == 0 ? ControlState.FAILED : ControlState.HELD);
        }
        var defence = defence(true, Ending.NOTHING, null);
        assertEquals(5, count(defence, "hole--failed"));
        assertEquals(4, count(defence, "plug--held"));
        assertFalse(defence.picture().stream().filter(mark -> mark.path() != null).anyMatch(mark -> mark.path().matches(".*(NaN|Inf|E|,).*")), "numbers as SVG reads them");
    }

    private Control say(Layer layer, String name, ControlState state) {
        var one = new OccurrenceControl();
        one.control = new Control();
        one.control.id = ++ids;
        one.control.layer = layer;
        one.control.name = name;
        one.state = state;
        known.add(one);
        return one.control;
    }

    private Defence defence(boolean incident, Ending ending, Control stopped) {
        return new Defence(Arrays.stream(Layer.values()).map(layer -> new Slice(layer, known.stream().filter(one -> one.control.layer == layer).toList())).toList(), incident, ending, stopped);
    }

    private static long count(Defence defence, String style) {
        return defence.picture().stream().filter(mark -> mark.style().equals(style)).count();
    }

    private static List<String> last(Defence defence, int count) {
        var styles = defence.picture().stream().map(Mark::style).toList();
        return styles.subList(styles.size() - count, styles.size());
    }
}
