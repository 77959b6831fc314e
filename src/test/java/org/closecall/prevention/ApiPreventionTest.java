package org.closecall.prevention;

import static org.closecall.prevention.Facts.DEPLOYMENT;
import static org.closecall.prevention.Facts.EXPERIMENT;
import static org.closecall.prevention.Facts.RUN;
import static org.closecall.prevention.Facts.as;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.closecall.AtOnce;
import org.closecall.Browser;
import org.closecall.Statements;
import org.closecall.api.ApiTokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ApiPreventionTest {

    /** The row itself and its line in the history. */
    private static final long PER_ROW = 2;
    private static final Map<String, String> ALL = Map.of("/api/v1/remediations", RUN, "/api/v1/deployments", DEPLOYMENT, "/api/v1/experiments", EXPERIMENT);

    Browser member;
    String token;

    @BeforeEach
    void start() {
        member = Facts.begin();
        token = ApiTokens.made(member, "pipeline", "prevention:read", "prevention:write");
    }

    @Test
    void isWrittenDownOnceHoweverOftenItIsReported() {
        ALL.forEach((address, body) -> {
            var keyed = body.replaceFirst("\\{", "{\"key\": \"x1\", ");
            var first = as(token).body(keyed).post(address).then().statusCode(201).header("Location", endsWith(address + "/1")).extract().asString();
            assertEquals(first, as(token).body(keyed).post(address).then().statusCode(201).extract().asString());
            assertEquals(first, as(token).header("Idempotency-Key", "x1").body(keyed).post(address).then().statusCode(201).extract().asString());
            as(token).body(keyed.replace("2026-01-05T10:00", "2026-01-05T09:00")).post(address).then().statusCode(409).contentType("application/problem+json").body("detail", containsString("under this key"));
            as(token).header("Idempotency-Key", "x2").body(keyed).post(address).then().statusCode(422).body("errors.field", equalTo(List.of("key")));
            as(token).body(body).post(address).then().statusCode(201);
            as(token).get(address + "?key=x1").then().statusCode(200).body("total", equalTo(1));
            as(token).get(address).then().body("total", equalTo(2));
        });
        var other = ApiTokens.made(Browser.as("other"), "twin", "prevention:write");
        as(other).body(RUN.replaceFirst("\\{", "{\"key\": \"x1\", ")).post("/api/v1/remediations").then().statusCode(201).header("Location", endsWith("/1"));
    }

    @Test
    void twoReportsAtOnceAreOne() {
        var body = DEPLOYMENT.replaceFirst("\\{", "{\"key\": \"both\", ");
        assertEquals(List.of(201, 201), AtOnce.sorted(() -> as(token).body(body).post("/api/v1/deployments").statusCode(), () -> as(token).body(body).post("/api/v1/deployments").statusCode()));
        assertEquals(1, Facts.count(PreventionKind.DEPLOYMENT));
    }

    @Test
    void refusesByField() {
        as(token).body("{\"service\": \"Nope\", \"startedAt\": \"2026-01-05 10:00\", \"finishedAt\": \"soon\", \"outcome\": \"x\", \"occurrence\": 9, \"unattended\": true}").post("/api/v1/remediations").then().statusCode(422)
                .body("errors.field", equalTo(List.of("type", "service", "startedAt", "finishedAt", "outcome", "occurrence", "unattended")));
        as(token).body("{\"deployedAt\": \"2126-01-05T10:00:00Z\", \"outcome\": \"OK\", \"restoredAt\": \"2026-01-05T10:00:00+01:00\", \"occurrence\": 1}").post("/api/v1/deployments").then().statusCode(422)
                .body("errors.field", equalTo(List.of("service", "version", "deployedAt", "restoredAt", "unplanned")));
        as(token).body("{\"criticalPath\": 7, \"startedAt\": \"2026-01-05T10:00:00Z\", \"endedAt\": \"2026-01-05T09:00:00Z\", \"checks\": -1, \"checksFailed\": 4, \"relation\": \"FOUND\"}").post("/api/v1/experiments").then().statusCode(422)
                .body("errors.field", equalTo(List.of("criticalPath", "failureMode", "hypothesis", "endedAt", "checks", "occurrence")));
        as(token).body(EXPERIMENT.replace("\"checks\": 3", "\"checks\": 3, \"checksFailed\": 4")).post("/api/v1/experiments").then().statusCode(422).body("errors.field", equalTo(List.of("checksFailed")));
        for (var junk : List.of("{\"servise\": \"x\"}", "{\"service\": {}}", "{\"dryRun\": \"maybe\"}")) {
            as(token).body(junk).post("/api/v1/remediations").then().statusCode(422);
        }
        as(token).body("5").post("/api/v1/deployments").then().statusCode(400);
        as(token).get("/api/v1/deployments?outcome=HELD&from=x&limit=0&after=1&servise=2&type=x").then().statusCode(422).body("errors.field", hasItems("outcome", "from", "limit", "after", "servise", "type"));
        ALL.keySet().forEach(address -> as(token).get(address + "/99").then().statusCode(404).contentType("application/problem+json"));
    }

    @Test
    void aListIsWrittenDownWholeOrNotAtAll() {
        ALL.forEach((address, body) -> {
            var one = keyed(body, "a");
            as(token).body("[" + one + ", " + body + ", " + one + "]").post(address).then().statusCode(200).body("taken", equalTo(2)).body("known", equalTo(1))
                    .body("results.id", equalTo(List.of(1, 2, 1))).body("results.key", equalTo(Arrays.asList("a", null, "a"))).body("results[0].self", endsWith(address + "/1"));
            as(token).body("[" + one + ", " + keyed(body, "b") + "]").post(address).then().statusCode(200).body("results.known", equalTo(List.of(true, false)));
            var later = body.replace("2026-01-05T10:00", "2026-01-05T09:00");
            as(token).body("[" + keyed(body, "c") + ", " + keyed(later, "a") + "]").post(address).then().statusCode(409).body("title", equalTo("Not as things stand")).body("errors.field", equalTo(List.of("[1].key")));
            as(token).body("[" + keyed(body, "c") + ", " + keyed(later, "c") + "]").post(address).then().statusCode(409).body("errors.field", equalTo(List.of("[1].key")));
            as(token).body("[" + keyed(body, "c") + ", " + keyed(body.replace("2026-01-05T10:00:00Z", "soon"), "d") + "]").post(address).then().statusCode(422).body("errors[0].field", startsWith("[1]."));
            as(token).get(address).then().body("total", equalTo(3));
        });
        var run = "/api/v1/remediations";
        as(token).header("Idempotency-Key", "x").body("[" + RUN + "]").post(run).then().statusCode(422).body("errors.field", equalTo(List.of("key")));
        as(token).body("[" + RUN + ", null]").post(run).then().statusCode(422).body("errors.field", equalTo(List.of("[1]")));
        as(token).body("[" + RUN + ", {\"servise\": 1}]").post(run).then().statusCode(422).body("errors.field", equalTo(List.of("[1].servise")));
        as(token).body("[]").post(run).then().statusCode(422).body("detail", containsString("1 to 200"));
        as(token).body(list(RUN, 0, 201)).post(run).then().statusCode(422).body("detail", containsString("there are 201"));
        var two = statements(run, 0, 2);
        assertEquals(18 * PER_ROW, statements(run, 2, 22) - two);
        assertEquals(0, statements(run, 0, 20) - statements(run, 0, 2), "what is known already");
    }

    /** To write down a list with keys from one to another. */
    private long statements(String address, int from, int to) {
        return Statements.during(() -> as(token).body(list(RUN, from, to)).post(address).then().statusCode(200));
    }

    @Test
    void asksForItsOwnScopes() {
        var reader = ApiTokens.made(member, "reader", "prevention:read");
        var stranger = ApiTokens.made(member, "actions only", "actions:read", "actions:write");
        ALL.forEach((address, body) -> {
            as(reader).body(body).post(address).then().statusCode(403).body("detail", containsString("prevention:write"));
            as(reader).get(address).then().statusCode(200);
            as(stranger).get(address).then().statusCode(403);
            as(stranger).body(body).post(address).then().statusCode(403);
        });
    }

    @Test
    void aVerdictFollowsFromWhatWasInjectedAndChecked() {
        var verdicts = Map.of("\"injected\": true", "HYPOTHESIS_HELD", "\"injected\": true, \"checksFailed\": 1", "REFUTED", "\"injected\": true, \"checksFailed\": 1, \"tolerance\": 1", "HYPOTHESIS_HELD", "\"injected\": false", "NOT_RUN");
        verdicts.forEach((said, verdict) -> as(token).body(EXPERIMENT.replace("\"injected\": true", said)).post("/api/v1/experiments").then().statusCode(201).body("verdict", equalTo(verdict)));
        as(token).body(EXPERIMENT.replace("\"checks\": 3", "\"checks\": 0")).post("/api/v1/experiments").then().body("verdict", equalTo("NO_OBSERVATIONS"));
        as(token).get("/api/v1/experiments?outcome=HYPOTHESIS_HELD").then().body("total", equalTo(2)).body("experiments.verdict", not(hasItem("REFUTED")));
        as(token).get("/api/v1/experiments?outcome=EXERCISED&service=1&team=1&path=1").then().body("total", equalTo(3));
        as(token).get("/api/v1/experiments?service=2").then().body("total", equalTo(0));
    }

    @Test
    void aRunWhoseTriggerIsBackWithinHalfAnHourHasRelapsed() {
        run("Disk full", "Payments", "10:00", "10:01");
        run("disk FULL", "Payments", "10:31", "10:32");
        run("Disk full", "Payments", "11:03", "11:04");
        run("Disk full", "Search", "11:05", "11:06");
        as(token).body(RUN.replace("10:0", "12:0").replaceFirst("\\{", "{\"cameBackAt\": \"2026-01-05T12:31:00Z\", ")).post("/api/v1/remediations").then().body("relapsed", equalTo(true));
        as(token).body(RUN.replace("10:0", "11:1").replaceFirst("\\{", "{\"dryRun\": true, ")).post("/api/v1/remediations").then().statusCode(201);
        as(token).get("/api/v1/remediations?outcome=RELAPSED").then().body("remediations.id", equalTo(List.of(5, 1)));
        as(token).get("/api/v1/remediations?outcome=SUCCEEDED").then().body("remediations.id", equalTo(List.of(4, 3, 2)));
        as(token).get("/api/v1/remediations?outcome=RUN").then().body("total", equalTo(5));
        as(token).get("/api/v1/remediations/1").then().body("relapsed", equalTo(true));
    }

    @Test
    void pagesInAFewStatementsHoweverMany() {
        for (var i = 0; i < 7; i++) {
            run("Disk full", "Payments", "1" + i + ":00", "1" + i + ":01");
        }
        var seen = new ArrayList<Integer>();
        for (var next = "/api/v1/remediations?limit=3"; next != null;) {
            var page = as(token).urlEncodingEnabled(false).get(next).then().statusCode(200).extract();
            seen.addAll(page.path("remediations.id"));
            var link = page.header("Link");
            next = link == null ? null : link.substring(link.indexOf('<') + 1, link.indexOf('>'));
        }
        Collections.reverse(seen);
        assertEquals(List.of(1, 2, 3, 4, 5, 6, 7), seen);
        var few = Statements.during(() -> as(token).get("/api/v1/remediations?limit=1"));
        assertEquals(few, Statements.during(() -> as(token).get("/api/v1/remediations?limit=7")));
        assertTrue(few <= 9, few + " statements");
        var page = Statements.during(() -> member.get("/prevention/remediations"));
        run("Disk full", "Search", "23:00", "23:01");
        assertEquals(page, Statements.during(() -> member.get("/prevention/remediations")));
        assertTrue(page <= 12, page + " statements");
    }

    @Test
    void whatPeopleRemovedIsNotBroughtBackByItsProgram() {
        var body = RUN.replaceFirst("\\{", "{\"key\": \"x1\", ");
        as(token).body(body).post("/api/v1/remediations").then().statusCode(201);
        member.post("/prevention/removals/remediations/1").then().statusCode(303);
        as(token).body(body).post("/api/v1/remediations").then().statusCode(409).body("detail", containsString("removed here by people"));
        as(token).get("/api/v1/remediations/1").then().statusCode(404);
        as(token).get("/api/v1/remediations").then().body("total", equalTo(0));
        member.post("/prevention/removals/remediations/1/undo").then().statusCode(303);
        as(token).body(body).post("/api/v1/remediations").then().statusCode(201);
    }

    private static String keyed(String body, String key) {
        return body.replaceFirst("\\{", "{\"key\": \"" + key + "\", ");
    }

    private static String list(String body, int from, int to) {
        return IntStream.range(from, to).mapToObj(i -> keyed(body, "k" + i)).collect(Collectors.joining(",", "[", "]"));
    }

    private void run(String type, String service, String from, String to) {
        as(token).body("{\"type\": \"%s\", \"service\": \"%s\", \"startedAt\": \"2026-01-05T%s:00Z\", \"finishedAt\": \"2026-01-05T%s:00Z\", \"outcome\": \"SUCCEEDED\"}".formatted(type, service, from, to)).post("/api/v1/remediations").then().statusCode(201);
    }
}
