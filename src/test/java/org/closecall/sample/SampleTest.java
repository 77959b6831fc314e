package org.closecall.sample;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.closecall.Browser;
import org.closecall.Fixtures;
import org.closecall.people.Person;
import org.junit.jupiter.api.Test;

/** Loaded twice and removed twice, in one go: it costs some seconds. */
@QuarkusTest
class SampleTest {

    private static final List<String> DIGESTED = List.of(
            "select kind, title, narrative, severity, started_at, detected_at, mitigated_at, resolved_at, filed_at from occurrence order by title, filed_at",
            "select title, state, state_since, due_on, effect, judge_on, accepted_until from action_item order by title, created_at",
            "select at, regexp_replace(text, '#[0-9]+', '#', 'g') as text, kind from timeline_entry order by 1, 2",
            "select published_at, title from postmortem order by title, created_at",
            "select at, release from deployment order by at, release",
            "select start, good, total from sli_sample order by start, good, total",
            "select name, sha256 from attachment order by name, sha256");

    @Test
    void isTheSameEveryTimeAndGoesWithoutATrace() throws Exception {
        Fixtures.organisation();
        var administrator = Browser.as("administrator");
        var merged = file(administrator, "A lamp had gone out.");
        administrator.get("/occurrences/" + merged);
        administrator.post("/occurrences/" + merged + "/timeline", "key", administrator.key(), "at", "2026-01-11T09:10", "kind", "OBSERVATION", "text", "It was dark").then().statusCode(303);
        var own = file(administrator, "A disk was nearly full.");
        run("insert into monthly_review (period, first_day, last_day, prepared_at) values ('2026-01', '2026-01-01', '2026-01-31', now())");
        var before = rows();
        load(administrator);
        counts();
        banner(administrator);
        saysWhatItPromises(administrator);
        nobodySignsIn();
        var first = digest();
        add(administrator, own);
        changeTogether(administrator);
        merge(administrator, merged);
        leaveTraces(own);
        remove(administrator);
        assertEquals(1, number("select count(*) from occurrence o where o.number = " + merged + " and o.deleted_at is null and o.merged_into_id is null and exists (select 1 from timeline_entry e where e.occurrence_id = o.id and e.text = 'It was dark')"));
        untouched(before, own);
        load(administrator);
        assertEquals(first, digest());
        var invented = number("select max(subject_id) from sample_row where subject = 'person'");
        administrator.post("/admin/people/" + invented + "/sign-out").then().statusCode(303);
        remove(administrator);
        assertEquals(0, number("select count(*) from person where id = " + invented));
        assertEquals(0, number("select count(*) from person where sample and deactivated_at is null"));
        assertEquals(0, number("select count(*) from occurrence where source is null and filed_by in (select id from person where sample)"));
    }

    @Test
    void whoeverComesSecondLeavesItToTheFirst() {
        Fixtures.organisation();
        QuarkusTransaction.requiringNew().run(() -> {
            assertTrue(SampleLoad.takeTurn());
            assertFalse(QuarkusTransaction.requiringNew().call(SampleLoad::takeTurn));
        });
    }

    @Test
    void tagsOfALoadingThatFailedGoUnlessSomebodyUsesThem() {
        Fixtures.organisation();
        var own = file(Browser.as("administrator"), "A disk was nearly full.");
        var before = number("select count(*) from tag");
        var script = Script.read();
        QuarkusTransaction.requiringNew().run(() -> Cast.makeTags(script));
        QuarkusTransaction.requiringNew().run(() -> Cast.makeTags(script));
        assertTrue(number("select count(*) from tag") > before + 1);
        assertEquals(number("select count(*) from tag") - before, number("select count(*) from sample_row where subject = 'tag'"));
        run("insert into occurrence_tag (occurrence_id, tag_id) select o.id, (select min(subject_id) from sample_row) from occurrence o where o.number = " + own);
        QuarkusTransaction.requiringNew().run(Catalogue::dropTags);
        assertEquals(before + 1, number("select count(*) from tag"));
        assertEquals(0, number("select count(*) from sample_row"));
    }

