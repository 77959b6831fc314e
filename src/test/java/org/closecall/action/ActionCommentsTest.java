package org.closecall.action;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.List;
import org.closecall.Browser;
import org.closecall.Fixtures;
import org.closecall.Statements;
import org.closecall.people.Person;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ActionCommentsTest {

    private static final String COMMENTS = "/actions/1/comments";

    Browser member;
    Browser other;

    @BeforeEach
    void promise() {
        Fixtures.organisation();
        member = Browser.as("member");
        other = Browser.as("other");
        Promise.of(1);
    }

    @Test
    void tellThoseWhoAreNamedAndThoseWhoFollow() {
        comment(other, "Ask @ada administrator, `@Mia Member` or other@example.org. @administrator!").then().statusCode(303).header("Location", endsWith("/actions/1#comment-1"));
        assertEquals(List.of("Otto Other points you to a comment on “Promise 1”"), Promise.told("administrator"));
        assertEquals(List.of("Otto Other commented on “Promise 1”"), Promise.told("member"));
        assertEquals(List.of(), Promise.told("other"));
        member.get("/actions/1").then().body(allOf(containsString("<strong>&#64;ada administrator</strong>"), containsString("<code>&#64;Mia Member</code>"), containsString("<strong>&#64;administrator</strong>!"),
                containsString("told Ada Administrator"), containsString("commented on it"), containsString("Mia Member, Otto Other")));
        comment(member, "Thanks", "told", id("administrator"));
        assertEquals(2, Promise.told("administrator").size());
        assertEquals(List.of("Mia Member commented on “Promise 1”"), Promise.told("other"));
    }

    @Test
    void areChangedByWhoWroteThemAndKeepWhatTheySaid() {
        comment(other, "First words");
        member.get(COMMENTS + "/1/edit").then().statusCode(404);
        member.post(COMMENTS + "/1", "comment", "Not mine", "version", "0").then().statusCode(404);
        other.get(COMMENTS + "/1/edit").then().statusCode(200).body(containsString("First words</textarea>"));
        other.post(COMMENTS + "/1", "comment", "Better words, @Mia Member", "version", "0").then().statusCode(303).header("Location", endsWith("/actions/1#comment-1"));
        assertEquals(List.of("Otto Other commented on “Promise 1”", "Otto Other points you to a comment on “Promise 1”"), Promise.told("member"));
        other.post(COMMENTS + "/1", "comment", "From the other window", "version", "0").then().statusCode(409).body(allOf(containsString("What stands there now"), containsString("Better words"), containsString("From the other window</textarea>"), containsString("value=\"1\"")));
        other.post(COMMENTS + "/1", "comment", " ", "version", "1").then().statusCode(422);
        member.get("/actions/1/history").then().body(allOf(containsString("edited a comment on it"), containsString("First words"), containsString("Better words")));
    }

    @Test
    void leaveATraceWhenTheyAreTakenBack() {
        comment(other, "A secret");
        member.post(COMMENTS + "/1/removal").then().statusCode(404);
        for (var i = 0; i < 2; i++) {
            Browser.as("administrator").post(COMMENTS + "/1/removal").then().statusCode(303);
        }
        member.get("/actions/1").then().body(allOf(containsString("Ada Administrator removed it"), not(containsString("<p>A secret</p>"))));
        other.get(COMMENTS + "/1/edit").then().statusCode(404);
        assertEquals(2, Promise.changes(1));
    }

    @Test
    void sentTwiceItStandsOnceAndNothingRefusedIsLost() {
        other.get("/actions/1");
        var key = Promise.key(other, COMMENTS);
        for (var i = 0; i < 2; i++) {
            other.post(COMMENTS, "key", key, "comment", "Once").then().statusCode(303).header("Location", endsWith("#comment-1"));
        }
        other.post(COMMENTS, "key", key, "comment", "Something else").then().statusCode(409).body(containsString("Something else</textarea>"));
        assertEquals(1, QuarkusTransaction.requiringNew().call(() -> ActionComment.count()));
        comment(other, "y".repeat(5_001), "told", id("administrator")).then().statusCode(422).body(allOf(containsString("At most 5,000 characters"), containsString("value=\"" + id("administrator") + "\" checked")));
        Browser.as("viewer").post(COMMENTS, "comment", "x").then().statusCode(403);
        other.post("/actions/99/comments", "comment", "x").then().statusCode(404);
        other.post(COMMENTS + "/99", "comment", "x").then().statusCode(404);
        other.post(COMMENTS + "/99/removal").then().statusCode(404);
        other.forge(COMMENTS, "comment", "x").then().statusCode(400);
    }

    @Test
    void whoFollowsHearsOfEveryStepUntilTheyStop() {
        var administrator = Browser.as("administrator");
        administrator.get("/actions/1").then().body(containsString("Follow</button>"));
        administrator.post("/actions/1/watching", "on", "true").then().statusCode(303);
        administrator.get("/actions/1").then().body(allOf(containsString("Stop following"), containsString("Ada Administrator, Mia Member")));
        other.post("/actions/1/start");
        other.post("/actions/1/completion", "evidence", "Seen");
        assertEquals(List.of("Otto Other started “Promise 1”", "Otto Other completed “Promise 1”"), Promise.told("administrator"));
        assertEquals(Promise.told("administrator"), Promise.told("member"));
        assertEquals(List.of(), Promise.told("other"));
        member.post("/actions/1/watching", "on", "false");
        comment(member, "I still do not want to be told");
        other.post("/actions/1/reopening", "reason", "It came back");
        assertEquals(1, Promise.told("member").stream().filter(text -> text.contains("reopened")).count(), "its owner hears of a check, once");
        comment(other, "x");
        assertTrue(Promise.told("member").stream().noneMatch(text -> text.contains("commented")));
        Browser.as("viewer").post("/actions/1/watching", "on", "true").then().statusCode(403);
    }

    /** Everything around an action once, and then fifty times. */
    @Test
    void itsPageAsksAsManyStatementsForFiftyAsForOne() {
        Promise.of(60);
        QuarkusTransaction.requiringNew().run(() -> around(0, 1));
        for (var path : List.of("/actions/1", "/actions/1/history", COMMENTS)) {
            member.get(path);
        }
        var one = Statements.during(() -> member.get("/actions/1").then().statusCode(200));
        QuarkusTransaction.requiringNew().run(() -> around(1, 51));
        var many = Statements.during(() -> member.get("/actions/1").then().statusCode(200));
        assertEquals(one, many);
        assertTrue(many <= 26, many + " statements");
        var page = member.get("/actions/1").then().body(allOf(containsString("Earlier comments"), containsString("All of its history"), not(containsString("Word 0<")))).extract().asString();
        var before = page.replaceFirst("(?s).*?" + COMMENTS + "\\?before=(\\d+).*", "$1");
        member.get(COMMENTS + "?before=" + before).then().body(allOf(containsString("Word 0<"), not(containsString("Word 1<"))));
        var all = member.get("/actions/1/history").body().asString();
        assertEquals(100, all.split("commented on it|added a step to it|said what blocks it|judged it", -1).length - 1);
        member.get("/actions/1/history?before=" + all.replaceFirst("(?s).*/history\\?before=(\\d+).*", "$1")).then().body(containsString("added it"));
    }

    private static void around(int from, int to) {
        var action = ActionItem.<ActionItem>findById(1L);
        var by = Person.<Person>listAll().get(2);
        for (var i = from; i < to; i++) {
            ActionComment.write(action, "Word " + i, List.of(Person.withEmail("administrator@example.org")), by, Instant.now());
            ChecklistItem.add(action, List.of("Step " + i), by, Instant.now());
            Blocker.add(action, ActionItem.findById(2L + i), by, Instant.now());
        }
    }

    private static Response comment(Browser by, String text, String... more) {
        by.get("/actions/1");
        var fields = new String[more.length + 4];
        System.arraycopy(new String[] {"key", Promise.key(by, COMMENTS), "comment", text}, 0, fields, 0, 4);
        System.arraycopy(more, 0, fields, 4, more.length);
        return by.post(COMMENTS, fields);
    }

    private static String id(String who) {
        return String.valueOf(Fixtures.person(who).id);
    }
}
