package org.closecall.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** One published or independently computed case: what a metric must yield for given inputs. */
record ReferenceCase(String id, String metric, JsonNode inputs, JsonNode expected, JsonNode tolerance) {
    static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> REMARKS = Set.of("ui", "note");

    static Stream<ReferenceCase> all() {
        try (var file = ReferenceCase.class.getResourceAsStream("/reference/metric-cases.json")) {
            return StreamSupport.stream(JSON.readTree(file).spliterator(), false).map(ReferenceCase::of);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ReferenceCase of(JsonNode node) {
        var expected = node.has("corrected") ? node.get("corrected") : node.get("expected");
        return new ReferenceCase(node.get("id").asText(), node.get("metric").asText(), node.get("inputs"), expected,
                node.get("tolerance"));
    }

    /** Every expected key must be there; what is computed beyond them does not matter. */
    void verify(Object computed) {
        var actual = JSON.valueToTree(computed);
        expected.properties().stream().filter(entry -> !REMARKS.contains(entry.getKey())).forEach(entry -> {
            assertTrue(actual.has(entry.getKey()), () -> "nothing computed for " + entry.getKey());
            compare(entry.getKey(), entry.getValue(), actual.get(entry.getKey()));
        });
    }

    private void compare(String where, JsonNode wanted, JsonNode actual) {
        if (wanted.isContainerNode()) {
            assertEquals(wanted.getNodeType(), actual.getNodeType(), where);
            assertEquals(wanted.size(), actual.size(), () -> where + ": " + actual);
            wanted.properties().forEach(entry ->
                    compare(where + "." + entry.getKey(), entry.getValue(), actual.path(entry.getKey())));
            for (var i = 0; wanted.isArray() && i < wanted.size(); i++) {
                compare(where + "[" + i + "]", wanted.get(i), actual.get(i));
            }
        } else if (wanted.isNumber() && actual.isNumber()) {
            assertEquals(wanted.doubleValue(), actual.doubleValue(), allowed(wanted.doubleValue()), where);
        } else {
            assertEquals(wanted, actual, where);
        }
    }

    private double allowed(double wanted) {
        if (tolerance.has("rel")) {
            return wanted == 0 ? 1e-12 : Math.abs(wanted) * tolerance.get("rel").doubleValue();
        }
        return tolerance.has("abs") ? tolerance.get("abs").doubleValue() : exact();
    }

    private double exact() {
        assertTrue(tolerance.path("exact").asBoolean(), "no tolerance given");
        return 0;
    }

    @Override
    public String toString() {
        return id;
    }
}
