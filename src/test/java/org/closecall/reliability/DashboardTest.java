package org.closecall.reliability;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.arc.Arc;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.closecall.Browser;
import org.closecall.Fixtures;
import org.closecall.occurrence.Detection;
import org.closecall.occurrence.Moment;
import org.closecall.occurrence.Severity;
import org.closecall.occurrence.StoppedBy;
import org.closecall.web.Viewer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The charts of a scope, what they lead to, and what they offer to mend. */
@QuarkusTest
class DashboardTest {

    private static final Pattern COUNT = Pattern.compile("<a href=\"(/(?:occurrences|actions)\\?[^\"]+)\">(\\d+)</a>");
    private static final String YEAR = "/reliability?from=2020-01-01&to=2020-12-31";

    @Inject
    Viewer asked;

    @Inject
    ObjectMapper json;

    Records records;
    Browser member;

    @BeforeEach
    void organisation() {
        Fixtures.organisation();
        records = new Records();
        member = Browser.as("member");
    }

    private static void sql(String... statements) {
        QuarkusTransaction.requiringNew().run(() -> List.of(statements).forEach(one -> Arc.container().instance(EntityManager.class).get().createNativeQuery(one).executeUpdate()));
    }

    private void year() {
        QuarkusTransaction.requiringNew().run(() -> {
            for (var i = 1; i <= 24; i++) {
                var month = String.format("2020-%02d-%02dT10:%02d:00Z", 1 + i % 12, i, i);
                var n = i;
                if (i % 3 == 0) {
                    records.nearMiss(month, StoppedBy.values()[i % 4]);
                } else {
                    records.incident(month, incident -> {
                        incident.severity = Severity.SEV2;
                        incident.detection = Detection.values()[n % 9];
                        incident.impactStarted = n % 4 == 0 ? Moment.NONE : incident.started;
                        incident.detected = incident.started;
                    });
                }
            }
        });
        sql("insert into service (name, tier, created_at) values ('Pay', 1, now()), ('Ship', 2, now())",
                "insert into critical_path (name, created_at) values ('Buy', now())", "insert into critical_path_service (critical_path_id, service_id, position) values (1, 1, 0)",
                "insert into occurrence_service select id, 1 + id % 2 from occurrence", "insert into occurrence_control (occurrence_id, control_id, state) select o.id, c.id, (array['HELD', 'FAILED', 'ABSENT'])[1 + (o.id + c.id) % 3] from occurrence o, control c where (o.id + c.id) % 2 = 0",
                "update occurrence set stopped_by_control_id = 1 + id % 16 where stopped_by = 'SAFEGUARD'",
                "insert into action_item (origin, title, aim, created_by, created_at, state, state_since, due_on, service_id) select 'NONE', 'Add ' || g, (array['PREVENT_RECURRENCE', 'DETECT_SOONER', 'REDUCE_IMPACT'])[1 + g % 3], 2, '2020-06-01T10:00:00Z'::timestamptz + g * interval '9 days', 'OPEN', now(), '2020-07-01'::date + g, 1 + g % 2 from generate_series(1, 12) g",
                "update action_item set state = 'DONE', done_at = created_at + interval '20 days', first_done_at = created_at + interval '20 days' where id % 2 = 0");
    }

    @Test
    void everyCountOfAChartOpensAsManyRecords() {
        year();
        for (var scope : List.of("", "&service=1", "&path=1&kind=INCIDENT")) {
            var counts = COUNT.matcher(member.get(YEAR + scope).body().asString());
            var followed = 0;
            while (counts.find()) {
                var page = member.get(counts.group(1).replace("&amp;", "&")).body().asString();
                assertTrue(page.contains(counts.group(2) + " match") || page.contains("of " + counts.group(2) + "</span>"), scope + " " + counts.group() + " opened " + page.replaceFirst("(?s).*?head__meta[^>]*>(.{90}).*", "$1"));
                followed++;
            }
            assertTrue(followed > 40, scope + " " + followed);
        }
    }

    @Test
    void aDrillIsInTheLogAndInNoFigure() {
        year();
        sql("update occurrence set drill = true where number = 1");
        assertEquals(15, Records.figures(member, "from=2020-01-01&to=2020-12-31").getInt("period.incidents.count"));
        member.get("/occurrences?kind=INCIDENT").then().body(containsString("16 match"));
        member.get("/occurrences/1").then().body(containsString("Drill, in no figure"));
        member.get("/occurrences?kind=INCIDENT&drill=no").then().body(containsString("15 match"));
        member.get("/occurrences?drill=yes").then().body(containsString("1 match"));
    }