    /** A record of one's own, which stays. */
    private static long file(Browser administrator, String narrative) {
        administrator.get("/report");
        administrator.post("/occurrences", "key", administrator.key(), "kind", "NEAR_MISS", "narrative", narrative, "noticed", "2026-01-10T09:10", "stopped", "PERSON", "how", "Somebody looked", "potential", "RARE-SEV4").then().statusCode(303);
        return number("select max(number) from occurrence");
    }

    private static void load(Browser administrator) throws InterruptedException {
        administrator.get("/admin/sample").then().body(containsString("Load the sample organisation"));
        administrator.post("/admin/sample").then().statusCode(422);
        administrator.post("/admin/sample", "sample", "true").then().statusCode(303);
        administrator.post("/admin/sample", "sample", "true").then().statusCode(303);
        administrator.get("/admin/sample").then().body(containsString("import-progress"));
        var madeBefore = false;
        for (var tries = 0; tries < 6000 && !loaded(); tries++) {
            madeBefore |= number("select count(*) from sample_row where subject = 'tag'") > 0 && !loaded();
            assertFalse(QuarkusTransaction.requiringNew().call(() -> SampleLoad.current().failed), "see the log");
            Thread.sleep(100);
        }
        assertTrue(madeBefore, "whoever uses one of its tags while it is loaded waits for nothing");
        administrator.get("/admin/sample").then().body(containsString("The sample organisation is here"));
    }

    private static boolean loaded() {
        return QuarkusTransaction.requiringNew().call(SampleLoad::here);
    }

    private static void counts() {
        assertEquals(150, number("select count(*) from occurrence where kind = 'INCIDENT'"));
        assertEquals(222, number("select count(*) from occurrence where kind = 'NEAR_MISS'"));
        assertEquals(60, number("select count(*) from occurrence where kind = 'HAZARD'"));
        assertEquals(110, number("select count(*) from postmortem"));
        assertTrue(number("select count(*) from postmortem where published_at is not null") >= 90);
        assertTrue(number("select count(*) from action_item") >= 300);
        assertEquals(6, number("select count(distinct state) from action_item"));
        assertEquals(2, number("select count(distinct effect) from action_item"));
        assertTrue(number("select count(*) from effect_judgement where verdict = 'TOO_EARLY'") > 0);
        assertTrue(number("select count(*) from action_item where blocked_on is not null") > 0);
        assertTrue(number("select count(*) from action_transition where by_id is null and target = 'OPEN'") > 0, "risks whose time is over");
        assertEquals(0, number("select count(*) from change where at > (select max(filed_at) from occurrence) + interval '2 days'"));
        assertEquals(0, number("select count(*) from notice where person_id in (select id from person where sample)"));
        assertEquals(0, number("select count(*) from occurrence where greatest(resolved_at, mitigated_at, detected_at, filed_at) > now()"));
        assertTrue(number("select count(*) from deployment") > 500 && number("select count(*) from sli_sample") > 5_000 && number("select count(*) from frozen_document") > 0);
    }

    private static void banner(Browser administrator) {
        administrator.get("/").then().body(containsString("This is the sample organisation")).body(containsString("/admin/sample/removals/new"));
        Browser.as("member").get("/").then().body(containsString("This is the sample organisation")).body(not(containsString("/admin/sample")));
        Browser.as("member").get("/admin/sample").then().statusCode(404);
    }

    /** What the page of the sample says can be read where it leads. */
    private static void saysWhatItPromises(Browser administrator) {
        var dashboard = "/reliability?month=all&service=";
        administrator.get(dashboard + service("Basket and checkout")).then().body(containsString("evidence of improvement, p"));
        administrator.get(dashboard + service("Platform")).then().body(containsString("no evidence of change, p"));
    }

