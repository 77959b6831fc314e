package org.closecall.slo;

import static io.restassured.RestAssured.given;
import static org.closecall.slo.Store.PATH;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.arc.Arc;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.closecall.AtOnce;
import org.closecall.Browser;
import org.closecall.Fixtures;
import org.closecall.TestClock;
import org.closecall.api.ApiTokens;
import org.closecall.catalog.Service;
import org.closecall.catalog.Team;
import org.closecall.notice.Notice;
import org.closecall.notice.NoticeKind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ApiObjectivesTest {

    private static final Instant NOON = Instant.parse("2027-06-10T12:00:00Z");

    String token;
    Objective answers;
    Service payments;

    @BeforeEach
    void start() {
        Fixtures.organisation();
        payments = Store.service("Payments");
        answers = Store.objective(payments, "Answers", ObjectiveKind.REQUESTS, "99.9", WindowKind.ROLLING, 30);
        token = ApiTokens.made(Browser.as("member"), "probe", "sli:write");
    }

    @AfterEach
    void putTheClockRight() {
        TestClock.putRight();
    }

    @Test
    void aSampleIsTakenOnceHoweverOftenItIsSent() {
        send(sample("2026-06-10T10:00:00Z", 60, 9, 10), sample("2026-06-10T11:01:00+01:00", 60, 10, 10)).then().statusCode(200).body("taken", equalTo(2)).body("known", equalTo(0));
        send(sample("2026-06-10T10:00:00Z", 60, 9, 10), sample("2026-06-10T10:02:00Z", 60, 0, 0)).then().statusCode(200).body("taken", equalTo(1)).body("known", equalTo(1));
        send(sample("2026-06-10T10:03:00Z", 60, 1, 1), sample("2026-06-10T10:00:00Z", 60, 8, 10)).then().statusCode(409).contentType("application/problem+json")
                .body("errors.field", equalTo(List.of("samples[1].good"))).body("detail", containsString("9 good of 10"));
        send(sample("2026-06-10T10:00:30Z", 60, 1, 1)).then().statusCode(409).body("errors.field", equalTo(List.of("samples[0].start"))).body("detail", containsString("overlaps"));
        send(sample("2026-06-10T09:00:00Z", 3601, 1, 1)).then().statusCode(409);
        assertEquals(20, Store.budget(answers, "2026-06-11T00:00:00Z").total(), "nothing of what was refused is kept");
    }

    @Test
    void refusesByField() {
        send("{\"start\": \"soon\", \"seconds\": 0, \"good\": 5, \"total\": 2}", "null", "{}").then().statusCode(422).contentType("application/problem+json")
                .body("errors.field", hasItems("samples[0].start", "samples[0].seconds", "samples[0].good", "samples[1]", "samples[2].start", "samples[2].total", "samples[2].good"));
        send(sample("2100-01-01T00:00:00Z", 60, 1, 1)).then().statusCode(422).body("errors.message", hasItem(containsString("in the future")));
        send(sample("2026-06-10T10:00:00Z", 60, 1, 1), sample("2026-06-10T10:00:59Z", 60, 1, 1)).then().statusCode(422).body("errors.message", hasItem(containsString("overlaps another one of these")));
        send(sample("2026-06-10T10:00:00Z", 60, 1, 1).replace("total", "totl")).then().statusCode(422);
        send(sample("2026-06-10T10:00:00Z", 60, 1, 1).replace("1}", "1.5}")).then().statusCode(422);
        send().then().statusCode(422).body("errors.field", equalTo(List.of("samples")));
        send(IntStream.range(0, 1001).mapToObj(i -> sample(Instant.parse("2026-01-01T00:00:00Z").plusSeconds(60L * i).toString(), 60, 1, 1)).toArray(String[]::new)).then().statusCode(422).body("detail", containsString("1,000"));
        send(IntStream.range(0, 1000).mapToObj(i -> sample(Instant.parse("2026-01-01T00:00:00Z").plusSeconds(60L * i).toString(), 60, 1, 1)).toArray(String[]::new)).then().statusCode(200).body("taken", equalTo(1000));
        post(answers.id.toString(), token, "{").then().statusCode(400);
        post("99", token, "{\"samples\": []}").then().statusCode(404).contentType("application/problem+json");
        post("x", token, "{\"samples\": []}").then().statusCode(404);
    }

    @Test
    void asksForTheScopeAndARequestBasedObjectiveInUse() {
        var body = "{\"samples\": [" + sample("2026-06-10T10:00:00Z", 60, 1, 1) + "]}";
        post(answers.id.toString(), ApiTokens.made(Browser.as("member"), "other", "actions:write"), body).then().statusCode(403).body("detail", containsString("sli:write"));
        post(answers.id.toString(), "cc_x", body).then().statusCode(401);
        var timed = Store.objective(payments, "Up", ObjectiveKind.TIME, "99.9", WindowKind.ROLLING, 30);
        post(timed.id.toString(), token, body).then().statusCode(409).body("detail", containsString("time-based"));
        Browser.as("member").post(PATH + "/" + answers.id + "/retirement");
        post(answers.id.toString(), token, body).then().statusCode(409).body("detail", containsString("retired"));
        Browser.as("member").get("/api").then().body(allOf(containsString("/api/v1/slos/{id}/samples"), containsString("sli:write")));
    }

    @Test
    void twoAtOnceAreTakenOnce() {
        Callable<Integer> once = () -> send(sample("2026-06-10T10:00:00Z", 60, 9, 10)).then().statusCode(200).extract().path("taken");
        assertEquals(List.of(0, 1), AtOnce.sorted(once, once));
    }

    @Test
    void anAlertBeginsOnceTellsTheTeamAndEnds() {
        atNoon();
        team();
        send(IntStream.range(-72, -1).mapToObj(hour -> sample(NOON.plusSeconds(3600L * hour).toString(), 3600, 60_000, 60_000)).toArray(String[]::new)).then().statusCode(200);
        minutes(-60, -10, 1.0);
        assertEquals(0, alerts().size());
        minutes(-10, 0, 0.75);
        assertEquals(List.of(0, 1), alerts().stream().map(alert -> alert.pair).toList(), "1 h and 5 min, 6 h and 30 min");
        TestClock.set(NOON.plusSeconds(120));
        minutes(0, 2, 0.75);
        chore();
        assertEquals(2, alerts().size());
        assertEquals(2L, told());
        Browser.as("member").get("/inbox").then().body(containsString("Answers (Payments) spends its error budget at"));
        var member = Browser.as("member");
        member.get(PATH + "/" + answers.id).then().statusCode(200).body(allOf(containsString("burning"), containsString("/report?kind=INCIDENT&amp;service=" + payments.id)));
        member.get(PATH).then().body(containsString(PATH + "/" + answers.id + "#alerts"));
        member.get("/report?kind=NEAR_MISS&service=" + payments.id + "&detection=MONITORING_ALERT&narrative=Answers%20burns").then().statusCode(200).body(allOf(containsString("Answers burns</textarea>"), containsString("<option value=\"" + payments.id + "\" selected>")));
        TestClock.set(NOON.plusSeconds(8 * 60));
        minutes(2, 8, 1.0);
        var first = alerts().get(0);
        assertEquals(NOON.plusSeconds(8 * 60), first.endedAt, "the short window is good again");
        assertNull(alerts().get(1).endedAt, "the half hour is not");
        TestClock.set(NOON.plusSeconds(7 * 3600));
        chore();
        assertTrue(alerts().get(1).over(), "silence proves no recovery, but it is history after six hours");
        assertEquals(2L, told());
    }

    @Test
    void aMinuteOfSamplesWakesNobody() {
        atNoon();
        team();
        minutes(-29, 0, 0);
        assertEquals(0, alerts().size(), "less than half of the hour was seen");
        Browser.as("member").get(PATH + "/" + answers.id).then().body(allOf(containsString("observed 29\u00a0min of 1\u00a0h"), containsString("Waits: samples must cover half of each window")));
        minutes(-30, -29, 0);
        assertEquals(List.of(0), alerts().stream().map(alert -> alert.pair).toList());
        TestClock.set(NOON.plusSeconds(10 * 60));
        minutes(9, 10, 0);
        assertNull(alerts().get(0).endedAt, "the outage goes on, though its sender speaks of one minute in five only");
        Browser.as("member").get(PATH + "/" + answers.id).then().body(containsString("1\u00a0h and 5\u00a0min</th><td>Page, fires</td>"));
        TestClock.set(NOON.plusSeconds(14 * 60));
        minutes(10, 14, 1);
        assertNull(alerts().get(0).endedAt, "the short window still burns");
        TestClock.set(NOON.plusSeconds(20 * 60));
        minutes(14, 20, 1);
        assertTrue(alerts().get(0).over());
    }

    @Test
    void historyWakesNobody() {
        atNoon();
        team();
        minutes(-60 * 24 * 4, -60 * 24 * 4 + 600, 0.5);
        chore();
        assertEquals(0, alerts().size());
    }

    private void atNoon() {
        TestClock.set(NOON);
        token = ApiTokens.made(Browser.as("member"), "probe at noon", "sli:write");
    }

    private void team() {
        QuarkusTransaction.requiringNew().run(() -> {
            var team = new Team();
            team.name = "Money";
            team.createdAt = NOON;
            team.members.add(Fixtures.person("member"));
            team.persist();
            Service.<Service>findById(payments.id).team = team;
        });
    }

    /** 1,000 requests each minute of which that share is good. */
    private void minutes(int from, int to, double good) {
        var now = NOON.truncatedTo(ChronoUnit.MINUTES);
        send(IntStream.range(from, to).mapToObj(minute -> sample(now.plusSeconds(60L * minute).toString(), 60, Math.round(1000 * good), 1000)).toArray(String[]::new)).then().statusCode(200);
    }

    private static void chore() {
        new BurnChore().run(Arc.container().instance(Clock.class).get().instant());
    }

    private List<BurnRateAlert> alerts() {
        return QuarkusTransaction.requiringNew().call(() -> BurnRateAlert.<BurnRateAlert>list("objective = ?1 order by pair", answers));
    }

    private static long told() {
        return QuarkusTransaction.requiringNew().call(() -> Notice.count("kind", NoticeKind.BURN_RATE));
    }

    private Response send(String... samples) {
        return post(answers.id.toString(), token, "{\"samples\": [" + List.of(samples).stream().collect(Collectors.joining(",")) + "]}");
    }

    private static Response post(String objective, String token, String body) {
        return given().header("Authorization", "Bearer " + token).contentType("application/json").body(body).post("/api/v1/slos/" + objective + "/samples");
    }

    private static String sample(String start, int seconds, long good, long total) {
        return "{\"start\": \"%s\", \"seconds\": %d, \"good\": %d, \"total\": %d}".formatted(start, seconds, good, total);
    }
}