    @Test
    void incidentsThatBeganTogetherAreOfferedAsOne() {
        QuarkusTransaction.requiringNew().run(() -> {
            for (var i = 0; i < 8; i++) {
                records.incident("2021-02-12T22:50:00Z", incident -> { });
            }
            records.incident("2021-02-13T22:50:00Z", incident -> { });
        });
        member.get("/reliability?month=2021-02").then().body(containsString("began almost together"));
        var page = "/reliability/coincidences?month=2021-02";
        member.get(page).then().body(containsString("8 incidents"), containsString("Count them as one trigger"));
        for (var times = 0; times < 2; times++) {
            member.post("/occurrences/1/duplicates", "duplicate", "2", "duplicate", "3", "duplicate", "4", "duplicate", "5", "duplicate", "6", "duplicate", "7", "duplicate", "8", "duplicate", "1", "duplicate", "x", "query", "?month=2021-02")
                    .then().statusCode(303).header("Location", containsString(page));
        }
        var figures = Records.figures(member, "month=2021-02");
        assertEquals(2, figures.getInt("period.incidents.triggers"));
        assertEquals(9, figures.getInt("period.incidents.count"));
        member.get(page).then().body(containsString("Nothing looks like one event counted twice"));
        Browser.as("viewer").post("/occurrences/1/duplicates", "duplicate", "9").then().statusCode(403);
    }

    @Test
    void foretoldIsWhatIsLinkedOrAlikeAndWhatWasPromisedThen() {
        QuarkusTransaction.requiringNew().run(() -> {
            records.nearMiss("2020-03-01T10:00:00Z", StoppedBy.CHANCE);
            for (var month = 4; month < 9; month++) {
                records.incident("2020-0%d-01T10:00:00Z".formatted(month), incident -> { });
            }
        });
        sql("insert into service (name, tier, created_at) values ('Pay', 1, now())", "insert into occurrence_service select id, 1 from occurrence where number in (1, 2)",
                "insert into occurrence_control (occurrence_id, control_id, state) select id, 3, 'FAILED' from occurrence where number in (1, 2, 4)",
                "insert into occurrence_link (kind, source_id, target_id, created_by, created_at) select 'FORETOLD_BY', i.id, n.id, 2, now() from occurrence i, occurrence n where i.number = 3 and n.number = 1",
                "insert into action_item (occurrence_id, origin, title, aim, created_by, created_at, state, state_since, done_at) select id, 'OCCURRENCE', 'Fix', 'PREVENT_RECURRENCE', 2, '2020-03-02', 'DONE', '2020-04-20', '2020-04-20' from occurrence where number = 1");
        var page = member.get("/reliability/foretold?from=2020-01-01&to=2020-12-31").body().asString();
        assertTrue(page.contains("2 of 5, 40") && page.contains("1 of them linked"), page.replaceFirst("(?s).*(<section.*?</section>).*", "$1"));
        assertTrue(page.contains("At the time of <strong>1</strong>"), "the second incident began before the action was done");
        member.get(YEAR).then().body(containsString("1 of 5"), containsString("/reliability/foretold?month=2020\""));
    }

    @Test
    void whatIsOfAnotherKindIsNotShownAsNone() {
        year();
        member.get(YEAR + "&kind=NEAR_MISS").then().body(not(containsString("No incidents in")), containsString("stopped-by-chance"));
        member.get("/reliability?tag=nothing").then().statusCode(404);
        member.get("/reliability?path=7").then().statusCode(404);
        member.get("/reliability?kind=HORSE").then().statusCode(404).body(allOf(containsString("There is no kind of record called HORSE"), containsString("INCIDENT, NEAR_MISS")));
        member.get("/reliability?severity=SEV3-SEV1").then().statusCode(404).body(containsString("There is no severity called SEV3-SEV1"));
        member.get("/reliability?rules=mine").then().statusCode(404).body(containsString("rules=nelson"));
        member.get(YEAR + "&rules=nelson&curve=detect").then().body(allOf(containsString("How many are not detected after so long"), not(containsString("How many are not mitigated")), containsString("<option value=\"nelson\" selected>")));
    }

    @Test
    @ActivateRequestContext
    void aDashboardGoesToJsonAndBack() throws Exception {
        year();
        var scope = new Scope(new Period(java.time.LocalDate.parse("2020-01-01"), java.time.LocalDate.parse("2020-12-31")), Which.ALL, asked.organisation().zone(), Instant.parse("2021-01-05T00:00:00Z"));
        var facts = Facts.of(scope);
        var kept = json.writeValueAsString(Dashboard.of(scope, Figures.of(scope, facts), facts));
        assertEquals(kept, json.writeValueAsString(json.readValue(kept, Dashboard.class)));
    }
}
