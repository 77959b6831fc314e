package org.closecall.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.closecall.metrics.SurvivalQuantile.Status;
import org.junit.jupiter.api.Test;

class KaplanMeierTest {

    @Test
    void nothingObservedHasNoMedian() {
        var median = KaplanMeier.of(List.of()).median();
        assertEquals(new SurvivalQuantile(null, Interval.none(0.95), 0, 0, Status.NO_DATA), median);
    }

    @Test
    void fewAreTooSmallForAnInterval() {
        assertEquals(Status.N_TOO_SMALL, resolved(1, 2, 3, 4, 5).median().status());
        assertTrue(resolved(1, 2, 3, 4, 5).median().interval().isNone());
        assertEquals(Status.OK, resolved(1, 2, 3, 4, 5, 6).median().status());
        assertEquals(new Interval(1.0, null, 0.95), resolved(1, 2, 3, 4, 5, 6).median().interval());
        assertEquals(new Interval(1.0, 8.0, 0.95), resolved(1, 2, 3, 4, 5, 6, 7, 8, 9, 10).median().interval());
    }

    @Test
    void allOpenIsNotReached() {
        var median = KaplanMeier.of(Collections.nCopies(7, new Observation(3, false))).median();
        assertEquals(new SurvivalQuantile(null, Interval.none(0.95), 7, 0, Status.NOT_REACHED), median);
        assertEquals(7, median.open());
    }

    @Test
    void endingAtOneHalfIsNotReached() {
        assertNull(curve(over(1), open(9)).median().value());
        assertEquals(Status.NOT_REACHED,
                curve(over(1), over(2), over(3), open(9), open(9), open(9)).median().status());
    }

    @Test
    void censoringAtATimeComesAfterItsEvents() {
        var step = curve(open(5), over(5), over(5), open(9)).steps().get(0);
        assertEquals(new KaplanMeier.Step(5, 4, 2, 1, 0.5, step.lower(), step.upper()), step);
    }

    @Test
    void censoringBeforeTheFirstEventHasNoLogLogBand() {
        var first = curve(open(1), over(2), over(3)).steps().get(0);
        assertEquals(1, first.survival());
        assertNull(first.lower());
        var log = KaplanMeier.of(List.of(open(1), over(2), over(3)), 0.95, Band.LOG).steps().get(0);
        assertEquals(1, log.lower());
        assertEquals(1, log.upper());
    }

    @Test
    void nobodyLeftHasNoBand() {
        for (var band : Band.values()) {
            var last = KaplanMeier.of(List.of(over(1), over(2)), 0.95, band).steps().get(1);
            assertEquals(0, last.survival());
            assertNull(last.lower());
            assertNull(last.upper());
        }
    }

    @Test
    void plainBandIsClippedToShares() {
        var steps = KaplanMeier.of(aml(), 0.95, Band.PLAIN).steps();
        double[] lower = {0.73920433, 0.59025506, 0.44217078, 0.31448249, 0.31448249, 0.1690962, 0.04935666,
                0.04935666, 0, 0};
        double[] upper = {1, 1, 0.9896474, 0.91279024, 0.91279024, 0.81272198, 0.68700698, 0.68700698, 0.48493116,
                0.48493116};
        for (var i = 0; i < steps.size(); i++) {
            assertEquals(lower[i], steps.get(i).lower(), 1e-8);
            assertEquals(upper[i], steps.get(i).upper(), 1e-8);
        }
    }

    @Test
    void aHigherConfidenceWidensTheInterval() {
        assertEquals(new Interval(31.0, 34.0, 0.5), KaplanMeier.of(aml(), 0.5, Band.LOG_LOG).median().interval());
        assertEquals(new Interval(18.0, 48.0, 0.8), KaplanMeier.of(aml(), 0.8, Band.LOG_LOG).median().interval());
        assertEquals(new Interval(13.0, null, 0.95), KaplanMeier.of(aml()).median().interval());
    }

    @Test
    void ninetiethPercentileNeedsTenEvents() {
        var nine = KaplanMeier.of(List.of(over(1), over(2), over(3), over(4), over(5), over(6), over(7), over(8),
                over(9), open(9))).quantile(0.9);
        assertEquals(new SurvivalQuantile(null, Interval.none(0.95), 10, 9, Status.N_TOO_SMALL), nine);
        var ten = resolved(1, 2, 3, 4, 5, 6, 7, 8, 9, 10).quantile(0.9);
        assertEquals(9.5, ten.value());
        assertEquals(Status.OK, ten.status());
        assertEquals(7.0, ten.interval().lower());
        assertNull(ten.interval().upper());
        assertThrows(IllegalArgumentException.class, () -> resolved(1).quantile(1));
        assertThrows(IllegalArgumentException.class, () -> resolved(1).quantile(0));
    }

    @Test
    void timesThatAreNoDurationsAreRefused() {
        for (var time : new double[] {-1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThrows(IllegalArgumentException.class, () -> over(time));
        }
        assertThrows(IllegalArgumentException.class, () -> KaplanMeier.of(aml(), 95, Band.LOG));
    }

    private static List<Observation> aml() {
        return List.of(over(9), over(13), open(13), over(18), over(23), open(28), over(31), over(34), open(45),
                over(48), open(161));
    }

    private static KaplanMeier resolved(double... times) {
        return KaplanMeier.of(Arrays.stream(times).mapToObj(KaplanMeierTest::over).toList());
    }

    private static KaplanMeier curve(Observation... observations) {
        return KaplanMeier.of(List.of(observations));
    }

    private static Observation over(double time) {
        return new Observation(time, true);
    }

    private static Observation open(double time) {
        return new Observation(time, false);
    }
}
