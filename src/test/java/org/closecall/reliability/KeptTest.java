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
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
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
import org.closecall.TestClock;
import org.closecall.occurrence.StoppedBy;
import org.hibernate.Session;
import org.junit.jupiter.api.AfterEach;
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

    /** Pages say the minute they are of, which must not pass between two that are compared. */
    @BeforeEach
    void march() {
        TestClock.stop(Instant.now().truncatedTo(ChronoUnit.MINUTES));
        Fixtures.organisation();
        records = new Records();
        viewer = Browser.as("viewer");
        for (var day = 10; day < 20; day++) {
            records.incident("2020-03-" + day + "T10:00:00Z", incident -> incident.resolved = Records.at("2020-03-20T10:00:00Z"));
            records.nearMiss("2020-03-" + day + "T11:00:00Z", StoppedBy.PERSON);
        }
    }

    @AfterEach
    void putRight() {
        TestClock.putRight();
    }

    private String figures() {
        return figures("");
    }

    private String figures(String scope) {
        return viewer.get("/reliability.json?" + MARCH + scope).then().statusCode(200).extract().asString();
    }

    private String page() {
        return page("");
    }

    private String page(String scope) {
        return viewer.get("/reliability?" + MARCH + scope).then().statusCode(200).extract().asString().replaceAll("csrf-token\" value=\"[^\"]*\"", "");
    }

    private long statements() {
        return Statements.now(this::page);
    }

    private static void write(String sql) {
        QuarkusTransaction.requiringNew().run(() -> Arc.container().instance(Session.class).get().createNativeMutationQuery(sql).executeUpdate());
    }

    private static long number(String sql) {
        return QuarkusTransaction.requiringNew().call(() -> Arc.container().instance(Session.class).get().createNativeQuery(sql, Long.class).getSingleResult());
    }

    @Test
    void whatIsKnownIsNotAskedAgain() {
        var first = statements();
        var again = statements();
        assertTrue(again <= first - 8, first + ", then " + again);
        assertEquals(again, statements());
        write("update organisation set last_number = last_number");
        assertEquals(again, statements(), "what no figure rests on");
        write("update occurrence set severity = 'SEV3' where number = 1");
        var one = statements();
        assertTrue(again < one && one < first, "one record: " + one);
        assertTrue(Statements.during(this::page) >= first, "everything");
    }

    /** After each of many writes the page is the one that is made from nothing. */
    @Test
    void noPageIsEverOlderThanTheDatabase() {
        write("insert into control (layer, name, position) values ('DETECTION', 'Night watch', 9)");
        write("insert into service (name, tier, created_at) values ('Till', 1, now())");
        write("insert into team (name, created_at) values ('Nights', now())");
        write("insert into critical_path (name, created_at) values ('Pay', now())");
        var team = "&team=" + number("select max(id) from team");
        var writes = List.of("update occurrence set severity = 'SEV%d' where number = %d and kind = 'INCIDENT'", "update occurrence set started_at = '2020-03-%2$d 08:0%1$dZ' where number = %2$d",
                "update occurrence set drill = not drill where number %% 5 = %d and number <> %d", "update occurrence set deleted_at = case when deleted_at is null then filed_at end where number %% 5 = %d and number <> %d",
                "insert into occurrence_link (source_id, target_id, kind, created_by, created_at) select s.id, t.id, 'DUPLICATE_OF', s.filed_by, now() from (select id, (select min(id) from person) as filed_by from occurrence where number = %d) s, occurrence t where t.number = %d and t.id > s.id + 5 on conflict do nothing",
                "update occurrence_link set removed_at = now(), removed_by = created_by where id %% 5 = %d and id < %d", "update control set layer = case when layer = 'DETECTION' then 'PRODUCTION' else 'DETECTION' end where name = 'Night watch' and %d <> %d",
                "insert into occurrence_control (occurrence_id, control_id, state) select o.id, c.id, 'HELD' from occurrence o, control c where c.id - %d > 0 and c.name = 'Night watch' and number = %d on conflict do nothing",
                "update occurrence set kind = case when kind = 'HAZARD' then 'NEAR_MISS' when kind = 'NEAR_MISS' then 'HAZARD' else kind end where number %% 4 = %d and number <> %d",
                "insert into occurrence_link (source_id, target_id, kind, created_by, created_at) select s.id, t.id, 'FORETOLD_BY', p.id, now() from occurrence s, occurrence t, (select min(id) as id from person) p where s.number = %d and t.number = %d on conflict do nothing",
                "insert into remediation (type, service_id, at, outcome, dry_run, unattended, occurrence_id, created_by, created_at) select 'Restart', (select min(id) from service), '2020-03-1%1$dZ', 'SUCCEEDED', false, true, o.id, (select min(id) from person), now() from occurrence o where number = %2$d",
                "insert into occurrence_service (occurrence_id, service_id) select o.id, s.id from occurrence o, service s where o.number %% 5 = %d and o.number <> %d on conflict do nothing", "delete from occurrence_service where occurrence_id %% 3 = %d and occurrence_id <> %d",
                "update occurrence set started_at = started_at - interval '%d years', impact_at = null, impact_state = 'UNKNOWN' where number = %d and started_at is not null",
                "insert into action_item (title, aim, created_by, created_at, origin, state_since) select 'Try', 'REDUCE_IMPACT', min(id), '2020-03-1%dZ', 'NONE', now() from person where %d > 0",
                "update service set team_id = case when team_id is null then (select min(id) from team) end where %d <> %d", "update team set name = 'Nights %d %d'",
                "insert into tag (name) select 'tag %d %d' on conflict do nothing", "insert into critical_path_service (critical_path_id, position, service_id) select p.id, %d, s.id from critical_path p, service s where %d > 0 on conflict do nothing",
                "insert into postmortem (occurrence_id, title, created_by, created_at, template_version_id) select o.id, 'Why', p.id, now(), t.id from occurrence o, (select min(id) as id from person) p, (select min(id) as id from postmortem_template_version) t where o.number %% 4 <> %d and o.number <> %d on conflict do nothing",
                """
                with v as (insert into publication (postmortem_id, number, template_version_id, title, content, opening, characters, words, published_by, published_at)
                    select m.id, (select count(*) + 1 from publication x where x.postmortem_id = m.id), m.template_version_id, m.title, '{}', '', 0, '', m.created_by, now() from postmortem m where m.publication_id is null and m.id + %d <> %d returning id, postmortem_id),
                  f as (insert into publication_factor select v.id, c.id from v, (select min(id) as id from factor_category) c)
                update postmortem m set publication_id = v.id from v where v.postmortem_id = m.id""",
                "update postmortem set publication_id = null where id %% 3 = %d and id <> %d",
                "insert into deployment (service_id, release, at, outcome, unplanned, created_by, created_at) select s.id, '%1$d', '2020-03-%2$dZ', 'FAILED', false, p.id, now() from service s, (select min(id) as id from person) p",
                "insert into experiment (critical_path_id, mode, hypothesis, at, injected, checks, checks_failed, tolerance, recovered, created_by, created_at) select c.id, 'Mode %d', 'Holds', '2020-03-%dZ', true, 1, 0, 0, true, p.id, now() from critical_path c, (select min(id) as id from person) p",
                "insert into declared_change (what, expected, aim, happens_on, days, restarts_limits, declared_by_id, declared_at) select 'Change %d', 'Fewer', 'FEWER_INCIDENTS', '2020-03-%d', 30, true, min(id), now() from person");
        var random = new Random(6);
        var different = 0;
        var before = "";
        for (var i = 0; i < 2 * writes.size(); i++) {
            var sql = writes.get(i % writes.size()).formatted(1 + random.nextInt(4), 10 + random.nextInt(11));
            write(sql);
            var kept = page() + page(team) + figures();
            Kept.forget();
            var fresh = page() + page(team) + figures();
            assertEquals(fresh, kept, sql);
            different += fresh.equals(before) ? 0 : 1;
            before = fresh;
        }
        assertTrue(different > 20, different + " writes showed");
    }

    /** As when one process of the database dies: the others go on, and the table is empty. */
    @Test
    void whatTheDatabaseForgotIsReadAgain() {
        var before = figures();
        write("update occurrence set severity = 'SEV1' where kind = 'INCIDENT'");
        write("delete from touch");
        var kept = figures();
        assertNotEquals(before, kept);
        Kept.forget();
        assertEquals(figures(), kept);
        assertEquals(1, number("select count(*) from touch where noted_at = 'infinity'"));
    }

    /** Who says that a record concerns a service does not see that another has just moved it here. */
    @Test
    void aRecordThatIsMovedMeanwhileIsReadWhereItLiesNow() throws SQLException {
        var till = Records.service("Till", any -> { }).id;
        var moved = records.incident("2015-05-01T10:00:00Z", incident -> { });
        var scope = "&service=" + till;
        figures(scope);
        try (var writer = source.getConnection(); var statement = writer.createStatement()) {
            writer.setAutoCommit(false);
            statement.executeUpdate("insert into occurrence_service (occurrence_id, service_id) select id, " + till + " from occurrence where number = " + moved);
            write("update occurrence set started_at = '2020-03-15T08:00:00Z' where number = " + moved);
            var before = Records.figures(viewer, MARCH + scope);
            writer.commit();
            var after = Records.figures(viewer, MARCH + scope);
            assertEquals(0, before.getInt("period.incidents.count"));
            assertEquals(1, after.getInt("period.incidents.count"));
            writer.setAutoCommit(true);
        }
    }

    /** Hibernate writes every column of a postmortem whenever one is typed into. */
    @Test
    void whatIsTypedIntoAPostmortemTouchesNothing() {
        write("insert into postmortem (occurrence_id, title, created_by, created_at, template_version_id) select o.id, 'Why', p.id, now(), t.id from occurrence o, (select min(id) as id from person) p, (select min(id) as id from postmortem_template_version) t where o.number = 1");
        var touched = number("select count(*) from touch");
        write("update postmortem set title = 'Because', publication_id = publication_id, occurrence_id = occurrence_id");
        assertEquals(touched, number("select count(*) from touch"));
        write("update postmortem set occurrence_id = (select id from occurrence where number = 2)");
        assertEquals(touched + 2, number("select count(*) from touch"));
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
            write("update occurrence set severity = 'SEV3' where number = 1");
            return "old";
        }, any -> 1));
        assertEquals("new", Kept.or(AsOf.now(), "changing", () -> "new", any -> 1));
    }

    @Test
    void oneReadsForAllWhoComeTogether() throws InterruptedException {
        var reads = new AtomicInteger();
        var state = new AsOf(Collections.nCopies(Part.values().length, Long.MAX_VALUE));
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