    private static long service(String name) {
        return number("select id from service where name = '" + name + "'");
    }

    private static void nobodySignsIn() {
        var one = QuarkusTransaction.requiringNew().call(() -> Person.withEmail("maren@wrenfield.example"));
        assertNull(QuarkusTransaction.requiringNew().call(() -> Person.signingIn(one.email, "nobody has this password")));
    }

    /** Something on a record of the sample, and a record of one's own that uses one of its services. */
    private static void add(Browser administrator, long own) {
        var number = number("select max(number) from occurrence where kind = 'INCIDENT'");
        administrator.get("/occurrences/" + number);
        administrator.post("/occurrences/" + number + "/timeline", "key", administrator.key(), "at", "2026-01-11T09:10", "kind", "OBSERVATION", "text", "Seen by me").then().statusCode(303);
        QuarkusTransaction.requiringNew().run(() -> Panache.getEntityManager().createNativeQuery("insert into occurrence_service select o.id, s.id from occurrence o, service s where o.number = :own and s.name = 'Search and catalogue'").setParameter("own", own).executeUpdate());
        run("insert into team (name, created_at) values ('Mine', now())");
        run("insert into team_member (team_id, person_id) select t.id, p.id from team t, person p where t.name = 'Mine' and p.email = 'maren@wrenfield.example'");
    }

    private static void changeTogether(Browser administrator) {
        var number = number("select max(number) from occurrence where kind = 'INCIDENT'");
        administrator.get("/bulk-edits/new?number=" + number);
        administrator.post("/bulk-edits", "key", administrator.key(), "seen", administrator.field("seen"), "chosen", String.valueOf(number), "addTags", "Mine").then().statusCode(303);
        assertEquals(1, number("select count(*) from bulk_edit_record where change_id is not null"));
        var action = number("select max(id) from action_item where state = 'OPEN' and deleted_at is null");
        administrator.get("/action-batches/new?action=" + action);
        administrator.post("/action-batches", "key", administrator.field("key"), "seen", administrator.field("seen"), "chosen", String.valueOf(action), "deed", "DROP", "said", "Not wanted").then().statusCode(200);
        var agreed = new ArrayList<String>();
        administrator.fieldNames().forEach(name -> administrator.fields(name).forEach(value -> agreed.addAll(List.of(name, value))));
        administrator.post("/action-batches", agreed.toArray(String[]::new)).then().statusCode(303);
        assertEquals(1, number("select count(*) from action_batch_line"));
    }

    /** A record of one's own goes into one of the sample. */
    private static void merge(Browser administrator, long merged) {
        administrator.post("/occurrences/" + merged + "/merger", "into", String.valueOf(number("select max(number) from occurrence where kind = 'INCIDENT'"))).then().statusCode(303);
    }

    /** What jobs make because the sample is here; and a version of one's own that names one of its people. */
    private static void leaveTraces(long own) {
        run("insert into monthly_review (period, first_day, last_day, prepared_at) values ('2025-12', '2025-12-01', '2025-12-31', now())");
        var notice = "insert into notice (person_id, kind, text, path, key, at, inbox, by_mail) select p.id, %s, 'Told', %s, %s, now(), true, false from person p where p.email like 'administrator%%'";
        run(notice.formatted("'MONTHLY_REVIEW'", "'/reliability/2025-12'", "'one'"));
        run(notice.formatted("'BURN_RATE'", "(select '/prevention/slos/' || min(id) from objective)", "'other'"));
        assertEquals(2, number("select count(*) from notice where text = 'Told'"));
        run("insert into postmortem (occurrence_id, template_version_id, title, created_by, created_at) select o.id, (select min(id) from postmortem_template_version), 'Mine', o.filed_by, now() from occurrence o where o.number = " + own);
        run("insert into publication (postmortem_id, number, template_version_id, title, content, opening, characters, words, published_by, published_at) select p.id, 1, p.template_version_id, p.title, jsonb_build_object('texts', jsonb_build_array(), 'factors', jsonb_build_array(), 'actions', jsonb_build_array(jsonb_build_object('id', 1, 'title', 'Fix', 'owner', n.id))), '', 0, '', p.created_by, now() from postmortem p, person n where p.title = 'Mine' and n.email = 'nadia@wrenfield.example'");
        assertEquals(1, number("select count(*) from publication where title = 'Mine'"));
    }

