package org.closecall.occurrence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.arc.Arc;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.closecall.Fixtures;
import org.closecall.exchange.Importing;
import org.closecall.metrics.RealData;
import org.junit.jupiter.api.Test;

/** How well records of one event find each other among real incidents; docs/similar.md has the figures. Skipped where the data are absent. */
@QuarkusTest
class SimilarRealDataTest {

    private static final int EIGHT = 9;

    @Test
    void recordsOfOneEventFindEachOther() throws IOException {
        var files = List.of(RealData.GOOGLE.file(), RealData.GITHUB.file());
        Fixtures.organisation();
        files.forEach(Importing::file);
        QuarkusTransaction.requiringNew().run(() -> Arc.container().instance(EntityManager.class).get().createNativeQuery("analyze occurrence").executeUpdate());
        var events = events();
        var tuned = precision(events, 0, true);
        var heldOut = precision(events, 1, true);
        System.out.printf("Precision at five: %.3f and, held out, %.3f; of what was possible %.3f and %.3f; without the time %.3f and %.3f%n",
                tuned[0], heldOut[0], tuned[1], heldOut[1], precision(events, 0, false)[1], precision(events, 1, false)[1]);
        assertTrue(tuned[1] > 0.85 && heldOut[1] > 0.85, "of what was possible: " + tuned[1] + ", held out " + heldOut[1]);
        for (var id : events.get(EIGHT).subList(0, 8)) {
            assertEquals(Similar.MOST, hits(id, events.get(EIGHT), true), "of the eight of 12 February 2021, " + id);
        }
    }

    /** Precision at five, and its share of what was possible with so few records of an event. */
    private static double[] precision(List<List<String>> events, int half, boolean time) {
        var all = IntStream.range(0, events.size()).filter(i -> i % 2 == half).mapToObj(events::get).toList();
        var of = all.stream().flatMap(event -> event.stream().map(id -> new double[] {hits(id, event, time), Math.min(Similar.MOST, event.size() - 1.0)})).toList();
        return new double[] {of.stream().mapToDouble(hit -> hit[0] / Similar.MOST).average().orElseThrow(), of.stream().mapToDouble(hit -> hit[0] / hit[1]).average().orElseThrow()};
    }

    private static int hits(String id, List<String> event, boolean time) {
        Set<String> others = new HashSet<>(event);
        others.remove(id);
        return QuarkusTransaction.requiringNew().call(() -> {
            Occurrence one = Occurrence.find("externalId", id).firstResult();
            one.occurredAt = time ? one.occurredAt : Instant.EPOCH;
            return (int) Similar.to(one).stream().filter(similar -> others.contains(similar.occurrence().externalId)).count();
        });
    }

    private static List<List<String>> events() throws IOException {
        try (var file = SimilarRealDataTest.class.getResourceAsStream("/fixtures/occurrence/events.txt")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8).lines().filter(line -> !line.startsWith("#")).map(line -> List.of(line.split(" "))).toList();
        }
    }
}
