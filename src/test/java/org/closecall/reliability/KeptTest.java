package org.closecall.reliability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.arc.Arc;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.closecall.Browser;
import org.closecall.Fixtures;
import org.closecall.Statements;
import org.closecall.occurrence.StoppedBy;
import org.hibernate.Session;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is kept is given for as long as it is what the database would say, and not a moment longer. */
@QuarkusTest
class KeptTest {

    private static final String MARCH = "month=2020-03";

    @Inject
    DataSource source;

    Records records;
    Browser viewer;

    @BeforeEach
    void march() {
        Fixtures.organisation();
        records = new Records();
        viewer = Browser.as("viewer");
        for (var day = 10; day < 20; day++) {
            records.incident("2020-03-" + day + "T10:00:00Z", incident -> incident.resolved = Records.at("2020-03-20T10:00:00Z"));
            records.nearMiss("2020-03-" + day + "T11:00:00Z", StoppedBy.PERSON);
        }
    }

    private String figures() {
        return viewer.get("/reliability.json?" + MARCH).then().statusCode(200).extract().asString();
    }

    private String page() {
        return viewer.get("/reliability?" + MARCH).then().statusCode(200).extract().asString().replaceAll("csrf-token\" value=\"[^\"]*\"", "");
    }

    private long statements() {
        return Statements.now(this::page);
    }

    private static void write(String sql) {
        QuarkusTransaction.requiringNew().run(() -> Arc.container().instance(Session.class).get().createNativeMutationQuery(sql).executeUpdate());
    }

    @Test
    void whatIsKnownIsNotAskedAgain() {
        var first = statements();
        var again = statements();
        assertTrue(again <= first - 8, first + ", then " + again);
        assertEquals(again, statements());
        write("update organisation set last_number = last_number");
        assertEquals(first, statements());
    }

    /** After each of many writes the page is the one that is made from nothing. */
    @Test
    void noPageIsEverOlderThanTheDatabase() {
        write("insert into control (layer, name, position) values ('DETECTION', 'Night watch', 9)");
        var writes = List.of("update occurrence set severity = 'SEV%d' where number = %d and kind = 'INCIDENT'", "update occurrence set started_at = '2020-03-%2$d 08:0%1$dZ' where number = %2$d",
                "update occurrence set drill = not drill where number %% 5 = %d and number <> %d", "update occurrence set deleted_at = case when deleted_at is null then filed_at end where number %% 5 = %d and number <> %d",
                "insert into occurrence_link (source_id, target_id, kind, created_by, created_at) select s.id, t.id, 'DUPLICATE_OF', s.filed_by, now() from (select id, (select min(id) from person) as filed_by from occurrence where number = %d) s, occurrence t where t.number = %d and t.id > s.id + 5 on conflict do nothing",
                "update occurrence_link set removed_at = now(), removed_by = created_by where id %% 5 = %d and id < %d", "update control set layer = case when layer = 'DETECTION' then 'PRODUCTION' else 'DETECTION' end where name = 'Night watch' and %d <> %d",
                "insert into occurrence_control (occurrence_id, control_id, state) select o.id, c.id, 'HELD' from occurrence o, control c where c.id - %d > 0 and c.name = 'Night watch' and number = %d on conflict do nothing",
                "insert into action_item (title, aim, created_by, created_at, origin, state_since) select 'Try', 'REDUCE_IMPACT', min(id), '2020-03-1%dZ', 'NONE', now() from person where %d > 0");
        var random = new Random(6);
        var different = 0;
        var before = page() + figures();
        for (var i = 0; i < 36; i++) {
            var sql = writes.get(i % writes.size()).formatted(1 + random.nextInt(4), 10 + random.nextInt(11));
            write(sql);
            var kept = page() + figures();
            Kept.forget();
            var fresh = page() + figures();
            assertEquals(fresh, kept, sql);
            different += fresh.equals(before) ? 0 : 1;
            before = fresh;
        }
        assertTrue(different > 12, different + " writes showed");
    }

    @Test
    void aWriteShowsWhenItIsCommittedAndNotBefore() throws SQLException {
        var before = figures();
        try (var writer = source.getConnection(); var statement = writer.createStatement()) {
            writer.setAutoCommit(false);
            statement.executeUpdate("update occurrence set severity = 'SEV1' where kind = 'INCIDENT'");
            assertEquals(before, figures());
            assertEquals(before, figures());
            writer.commit();
            assertNotEquals(before, figures());
            var after = figures();
            statement.executeUpdate("update occurrence set severity = 'SEV2' where kind = 'INCIDENT'");
            assertEquals(after, figures());
            writer.rollback();
            assertEquals(after, figures());
            writer.setAutoCommit(true);
        }
    }

    @Test
    @ActivateRequestContext
    void aTransactionSeesItsOwnWrites() {
        QuarkusTransaction.requiringNew().run(() -> {
            assertEquals(1, read("one", 1));
            assertEquals(2, read("one", 2));
        });
    }

    private static int read(String what, int value) {
        return Kept.or(AsOf.now(), what, () -> value, any -> 1);
    }

    @Test
    @ActivateRequestContext
    void moreThanTheMostIsNotKept() {
        IntStream.range(0, 40).forEach(i -> Kept.or(AsOf.now(), "part " + i, () -> i, any -> Kept.MOST / 10));
        assertTrue(Kept.rows() <= Kept.MOST, Kept.rows() + " rows");
        assertEquals(39, Kept.or(AsOf.now(), "part 39", () -> -1, any -> 1), "the latest is there");
        assertEquals(-1, Kept.or(AsOf.now(), "part 0", () -> -1, any -> Kept.MOST + 1), "the first is gone");
        assertEquals(-2, Kept.or(AsOf.now(), "part 0", () -> -2, any -> 1), "and too large to come back");
    }

    @Test
    @ActivateRequestContext
    void whatCouldNotBeReadIsReadAgain() {
        assertThrows(IllegalStateException.class, () -> Kept.or(AsOf.now(), "failing", () -> {
            throw new IllegalStateException();
        }, any -> 1));
        assertEquals(7, read("failing", 7));
    }

    @Test
    @ActivateRequestContext
    void whatChangesWhileItIsReadIsNotKept() {
        assertEquals("old", Kept.or(AsOf.now(), "changing", () -> {
            write("update organisation set last_number = last_number");
            return "old";
        }, any -> 1));
        assertEquals("new", Kept.or(AsOf.now(), "changing", () -> "new", any -> 1));
    }

    @Test
    void oneReadsForAllWhoComeTogether() throws InterruptedException {
        var reads = new AtomicInteger();
        var state = new AsOf("as no database ever was");
        var threads = Executors.newFixedThreadPool(6);
        for (var i = 0; i < 6; i++) {
            threads.submit(() -> {
                Arc.container().requestContext().activate();
                return Kept.or(state, "together", () -> slowly(reads), any -> 1);
            });
        }
        threads.shutdown();
        assertTrue(threads.awaitTermination(20, TimeUnit.SECONDS));
        assertEquals(1, reads.get());
    }

    private static int slowly(AtomicInteger reads) {
        try {
            Thread.sleep(1000);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
        return reads.incrementAndGet();
    }
}
