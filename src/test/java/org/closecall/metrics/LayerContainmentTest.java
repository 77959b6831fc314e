package org.closecall.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LayerContainmentTest {

    @Test
    void theProductOfTheEscapesIsWhatEscapesOverall() {
        var random = new Random(1);
        for (var round = 0; round < 200; round++) {
            var caught = Stream.generate(() -> (long) random.nextInt(20)).limit(4).toList();
            var found = LayerContainment.of(caught, 1 + random.nextInt(20), 0.95);
            var product = found.layers().stream().mapToDouble(layer -> 1 - layer.containment().point()).reduce(1, (a, b) -> a * b);
            assertEquals(1 - found.overall().point(), product, 1e-12);
            for (var i = 0; i < 3; i++) {
                assertEquals(found.layers().get(i).passed(), found.layers().get(i + 1).reached());
            }
            assertEquals(found.escaped(), found.layers().get(3).passed());
        }
    }

    @Test
    void nothingToCatchIsNoEvidence() {
        var none = LayerContainment.of(List.of(0L, 0L), 0, 0.95);
        assertNull(none.overall().point());
        assertNull(none.layers().get(0).containment().point());
        assertThrows(IllegalArgumentException.class, () -> LayerContainment.of(List.of(-1L), 0, 0.95));
        assertNull(DefectRemoval.efficiency(0, 0, 0.95).point());
        assertThrows(IllegalArgumentException.class, () -> DefectRemoval.of(List.of(3L), List.of(4L)));
        assertThrows(IllegalArgumentException.class, () -> DefectRemoval.of(List.of(3L, 1L), List.of(1L, 4L)));
        assertNull(DefectRemoval.of(List.of(0L, 2L), List.of(0L, 1L)).effectiveness().get(0));
    }

    @Test
    void theWorstFailureModeIsTheMostSevereNotTheLargestProduct() {
        var frequent = new FailureMode(2, 10, 10);
        var grave = new FailureMode(10, 1, 1);
        var graver = new FailureMode(10, 2, 1);
        assertEquals(List.of(graver, grave, frequent),
                Stream.of(frequent, grave, graver).sorted(FailureMode.WORST_FIRST).toList());
        assertTrue(frequent.riskPriorityNumber() > graver.riskPriorityNumber());
        assertFalse(FailureMode.misleads(List.of(frequent, grave, graver)));
        assertTrue(FailureMode.misleads(List.of(grave, new FailureMode(1, 10, 1))));
    }

    @Test
    void aPeriodChosenForBeingBadIsLabelled() {
        assertEquals(RegressionToTheMean.PEAK, RegressionToTheMean.of(9, new long[] {4, 5, 3}, null));
        assertEquals(RegressionToTheMean.NONE, RegressionToTheMean.of(5, new long[] {4, 5, 3}, 31.0));
        assertEquals(RegressionToTheMean.NONE, RegressionToTheMean.of(9, new long[] {4}, null));
        assertEquals(RegressionToTheMean.AFTER_MAJOR_INCIDENT, RegressionToTheMean.of(1, new long[] {4, 5}, 12.0));
    }
}
