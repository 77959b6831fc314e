package org.closecall.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.closecall.Fixtures;
import org.closecall.catalog.Service;
import org.closecall.occurrence.Detection;
import org.closecall.occurrence.EntryKind;
import org.closecall.occurrence.Occurrence;
import org.closecall.occurrence.Progress;
import org.closecall.occurrence.Severity;
import org.closecall.occurrence.Snapshot;
import org.closecall.occurrence.TimelineEntry;
import org.closecall.people.Change;
import org.closecall.people.Organisation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ImportTest {

    private static final String UPDATE = "\"updates\": [{\"when\": \"2026-01-01T01:00:00Z\", \"text\": \"%s\"}]";

    @Inject
    ImportJobs jobs;

    @BeforeEach
    void organisation() {
        Fixtures.organisation();
    }

    @Test
    void everyFieldLabelIsOneOfTheHistory() {
        var full = Samples.record(Samples.read(Samples.bytes("google.json")), "lkOutage").said().keySet();
        assertTrue(full.containsAll(Comparison.FIELDS.keySet()), full::toString);
    }

    @Test
    void bringsRecordsInOldestFirst() {
        assertEquals("6 new", bringIn(Samples.text("google.json")));
        read("lkOutage", outage -> {
            assertEquals(6, outage.number);
            assertEquals(List.of("Checkout", "Payments"), outage.services.stream().map(service -> service.name).sorted().toList());
            assertEquals(Severity.SEV1, outage.severity);
            assertEquals(outage.started, outage.impactStarted);
            assertFalse(outage.detected.known() || outage.acknowledged.known());
            assertEquals(Detection.UNKNOWN, outage.detection);
            assertEquals(Progress.RESOLVED, outage.progress());
            assertEquals(Instant.parse("2026-03-04T10:12:00Z"), outage.filedAt);
            assertNull(outage.filedBy);
            assertEquals(2, TimelineEntry.count("occurrence = ?1 and kind = ?2", outage, EntryKind.COMMUNICATION));
        });
        read("lkBare", bare -> assertEquals(1, bare.number));
        read("lkOffset", open -> assertEquals(Progress.OPEN, open.progress()));
    }

    @Test
    void newServicesAreNobodysAndOfTierThree() {
        inTransaction(() -> Service.create("PAYMENTS", 1, null, Instant.EPOCH));
        bringIn(Samples.text("google.json"));
        inTransaction(() -> {
            assertEquals(List.of("Checkout", "PAYMENTS", "Search"), Service.inUse().stream().map(service -> service.name).toList());
            assertEquals(3, Service.named("Checkout").tier);
            assertNull(Service.named("Checkout").team);
        });
        assertEquals("6 unchanged", bringIn(Samples.text("google.json")));
    }

    @Test
    void importingAgainChangesNothing() {
        bringIn(Samples.text("google.json"));
        bringIn(Samples.text("statuspage.json"));
        var before = store();
        assertEquals("6 unchanged", bringIn(Samples.text("google.json")));
        assertEquals("2 skipped, 5 unchanged", bringIn(Samples.text("statuspage.json")));
        assertEquals(before, store());
    }

    @Test
    void aDryRunWritesNothingAndSaysTheSame() {
        var before = store();
        assertEquals("6 new", run(Samples.text("google.json"), true));
        assertEquals(before, store());
        assertEquals("6 new", bringIn(Samples.text("google.json")));
        assertEquals(6L, inTransaction(() -> ImportLine.count("importRun.id = 1 and outcome = ?1 and occurrenceNumber is null", Outcome.CREATED)));
        assertEquals(6L, inTransaction(() -> ImportLine.count("importRun.id = 2 and outcome = ?1 and occurrenceNumber is not null", Outcome.CREATED)));
    }

    @Test
    void aNewerRecordChangesWhatDiffers() {
        bringIn(Samples.google(UPDATE.formatted("First")));
        assertEquals("1 changed", bringIn(newer("\"end\": \"2026-01-01T03:00:00Z\"", "\"updates\": [{\"when\": \"2026-01-01T03:00:00Z\", \"text\": \"Over\"}, "
                + "{\"when\": \"2026-01-01T01:00:00Z\", \"text\": \"First, corrected\"}]")));
        read("one", one -> {
            assertEquals(Progress.RESOLVED, one.progress());
            assertEquals(1, one.version);
            assertEquals(List.of("First, corrected", "Over"), TimelineEntry.of(one).stream().map(entry -> entry.text).toList());
        });
        assertEquals("Changes: Mitigated, Resolved. Timeline: 1 entry added, 1 entry changed", reason());
        var change = inTransaction(() -> Change.ofOccurrence(1L, true, null, 1000).get(0));
        assertEquals("changed by an import", change.verb);
        assertEquals(1, change.version);
        assertEquals(List.of("Mitigated", "Resolved", "Timeline"), change.fields.stream().map(Change.Field::name).sorted().toList());
    }

    @Test
    void anOlderRecordIsSkipped() {
        bringIn(newer("\"status_impact\": \"SERVICE_OUTAGE\""));
        assertEquals("1 skipped", bringIn(Samples.google("\"status_impact\": \"SERVICE_INFORMATION\"")));
        assertTrue(reason().startsWith("Older (2026-01-02T00:00:00Z) than what is held (2026-02-02T00:00:00Z)"), reason());
        read("one", one -> assertEquals(Severity.SEV1, one.severity));
    }

    @Test
    void whatPeopleEditedWinsAndIsListed() {
        bringIn(Samples.google("\"status_impact\": \"SERVICE_OUTAGE\"", UPDATE.formatted("Theirs")));
        edit("one", one -> {
            one.title = "Ours";
            TimelineEntry.of(one).get(0).text = "Our words";
        });
        assertEquals("1 changed", bringIn(newer("\"status_impact\": \"SERVICE_INFORMATION\"", UPDATE.formatted("Theirs, corrected"))));
        read("one", one -> {
            assertEquals("Ours", one.title);
            assertEquals(Severity.SEV5, one.severity);
            assertEquals("Our words", TimelineEntry.of(one).get(0).text);
        });
        assertEquals("Changes: Severity. Kept as people edited it: Title, 1 timeline entry", reason());
    }

    @Test
    void aRecordWhoseNewsAreAllEditedAwayStaysUnchanged() {
        bringIn(Samples.google());
        edit("one", one -> {
            one.title = "Ours";
            one.narrative = "Told by us";
        });
        var before = store();
        assertEquals("1 unchanged", bringIn(newer().replace("Something broke", "Something else broke")));
        assertEquals("Kept as people edited it: Title, What happened", reason());
        assertEquals(before, store());
        read("one", one -> assertEquals(Instant.parse("2026-02-02T00:00:00Z"), one.externalModifiedAt));
    }

    @Test
    void whatWasRemovedByPeopleStaysRemoved() {
        bringIn(Samples.google(UPDATE.formatted("Removed")));
        edit("one", one -> TimelineEntry.of(one).get(0).remove(null, Instant.now()));
        assertEquals("1 changed", bringIn(newer("\"end\": \"2026-01-01T03:00:00Z\"", UPDATE.formatted("Removed, corrected"))));
        read("one", one -> assertEquals(0, TimelineEntry.of(one).size()));
        edit("one", one -> one.remove(null, null, Instant.now()));
        assertEquals("1 skipped", bringIn(newer("\"end\": \"2026-01-01T04:00:00Z\"").replace("02-02T", "02-03T")));
        assertEquals("Removed here by people, and stays removed", reason());
    }

    @Test
    void anUpdateThatTheSourceHidesAndShowsAgainIsNotDoubled() {
        bringIn(Samples.google(UPDATE.formatted("Here")));
        assertEquals("1 changed", bringIn(newer("\"end\": \"2026-01-01T03:00:00Z\"")));
        assertEquals("1 unchanged", bringIn(newer("\"end\": \"2026-01-01T03:00:00Z\"", UPDATE.formatted("Here")).replace("02-02T", "02-03T")));
        read("one", one -> assertEquals(1, TimelineEntry.of(one).size()));
    }

    @Test
    void servicesFollowTheSourceUntilPeopleEditThem() {
        var named = "\"affected_products\": [{\"title\": \"%s\"}]";
        bringIn(Samples.google(named.formatted("Checkout")));
        bringIn(newer(named.formatted("Payments")));
        read("one", one -> assertEquals("Payments", Snapshot.of(one).get("Services")));
        inTransaction(() -> Service.named("Payments").name = "Money");
        assertEquals("1 unchanged", bringIn(newer(named.formatted("Payments"))));
        assertEquals("1 unchanged", bringIn(newer(named.formatted("Search")).replace("02-02T", "02-03T")));
        read("one", one -> assertEquals("Money", Snapshot.of(one).get("Services")));
        assertEquals(2L, inTransaction(() -> Service.count()));
    }

    @Test
    void theHistorySaysWhoImported() {
        var ada = Fixtures.person("administrator");
        var id = jobs.inBackground(() -> ImportRun.open("a.json", Samples.bytes("google.json"), false, ada, Instant.now())).orElseThrow();
        Finished.await(id);
        var first = inTransaction(() -> Change.ofOccurrence(1L, true, null, 1000).get(0));
        assertEquals("imported", first.verb);
        assertEquals(ada.id, first.person.id);
        assertTrue(first.fields.stream().anyMatch(field -> field.name().equals("Title")));
    }

    @Test
    void aRefusedFileWritesNothing() {
        var before = store();
        assertEquals("1 refused", bringIn("[" + Samples.googleRecord() + ", {\"id\": \"two\"}]"));
        assertEquals(before, store());
        assertFalse(inTransaction(() -> ImportRun.withId(1).keepsFile));
    }

    @Test
    void thePagesOfTwoCompaniesDoNotCollide() {
        bringIn(Samples.text("statuspage.json"));
        assertEquals("2 skipped, 5 new", bringIn(Samples.text("statuspage.json").replace("lk0shop", "other")));
    }

    private static String newer(String... more) {
        return Samples.google(more).replace("\"modified\": \"2026-01-02", "\"modified\": \"2026-02-02");
    }

    private String bringIn(String content) {
        return run(content, false);
    }

    private String run(String content, boolean dry) {
        jobs.atOnce("incidents.json", content.getBytes(StandardCharsets.UTF_8), dry);
        return inTransaction(() -> ImportRun.newest(null, 1).get(0).counts.inText());
    }

    /** What the last run noted about its only record. */
    private static String reason() {
        return inTransaction(() -> ImportLine.<ImportLine>find("order by id desc").firstResult().reason);
    }

    /** All that an import could change. */
    private static Map<String, Object> store() {
        return inTransaction(() -> Map.of("occurrences", Occurrence.count(), "entries", TimelineEntry.count(), "changes", Change.count(),
                "services", Service.count(), "last number", Organisation.current().lastNumber,
                "versions", Occurrence.find("select coalesce(sum(version), 0) from Occurrence").project(Long.class).singleResult()));
    }

    private static void read(String id, Consumer<Occurrence> reading) {
        inTransaction(() -> reading.accept(Occurrence.<Occurrence>find("externalId", id).singleResult()));
    }

    private static void edit(String id, Consumer<Occurrence> edit) {
        read(id, edit);
    }

    private static void inTransaction(Runnable work) {
        QuarkusTransaction.requiringNew().run(work);
    }

    private static <T> T inTransaction(java.util.concurrent.Callable<T> work) {
        return QuarkusTransaction.requiringNew().call(work);
    }
}
