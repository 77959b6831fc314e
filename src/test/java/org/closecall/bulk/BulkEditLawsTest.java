package org.closecall.bulk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.closecall.Fixtures;
import org.closecall.catalog.Service;
import org.closecall.catalog.Tag;
import org.closecall.occurrence.Kind;
import org.closecall.occurrence.Occurrence;
import org.closecall.occurrence.Severity;
import org.closecall.occurrence.Snapshot;
import org.closecall.people.Person;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whatever is changed together and taken back is as it was, on whatever records. */
@QuarkusTest
class BulkEditLawsTest {

    private static final Instant NOW = Instant.parse("2026-01-01T10:00:00Z");
    private static final List<String> TAGS = List.of("dns", "Expiry", "queue", "ölpest", "a b");

    private final Random random = new Random(20261121);
    private Person member;

    @BeforeEach
    void services() {
        Fixtures.organisation();
        member = Fixtures.person("member");
        QuarkusTransaction.requiringNew().run(() -> Stream.of("Payments", "Mail", "Search, and more").forEach(name -> Service.create(name, 1, null, NOW)));
    }

    @Test
    void undoneIsAsItWas() {
        for (var round = 0; round < 25; round++) {
            var numbers = QuarkusTransaction.requiringNew().call(() -> Stream.generate(this::file).limit(1 + random.nextInt(5)).map(one -> one.number).toList());
            var before = state(numbers);
            var id = QuarkusTransaction.requiringNew().call(() -> BulkEdit.carryOut(change(), versions(numbers), member, NOW).id);
            var between = state(numbers);
            assertEquals(numbers.stream().filter(number -> !before.get(number).equals(between.get(number))).sorted().toList(),
                    QuarkusTransaction.requiringNew().call(() -> BulkEditRecord.changedNumbers(BulkEdit.findById(id))).stream().sorted().toList(), "changed in round " + round);
            QuarkusTransaction.requiringNew().run(() -> BulkEdit.undoing(id).undo(member, NOW));
            assertEquals(before, state(numbers), "round " + round);
        }
    }

    private Occurrence file() {
        var occurrence = new Occurrence();
        occurrence.kind = Kind.values()[random.nextInt(3)];
        occurrence.title = "Something";
        occurrence.severity = occurrence.kind.incident() ? severity() : null;
        occurrence.potentialSeverity = occurrence.kind.incident() ? null : severity();
        occurrence.services.addAll(some(Service.<Service>listAll()));
        occurrence.tags.addAll(Tag.named(some(TAGS)));
        return occurrence.file(member, NOW);
    }

    private BulkChange change() {
        var add = some(TAGS);
        return new BulkChange(add, some(TAGS).stream().filter(name -> !add.contains(name)).toList(), ServiceChange.values()[random.nextInt(3)],
                some(Service.<Service>listAll()), severity(), severity());
    }

    /** Or none. */
    private Severity severity() {
        return random.nextInt(3) == 0 ? null : Severity.values()[random.nextInt(5)];
    }

    private <T> List<T> some(List<T> of) {
        return new ArrayList<>(of).stream().filter(one -> random.nextBoolean()).toList();
    }

    private static Map<Long, Integer> versions(List<Long> numbers) {
        var versions = new TreeMap<Long, Integer>();
        numbers.forEach(number -> versions.put(number, Occurrence.numbered(number).version));
        return versions;
    }

    /** Everything people edit, and what a bulk edit keeps of it. */
    private static Map<Long, List<Map<String, String>>> state(List<Long> numbers) {
        return QuarkusTransaction.requiringNew().call(() -> {
            var state = new TreeMap<Long, List<Map<String, String>>>();
            numbers.stream().map(number -> Occurrence.numbered(number)).forEach(one -> state.put(one.number, Arrays.asList(Snapshot.of(one), BulkField.all(one))));
            return state;
        });
    }
}
