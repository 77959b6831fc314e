package org.closecall.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

class ProportionDifferenceTest {

    /** R. G. Newcombe, Statistics in Medicine 17 (1998), table II, method 10. */
    @Test
    void agreesWithNewcombesTable() {
        expect(56, 70, 48, 80, 0.0524, 0.3339);
        expect(9, 10, 3, 10, 0.1705, 0.8090);
        expect(6, 7, 2, 7, 0.0582, 0.8062);
        expect(5, 56, 0, 29, -0.0381, 0.1926);
        expect(0, 10, 0, 20, -0.1611, 0.2775);
        expect(10, 10, 0, 10, 0.6075, 1);
    }

    private static void expect(long x, long n, long y, long m, double lower, double upper) {
        var interval = difference(x, n, y, m).interval();
        assertEquals(lower, interval.lower(), 6e-5);
        assertEquals(upper, interval.upper(), 6e-5);
    }

    @Test
    void itsIntervalHoldsTheDifferenceAndTurnsWithIt() {
        var random = new Random(4);
        for (var round = 0; round < 500; round++) {
            int n = 1 + random.nextInt(50), m = 1 + random.nextInt(50);
            int x = random.nextInt(n + 1), y = random.nextInt(m + 1);
            ProportionDifference one = difference(x, n, y, m), other = difference(y, m, x, n);
            assertTrue(one.interval().contains(one.difference()));
            assertTrue(one.interval().lower() >= -1 && one.interval().upper() <= 1);
            assertEquals(-one.difference(), other.difference(), 1e-12);
            assertEquals(-one.interval().lower(), other.interval().upper(), 1e-12);
            assertEquals(one.verdict(true), other.verdict(false));
        }
    }

    @Test
    void moreOfTheGoodIsBetter() {
        assertEquals(Verdict.EVIDENCE_IMPROVING, difference(18, 20, 6, 20).verdict(true));
        assertEquals(Verdict.EVIDENCE_WORSENING, difference(18, 20, 6, 20).verdict(false));
        assertEquals(Verdict.NO_EVIDENCE_OF_CHANGE, difference(12, 20, 10, 20).verdict(true));
        assertEquals(Verdict.TOO_FEW_EVENTS, difference(4, 4, 0, 40).verdict(true));
    }

    @Test
    void withoutTrialsThereIsNoDifference() {
        var none = difference(0, 0, 3, 9);
        assertNull(none.difference());
        assertTrue(none.interval().isNone());
        assertEquals(Verdict.TOO_FEW_EVENTS, none.verdict(true));
        assertThrows(IllegalArgumentException.class, () -> ProportionDifference.of(
                Proportion.wilson(1, 2, 0.9), Proportion.wilson(1, 2, 0.95)));
    }

    private static ProportionDifference difference(long x, long n, long y, long m) {
        return ProportionDifference.of(Proportion.wilson(x, n, 0.95), Proportion.wilson(y, m, 0.95));
    }
}
