package org.closecall.occurrence;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import org.closecall.Browser;
import org.closecall.Fixtures;
import org.closecall.Statements;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class StatusNotesTest {

    private static final String UPDATES = "/occurrences/1/updates";

    Browser member;

    @BeforeEach
    void file() {
        Fixtures.organisation();
        member = Browser.as("member");
        file("Something broke.");
    }

    @Test
    void postsAnUpdateOnceForTheRecordAndTheDesk() {
        post("We look at it <b>now</b>.");
        member.get(UPDATES);
        var key = member.key();
        member.post(UPDATES, "key", key, "note", "Half of it works again.").then().statusCode(303);
        member.post(UPDATES, "key", key, "note", "Half of it works again.").then().statusCode(303);
        assertEquals(2, StatusNote.count());
        var page = member.get("/occurrences/1").body().asString();
        assertTrue(page.indexOf("Half of it works") < page.indexOf("We look at it &lt;b&gt;now") && page.contains("1 earlier"), page);
        member.get("/").then().body(allOf(containsString("Mia Member:</span> Half of it works again."), not(containsString("We look at it"))));
        member.get("/occurrences/1/history").then().body(containsString("posted an update"));
        Browser.as("viewer").get(UPDATES).then().statusCode(200).body(allOf(containsString("2 updates"), not(containsString("Post update"))));
    }

    @Test
    void refusesNothingAndTooMuch() {
        member.post(UPDATES, "note", " ").then().statusCode(422).body(containsString("What should others know?"));
        member.post(UPDATES, "note", "x".repeat(1001)).then().statusCode(422).body(allOf(containsString("At most 1,000 characters"), containsString("x".repeat(1001))));
        member.get("/occurrences/77/updates").then().statusCode(404);
        member.post("/occurrences/77/updates", "note", "x").then().statusCode(404);
        Browser.as("viewer").post(UPDATES, "note", "x").then().statusCode(403);
    }

    @Test
    void theDeskCostsTheSameWithMany() {
        member.get("/");
        post("One");
        var one = Statements.during(() -> member.get("/").then().statusCode(200));
        for (var i = 2; i < 5; i++) {
            file("Another " + i);
            member.post("/occurrences/" + i + "/updates", "note", "Note " + i).then().statusCode(303);
        }
        assertEquals(one, Statements.during(() -> member.get("/").then().body(containsString("Note 4"))));
        var few = Statements.during(() -> member.get("/occurrences/2").then().statusCode(200));
        for (var i = 0; i < 20; i++) {
            post("Again " + i);
        }
        assertEquals(few, Statements.during(() -> member.get("/occurrences/1").then().body(containsString("20 earlier"))));
    }

    private void post(String note) {
        member.post(UPDATES, "note", note).then().statusCode(303);
    }

    private void file(String narrative) {
        member.get("/report");
        member.post("/occurrences", "key", member.key(), "kind", "INCIDENT", "narrative", narrative, "over", "NO").then().statusCode(303);
    }
}
