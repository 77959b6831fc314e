package org.closecall.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class IncidentFrequencyTest {
    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
    private static final TimeRange TEN_HOURS = new TimeRange(START, hour(10));
    private static final Instant LATER = hour(1000);

    @Test
    void anEmptyWindowProvesOnlyALowerBound() {
        var frequency = IncidentFrequency.over(TEN_HOURS, List.of(), LATER);
        assertEquals(new IncidentFrequency(0, 0, 0, 0, 10, 0, 0), frequency);
        assertNull(frequency.meanTimeBetweenIncidents(0.95).value());
        assertNull(frequency.meanTimeBetweenFailures(0.95).value());
        assertEquals(10 / 2.9957, frequency.meanTimeBetweenIncidents(0.95).interval().lower(), 1e-3);
        assertEquals(1.0, frequency.availability());
    }

    @Test
    void aWindowStillAheadHasNoExposure() {
        var frequency = IncidentFrequency.over(TEN_HOURS, List.of(), hour(-5));
        assertEquals(0, frequency.observedHours());
        assertNull(frequency.availability());
        assertTrue(frequency.meanTimeBetweenIncidents(0.95).interval().isNone());
    }

    @Test
    void windowIsHalfOpen() {
        var spans = List.of(Span.closed(hour(0), hour(1)), Span.closed(hour(10), hour(11)),
                Span.closed(hour(-2), hour(-1)));
        assertEquals(new IncidentFrequency(1, 1, 0, 0, 10, 1, 1), over(spans));
    }

    @Test
    void anIncidentCarriedInIsDownTimeButNotCounted() {
        var frequency = over(List.of(Span.closed(hour(-1), hour(2)), Span.stillOpen(hour(-3))), hour(4));
        assertEquals(new IncidentFrequency(0, 0, 2, 0, 4, 4, 6), frequency);
        assertEquals(0.0, frequency.availability());
    }

    @Test
    void anEpisodeBelongsToTheWindowInWhichItStarts() {
        var frequency = over(List.of(Span.closed(hour(-1), hour(2)), Span.closed(hour(1), hour(3))));
        assertEquals(1, frequency.incidents());
        assertEquals(0, frequency.episodes());
        assertNull(frequency.meanTimeBetweenFailures(0.95).value());
        assertEquals(0, over(List.of(Span.closed(hour(-1), hour(0)), Span.closed(hour(0), hour(1)))).episodes());
    }

    @Test
    void anUnusableEndCountsAsAnEpisodeWithoutDownTime() {
        var frequency = over(List.of(Span.endUnknown(hour(1)), Span.closed(hour(3), hour(2)),
                Span.closed(hour(5), hour(5)), Span.closed(hour(7), hour(8)), Span.endUnknown(hour(7))));
        assertEquals(new IncidentFrequency(5, 4, 0, 3, 10, 1, 1), frequency);
        assertEquals(9.0 / 4, frequency.meanTimeBetweenFailures(0.95).value());
        assertEquals(9, frequency.meanTimeBetweenFailures(0.95).exposure());
    }

    @Test
    void whatStartsInTheFutureIsLeftOutBeyondClockSkew() {
        var now = hour(4);
        var spans = List.of(Span.stillOpen(now.plus(DataFlag.CLOCK_SKEW)),
                Span.stillOpen(now.plus(DataFlag.CLOCK_SKEW).plusMillis(1)));
        assertEquals(new IncidentFrequency(1, 1, 0, 0, 4, 0, 0), over(spans, now));
    }

    @Test
    void downTimeStopsAtNowAndAtTheWindow() {
        assertEquals(1, over(List.of(Span.closed(hour(3), hour(9))), hour(4)).downtimeHours());
        assertEquals(2, over(List.of(Span.stillOpen(hour(8)))).downtimeHours());
    }

    @Test
    void orderDoesNotMatterAndUnionIsNeverLongerThanTheSum() {
        var random = new Random(4);
        for (var round = 0; round < 200; round++) {
            var spans = new ArrayList<Span>();
            for (var i = random.nextInt(20); i >= 0; i--) {
                spans.add(span(random, hour(random.nextInt(20) - 5)));
            }
            var frequency = over(spans, hour(12));
            Collections.shuffle(spans, random);
            assertEquals(frequency, over(spans, hour(12)));
            assertTrue(frequency.downtimeHours() <= frequency.summedHours());
            assertTrue(frequency.episodes() <= frequency.incidents());
            assertTrue(frequency.availability() >= 0 && frequency.availability() <= 1);
        }
    }

    private static Span span(Random random, Instant start) {
        return switch (random.nextInt(5)) {
            case 0 -> Span.stillOpen(start);
            case 1 -> Span.endUnknown(start);
            default -> Span.closed(start, start.plus(Duration.ofHours(random.nextInt(6) - 1)));
        };
    }

    @Test
    void gapsRunFromStartToStart() {
        var gaps = StartGaps.between(List.of(hour(9), hour(1), hour(1), hour(3)));
        assertEquals(new StartGaps(3, 1, 8.0 / 3, 2.0, 6.0), gaps);
        assertEquals(new StartGaps(1, 1, 0.0, 0.0, 0.0), StartGaps.between(List.of(hour(1), hour(1))));
    }

    @Test
    void fewerThanTwoIncidentsHaveNoGap() {
        var none = new StartGaps(0, 0, null, null, null);
        assertEquals(none, StartGaps.between(List.of()));
        assertEquals(none, StartGaps.between(List.of(hour(1))));
    }

    private static IncidentFrequency over(List<Span> spans) {
        return over(spans, LATER);
    }

    private static IncidentFrequency over(List<Span> spans, Instant now) {
        return IncidentFrequency.over(TEN_HOURS, spans, now);
    }

    private static Instant hour(int hour) {
        return START.plusSeconds(3600L * hour);
    }
}
