package org.closecall.action;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.closecall.AtOnce;
import org.closecall.Browser;
import org.closecall.Fixtures;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ChecklistItemsTest {

    private static final String LIST = "/actions/1/checklist";

    Browser member;

    @BeforeEach
    void promise() {
        Fixtures.organisation();
        member = Browser.as("member");
        Promise.of(1);
    }

    @Test
    void areAddedTickedMovedChangedAndRemoved() {
        add("- [ ] First\r\n\r\n* Second\r\n  Third <b>").then().statusCode(303).header("Location", endsWith("/actions/1#checklist"));
        assertEquals(List.of("First", "Second", "Third <b>"), texts());
        for (var i = 0; i < 2; i++) {
            member.post(LIST + "/2/tick", "done", "true").then().statusCode(303);
        }
        member.get("/actions/1").then().body(allOf(containsString("1 of 3"), containsString("Third &lt;b&gt;"), containsString("ticked a step of it")));
        assertEquals(Map.of(1L, new ChecklistItem.Ticked(1, 3)), QuarkusTransaction.requiringNew().call(() -> ChecklistItem.ticked(ActionItem.listAll())));
        member.get("/actions").then().body(containsString("1 of 3 steps"));
        member.post(LIST + "/3/place", "to", "up");
        member.post(LIST + "/3/place", "to", "up");
        member.post(LIST + "/3/place", "to", "up");
        assertEquals(List.of("Third <b>", "First", "Second"), texts());
        member.post(LIST + "/1/place", "to", "down");
        member.post(LIST + "/1", "line", " First  of all ", "was", "First");
        member.post(LIST + "/3/removal").then().statusCode(303);
        assertEquals(List.of("Second", "First of all"), texts());
        member.post(LIST + "/2/tick", "done", "false");
        member.get("/actions/1").then().body(allOf(containsString("0 of 2"), containsString("removed a step from it"), containsString("unticked a step of it"), containsString("moved a step of it")));
        assertEquals(8, Promise.changes(1));
    }

    @Test
    void whatIsSentTwiceIsAddedOnce() {
        member.get("/actions/1");
        var key = key();
        var other = Browser.as("member");
        AtOnce.sorted(() -> member.post(LIST, "key", key, "lines", "Once").statusCode(), () -> other.post(LIST, "key", key, "lines", "Once").statusCode());
        assertEquals(List.of("Once"), texts());
    }

    @Test
    void refusesAndKeepsTheText() {
        add(" \n ").then().statusCode(422).body(containsString("Write at least one step"));
        add("fine\n" + "y".repeat(301)).then().statusCode(422).body(allOf(containsString("At most 300 characters a line"), containsString("fine\n")));
        add("x\n".repeat(101)).then().statusCode(422).body(containsString("At most 100 steps"));
        add("One");
        member.post(LIST + "/1", "line", " ", "was", "One").then().statusCode(422).body(containsString("What is the step?"));
        Browser.as("other").post(LIST + "/1", "line", "Changed by another", "was", "One").then().statusCode(303);
        member.post(LIST + "/1", "line", "Mine", "was", "One").then().statusCode(409).body(allOf(containsString("It says now: Changed by another"), containsString("value=\"Mine\""), containsString("name=\"was\" value=\"Changed by another\"")));
        assertEquals(List.of("Changed by another"), texts());
    }

    @Test
    void isForMembersAndForWhatIsThere() {
        add("One");
        var viewer = Browser.as("viewer");
        viewer.get("/actions/1").then().body(allOf(containsString("One"), not(containsString("/checklist"))));
        for (var path : List.of("", "/1", "/1/tick", "/1/place", "/1/removal")) {
            viewer.post(LIST + path, "lines", "x", "line", "x").then().statusCode(403);
            member.post("/actions/77/checklist" + path, "lines", "x", "line", "x").then().statusCode(404);
        }
        member.post("/actions/1/removal");
        add("Two").then().statusCode(404);
        assertEquals(List.of("One"), texts());
    }

    private Response add(String lines) {
        member.get("/actions/1");
        return member.post(LIST, "key", member.page().contains("/actions/1/checklist\"") ? key() : "", "lines", lines);
    }

    private String key() {
        return Promise.key(member, LIST);
    }

    private static List<String> texts() {
        return QuarkusTransaction.requiringNew().call(() -> ChecklistItem.of(ActionItem.<ActionItem>findById(1L)).stream().map(item -> item.text).toList());
    }
}
