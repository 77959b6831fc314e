package org.closecall.action;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.closecall.Browser;
import org.closecall.Fixtures;
import org.closecall.Statements;
import org.closecall.api.ApiTokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ApiActionsTest {

    private static final String ACTIONS = "/api/v1/actions";
    private static final String ACTION = "{\"title\": \"Try it\", \"aim\": \"DETECT_SOONER\", \"owner\": %d, \"dueOn\": \"%s\"}";

    String token;

    @BeforeEach
    void start() {
        Fixtures.organisation();
        token = ApiTokens.made(Browser.as("member"), "script", "actions:read", "actions:write");
    }

    @Test
    void isMadeOnceHoweverOftenItIsSent() {
        var body = action();
        var first = as(token).header("Idempotency-Key", "run 7").body(body).post(ACTIONS).then().statusCode(201).header("Location", endsWith("/api/v1/actions/1")).extract().asString();
        assertEquals(first, as(token).header("Idempotency-Key", "run 7").body(body).post(ACTIONS).then().statusCode(201).extract().asString());
        as(token).header("Idempotency-Key", "run 7").body(body.replace("Try", "Do")).post(ACTIONS).then().statusCode(409).contentType("application/problem+json");
        as(token).body(body).post(ACTIONS).then().statusCode(201);
        assertEquals(2L, QuarkusTransaction.requiringNew().call(() -> ActionItem.count()));
        as(token).get(ACTIONS + "/1").then().statusCode(200).body("title", equalTo("Try it")).body("owner.name", equalTo("Mia Member")).body("occurrence", nullValue()).body("url", endsWith("/actions/1"));
    }

    @Test
    void refusesByField() {
        as(token).body("{\"aim\": \"x\", \"owner\": 77, \"dueOn\": \"soon\", \"occurrence\": 5}").post(ACTIONS).then().statusCode(422).contentType("application/problem+json")
                .body("errors.field", hasItems("title", "aim", "owner", "dueOn", "occurrence"));
        as(token).body("{\"titel\": \"x\"}").post(ACTIONS).then().statusCode(422).body("errors.field", hasItem("titel"));
        as(token).body("{\"title\": 5}").post(ACTIONS).then().statusCode(422).body("errors.field", hasItem("title"));
        as(token).body("{").post(ACTIONS).then().statusCode(400).body("detail", containsString("Line 1"));
        as(token).body("").post(ACTIONS).then().statusCode(400);
        as(token).get(ACTIONS + "?state=x&limit=201&owner=you&after=x").then().statusCode(422).body("errors.field", hasItems("state", "limit", "owner", "after"));
        as(token).get(ACTIONS + "?state=OPEN,x&show=soon&priority=x&defence=y&strategy=z&kind=k&from=f&to=t&since=s&until=u&doneSince=d&doneUntil=e&sort=due&team=x").then().statusCode(422)
                .body("errors.field", hasItems("state", "show", "priority", "defence", "strategy", "kind", "from", "to", "since", "until", "doneSince", "doneUntil", "sort", "team"));
        as(token).get(ACTIONS + "?late=true&show=blocked").then().statusCode(422).body("errors.field", equalTo(List.of("late")));
        assertEquals(ApiActionQuery.NAMES, Arrays.stream(ApiActionQuery.class.getFields()).map(field -> field.getAnnotation(QueryParam.class)).filter(Objects::nonNull).map(QueryParam::value).collect(Collectors.toSet()));
        as(token).get(ACTIONS + "?stat=OPEN&owner=me").then().statusCode(422).contentType("application/problem+json").body("errors.field", equalTo(List.of("stat")));
        as(token).body("{\"title\": \"x\", \"aim\": \"DETECT_SOONER\", \"owner\": 1.5}").post(ACTIONS).then().statusCode(422).body("errors.field", equalTo(List.of("owner")));
        for (var id : new String[] {"99", "x", "99999999999999999999"}) {
            as(token).get(ACTIONS + "/" + id).then().statusCode(404).contentType("application/problem+json");
        }
    }

    @Test
    void keepsTextsWithoutWhatCannotBeKept() {
        as(token).body("{\"title\": \"nul \\u0000x\", \"description\": \"half \\ud83d, whole \\ud83d\\ude92\", \"aim\": \"DETECT_SOONER\"}").post(ACTIONS).then().statusCode(201)
                .body("title", equalTo("nul x")).body("description", equalTo("half \uFFFD, whole 🚒"));
        as(token).body("{\"title\": \"\\u0000\", \"aim\": \"DETECT_SOONER\"}").post(ACTIONS).then().statusCode(422).body("errors.field", equalTo(List.of("title")));
        step("DONE", ", \"evidence\": \"\\ud83d\\u0000\"").then().statusCode(200);
    }

    @Test
    void goesThePathPeopleGo() {
        make(1);
        step("VERIFIED", "").then().statusCode(409).body("detail", containsString("no step leads"));
        step("DONE", "").then().statusCode(422).body("errors.field", hasItem("evidence"));
        step("RISK_ACCEPTED", "").then().statusCode(422);
        step("DONE", ", \"evidence\": \"merged\"").then().statusCode(200).body("state", equalTo("DONE")).body("doneBy.name", equalTo("Mia Member"));
        step("VERIFIED", "").then().statusCode(409).body("detail", containsString("Somebody else"));
        var own = token;
        token = ApiTokens.made(Browser.as("other"), "second pair of eyes", "actions:write");
        step("VERIFIED", ", \"evidence\": \"tried it\"").then().statusCode(200).body("verifiedBy.name", equalTo("Otto Other"));
        token = own;
        step("DROPPED", ", \"reason\": \"no\"").then().statusCode(409);
        step("OPEN", "").then().statusCode(422).body("errors.field", hasItem("reason"));
        step("OPEN", ", \"reason\": \"It broke again\"").then().statusCode(200).body("verifiedAt", nullValue());
        as(token).get(ACTIONS + "/1/transitions").then().statusCode(200).body("to", equalTo(List.of("OPEN", "DONE", "VERIFIED", "OPEN"))).body("[2].evidence", equalTo("tried it"));
    }

    @Test
    void pagesInAFewStatementsHoweverMany() {
        make(7);
        step("DONE", ", \"evidence\": \"merged\"").then().statusCode(200);
        var done = as(token).get(ACTIONS + "/1").then().extract().<String>path("doneAt").substring(0, 10);
        as(token).get(ACTIONS + "?state=DONE,VERIFIED&doneSince=" + LocalDate.parse(done).minusDays(1) + "&doneUntil=" + LocalDate.parse(done).plusDays(1) + "&priority=MEDIUM&kind=NONE&defence=NONE&strategy=NONE&team=NONE").then().statusCode(200).body("actions.id", equalTo(List.of(1)));
        as(token).get(ACTIONS + "?state=DONE&doneUntil=" + LocalDate.parse(done).minusDays(2)).then().body("actions", equalTo(List.of()));
        var ranked = as(token).get(ACTIONS + "?sort=priority&limit=4").then().statusCode(200).body("actions.id", equalTo(List.of(2, 3, 4, 5))).extract().<String>path("next");
        as(token).queryParam("after", ranked).get(ACTIONS + "?sort=priority").then().statusCode(200).body("actions.id", equalTo(List.of(6, 7)));
        step("OPEN", ", \"reason\": \"Again\"").then().statusCode(200);
        var seen = new ArrayList<Integer>();
        for (var next = ACTIONS + "?limit=3&owner=me"; next != null;) {
            var page = as(token).urlEncodingEnabled(false).get(next).then().statusCode(200).extract();
            seen.addAll(page.path("actions.id"));
            var link = page.header("Link");
            assertEquals(page.path("next") == null, link == null);
            next = link == null ? null : link.substring(link.indexOf('<') + 1, link.indexOf('>'));
        }
        assertEquals(List.of(1, 2, 3, 4, 5, 6, 7), seen);
        var few = Statements.during(() -> as(token).get(ACTIONS + "?limit=1"));
        assertEquals(few, Statements.during(() -> as(token).get(ACTIONS + "?limit=7")));
        assertTrue(few <= 7, few + " statements");
        as(token).get(ACTIONS + "?owner=none").then().body("actions.size()", equalTo(0));
        as(token).get(ACTIONS + "?late=true&state=OPEN&aim=DETECT_SOONER&team=1&service=1&strategy=1&text=try").then().statusCode(200).body("actions.size()", equalTo(0));
        QuarkusTransaction.requiringNew().run(() -> ActionItem.update("deletedAt = createdAt where id = 1"));
        as(token).get(ACTIONS + "/1").then().statusCode(404);
        as(token).get(ACTIONS + "/1/transitions").then().statusCode(404);
        step("DONE", ", \"evidence\": \"x\"").then().statusCode(404);
    }

    private void make(int many) {
        for (var i = 0; i < many; i++) {
            as(token).body(action()).post(ACTIONS).then().statusCode(201);
        }
    }

    private static String action() {
        return ACTION.formatted(Fixtures.person("member").id, LocalDate.now().plusYears(1));
    }

    private Response step(String to, String more) {
        return as(token).body("{\"to\": \"" + to + "\"" + more + "}").post(ACTIONS + "/1/transitions");
    }

    private static RequestSpecification as(String token) {
        return given().header("Authorization", "Bearer " + token).contentType("application/json");
    }
}
