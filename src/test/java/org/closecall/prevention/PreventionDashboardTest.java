package org.closecall.prevention;

import static org.closecall.prevention.Facts.as;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.closecall.Browser;
import org.closecall.Statements;
import org.closecall.api.ApiTokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the dashboard makes of these facts: every number leads to a list of exactly as many. */
@QuarkusTest
class PreventionDashboardTest {

    private static final String MONTH = "/reliability?month=2026-01";
    private static final Pattern LINK = Pattern.compile("<a[^>]* href=\"(/prevention/[a-z]+\\?[^\"]+)\"[^>]*>(?:<strong>)?([\\d,]+)(?:[\u00a0 ](?:runs?|relapsed|failed))?(?:</strong>)?</a>");
    private static final Pattern TOTAL = Pattern.compile("head__meta mb-0\">([\\d,]+) ");

    Browser member;
    String token;

    @BeforeEach
    void start() {
        member = Facts.begin();
        token = ApiTokens.made(member, "pipeline", "prevention:write");
    }

    @Test
    void saysWhatIsMissingWhileThereIsNothing() {
        member.get(MONTH).then().body(allOf(containsString("No automated remediation has run"), containsString("0 of 1"), not(containsString("Deployments by service")), not(containsString("Remediation runs by type"))));
        member.get("/reliability.json?month=2026-01").then().body("prevention.remediations.success.share", nullValue()).body("prevention.chaos.never", equalTo(1)).body("prevention.deployments", hasSize(0));
        member.post("/critical-paths/1/archive").then().statusCode(303);
        member.get(MONTH).then().body(containsString("No critical paths"));
        member.get("/reliability.json?month=2026-01").then().body("prevention.chaos.validatedFraction", nullValue());
    }

    @Test
    void everyNumberOpensExactlyItsRecords() {
        seed(new Random(5));
        for (var scope : new String[] {"", "&path=1", "&service=1&team=1&severity=SEV1"}) {
            var links = LINK.matcher(member.get(MONTH + scope).then().statusCode(200).extract().asString()).results().map(link -> link.group(1) + " " + link.group(2)).distinct().toList();
            assertTrue(links.size() > 8, scope + ": " + links);
            for (var link : links) {
                var parts = link.split(" ");
                var shown = TOTAL.matcher(member.get(parts[0].replace("&amp;", "&")).asString());
                assertTrue(shown.find(), link);
                assertEquals(parts[1], shown.group(1), link);
            }
        }
    }

    @Test
    void aServiceHasFiguresOfItsOwn() {
        for (var i = 0; i < 8; i++) {
            deploy("Payments", i, i < 6 ? ", \"outcome\": \"FAILED\", \"restoredAt\": \"2026-01-1" + i + "T10:" + (10 + i) + ":00Z\"" : ", \"outcome\": \"OK\", \"unplanned\": true");
        }
        deploy("Search", 1, ", \"outcome\": \"OK\"");
        member.get("/reliability.json?month=2026-01").then().body("prevention.deployments.name", equalTo(List.of("Payments", "Search")))
                .body("prevention.deployments[0].changeFail.count", equalTo(6)).body("prevention.deployments[0].rework.count", equalTo(2)).body("prevention.deployments[0].recoveryMedianMinutes", equalTo(12.5f))
                .body("prevention.deployments[1].changeFail.share", nullValue());
        member.get("/reliability.json?month=2026-01&service=2").then().body("prevention.deployments.deployments", equalTo(List.of(1)));
    }

    @Test
    void aReviewHasEveryServiceThePageTheFirstTwelve() {
        QuarkusTransaction.requiringNew().run(() -> Panache.getEntityManager().createNativeQuery("insert into service (name, tier, created_at) select 'Part ' || n, 1, now() from generate_series(10, 21) n").executeUpdate());
        for (var i = 10; i < 22; i++) {
            deploy("Part " + i, i, ", \"outcome\": \"OK\"");
        }
        deploy("Search", 1, ", \"outcome\": \"OK\"");
        member.get(MONTH).then().body(allOf(containsString("All 13 services"), containsString(">Part 21</a>"), not(containsString("<a href=\"/services/2\">Search</a>"))));
        member.post("/reliability/reviews", "period", "2026-01", "team", "").then().statusCode(303);
        member.get("/reliability/2026-01").then().statusCode(200).body(allOf(containsString(">Part 21</a>"), containsString("<a href=\"/services/2\">Search</a>"), not(containsString("services with most deployments"))));
        member.get("/reliability/reviews/1/export/csv").then().body(containsString(",Search,Deployments,1,1,"));
    }

