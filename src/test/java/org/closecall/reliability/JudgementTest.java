package org.closecall.reliability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.closecall.metrics.Verdict;
import org.junit.jupiter.api.Test;

/** Verdicts on the days fixed for them, seen on 22 November 2026. */
class JudgementTest {

    private static final Instant NOW = Instant.parse("2026-11-22T09:00:00Z");
    private static final Instant RECORDED = Instant.parse("2024-01-01T00:00:00Z");
    /** Ever longer gaps from April 2025 on. */
    private static final int[] RARER = {0, 3, 7, 13, 21, 33, 49, 71, 99, 137, 180, 230, 290, 360, 440};

    @Test
    void betweenReviewsNothingIsJudged() {
        var judgement = judge(new Period(LocalDate.of(2026, 11, 1), LocalDate.of(2026, 11, 30)), RARER);
        assertEquals(Verdict.TOO_FEW_EVENTS, judgement.verdict());
        assertEquals(LocalDate.of(2025, 10, 1), judgement.from());
        assertEquals(LocalDate.of(2026, 9, 30), judgement.to());
        assertEquals(LocalDate.of(2026, 12, 31), judgement.next());
        var all = judge(new Period(LocalDate.of(2025, 4, 1), null), RARER);
        assertEquals(Verdict.PROVISIONAL, all.verdict());
        assertEquals(Verdict.EVIDENCE_IMPROVING, all.atReview().verdict());
        assertEquals("provisional", all.mark(true).kind());
        assertNull(all.mark(true).rising(), "no arrow without a verdict");
        assertEquals("Provisional until 31 Dec 2026", all.mark(true).text());
        assertTrue(all.said().startsWith("At 30 Sep 2026: evidence of improvement, p"), all::said);
    }

    @Test
    void aPeriodThatEndsWithAQuarterIsJudged() {
        var judgement = judge(new Period(LocalDate.of(2025, 4, 1), LocalDate.of(2026, 9, 30)), RARER);
        assertEquals(Verdict.EVIDENCE_IMPROVING, judgement.verdict());
        assertEquals(LocalDate.of(2025, 4, 1), judgement.from());
        assertEquals("The gap is changing over time", judgement.uneven());
        assertEquals(Boolean.TRUE, judgement.mark(true).rising());
        assertEquals(Boolean.FALSE, judgement.mark(false).rising());
        assertFalse(judgement.year());
        assertEquals(14, judgement.atReview().events(), "the first one opens the window");
    }

    @Test
    void theDayItselfHasToBeOver() {
        var scope = scope(new Period(LocalDate.of(2025, 10, 1), LocalDate.of(2026, 9, 30)), Instant.parse("2026-09-30T21:00:00Z"));
        assertEquals(LocalDate.of(2026, 6, 30), Judgement.period(scope).to());
        var next = scope(new Period(LocalDate.of(2025, 10, 1), LocalDate.of(2026, 9, 30)), Instant.parse("2026-10-01T00:00:00Z"));
        assertEquals(LocalDate.of(2026, 9, 30), Judgement.period(next).to());
    }

    @Test
    void fewIncidentsHaveNoVerdictWhateverTheDay() {
        var judgement = judge(new Period(LocalDate.of(2025, 4, 1), LocalDate.of(2026, 9, 30)), 100, 200, 300);
        assertEquals("Too few events (3 of 5)", judgement.mark(true).text());
        assertEquals("Nothing to test", judge(new Period(LocalDate.of(2025, 4, 1), LocalDate.of(2026, 9, 30))).mark(true).text());
    }

    @Test
    void whatBeganAtOnceIsNotTested() {
        var judgement = judge(new Period(LocalDate.of(2025, 4, 1), LocalDate.of(2026, 9, 30)), 0, 0, 0, 0, 0, 0, 0);
        assertEquals(Verdict.TOO_FEW_EVENTS, judgement.verdict());
        assertEquals("few", judgement.mark(true).kind());
        assertEquals("Nothing to test: all began at the same moment", judgement.mark(true).text());
    }

    @Test
    void monthsThatBunchUpForbidOneAverage() {
        var bursts = Stream.of(10, 100, 190, 280, 400).flatMapToInt(start -> IntStream.range(0, 9).map(i -> start + i)).toArray();
        var judgement = judge(new Period(LocalDate.of(2025, 4, 1), LocalDate.of(2026, 9, 30)), bursts);
        assertTrue(judgement.spread().overDispersed());
        assertEquals(Verdict.NO_EVIDENCE_OF_CHANGE, judgement.verdict());
        assertEquals("Incidents bunch up", judgement.uneven());
    }

    private static Judgement judge(Period period, int... daysAfterApril) {
        var scope = scope(period, NOW);
        var first = Instant.parse("2025-04-01T00:00:00Z");
        var incidents = IntStream.range(0, daysAfterApril.length)
                .mapToObj(i -> IncidentFact.start(i, i, first.plusSeconds(86_400L * daysAfterApril[i]))).toList();
        var facts = new Facts(RECORDED, null, incidents, List.of(), new Triggers(new HashMap<>(), new HashSet<>()), new AsOf(null));
        var months = Month.between(LocalDate.of(2024, 1, 1), period.last(scope.today()), facts, ZoneOffset.UTC);
        return Judgement.of(scope, facts, months);
    }

    private static Scope scope(Period period, Instant now) {
        return new Scope(period, Which.ALL, ZoneOffset.UTC, now);
    }
}
