package org.closecall.tracker;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import io.quarkus.arc.Arc;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.closecall.Browser;
import org.closecall.Fixtures;
import org.closecall.Statements;
import org.closecall.action.ActionItem;
import org.closecall.action.ActionState;
import org.closecall.web.FormKey;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class TrackersTest {

    private static final String TOKEN = "ghp_NobodyElsesBusiness1234567890";
    private static final String ISSUE = "/api/v3/repos/acme/shop/issues/12";
    private static final WireMockServer THERE = new WireMockServer(wireMockConfig().dynamicPort());

    @Inject
    TrackerPoll poll;

    @Inject
    Seal seal;

    Browser member;
    Browser administrator;
    /** After whatever the test has done until it asks. */
    Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS).plusSeconds(60);

    @BeforeAll
    static void open() {
        THERE.start();
    }

    @AfterAll
    static void close() {
        THERE.stop();
    }

    @BeforeEach
    void promise() {
        THERE.resetAll();
        Fixtures.organisation();
        member = Browser.as("member");
        administrator = Browser.as("administrator");
        member.get("/report");
        member.post("/occurrences", "key", member.key(), "kind", "INCIDENT", "narrative", "Something broke.").then().statusCode(303);
        member.get("/occurrences/1/actions/new");
        member.post("/occurrences/1/actions", "key", member.key(), "title", "Check the chain", "description", "On every host.", "owner", String.valueOf(Fixtures.person("member").id), "dueOn", "", "aim", "DETECT_SOONER", "priority", "MEDIUM")
                .then().statusCode(303);
    }

    @Test
    void whatIsClosedOnGitHubIsProposedAsDone() {
        tracker("GITHUB");
        link("/acme/shop/issues/12");
        answers(ISSUE, okJson(github("open", null, "2026-11-14T10:00:00Z")).withHeader("ETag", "\"one\""));
        assertEquals(1, poll.round(now));
        member.get("/actions/1").then().body(allOf(containsString("acme/shop#12"), containsString("Chain check there"), containsString("open there"), not(containsString("Is this done?"))));
        assertEquals(0, poll.round(later(1)), "not before its turn");

        answers(ISSUE, okJson(github("closed", "completed", "2026-11-14T11:00:00Z")));
        poll.round(later(16));
        THERE.verify(getRequestedFor(urlEqualTo(ISSUE)).withHeader("If-None-Match", equalTo("\"one\"")).withHeader("Authorization", equalTo("Bearer " + TOKEN)));
        member.get("/actions/1").then().body(allOf(containsString("acme/shop#12 was closed as completed"), containsString("by mona"), containsString("Is this done?"),
                containsString("/actions/1?evidence=" + URLEncoder.encode(THERE.baseUrl() + "/acme/shop/issues/12", StandardCharsets.UTF_8) + "#evidence")));
        member.get("/").then().body(containsString("Is it done? Check the chain"));
        assertEquals(ActionState.OPEN, state(), "nothing is done by itself");
        assertTrue(rows("notice").contains("acme/shop#12 was closed as completed by mona: is “Check the chain” done?"));

        member.get("/actions/1");
        member.post("/actions/1/links/proposals/1/dismissal").then().statusCode(303);
        poll.round(later(60 * 25));
        member.get("/actions/1").then().body(allOf(not(containsString("Is this done?")), containsString("said “not yet”")));
        answers(ISSUE, okJson(github("open", null, "2026-11-15T11:00:00Z")));
        poll.round(later(60 * 50));
        answers(ISSUE, okJson(github("closed", "completed", "2026-11-16T11:00:00Z")));
        poll.round(later(60 * 51));
        member.get("/actions/1").then().body(containsString("Is this done?"));
        member.post("/actions/1/completion", "evidence", "the issue").then().statusCode(303);
        answers(ISSUE, okJson(github("open", "reopened", "2026-11-17T11:00:00Z")));
        poll.round(later(60 * 76));
        member.get("/actions/1").then().body(containsString("Opened again there"));
        assertTrue(rows("notice").contains("acme/shop#12 was opened again there"));
        assertEquals(ActionState.DONE, state());
    }

    @Test
    void gitLabAndJiraAreUnderstoodToo() {
        tracker("GITLAB");
        link("/a/b/c/-/merge_requests/3");
        answers("/api/v4/projects/a%2Fb%2Fc/merge_requests/3", okJson("{\"state\":\"merged\",\"title\":\"x\",\"merged_at\":\"2026-11-14T10:00:00.123Z\",\"merge_user\":{\"name\":\"Mona\"},\"updated_at\":\"2026-11-14T10:00:01.000Z\"}"));
        poll.round(now);
        THERE.verify(getRequestedFor(anyUrl()).withHeader("PRIVATE-TOKEN", equalTo(TOKEN)));
        member.get("/actions/1").then().body(allOf(containsString("a/b/c!3 was merged"), containsString("by Mona"), containsString("14 Nov 2026 11:00")));

        administrator.post("/admin/trackers/1/archive").then().statusCode(303);
        tracker("JIRA", "account", "mona@example.org");
        link("/browse/SHOP-7");
        answers("/rest/api/2/issue/SHOP-7?fields=status%2Cresolution%2Csummary%2Cresolutiondate%2Cupdated", okJson("{\"fields\":{\"summary\":\"y\",\"status\":{\"name\":\"Fertig\",\"statusCategory\":{\"key\":\"done\"}},\"resolution\":null,\"resolutiondate\":\"2026-11-14T10:00:00.000+0100\"}}"));
        poll.round(now);
        THERE.verify(getRequestedFor(urlPathEqualTo("/rest/api/2/issue/SHOP-7")).withHeader("Authorization", containing("Basic bW9uYUBleGFtcGxlLm9yZzp")));
        member.get("/actions/1").then().body(allOf(containsString("SHOP-7 was closed as Fertig"), containsString("14 Nov 2026 10:00")));
    }

    @Test
    void aPullRequestThatWasGivenUpProposesNothing() {
        tracker("GITHUB");
        link("/acme/shop/pull/12");
        answers("/api/v3/repos/acme/shop/pulls/12", okJson(github("closed", null, "2026-11-14T10:00:00Z").replace("}", ",\"merged\":false}")));
        poll.round(now);
        member.get("/actions/1").then().body(allOf(containsString("closed there"), not(containsString("Is this done?"))));
    }

    @Test
    void failuresOverThereAreTriedAgainAndThenLeftAlone() {
        tracker("GITHUB");
        link("/acme/shop/issues/12");
        THERE.stubFor(get(ISSUE).inScenario("away").whenScenarioStateIs(Scenario.STARTED).willReturn(aResponse().withStatus(500)).willSetStateTo("once"));
        THERE.stubFor(get(ISSUE).inScenario("away").whenScenarioStateIs("once").willReturn(aResponse().withStatus(502).withBody("<html>")).willSetStateTo("twice"));
        THERE.stubFor(get(ISSUE).inScenario("away").whenScenarioStateIs("twice").willReturn(okJson(github("open", null, "2026-11-14T10:00:00Z"))));
        poll.round(now);
        member.get("/actions/1").then().body(containsString("open there"));
        THERE.verify(3, getRequestedFor(urlEqualTo(ISSUE)));

        THERE.resetAll();
        THERE.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(503)));
        for (var number = 20; number < 29; number++) {
            link("/acme/shop/issues/" + number);
        }
        poll.round(later(20));
        var asked = THERE.findAll(anyRequestedFor(anyUrl())).size();
        assertTrue(asked <= 6, asked + " questions to a tracker that is away");
        assertEquals(0, poll.round(later(21)), "left alone for five minutes");
        administrator.get("/admin/trackers").then().body(containsString("left alone for a few minutes"));
        member.get("/actions/1").then().body(containsString("It answered 503"));
    }

    @Test
    void whatDoesNotAnswerInTimeKeepsNobodyWaiting() {
        tracker("GITHUB");
        link("/acme/shop/issues/12");
        answers(ISSUE, okJson("{}").withFixedDelay(30_000));
        var began = System.nanoTime();
        poll.round(now);
        assertTrue(Duration.ofNanos(System.nanoTime() - began).toMillis() < 25_000);
        member.get("/actions/1").then().body(containsString("It did not answer"));
    }

    @Test
    void refusalsAreSaidInASentence() {
        tracker("GITHUB");
        link("/acme/shop/issues/12");
        says(404, "Not found there", now);
        says(403, "The token may not do this", later(20));
        THERE.stubFor(get(ISSUE).willReturn(aResponse().withStatus(302).withHeader("Location", THERE.baseUrl() + "/elsewhere")));
        poll.round(later(40));
        member.get("/actions/1").then().body(containsString("It has moved"));
        answers(ISSUE, aResponse().withStatus(200).withBody("x".repeat(Answer.MOST_BYTES + 1)));
        poll.round(later(60));
        member.get("/actions/1").then().body(containsString("too long to be read"));
        answers(ISSUE, aResponse().withStatus(429).withHeader("Retry-After", "7200"));
        poll.round(later(80));
        assertEquals(0, poll.round(later(80 + 119)), "as long as it wants");
        says(401, "The token is refused", later(80 + 121));
        assertEquals(7, THERE.findAll(anyRequestedFor(anyUrl())).size() + 1, "what is refused is not tried again");
        THERE.verify(0, getRequestedFor(urlEqualTo("/elsewhere")));
    }

    @Test
    void noOtherHostIsEverAsked() {
        tracker("GITHUB");
        link(THERE.baseUrl().replace("localhost", "127.0.0.1") + "/acme/shop/issues/12");
        link("https://github.com/acme/shop/issues/12");
        link("https://example.org/runbook");
        assertEquals(0, poll.round(now));
        member.get("/actions/1").then().body(allOf(containsString("GitHub issue"), containsString("example.org")));
        assertTrue(THERE.findAll(anyRequestedFor(anyUrl())).isEmpty());
        administrator.get("/admin/trackers/1");
        administrator.post("/admin/trackers/1", "version", version(), "kind", "GITHUB", "name", "GitHub", "base", "https://evil.example", "token", "").then().statusCode(422).body(containsString("give the token again"));
    }

    @Test
    void webhooksAreBelievedWithTheSecretAndOnce() {
        tracker("GITHUB");
        link("/acme/shop/issues/12");
        var hook = hook(1);
        var secret = secret(1);
        var closed = "{\"action\":\"closed\",\"issue\":" + github("closed", "completed", "2026-11-14T11:00:00Z") + ",\"repository\":{\"full_name\":\"Acme/Shop\"},\"sender\":{\"login\":\"lisa\"}}";
        assertEquals(401, send(hook, closed, null).statusCode());
        assertEquals(401, send(hook, closed, "sha256=" + "0".repeat(64)).statusCode());
        assertEquals(401, send(hook, closed.replace("12", "13"), sign(secret, closed)).statusCode());
        assertEquals("", send(hook.replaceAll("[0-9]", "0"), closed, sign(secret, closed)).then().statusCode(404).extract().asString());
        assertEquals(413, send(hook, "x".repeat((1 << 20) + 1), "sha256=0").statusCode());
        assertEquals(0, count("done_proposal"));
        for (var time = 0; time < 2; time++) {
            assertEquals(204, send(hook, closed, sign(secret, closed)).statusCode());
        }
        member.get("/actions/1").then().body(allOf(containsString("Is this done?"), containsString("by lisa")));
        var reopened = closed.replace("\"action\":\"closed\"", "\"action\":\"reopened\"").replace("\"state\":\"closed\"", "\"state\":\"open\"").replace("11:00:00Z", "12:00:00Z");
        assertEquals(204, send(hook, reopened, sign(secret, reopened)).statusCode());
        assertEquals(204, send(hook, closed, sign(secret, closed)).statusCode());
        member.get("/actions/1").then().body(allOf(containsString("open there"), not(containsString("Is this done?"))));
        for (var other : new String[] {"{\"zen\":\"x\"}", "[]", "not json", closed.replace("\"action\":\"closed\"", "\"action\":\"labeled\"").replace("11:00", "13:00")}) {
            assertEquals(204, send(hook, other, sign(secret, other)).statusCode());
        }
        assertEquals(1, count("done_proposal"));
        administrator.post("/admin/trackers/1/secrets").then().statusCode(303);
        assertEquals(401, send(hook, "{}", sign(secret, "{}")).statusCode());
    }

    @Test
    void gitLabAndJiraSendWebhooksToo() {
        tracker("GITLAB");
        link("/a/b/-/issues/3");
        var secret = secret(1);
        var closed = "{\"object_kind\":\"issue\",\"user\":{\"name\":\"Lisa\"},\"project\":{\"path_with_namespace\":\"a/b\"},\"object_attributes\":{\"iid\":3,\"action\":\"close\",\"state\":\"closed\",\"closed_at\":\"2026-11-14 10:00:00 UTC\"}}";
        assertEquals(401, send(hook(1), closed, sign(secret, closed)).statusCode());
        RestAssured.given().contentType("application/json").header("X-Gitlab-Token", secret).body(closed).post(hook(1)).then().statusCode(204);
        member.get("/actions/1").then().body(allOf(containsString("a/b#3 was closed"), containsString("14 Nov 2026 11:00"), containsString("by Lisa")));

        administrator.post("/admin/trackers/1/archive").then().statusCode(303);
        assertEquals(404, send(hook(1), closed, null).statusCode());
        tracker("JIRA");
        link("/browse/SHOP-7");
        var done = "{\"webhookEvent\":\"jira:issue_updated\",\"user\":{\"displayName\":\"Lisa\"},\"issue\":{\"key\":\"SHOP-7\",\"fields\":{\"status\":{\"name\":\"Done\",\"statusCategory\":{\"key\":\"done\"}}}}}";
        assertEquals(401, send(hook(2), done, null).statusCode());
        assertEquals(401, send(hook(2) + "?secret=" + secret, done, null).statusCode());
        assertEquals(204, send(hook(2) + "?secret=" + secret(2), done, null).statusCode());
        member.get("/actions/1").then().body(containsString("SHOP-7 was closed as Done"));
        RestAssured.given().contentType("application/json").header("X-Hub-Signature", sign(secret(2), "{}")).body("{}").post(hook(2)).then().statusCode(204);
    }

    @Test
    void anIssueIsCreatedOnceWithTheWayBack() {
        tracker("GITHUB", "project", "acme/shop");
        THERE.stubFor(post("/api/v3/repos/acme/shop/issues").willReturn(okJson("{\"number\":44,\"html_url\":\"https://evil.example/x\"}").withStatus(201)));
        member.get("/actions/1/issues/new").then().body(allOf(containsString("value=\"Check the chain\""), containsString("On every host."), containsString("Aim: Detect sooner"), containsString("value=\"acme/shop\"")));
        var key = member.key();
        for (var time = 0; time < 2; time++) {
            member.post("/actions/1/issues", "key", key, "tracker", "1", "project", "", "title", "Check the chain", "body", "On every host.").then().statusCode(303);
        }
        THERE.verify(1, postRequestedFor(anyUrl()).withRequestBody(containing("On every host.\\n\\nFrom Closecall: http://localhost:" + RestAssured.port + "/actions/1 (closecall-")));
        member.get("/actions/1").then().body(allOf(containsString("href=\"" + THERE.baseUrl() + "/acme/shop/issues/44\""), containsString("acme/shop#44"), not(containsString("evil.example"))));
        THERE.stubFor(post("/api/v3/repos/acme/shop/issues").willReturn(aResponse().withStatus(422).withBody("{\"message\":\"Validation Failed\"}")));
        create("T <b>").then().statusCode(422).body(allOf(containsString("refused as it stands: Validation Failed"), containsString("value=\"T &lt;b&gt;\"")));
    }

    @Test
    void anAnswerThatIsLostMakesNoSecondIssue() {
        tracker("GITHUB", "project", "acme/shop");
        THERE.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(502)));
        create("Check").then().statusCode(303);
        THERE.verify(1, postRequestedFor(anyUrl()));
        member.get("/actions/1").then().body(containsString("no answer came"));
        create("Check").then().statusCode(422).body(containsString("look for it first"));
        THERE.verify(1, postRequestedFor(anyUrl()));
        answers("/api/v3/repos/acme/shop/issues?state=all&per_page=50", okJson("[{\"number\":45,\"body\":null},{\"number\":44,\"body\":\"Check\\n(" + first(IssueRequest.class, "reference") + ")\"}]"));
        member.get("/actions/1");
        for (var time = 0; time < 2; time++) {
            member.post("/actions/1/issues/1/search").then().statusCode(303);
        }
        member.get("/actions/1").then().body(allOf(containsString("acme/shop#44"), not(containsString("no answer came"))));
        assertEquals(1, count("action_link"));
    }

    @Test
    void theTokenIsNeitherShownNorLoggedNorKeptInTheOpen() {
        var log = new StringBuffer();
        var listener = new Listener(log);
        Logger.getLogger("").addHandler(listener);
        try {
            tracker("GITHUB");
            answers("/api/v3/user", okJson("{\"login\":\"mona\"}"));
            administrator.post("/admin/trackers/1/tries").then().statusCode(303);
            var page = administrator.get("/admin/trackers/1").then().body(containsString("as mona")).extract().asString();
            THERE.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(401).withBody("{\"message\":\"Bad " + TOKEN + "\"}")));
            administrator.post("/admin/trackers/1/tries");
            page += administrator.get("/admin/trackers/1").then().body(containsString("The token is refused")).extract().asString();
            page += administrator.post("/admin/trackers", "kind", "GITHUB", "name", "", "base", "https://x.org", "token", TOKEN).then().statusCode(422).extract().asString();
            assertFalse(page.contains(TOKEN));
        } finally {
            Logger.getLogger("").removeHandler(listener);
        }
        assertFalse(log.toString().contains(TOKEN));
        for (var table : new String[] {"tracker", "change", "form_key"}) {
            assertFalse(rows(table).contains(TOKEN), table);
        }
    }

    @Test
    void linksAreAddedOnceRemovedAndBroughtBack() {
        member.get("/actions/1");
        var key = member.key();
        for (var time = 0; time < 2; time++) {
            member.post("/actions/1/links", "key", key, "url", "https://example.org/a").then().statusCode(303);
        }
        assertEquals(1, count("action_link"));
        member.post("/actions/1/links", "key", FormKey.fresh(), "url", "https://example.org/a").then().statusCode(422).body(containsString("linked already"));
        member.post("/actions/1/links", "key", FormKey.fresh(), "url", "javascript:alert(1)", "title", "T <b>").then().statusCode(422).body(allOf(containsString("begins with http"), containsString("T &lt;b&gt;")));
        member.get("/actions/1");
        member.post("/actions/1/links/1/removal").then().statusCode(303);
        member.get("/actions/1").then().body(allOf(containsString("removed the link to example.org"), not(containsString("list__title file__name\" href=\"https://example.org/a"))));
        member.post("/actions/1/links/1/restoring").then().statusCode(303);
        member.get("/actions/1").then().body(containsString("list__title file__name\" href=\"https://example.org/a"));
        var one = Statements.during(() -> member.get("/actions/1"));
        for (var number = 0; number < 6; number++) {
            link("https://example.org/" + number);
        }
        assertEquals(one, Statements.during(() -> member.get("/actions/1")), "no statement a link");
    }

    private void tracker(String kind, String... more) {
        var fields = new ArrayList<>(List.of("key", FormKey.fresh(), "kind", kind, "name", kind, "base", THERE.baseUrl() + "/", "token", TOKEN, "polling", "true"));
        fields.addAll(List.of(more));
        administrator.post("/admin/trackers", fields.toArray(String[]::new)).then().statusCode(303);
    }

    private void link(String path) {
        member.post("/actions/1/links", "key", FormKey.fresh(), "url", path.startsWith("http") ? path : THERE.baseUrl() + path).then().statusCode(303);
    }

    private Response create(String title) {
        return member.post("/actions/1/issues", "key", FormKey.fresh(), "tracker", "1", "project", "", "title", title, "body", "");
    }

    private void answers(String path, ResponseDefinitionBuilder answer) {
        THERE.stubFor(get(path).willReturn(answer));
    }

    private void says(int status, String sentence, Instant when) {
        answers(ISSUE, aResponse().withStatus(status).withBody("{\"message\":\"no\"}"));
        poll.round(when);
        member.get("/actions/1").then().body(containsString(sentence));
    }

    private Instant later(int minutes) {
        return now.plus(Duration.ofMinutes(minutes));
    }

    private static String hook(long tracker) {
        return "/hooks/" + QuarkusTransaction.requiringNew().call(() -> Tracker.found(tracker).hook);
    }

    private String secret(long tracker) {
        return QuarkusTransaction.requiringNew().call(() -> Tracker.found(tracker).secret(seal));
    }

    private static Response send(String hook, String body, String signature) {
        var request = RestAssured.given().contentType("application/json").body(body);
        return (signature == null ? request : request.header("X-Hub-Signature-256", signature)).post(hook);
    }

    private static String sign(String secret, String body) {
        return "sha256=" + HexFormat.of().formatHex(Seal.hmac(secret, body.getBytes(StandardCharsets.UTF_8)));
    }

    private static String github(String state, String reason, String updated) {
        return "{\"number\":12,\"title\":\"Chain check there\",\"state\":\"" + state + "\",\"state_reason\":" + (reason == null ? null : "\"" + reason + "\"")
                + ",\"closed_at\":" + (state.equals("closed") ? "\"" + updated + "\"" : null) + ",\"closed_by\":{\"login\":\"mona\"},\"updated_at\":\"" + updated + "\"}";
    }

    private String version() {
        return administrator.field("version");
    }

    private static ActionState state() {
        return QuarkusTransaction.requiringNew().call(() -> ActionItem.<ActionItem>findById(1L).state);
    }

    private static Object first(Class<?> entity, String field) {
        return QuarkusTransaction.requiringNew().call(() -> entities().createQuery("select e." + field + " from " + entity.getSimpleName() + " e order by e.id", Object.class).setMaxResults(1).getSingleResult());
    }

    private static long count(String table) {
        return QuarkusTransaction.requiringNew().call(() -> ((Number) entities().createNativeQuery("select count(*) from " + table).getSingleResult()).longValue());
    }

    private static String rows(String table) {
        return QuarkusTransaction.requiringNew().call(() -> String.valueOf(entities().createNativeQuery("select coalesce(string_agg(cast(t as text), '|'), '') from " + table + " t").getSingleResult()));
    }

    private static EntityManager entities() {
        return Arc.container().instance(EntityManager.class).get();
    }

    /** Keeps all that is logged. */
    private static final class Listener extends Handler {

        private final StringBuffer log;

        Listener(StringBuffer log) {
            this.log = log;
        }

        @Override
        public void publish(LogRecord line) {
            log.append(line.getMessage()).append(line.getThrown());
        }

        @Override
        public void flush() {
            // nothing waits
        }

        @Override
        public void close() {
            // nothing is open
        }
    }
}
