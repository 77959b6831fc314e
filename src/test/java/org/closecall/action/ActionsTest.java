package org.closecall.action;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.closecall.Browser;
import org.closecall.Fixtures;
import org.closecall.occurrence.Occurrence;
import org.closecall.people.Change;
import org.closecall.people.Role;
import org.closecall.web.Formats;
import org.closecall.web.Typed;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ActionsTest {

    private static final String ACTIONS = "/occurrences/1/actions";
    private static final List<String> MOVES = List.of("/start", "/blocking", "/completion", "/verification", "/reopening", "/dropping", "/risk-acceptance", "/risk-decision", "/removal", "/restoring");
    /** What each move needs to be told. */
    private static final String[] SAID = {"evidence", "Seen", "reason", "It came back", "dropReason", "Not worth it", "waitsFor", "A decision"};
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/Vienna"));

    Browser member;

    @BeforeEach
    void file() {
        Fixtures.organisation();
        member = Browser.as("member");
        member.get("/report");
        member.post("/occurrences", "key", member.key(), "kind", "INCIDENT", "narrative", "Something broke.").then().statusCode(303);
    }

    @Test
    void addsAnActionAndLeadsBackToTheRecord() {
        member.get(ACTIONS + "/new").then().statusCode(200).body(allOf(containsString("Something broke"), containsString("min=\"" + TODAY + "\"")));
        create("title", "Verify the  chain", "description", "On **every** host", "owner", owner("other"), "dueOn", TODAY.plusDays(3).toString(), "aim", "PREVENT_RECURRENCE")
                .then().statusCode(303).header("Location", endsWith("/occurrences/1#actions"));
        member.get("/actions/1").then().statusCode(200).body(allOf(containsString("<h1>Verify the chain</h1>"), containsString("On <strong>every</strong> host"),
                containsString("Otto Other"), containsString("in 3\u00a0days"), containsString("Prevent recurrence"), containsString("#1 Something broke"), containsString("added it")));
    }

    @Test
    void leadsBackToThePostmortemItCameFrom() {
        member.get(ACTIONS + "/new?from=postmortem").then().body(containsString("href=\"/occurrences/1/postmortem/edit#actions\""));
        create("title", "Verify", "aim", "DETECT_SOONER", "from", "postmortem").then().statusCode(303).header("Location", endsWith("/occurrences/1/postmortem/edit#actions"));
        create("title", "Verify more", "aim", "DETECT_SOONER", "from", "//elsewhere.example").then().statusCode(303).header("Location", endsWith("/occurrences/1#actions"));
    }

    @Test
    void offersWhatThePostmortemSaysAsAPromiseOfWhoWritesIt() {
        member.post("/occurrences/1/postmortem", "template", "LIGHT").then().statusCode(303);
        member.get("/occurrences/1/postmortem/edit").then().body(containsString("of=change"));
        member.post("/occurrences/1/postmortem/sections", "change", "Give jobs an\naccount of their own", "was.change", member.field("was.change")).then().statusCode(303);
        var offered = ACTIONS + "/new?from=postmortem&aim=PREVENT_RECURRENCE&of=change";
        member.get(offered).then().body(allOf(containsString("value=\"Give jobs an account of their own\""), containsString("<option value=\"" + owner("member") + "\" selected>"),
                containsString("value=\"" + usual() + "\""), containsString("value=\"PREVENT_RECURRENCE\" checked")));
        member.get("/occurrences/1/postmortem/edit");
        member.post("/occurrences/1/postmortem/sections", "change", "word ".repeat(60), "was.change", member.field("was.change")).then().statusCode(303);
        member.get(offered).then().body(allOf(containsString("word…\""), containsString("word ".repeat(59))));
        member.get(ACTIONS + "/new?from=postmortem&of=nothing").then().statusCode(200).body(containsString("name=\"title\" type=\"text\" value=\"\""));
        member.get(ACTIONS + "/new").then().body(not(containsString("value=\"" + usual() + "\"")));
    }

    @Test
    void needsNeitherOwnerNorDateNorDescription() {
        create("title", "Verify", "aim", "REDUCE_IMPACT").then().statusCode(303);
        member.get("/actions/1").then().statusCode(200).body(allOf(containsString("nobody yet"), containsString("no due date"), containsString("How would somebody else see that it worked?")));
    }

    @Test
    void remarksOnAWeekend() {
        var saturday = TODAY.with(TemporalAdjusters.next(DayOfWeek.SATURDAY));
        create("title", "Verify it", "dueOn", saturday.toString(), "aim", "DETECT_SOONER").then().statusCode(303);
        member.get("/actions/1").then().body(allOf(containsString("a working day: " + Formats.day(saturday) + " is a Saturday. " + Formats.day(saturday.plusDays(2)) + " is the Monday after")));
        update("0", "title", "Verify it", "dueOn", saturday.plusDays(1).toString(), "aim", "DETECT_SOONER").then().statusCode(303);
        member.get("/actions/1").then().body(containsString("It is due on a Sunday: is somebody there then?"));
        update("1", "title", "Verify it", "dueOn", saturday.plusDays(2).toString(), "aim", "DETECT_SOONER", "owner", owner("other")).then().statusCode(303);
        member.get("/actions/1").then().body(allOf(not(containsString("a working day:")), not(containsString("is somebody there then?"))));
    }

    @Test
    void keepsTheTextOfARefusedForm() {
        create("title", " ", "description", "Typed <b>text</b>", "owner", "999", "dueOn", "2020-01-02", "aim", "MORE_CARE", "from", "postmortem").then().statusCode(422)
                .body(allOf(containsString("4 answers need a look"), containsString("Typed &lt;b&gt;text&lt;/b&gt;"), containsString("value=\"2020-01-02\""), containsString("This day has passed"),
                        containsString("Choose somebody from the list"), containsString("Choose one of the three"), containsString("name=\"from\" value=\"postmortem\"")));
        create("title", "x".repeat(201), "aim", "REDUCE_IMPACT", "dueOn", "soon").then().statusCode(422).body(allOf(containsString("At most 200 characters"), containsString("Write it as a date")));
        create("title", "Verify", "aim", "REDUCE_IMPACT", "dueOn", "9999-12-31").then().statusCode(422).body(containsString("is the year right?"));
        assertEquals(0, ActionItem.count());
    }

    @Test
    void aNulByteIsLeftOut() {
        create("title", "Ver\u0000ify", "description", "\u0000", "owner", "\u0000x", "aim", "REDUCE_IMPACT").then().statusCode(422);
        create("title", "Ver\u0000\u202eify\u2069", "description", "Te\u0000xt", "aim", "REDUCE_IMPACT").then().statusCode(303);
        member.get("/actions/1").then().statusCode(200).body(allOf(containsString("<h1>Verify</h1>"), containsString("Text")));
    }

    @Test
    void onlyThoseWhoWorkHereCanOwnOne() {
        create("title", "Verify", "aim", "REDUCE_IMPACT", "owner", owner("viewer")).then().statusCode(422);
        create("title", "Verify", "aim", "REDUCE_IMPACT", "owner", owner("administrator")).then().statusCode(303);
    }

    @Test
    void theSameFormSentTwiceAddsOne() {
        member.get(ACTIONS + "/new");
        var key = member.key();
        for (var i = 0; i < 2; i++) {
            member.post(ACTIONS, "key", key, "title", "Verify", "aim", "REDUCE_IMPACT").then().statusCode(303).header("Location", endsWith("/occurrences/1#actions"));
        }
        assertEquals(1, ActionItem.count());
        member.post(ACTIONS, "key", key, "title", "Verify all", "aim", "REDUCE_IMPACT").then().statusCode(409)
                .body(allOf(containsString("You have sent this form before"), containsString("href=\"/actions/1\""), containsString("value=\"Verify all\"")));
        member.post(ACTIONS, "key", member.key(), "title", "Verify all", "aim", "REDUCE_IMPACT").then().statusCode(303);
        assertEquals(2, ActionItem.count());
    }

    @Test
    void editsAllFieldsAndKeepsTheHistory() {
        create("title", "Verify", "aim", "REDUCE_IMPACT");
        member.get("/actions/1/edit").then().statusCode(200).body(containsString("name=\"version\" value=\"0\""));
        update("0", "title", "Verify all", "description", "", "owner", owner("member"), "dueOn", TODAY.toString(), "aim", "DETECT_SOONER").then().statusCode(303).header("Location", endsWith("/actions/1"));
        member.get("/actions/1").then().body(allOf(containsString("Saved."), containsString("Verify all"), containsString("Mia Member"), containsString(", today"), containsString("edited it")));
        update("1", "title", "Verify all", "description", "", "owner", owner("member"), "dueOn", TODAY.toString(), "aim", "DETECT_SOONER").then().statusCode(303);
        member.get("/actions/1").then().body(containsString("Nothing was changed."));
        update("1", "title", "", "owner", owner("member"), "dueOn", TODAY.toString(), "aim", "DETECT_SOONER").then().statusCode(422).body(containsString("Begin with a verb"));
    }

    @Test
    void anOldPromiseMayStayAsLateAsItIsButNotBecomeLater() {
        create("title", "Verify", "aim", "REDUCE_IMPACT");
        var past = TODAY.minusDays(4);
        QuarkusTransaction.requiringNew().run(() -> ActionItem.<ActionItem>findById(1L).dueOn = past);
        update("1", "title", "Verify well", "dueOn", past.toString(), "aim", "REDUCE_IMPACT").then().statusCode(303);
        update("2", "title", "Verify well", "dueOn", past.plusDays(1).toString(), "aim", "REDUCE_IMPACT").then().statusCode(422).body(containsString("This day has passed"));
        member.get("/actions/1").then().body(containsString("4\u00a0days late"));
    }

    @Test
    void whoHasLeftStaysTheOwnerUntilSomebodyElseIsChosen() {
        create("title", "Verify", "aim", "REDUCE_IMPACT", "owner", owner("other"));
        QuarkusTransaction.requiringNew().run(() -> Fixtures.person("other").role = Role.VIEWER);
        QuarkusTransaction.requiringNew().run(() -> org.closecall.people.Person.withEmail("other@example.org").deactivatedAt = java.time.Instant.now());
        member.get("/actions/1/edit").then().body(containsString("Otto Other"));
        update("0", "title", "Verify all", "owner", owner("other"), "aim", "REDUCE_IMPACT").then().statusCode(303);
        create("title", "Verify more", "owner", owner("other"), "aim", "REDUCE_IMPACT").then().statusCode(422);
    }

    @Test
    void theSecondSaverSeesBothVersions() {
        create("title", "Base", "description", "Text", "aim", "REDUCE_IMPACT");
        Browser.as("other").post("/actions/1", "version", "0", "title", "Theirs", "description", "Text", "aim", "DETECT_SOONER").then().statusCode(303);
        update("0", "title", "Mine", "description", "Text", "aim", "REDUCE_IMPACT").then().statusCode(409)
                .body(allOf(containsString("Otto Other saved this before you"), containsString("Theirs"), containsString("value=\"Mine\""), containsString("name=\"version\" value=\"1\""),
                        containsString("Taken from theirs, since you left it alone: Aim"), containsString("value=\"DETECT_SOONER\" checked")));
        update("1", "title", "Mine", "description", "Text", "aim", "DETECT_SOONER").then().statusCode(303);
        member.get("/actions/1").then().body(allOf(containsString("<h1>Mine</h1>"), containsString("Theirs")));
    }

    @Test
    void twoWhoChangeDifferentFieldsKeepBoth() {
        create("title", "Base", "description", "Text", "aim", "REDUCE_IMPACT");
        Browser.as("other").post("/actions/1", "version", "0", "title", "Base", "description", "Theirs", "aim", "REDUCE_IMPACT").then().statusCode(303);
        update("0", "title", "Mine", "description", "Text", "aim", "REDUCE_IMPACT").then().statusCode(409)
                .body(allOf(containsString("You changed different fields"), containsString("value=\"Mine\""), containsString("Theirs</textarea>")));
    }

    @Test
    void aMoveMeanwhileIsNoConflict() {
        create("title", "Base", "aim", "REDUCE_IMPACT");
        Browser.as("other").post("/actions/1/start").then().statusCode(303);
        update("0", "title", "Mine", "aim", "REDUCE_IMPACT").then().statusCode(303);
        member.get("/actions/1").then().body(allOf(containsString("<h1>Mine</h1>"), containsString("in progress")));
    }

    @Test
    void aVersionThatIsNoneStillOverwritesNothingUnseen() {
        create("title", "Base", "aim", "REDUCE_IMPACT");
        update("junk", "title", "Mine", "aim", "REDUCE_IMPACT").then().statusCode(409).body(allOf(containsString("Base"), containsString("value=\"Mine\"")));
    }

    @Test
    void movesFromOpenToDoneAndBack() {
        create("title", "Verify", "aim", "REDUCE_IMPACT");
        member.get("/actions/1").then().body(allOf(containsString("/start\""), containsString("/completion\""), not(containsString("Reopen"))));
        moved("/start", "It is in progress.", "Back to open");
        moved("/completion", "It is done.", "Reopen");
        member.get("/actions/1").then().body(allOf(not(containsString("/start\"")), not(containsString("/completion\"")), containsString("<dt>Done</dt>")));
        moved("/reopening", "It is open again.", "Start");
    }

    @Test
    void sentTwiceEachMoveChangesNothingTheSecondTime() {
        create("title", "Verify", "aim", "REDUCE_IMPACT");
        for (var move : MOVES) {
            member.post("/actions/1" + move, SAID).then().statusCode(move.equals("/verification") ? 422 : 303);
            var after = snapshot();
            member.post("/actions/1" + move, SAID).then().statusCode(move.equals("/verification") ? 422 : 303);
            assertEquals(after, snapshot(), move);
        }
    }

    @Test
    void whoLookedAtAnOlderStateIsShownThePresentOneAndKeepsTheWords() {
        create("title", "Verify", "aim", "REDUCE_IMPACT", "owner", owner("member"));
        member.post("/actions/1/completion", "evidence", "First", "seen", "1").then().statusCode(303);
        member.post("/actions/1/completion", "evidence", "First", "seen", "1").then().statusCode(303);
        member.post("/actions/1/reopening", "reason", "Not yet", "seen", "2").then().statusCode(303);
        member.post("/actions/1/completion", "evidence", "Second", "seen", "3").then().statusCode(303);
        var other = Browser.as("other");
        other.post("/actions/1/verification", "how", "Read the first", "seen", "2").then().statusCode(409).body(allOf(containsString("It has moved since you opened the page"), containsString("Read the first"), containsString("Second")));
        assertEquals(ActionState.DONE, found().state);
        // giving it to somebody else does not make one a stranger to it
        member.post("/actions/1", "version", String.valueOf(found().version), "title", "Verify", "aim", "REDUCE_IMPACT", "owner", owner("administrator")).then().statusCode(303);
        member.post("/actions/1/verification", "how", "Looked", "seen", "4").then().statusCode(422).body(containsString("Somebody else has to say this"));
        other.post("/actions/1/verification", "how", "Looked", "seen", "4").then().statusCode(303);
        assertEquals(ActionState.VERIFIED, found().state);
    }

    @Test
    void aLateStartDoesNotReopenWhatIsDone() {
        create("title", "Verify", "aim", "REDUCE_IMPACT");
        member.post("/actions/1/completion", "evidence", "Seen").then().statusCode(303);
        member.post("/actions/1/start").then().statusCode(303);
        assertTrue(found().state.done());
    }

    @Test
    void isRemovedFromAllListsAndRestored() {
        create("title", "Verify", "aim", "REDUCE_IMPACT", "owner", owner("member"));
        moved("/removal", "It is removed from all lists.", "Restore this action");
        member.get("/actions?state=ANY").then().body(not(containsString("/actions/1\"")));
        member.get("/actions/1").then().body(not(containsString("/completion\"")));
        Browser.as("viewer").get("/actions/1").then().statusCode(404);
        moved("/restoring", "It is back.", "/completion\"");
        member.get("/actions").then().body(containsString("/actions/1\""));
        assertNull(found().deletedBy);
    }

    @Test
    void goesWithItsRecordAndSaysSo() {
        create("title", "Verify", "aim", "REDUCE_IMPACT", "dueOn", TODAY.toString());
        member.post("/occurrences/1/removal").then().statusCode(303);
        member.get("/actions?state=ANY").then().body(not(containsString("/actions/1\"")));
        member.get("/actions/1").then().statusCode(200).body(containsString("Its record is removed."));
        Browser.as("viewer").get("/actions/1").then().statusCode(404);
        member.get(ACTIONS + "/new").then().statusCode(404);
        create("title", "More", "aim", "REDUCE_IMPACT").then().statusCode(409).body(containsString("More"));
    }

    @Test
    void whatSeveralDoAtOnceHappensOnce() throws Exception {
        create("title", "Verify", "aim", "REDUCE_IMPACT");
        var browsers = List.of(Browser.as("member"), Browser.as("other"), Browser.as("administrator"), Browser.as("member"));
        var pool = Executors.newFixedThreadPool(browsers.size());
        var posts = browsers.stream().<Callable<Integer>>map(browser -> () -> browser.post("/actions/1/completion", "evidence", "Seen").statusCode()).toList();
        for (var answer : pool.invokeAll(posts)) {
            assertEquals(303, answer.get());
        }
        pool.shutdown();
        assertEquals(2, Change.count("subject", "action"));
    }

    @Test
    void viewersReadAndDoNotWrite() {
        create("title", "Verify", "aim", "REDUCE_IMPACT");
        var viewer = Browser.as("viewer");
        viewer.get("/actions").then().statusCode(200).body(containsString("Verify"));
        viewer.get("/actions/1").then().statusCode(200).body(allOf(not(containsString("/edit\"")), not(containsString("/completion")), not(containsString("/removal"))));
        viewer.get("/actions/1/edit").then().statusCode(403);
        viewer.get(ACTIONS + "/new").then().statusCode(403);
        viewer.post(ACTIONS, "title", "Verify", "aim", "REDUCE_IMPACT").then().statusCode(403);
        viewer.post("/actions/1", "version", "0", "title", "Mine", "aim", "REDUCE_IMPACT").then().statusCode(403);
        MOVES.forEach(move -> viewer.post("/actions/1" + move, SAID).then().statusCode(403));
        assertEquals(0, found().version);
    }

    @Test
    void administratorsWriteToo() {
        var administrator = Browser.as("administrator");
        administrator.get(ACTIONS + "/new").then().statusCode(200);
        administrator.post(ACTIONS, "key", administrator.key(), "title", "Verify", "aim", "REDUCE_IMPACT").then().statusCode(303);
        administrator.post("/actions/1/start").then().statusCode(303);
        assertEquals(ActionState.IN_PROGRESS, found().state);
    }

    @Test
    void visitorsAreAskedToSignIn() {
        create("title", "Verify", "aim", "REDUCE_IMPACT");
        List.of("/actions", "/actions/1", "/actions/1/edit", ACTIONS + "/new").forEach(path ->
                Browser.visitor().get(path).then().statusCode(302).header("Location", containsString("/sign-in")));
        MOVES.forEach(move -> Browser.visitor().post("/actions/1" + move).then().statusCode(not(303)));
        assertEquals(0, found().version);
    }

    @Test
    void aForgedFormDoesNothing() {
        create("title", "Verify", "aim", "REDUCE_IMPACT");
        MOVES.forEach(move -> member.forge("/actions/1" + move).then().statusCode(400));
        member.forge(ACTIONS).then().statusCode(400);
        member.forge("/actions/1").then().statusCode(400);
        assertEquals(0, found().version);
    }

    @Test
    void whatIsNotThereIsNotFound() {
        List.of("/actions/77", "/actions/junk", "/actions/77/edit", "/actions/99999999999999999999", "/occurrences/77/actions/new").forEach(path -> member.get(path).then().statusCode(404));
        MOVES.forEach(move -> member.post("/actions/77" + move, SAID).then().statusCode(404));
        member.post("/actions/77", "title", "Verify", "aim", "REDUCE_IMPACT").then().statusCode(404);
        member.post("/occurrences/77/actions", "title", "Verify", "aim", "REDUCE_IMPACT").then().statusCode(404);
    }

    @Test
    void addressesOfFormsTakeNoVisits() {
        create("title", "Verify", "aim", "REDUCE_IMPACT");
        MOVES.forEach(move -> member.get("/actions/1" + move).then().statusCode(405));
        member.get(ACTIONS).then().statusCode(405);
    }

    @Test
    void whatIsWrittenCannotRun() {
        create("title", "<script>alert(1)</script>", "description", "<script>alert(2)</script>[x](javascript:alert(3))<p onclick=\"alert(4)\">ok</p>", "aim", "REDUCE_IMPACT");
        List.of("/actions/1", "/actions", "/actions?view=board", "/actions/1/edit", "/occurrences/1/history").forEach(path ->
                member.get(path).then().statusCode(200).body(allOf(not(containsString("<script>alert")), not(containsString("href=\"javascript")), not(containsString("<p onclick")))));
    }

    @Test
    void theRecordsHistoryTellsOfItsActions() {
        create("title", "Verify", "aim", "REDUCE_IMPACT");
        member.post("/actions/1/completion", "evidence", "Seen");
        member.get("/occurrences/1/history").then().body(allOf(containsString("added the action “Verify”"), containsString("completed the action “Verify”")));
    }

    private Response create(String... fields) {
        member.get(ACTIONS + "/new");
        var all = new String[fields.length + 2];
        System.arraycopy(fields, 0, all, 2, fields.length);
        all[0] = "key";
        all[1] = member.page().contains("name=\"key\"") ? member.key() : "";
        return member.post(ACTIONS, all);
    }

    private Response update(String version, String... fields) {
        var all = new String[fields.length + 2];
        System.arraycopy(fields, 0, all, 2, fields.length);
        all[0] = "version";
        all[1] = version;
        return member.post("/actions/1", all);
    }

    private void moved(String move, String notice, String offered) {
        member.post("/actions/1" + move, SAID).then().statusCode(303).header("Location", endsWith("/actions/1"));
        member.get("/actions/1").then().statusCode(200).body(allOf(containsString(notice), containsString(offered)));
    }

    private static ActionItem found() {
        return QuarkusTransaction.requiringNew().call(() -> ActionItem.findById(1L));
    }

    private static String snapshot() {
        return QuarkusTransaction.requiringNew().call(() -> {
            ActionItem action = ActionItem.findById(1L);
            return action.snapshot() + " " + action.state + action.startedAt + action.doneAt + action.firstDoneAt + action.deletedAt + action.version + " " + Change.count();
        });
    }

    /** Of what has no severity yet. */
    private static LocalDate usual() {
        return QuarkusTransaction.requiringNew().call(() -> ActionPolicy.usual(null, TODAY).get(Aim.PREVENT_RECURRENCE));
    }

    private static String owner(String who) {
        return Fixtures.person(who).id.toString();
    }
}
