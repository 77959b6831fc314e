package org.closecall.defence;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.closecall.Browser;
import org.closecall.Fixtures;
import org.closecall.Statements;
import org.closecall.action.ActionItem;
import org.closecall.catalog.Control;
import org.closecall.occurrence.Occurrence;
import org.closecall.occurrence.StoppedBy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DefencesTest {

    private static final String CONTROLS = "/occurrences/1/controls";

    Browser member;

    @BeforeEach
    void file() {
        Fixtures.organisation();
        member = Browser.as("member");
        report("INCIDENT");
    }

    @AfterEach
    void leaveTheSixteen() {
        QuarkusTransaction.requiringNew().run(() -> Control.update("archivedAt = null"));
    }

    @Test
    void invitesMembersUntilSomethingIsSaid() {
        member.get("/occurrences/1").then().body(allOf(containsString("Say what held"), not(containsString("defence__svg"))));
        Browser.as("viewer").get("/occurrences/1").then().body(not(containsString("Defence picture")));
    }

    @Test
    void keepsWhatIsSaidWithItsHistory() {
        save("stopped", "15", "state.1", "FAILED", "note.1", " Two  files were left out ", "state.5", "ABSENT", "state.15", "NONE").then().statusCode(303).header("Location", endsWith("/occurrences/1#defence"));
        member.get("/occurrences/1").then().body(allOf(containsString("The fault passed through code review and the missing integration tests"),
                containsString("it was stopped by SLO tracking in the detection layer"), containsString("Two files were left out"), containsString("actions/new?control=5"), containsString("Stopped by")));
        member.get("/occurrences/1/history").then().body(allOf(containsString("recorded what held and what failed"), containsString("Development: Code review"), containsString("failed: Two files were left out"), containsString("A safeguard held")));
        save("stopped", "CHANCE", "state.1", "NONE").then().statusCode(303);
        assertEquals(List.of("absent", "held"), states());
        member.get("/occurrences/1/history").then().body(containsString("failed: Two files were left out"));
        assertEquals(StoppedBy.CHANCE, occurrence().stoppedBy);
        Browser.as("viewer").get("/occurrences/1").then().body(allOf(containsString("defence__svg"), not(containsString("Make it an action"))));
    }

    @Test
    void savingWhatIsThereChangesNothing() {
        save("stopped", "", "state.1", "HELD").then().statusCode(303);
        var version = occurrence().version;
        save("stopped", "", "state.1", "HELD").then().statusCode(303);
        assertEquals(version, occurrence().version);
    }

    @Test
    void keepsWhatWasChosenInARefusedForm() {
        save("stopped", "1", "state.1", "FAILED", "note.1", "Half <b>typed", "state.2", "HELD").then().statusCode(422)
                .body(allOf(containsString("Code review cannot have stopped it"), containsString("value=\"Half &lt;b&gt;typed\""), containsString("name=\"state.2\" value=\"HELD\" checked")));
        save("stopped", "", "state.1", "HELD", "note.1", "x".repeat(501)).then().statusCode(422).body(containsString("At most 500 characters"));
        save("stopped", "999").then().statusCode(422).body(containsString("Choose one of the list"));
        assertEquals(List.of(), states());
    }

    @Test
    void twoPeopleKeepWhatBothSaid() {
        save("stopped", "", "state.1", "HELD").then().statusCode(303);
        Browser.as("other").post(CONTROLS, "stopped", "PERSON", "was.stopped", "", "state.2", "ABSENT", "was.2", "").then().statusCode(303);
        member.post(CONTROLS, "stopped", "", "was.stopped", "", "state.1", "FAILED", "was.1", "held", "state.2", "NONE", "was.2", "").then().statusCode(409)
                .body(allOf(containsString("Otto Other saved this before you"), containsString("name=\"state.1\" value=\"FAILED\" checked"), containsString("name=\"state.2\" value=\"ABSENT\" checked"), containsString("value=\"PERSON\" selected")));
        assertEquals(List.of("held", "absent"), states());
    }

    @Test
    void bothVersionsOfOneControlAreShown() {
        save("stopped", "", "state.1", "HELD").then().statusCode(303);
        Browser.as("other").post(CONTROLS, "state.1", "ABSENT", "was.1", "held", "note.1", "Theirs").then().statusCode(303);
        member.post(CONTROLS, "state.1", "FAILED", "was.1", "held", "note.1", "Mine").then().statusCode(409)
                .body(allOf(containsString("absent: Theirs"), containsString("failed: Mine"), containsString("name=\"was.1\" value=\"absent: Theirs\"")));
        member.post(CONTROLS, "state.1", "FAILED", "was.1", "absent: Theirs", "note.1", "Mine").then().statusCode(303);
        assertEquals(List.of("failed"), states());
    }

    @Test
    void theReportsSafeguardHasHeld() {
        report("NEAR_MISS", "stopped", "SAFEGUARD", "control", "3");
        member.get("/occurrences/2").then().body(containsString("It was stopped by unit tests in the development layer"));
        member.get("/occurrences/2/history").then().body(containsString("Development: Unit tests"));
    }

    @Test
    void anEditOfWhatStoppedItMovesTheControl() {
        report("NEAR_MISS", "stopped", "CHANCE");
        member.post("/occurrences/2/controls", "stopped", "CHANCE", "was.stopped", "CHANCE", "state.4", "FAILED", "was.4", "").then().statusCode(303);
        member.get("/occurrences/2/edit");
        member.post("/occurrences/2", "version", member.field("version"), "kind", "NEAR_MISS", "title", "T", "stoppedBy", "SAFEGUARD", "control", "4", "detection", "UNKNOWN").then().statusCode(303);
        assertEquals(ControlState.HELD, QuarkusTransaction.requiringNew().call(() -> OccurrenceControl.of(Occurrence.numbered(2), 4L)).state);
        member.get("/occurrences/2/history").then().body(containsString("recorded a control"));
    }

    @Test
    void aHoleBecomesAnAction() {
        save("stopped", "", "state.2", "ABSENT", "note.2", "Nobody had it", "state.13", "FAILED").then().statusCode(303);
        member.get("/occurrences/1/actions/new?control=2").then().body(allOf(containsString("value=\"Introduce static analysis where it was absent\""), containsString("Nobody had it"), containsString("value=\"PREVENT_RECURRENCE\" checked")));
        member.post("/occurrences/1/actions", "key", member.key(), "title", member.field("title"), "aim", "PREVENT_RECURRENCE").then().statusCode(303);
        member.get("/occurrences/1/actions/new?control=13").then().body(allOf(containsString("Make real-time monitoring hold where it failed"), containsString("value=\"DETECT_SOONER\" checked")));
        for (var junk : List.of("1", "x", "99999999999999999999", "")) {
            member.get("/occurrences/1/actions/new?control=" + junk).then().statusCode(200).body(containsString("id=\"title\" name=\"title\" type=\"text\" value=\"\""));
        }
        assertEquals(1, ActionItem.count());
    }

    @Test
    void anArchivedControlStaysWhereItIsNamed() {
        save("stopped", "", "state.8", "FAILED").then().statusCode(303);
        Browser.as("administrator").post("/controls/8/archive").then().statusCode(303);
        Browser.as("administrator").post("/controls/7/archive").then().statusCode(303);
        member.get(CONTROLS).then().body(allOf(containsString("Canary <span class=\"quiet fw-normal\">archived"), not(containsString("Staging validation"))));
        member.get("/occurrences/1").then().body(containsString("Canary"));
        save("stopped", "", "state.7", "HELD", "state.8", "HELD").then().statusCode(303);
        assertEquals(List.of("held"), states());
    }

    @Test
    void theLogFindsWhereAControlHeldOrFailed() {
        save("stopped", "", "state.1", "FAILED", "state.2", "HELD").then().statusCode(303);
        report("INCIDENT");
        for (var query : List.of("control=1&state=FAILED", "control=1", "state=HELD", "control=2&state=HELD")) {
            member.get("/occurrences?" + query).then().body(allOf(containsString("1 match"), containsString("/occurrences/1\"")));
        }
        for (var query : List.of("control=1&state=HELD", "control=x", "state=JUNK", "control=99")) {
            member.get("/occurrences?" + query).then().statusCode(200).body(containsString("Nothing matches"));
        }
        member.get("/occurrences?control=1&state=FAILED").then().body(containsString("Code review failed"));
        member.get("/occurrences.csv").then().body(allOf(containsString("controls_held,controls_failed,controls_absent"), containsString("Static analysis,Code review,")));
        member.get("/controls").then().body(allOf(containsString("/occurrences?control=1&amp;state=FAILED\">failed 1"), containsString("never recorded yet")));
        member.post("/occurrences/1/removal");
        member.get("/controls").then().body(not(containsString("failed 1")));
    }

    @Test
    void sixteenControlsCostWhatOneDoes() {
        save("stopped", "", "state.1", "FAILED").then().statusCode(303);
        member.get("/occurrences/1");
        var one = Statements.during(() -> member.get("/occurrences/1").then().statusCode(200));
        var all = new String[32];
        for (var i = 0; i < 16; i++) {
            all[2 * i] = "state." + (i + 1);
            all[2 * i + 1] = "ABSENT";
        }
        save(all).then().statusCode(303);
        member.get("/occurrences/1");
        assertEquals(one, Statements.during(() -> member.get("/occurrences/1").then().statusCode(200)));
    }

    @Test
    void whoMayAndWhatIsThere() {
        Browser.as("viewer").get(CONTROLS).then().statusCode(403);
        Browser.as("viewer").post(CONTROLS, "state.1", "HELD").then().statusCode(403);
        Browser.visitor().get(CONTROLS).then().statusCode(302);
        Browser.visitor().post(CONTROLS, "note.1", "kept").then().statusCode(401).body(containsString("kept"));
        member.get("/occurrences/77/controls").then().statusCode(404);
        member.post("/occurrences/77/controls", "state.1", "HELD").then().statusCode(404);
        member.post("/occurrences/1/removal");
        member.post(CONTROLS, "state.1", "HELD").then().statusCode(409);
        assertEquals(List.of(), states());
    }

    /** As the page is at that moment, with these answers. */
    private io.restassured.response.Response save(String... fields) {
        member.get(CONTROLS);
        var all = new java.util.ArrayList<>(List.of(fields));
        all.addAll(List.of("was.stopped", member.field("was.stopped")));
        for (var control = 1; control <= 16; control++) {
            all.addAll(List.of("was." + control, member.field("was." + control)));
        }
        return member.post(CONTROLS, all.toArray(String[]::new));
    }

    private void report(String kind, String... answers) {
        member.get("/report");
        var all = new java.util.ArrayList<>(List.of("key", member.key(), "kind", kind, "narrative", "Something broke.", "another", "true"));
        all.addAll(List.of(answers));
        member.post("/occurrences", all.toArray(String[]::new)).then().statusCode(303);
    }

    private static List<String> states() {
        return QuarkusTransaction.requiringNew().call(() -> OccurrenceControl.of(Occurrence.numberedEvenRemoved(1)).stream().map(one -> one.state.label).toList());
    }

    private static Occurrence occurrence() {
        return QuarkusTransaction.requiringNew().call(() -> Occurrence.numbered(1));
    }
}
