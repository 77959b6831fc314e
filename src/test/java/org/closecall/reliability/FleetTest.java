package org.closecall.reliability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import org.closecall.metrics.Baseline;
import org.closecall.metrics.ChartPoint;
import org.closecall.metrics.ControlChart;
import org.junit.jupiter.api.Test;

class FleetTest {

    @Test
    void aFleetThatGrowsIsSaidWithTheRateThatCompares() {
        var grown = new Fleet(List.of(10.0, 12.5, 20.0), List.of(30L, 35L, 40L));
        assertTrue(grown.changed());
        assertEquals("Services grew from 10 to 20", grown.words());
        assertTrue(grown.sentence().contains("rise while each service has fewer") && grown.sentence().contains("2.47 triggers a month (95 %: 2.02 – 2.99), from 105\u00a0triggers in 43 months of one service"), grown.sentence());
        assertTrue(new Fleet(List.of(20.0, 10.0), List.of(1L, 1L)).sentence().contains("fall while each service has more"));
        assertFalse(new Fleet(List.of(20.0, 21.0), List.of(1L, 9L)).changed());
        assertFalse(new Fleet(List.of(), List.of()).changed());
    }

    @Test
    void chosenRulesNameWhatTheyFindAndHowOftenTheyAreWrong() {
        var points = Collections.nCopies(8, new ChartPoint(5.0, 3.0, 0.0, 9.0, 1.5, true));
        var chart = new ControlChart(ControlChart.Kind.U, points, Baseline.first(8), 3.0, null, List.of(0));
        var words = RuleSet.WESTERN_ELECTRIC.words(chart, 0, i -> "month " + i, "among the months");
        assertEquals(2, words.size(), words.toString());
        assertTrue(words.get(0).startsWith("Look for a cause: four of five beyond one standard deviation on one side, to month 7 and 3 times before"), words.toString());
        assertTrue(words.get(1).contains("eight in a row on one side of the centre, to month 7 (Western Electric)"), words.toString());
        assertTrue(RuleSet.WESTERN_ELECTRIC.wrong(chart, 0).orElse("").contains("21 %"));
        assertTrue(RuleSet.WESTERN_ELECTRIC.wrong(chart, 8).isEmpty() && RuleSet.USUAL.wrong(chart, 0).isEmpty());
        assertEquals(List.of(), RuleSet.USUAL.words(chart, 0, i -> "", ""));
        var changed = new ControlChart(ControlChart.Kind.U, points, Baseline.first(4), 3.0, null, List.of(0, 4));
        assertEquals(List.of("No further signal among the gaps by Western Electric, four rules."), RuleSet.WESTERN_ELECTRIC.words(changed, 0, i -> "", "among the gaps"), "two times four are neither five nor eight");
    }
}
