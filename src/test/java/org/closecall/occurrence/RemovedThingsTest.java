package org.closecall.occurrence;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.arc.Arc;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.closecall.Browser;
import org.closecall.Fixtures;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RemovedThingsTest {

    private static final Pattern RESTORE = Pattern.compile("action=\"([^\"]+/resto[^\"]+)\"");

    Browser member;
    Browser administrator;

    @BeforeEach
    void threeRecords() {
        Fixtures.organisation();
        member = Browser.as("member");
        administrator = Browser.as("administrator");
        for (var title : List.of("One", "Two", "Three")) {
            send("/occurrences", "kind", "HAZARD", "narrative", title);
        }
    }

    @Test
    void saysWhoRemovedARecordWhenAndWhyAndBringsItBack() {
        send("/occurrences/1/removal", "reason", "Filed as a <test>");
        send("/occurrences/2/merger", "into", "3");
        administrator.get("/admin/removed").then().statusCode(200).body(allOf(containsString("#1 One"), containsString("Mia Member"), containsString("Filed as a &lt;test&gt;"), containsString("/occurrences/1/restoration"),
                containsString("Merged this record into #3"), containsString("/occurrences/2/merger/removal"), containsString("/occurrences/1/history")));
        administrator.post("/occurrences/1/restoration").then().statusCode(303);
        administrator.get("/admin/removed").then().body(allOf(containsString("#1 One"), not(containsString("/occurrences/1/restoration")), containsString(">back<")));
        member.get("/occurrences/1/history").then().body(containsString("Filed as a &lt;test&gt;"));
        administrator.get("/occurrences").then().body(containsString("/admin/removed"));
    }

    @Test
    void everythingRemovedFromARecordHasAWayBackThatWorks() {
        send("/occurrences/1/timeline", "at", "2026-01-01T11:00", "kind", "ACTION", "text", "Line");
        send("/occurrences/1/timeline/1/removal");
        send("/occurrences/1/pastes", "keep", "0", "at", "2026-01-01T11:00", "kind", "ACTION", "text", "Pasted");
        send("/occurrences/1/pastes/" + QuarkusTransaction.requiringNew().call(() -> TimelineEntry.<TimelineEntry>findById(2L).paste) + "/removal");
        member.upload("/occurrences/1/attachments", List.of(), "files", "graph.txt", "words".getBytes());
        send("/occurrences/1/attachments/1/removal");
        send("/occurrences/1/actions", "title", "Promise", "aim", "DETECT_SOONER");
        send("/actions/1/removal");
        send("/occurrences/1/links", "relation", "RELATED", "other", "2");
        send("/occurrences/1/links/1/removal");
        send("/occurrences/1/references", "url", "https://example.org/gone", "title", "Gone");
        send("/occurrences/1/references/1/removal");
        administrator.get("/admin/removed").then().body(not(containsString("Removed a file")));
        var page = administrator.get("/admin/removed?show=parts").body().asString();
        assertTrue(page.contains("https://example.org/gone") && page.contains("in the history"), page);
        var ways = RESTORE.matcher(page).results().map(found -> found.group(1)).distinct().toList();
        assertEquals(6, ways.size(), ways.toString());
        ways.forEach(way -> administrator.post(way).then().statusCode(303));
        assertEquals(List.of(), RESTORE.matcher(administrator.get("/admin/removed?show=parts").body().asString()).results().map(found -> found.group(1)).toList());
    }

    @Test
    void pagesByKeyAlongAnIndex() {
        QuarkusTransaction.requiringNew().run(() -> entities().createNativeQuery("""
                insert into change (subject, subject_id, occurrence_id, verb, version, person_id, at)
                select 'occurrence', 1, 1, case when n % 7 = 0 then 'removed' else 'edited' end, n, 2, :now from generate_series(1, 7 * 120) n
                """).setParameter("now", Instant.now()).executeUpdate());
        var first = administrator.get("/admin/removed").body().asString();
        assertEquals(50, first.split("<tr><td", -1).length - 1);
        var next = first.replaceFirst("(?s).*href=\"([^\"]+before=[^\"]+)\".*", "$1").replace("&amp;", "&");
        var last = administrator.get(next).body().asString().replaceFirst("(?s).*rel=\"next\" href=\"([^\"]+before=[^\"]+)\".*", "$1");
        assertEquals(20, administrator.get(last.replace("&amp;", "&")).body().asString().split("<tr><td", -1).length - 1);
        administrator.get("/admin/removed?before=1").then().statusCode(200).body(containsString("Nothing earlier"));
        administrator.get("/admin/removed?before=x&show=y").then().statusCode(200);
        for (var condition : List.of("removal = 'RECORD'", "removal is not null")) {
            var plan = QuarkusTransaction.requiringNew().call(() -> {
                entities().createNativeQuery("set local enable_seqscan = off").executeUpdate();
                return entities().createNativeQuery("explain select * from change where " + condition + " and id < 9999 order by id desc limit 51", String.class).getResultList().toString();
            });
            assertTrue(plan.contains("change_removal"), plan);
        }
    }

    @Test
    void onlyAdministratorsSeeIt() {
        member.get("/admin/removed").then().statusCode(404);
        Browser.as("viewer").get("/admin/removed").then().statusCode(404);
        member.get("/occurrences").then().body(not(containsString("/admin/removed")));
        administrator.get("/admin/removed").then().statusCode(200).body(containsString("Nothing was ever removed"));
    }

    private static EntityManager entities() {
        return Arc.container().instance(EntityManager.class).get();
    }

    private void send(String address, String... fields) {
        member.post(address, fields).then().statusCode(303);
    }
}