    private static void run(String sql) {
        QuarkusTransaction.requiringNew().run(() -> Panache.getEntityManager().createNativeQuery(sql).executeUpdate());
    }

    private static void remove(Browser administrator) {
        var page = administrator.get("/admin/sample/removals/new");
        if (page.body().asString().contains("added a timeline entry")) {
            var maren = QuarkusTransaction.requiringNew().call(() -> Person.withEmail("maren@wrenfield.example").name);
            var records = number("select count(*) from occurrence");
            page.then().body(matchesPattern("(?s).*These stay, because[^<]*</strong>[^<]*Search and catalogue[^<]*" + maren + ".*"));
            assertEquals(records, number("select count(*) from occurrence"));
            administrator.post("/admin/sample/removals", "seen", "0").then().statusCode(422).body(containsString("More was added meanwhile"));
        }
        administrator.post("/admin/sample/removals", "seen", administrator.field("seen")).then().statusCode(303);
        administrator.get("/admin/sample").then().body(containsString("Load the sample organisation"));
        administrator.post("/admin/sample/removals", "seen", "0").then().statusCode(303);
    }

    /** Only what one's own record uses has stayed; its number was not given again. */
    private static void untouched(Map<String, Long> before, long own) {
        assertEquals(1, number("select count(*) from person where email = 'nadia@wrenfield.example'"));
        run("delete from publication where title = 'Mine'");
        run("delete from postmortem where title = 'Mine'");
        var after = rows();
        assertEquals(before.get("tag") + 1, after.get("tag"), "the one that somebody made");
        for (var table : List.of("service", "team", "team_member", "person", "occurrence_service", "tag", "change", "form_key", "sample_load", "touch", "session", "audit_entry")) {
            before.remove(table);
            after.remove(table);
        }
        assertEquals(before, after);
        assertEquals(1, number("select count(*) from service"));
        assertEquals(1, number("select count(*) from occurrence where number = " + own + " and title = 'A disk was nearly full'"));
        assertTrue(number("select last_number from organisation") > 430);
        run("delete from occurrence_service");
        run("delete from team_member");
        assertEquals(0, number("select count(*) from person where sample and deactivated_at is null"));
    }

    /** How many rows each table has. */
    private static Map<String, Long> rows() {
        var rows = new TreeMap<String, Long>();
        List<String> tables = QuarkusTransaction.requiringNew().call(() -> Panache.getEntityManager().createNativeQuery("select table_name from information_schema.tables where table_schema = current_schema() and table_type = 'BASE TABLE' and table_name not like 'scheduled%'", String.class).getResultList());
        tables.forEach(table -> rows.put(table, number("select count(*) from " + table)));
        return rows;
    }

    private static String digest() {
        return QuarkusTransaction.requiringNew().call(() -> {
            var digest = new StringBuilder();
            DIGESTED.forEach(sql -> digest.append(Panache.getEntityManager().createNativeQuery("select count(*) || ' ' || md5(string_agg(regexp_replace(cast(t as text), '#[0-9]+', '#', 'g'), '\n')) from (" + sql + ") t").getSingleResult()).append('\n'));
            return digest.toString();
        });
    }

    private static long number(String sql) {
        return QuarkusTransaction.requiringNew().call(() -> ((Number) Panache.getEntityManager().createNativeQuery(sql).getSingleResult()).longValue());
    }
}
