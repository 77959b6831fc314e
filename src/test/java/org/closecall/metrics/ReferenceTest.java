package org.closecall.metrics;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReferenceTest {

    static Stream<ReferenceCase> cases() {
        return ReferenceCase.all();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void equalsTheReference(ReferenceCase reference) {
        reference.verify(ReferenceFigures.compute(reference.metric(), reference.inputs()));
    }

    @Test
    void everyCaseHasItsOwnId() {
        var ids = cases().map(ReferenceCase::id).toList();
        assertEquals(ids.size(), ids.stream().distinct().count());
    }

    @Test
    void anUnknownMetricFails() throws Exception {
        var inputs = ReferenceCase.JSON.readTree("{}");
        assertThrows(AssertionError.class, () -> ReferenceFigures.compute("horoscope", inputs));
    }

    @Test
    void aWrongOrMissingValueFails() throws Exception {
        var reference = reference("{\"a\": 1.0, \"b\": null, \"c\": [1, 2], \"d\": {\"open\": 60}, \"ui\": \"x\"}");
        var right = Map.of("a", 1.0000001, "c", new int[] {1, 2}, "d", Map.of("open", 60), "more", 7);
        assertDoesNotThrow(() -> reference.verify(with(right, "b", null)));
        assertThrows(AssertionError.class, () -> reference.verify(right));
        assertThrows(AssertionError.class, () -> reference.verify(with(right, "b", 0)));
        assertThrows(AssertionError.class, () -> reference.verify(with(with(right, "b", null), "a", 1.0001)));
        assertThrows(AssertionError.class, () -> reference.verify(with(with(right, "b", null), "a", null)));
        assertThrows(AssertionError.class, () -> reference.verify(with(with(right, "b", null), "c", new int[] {1})));
        assertThrows(AssertionError.class, () -> reference.verify(with(with(right, "b", null), "d", Map.of("x", 60))));
    }

    private static ReferenceCase reference(String expected) throws Exception {
        return ReferenceCase.of(ReferenceCase.JSON.readTree("{\"id\": \"x\", \"metric\": \"x\", \"inputs\": {},"
                + "\"expected\": " + expected + ", \"tolerance\": {\"rel\": 1e-6}}"));
    }

    private static Map<String, Object> with(Map<String, ?> figures, String key, Object value) {
        var changed = new LinkedHashMap<String, Object>(figures);
        changed.put(key, value);
        return changed;
    }
}
