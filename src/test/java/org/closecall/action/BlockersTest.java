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
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.closecall.AtOnce;
import org.closecall.Browser;
import org.closecall.Fixtures;
import org.closecall.people.Person;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class BlockersTest {

    Browser member;

    @BeforeEach
    void promises() {
        Fixtures.organisation();
        member = Browser.as("member");
    }

    @Test
    void areChosenByNumberAddressOrTitleAndShownFromBothSides() {
        Promise.of(12);
        member.get("/actions/1");
        blocks(1, "2").then().statusCode(303).header("Location", endsWith("/actions/1#blockers"));
        blocks(1, "2").then().statusCode(303);
        blocks(1, "https://elsewhere.example/actions/3?x=1#next").then().statusCode(303);
        blocks(1, "promise 4").then().statusCode(303);
        blocks(1, "Promise 1").then().statusCode(422).body(allOf(containsString("Several are meant"), containsString("12 Promise 12"), containsString("value=\"Promise 1\"")));
        blocks(1, "nothing such").then().statusCode(422).body(containsString("No other action is meant by that"));
        blocks(1, "1").then().statusCode(422);
        blocks(1, " ").then().statusCode(422);
        member.get("/actions/1").then().body(allOf(containsString("blocked by 3"), containsString("3 unfinished"), containsString(">Promise 3</a>")));
        member.get("/actions/3").then().body(allOf(containsString("What waits for this one"), containsString(">Promise 1</a>"), not(containsString("blocked by 1"))));
        blocks(3, "1").then().statusCode(422).body(containsString("already waits for this one"));
        member.post("/actions/3/removal");
        member.post("/actions/2/completion", "evidence", "Seen");
        member.get("/actions/1").then().body(allOf(containsString("blocked by 1"), not(containsString(">Promise 3</a>"))));
        member.get("/actions").then().body(containsString("href=\"/actions/1#blockers\">blocked by 1</a>"));
        member.get("/actions?view=board").then().body(containsString("blocked by 1</a>"));
        member.get("/actions/1").then().body(containsString("blocked by 1 unfinished action</a>. Done all the same?"));
        member.post("/actions/1/completion", "evidence", "Seen").then().statusCode(303);
        member.get("/actions/1").then().body(containsString("One action it waited for is not finished."));
        member.post("/actions/1/reopening", "reason", "Not yet").then().statusCode(303);
        assertEquals(Map.of(1L, 1L), QuarkusTransaction.requiringNew().call(() -> Blocker.unfinished(ActionItem.listAll())));
        for (var i = 0; i < 2; i++) {
            member.post("/actions/1/blockers/4/removal").then().statusCode(303);
        }
        member.get("/actions/1").then().body(allOf(not(containsString("blocked by 1")), containsString("took away what blocks it")));
        Browser.as("viewer").post("/actions/1/blockers", "blocker", "5").then().statusCode(403);
        member.post("/actions/99/blockers", "blocker", "5").then().statusCode(404);
        member.get("/actions/1/blockers").then().statusCode(405);
    }

    /** Whatever is asked for in whatever order, what stands has no circle; refused is exactly what would have made one. */
    @Test
    void neverWaitInACircle() {
        var many = 7;
        Promise.of(many);
        for (var seed = 1; seed <= 5; seed++) {
            var random = new Random(seed);
            var edges = new HashSet<List<Integer>>();
            QuarkusTransaction.requiringNew().run(() -> Blocker.deleteAll());
            for (var step = 0; step < 25; step++) {
                var from = 1 + random.nextInt(many);
                var to = 1 + random.nextInt(many);
                var allowed = from != to && !reach(edges, to).contains(from);
                assertEquals(allowed ? 303 : 422, blocks(from, String.valueOf(to)).statusCode(), "seed " + seed + ", step " + step + ": " + from + " waits for " + to);
                if (allowed) {
                    edges.add(List.of(from, to));
                }
            }
            assertEquals(edges.size(), QuarkusTransaction.requiringNew().call(() -> Blocker.count()), "seed " + seed);
        }
    }

    @Test
    void ofTwoAtOnceThatWouldCloseACircleOneIsRefused() {
        Promise.of(2);
        var other = Browser.as("other");
        member.get("/actions/1");
        other.get("/actions/2");
        assertEquals(List.of(303, 422), AtOnce.sorted(() -> member.post("/actions/1/blockers", "blocker", "2").statusCode(), () -> other.post("/actions/2/blockers", "blocker", "1").statusCode()));
    }

    @Test
    void whoWaitsIsToldWhenTheLastOfThemIsDone() {
        Promise.of(4);
        QuarkusTransaction.requiringNew().run(() -> ActionItem.<ActionItem>findById(1L).owner = Person.withEmail("other@example.org"));
        blocks(1, "2");
        blocks(1, "3");
        member.post("/actions/2/completion", "evidence", "Seen");
        assertTrue(freed().isEmpty());
        member.post("/actions/3/dropping", "dropReason", "Not needed");
        member.post("/actions/3/dropping", "dropReason", "Not needed");
        assertEquals(List.of("Nothing blocks “Promise 1” any more: “Promise 3” is dropped"), freed());
    }

    private static List<String> freed() {
        return Promise.told("other").stream().filter(text -> text.startsWith("Nothing blocks")).toList();
    }

    private Response blocks(int action, String by) {
        return member.post("/actions/" + action + "/blockers", "blocker", by);
    }

    private static Set<Integer> reach(Set<List<Integer>> edges, int from) {
        var reached = new HashSet<Integer>();
        var open = new ArrayList<>(List.of(from));
        while (!open.isEmpty()) {
            var next = open.remove(open.size() - 1);
            if (reached.add(next)) {
                edges.stream().filter(edge -> edge.get(0).equals(next)).forEach(edge -> open.add(edge.get(1)));
            }
        }
        return reached;
    }
}