    @Test
    void whatHealedByItselfIsCountedAmongWhatIsOver() {
        as(token).body(Facts.RUN.replaceFirst("\\{", "{\"occurrence\": 1, \"unattended\": true, ")).post("/api/v1/remediations").then().statusCode(201);
        as(token).body(Facts.RUN.replaceFirst("\\{", "{\"occurrence\": 1, \"unattended\": true, ")).post("/api/v1/remediations").then().statusCode(201);
        member.get("/reliability.json?month=2026-01").then().body("prevention.unattended.count", equalTo(1)).body("prevention.unattended.of", equalTo(1));
        member.get("/occurrences?kind=INCIDENT&healed=yes").then().body(containsString("1 match"));
        member.get("/occurrences/1").then().body(allOf(containsString("Runs, deployments, experiments"), containsString("/prevention/remediations/1"), containsString("resolved it, nobody had to help")));
    }

    @Test
    void whatRanIsShownBeforeTheFirstRecord() {
        deploy("Search", 1, ", \"outcome\": \"OK\"");
        QuarkusTransaction.requiringNew().run(() -> Panache.getEntityManager().createNativeQuery("update occurrence set deleted_at = now()").executeUpdate());
        member.get(MONTH).then().statusCode(200).body(allOf(containsString("Deployments by service"), containsString("Nothing is recorded here yet"), not(containsString("No data yet"))));
        member.get("/reliability/deployments?month=2026-01").then().statusCode(200).body(allOf(containsString("Search"), containsString("Of every service that was deployed")));
    }

    @Test
    void takesAsManyStatementsHoweverManyThereAre() {
        member.get(MONTH);
        var few = Statements.during(() -> member.get(MONTH));
        seed(new Random(6));
        assertEquals(few, Statements.during(() -> member.get(MONTH)));
    }

    private void seed(Random random) {
        for (var i = 0; i < 25; i++) {
            var type = random.nextBoolean() ? "Disk full" : "Queue & co";
            var at = "2026-01-%02dT%02d:%02d:00Z".formatted(1 + random.nextInt(28), random.nextInt(3), random.nextInt(60));
            as(token).body("{\"type\": \"%s\", \"service\": %d, \"startedAt\": \"%s\", \"outcome\": \"%s\", \"dryRun\": %b}".formatted(type, 1 + random.nextInt(2), at, random.nextInt(4) == 0 ? "FAILED" : "SUCCEEDED", random.nextInt(6) == 0)).post("/api/v1/remediations").then().statusCode(201);
            deploy(random.nextBoolean() ? "Payments" : "Search", i, random.nextInt(4) == 0 ? ", \"outcome\": \"FAILED\"" : ", \"outcome\": \"OK\", \"unplanned\": " + random.nextBoolean());
        }
        for (var i = 0; i < 6; i++) {
            as(token).body(Facts.EXPERIMENT.replace("Host lost", "Mode " + i % 3).replace("2026-01-05", "2025-" + (10 + i % 3) + "-0" + (i + 1)).replace("\"checks\": 3", "\"checks\": 3, \"checksFailed\": " + i % 2)).post("/api/v1/experiments").then().statusCode(201);
        }
    }

    private void deploy(String service, int i, String more) {
        as(token).body("{\"service\": \"%s\", \"version\": \"%d\", \"deployedAt\": \"2026-01-%02dT10:00:00Z\"%s}".formatted(service, i, 10 + i % 20, more)).post("/api/v1/deployments").then().statusCode(201);
    }
}
