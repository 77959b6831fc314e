package org.closecall.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DataQualityTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    @Test
    void flagsTellWhatIsOdd() {
        assertEquals(DataFlag.NONE, flag(Span.closed(minute(-9), minute(0))));
        assertEquals(DataFlag.NONE, flag(Span.stillOpen(minute(-9))));
        assertEquals(DataFlag.NEGATIVE_DURATION, flag(Span.closed(minute(-9), minute(-10))));
        assertEquals(DataFlag.ZERO_DURATION, flag(Span.closed(minute(-9), minute(-9))));
        assertEquals(DataFlag.END_UNKNOWN, flag(Span.endUnknown(minute(-9))));
        assertEquals(DataFlag.END_IN_FUTURE, flag(Span.closed(minute(-9), minute(6))));
        assertEquals(DataFlag.IN_FUTURE, flag(Span.closed(minute(6), minute(2))));
        assertEquals(DataFlag.IN_FUTURE, flag(Span.stillOpen(minute(6))));
    }

    @Test
    void fiveMinutesOfClockSkewAreTolerated() {
        assertEquals(DataFlag.NONE, flag(Span.stillOpen(minute(5))));
        assertEquals(DataFlag.NONE, flag(Span.closed(minute(-9), minute(5))));
        assertEquals(DataFlag.IN_FUTURE, flag(Span.stillOpen(minute(5).plusNanos(1))));
    }

    @Test
    void everyRecordIsUsedOrListed() {
        var spans = new LinkedHashMap<String, Span>();
        spans.put("open", Span.stillOpen(minute(-30)));
        spans.put("future", Span.stillOpen(minute(60)));
        spans.put("backwards", Span.closed(minute(-10), minute(-20)));
        spans.put("over", Span.endUnknown(minute(-10)));
        spans.put("plain", Span.closed(minute(-20), minute(-15)));
        spans.put("just filed", Span.stillOpen(minute(2)));
        var quality = DataQuality.screen(spans, NOW);
        assertEquals(Map.of("open", new Observation(30, false), "plain", new Observation(5, true),
                "just filed", new Observation(0, false)), quality.observations());
        assertEquals(List.of("future", "backwards", "over"), quality.excludedFromDurations());
        assertEquals(5, quality.counted());
        assertEquals(Map.of("future", DataFlag.IN_FUTURE, "backwards", DataFlag.NEGATIVE_DURATION,
                "over", DataFlag.END_UNKNOWN), quality.flags());
    }

    @Test
    void aSpanIsEitherOpenOrEnded() {
        assertThrows(IllegalArgumentException.class, () -> new Span(NOW, NOW, true));
        assertThrows(NullPointerException.class, () -> new Span(null, NOW, false));
    }

    private static DataFlag flag(Span span) {
        return DataFlag.of(span, NOW);
    }

    private static Instant minute(int minute) {
        return NOW.plusSeconds(60L * minute);
    }
}
