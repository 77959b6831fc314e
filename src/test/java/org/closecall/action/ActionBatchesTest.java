package org.closecall.action;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import org.closecall.AtOnce;
import org.closecall.Browser;
import org.closecall.Fixtures;
import org.closecall.Statements;
import org.closecall.people.Person;
import org.closecall.web.Option;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ActionBatchesTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/Vienna"));
    private static final LocalDate FRIDAY = LocalDate.parse("2030-03-01");

    Browser member;

    /** 1 is open and due on a Friday, 2 in progress without a date, 3 done, 4 verified. */
    @BeforeEach
    void fourActions() {
        Fixtures.organisation();
        member = Browser.as("member");
        QuarkusTransaction.requiringNew().run(() -> {
            add("One").dueOn = FRIDAY;
            new Step(add("Two"), person("member"), NOW).start();
            new Step(add("Three"), person("member"), NOW).complete("seen");
            var four = new Step(add("Four"), person("member"), NOW);
            four.complete("seen");
            new Step(four.action(), person("administrator"), NOW).verify(null, FRIDAY);
        });
    }

    @Test
    void showsWhatWouldChangeAndWhatCannotBeforeAnythingDoes() {
        send(of(2, 3, 4), "deed", "DROP", "said", "The service is <gone>", "days", "1").then().statusCode(200).body(allOf(containsString("Nothing would change"), not(containsString("Change these"))));
        send(of(1, 2, 3, 4), "deed", "DROP", "said", "The service is <gone>", "owner", "3").then().statusCode(200).body(allOf(containsString("2 actions would change"), containsString("State: Dropped (The service is &lt;gone&gt;)"),
                containsString("is verified, and that does not lead to dropped"), containsString("<del>nobody</del>"), containsString("<ins class=\"plain\">Otto Other</ins>"), containsString("Change these 2 actions")));
        assertEquals(0L, QuarkusTransaction.requiringNew().call(() -> ActionBatch.count()));
        agree().then().statusCode(303).header("Location", endsWith("/action-batches/1"));
        assertEquals(List.of("DROPPED", "DROPPED", "DONE", "VERIFIED"), all(action -> action.state.name()));
        assertEquals(List.of("Otto Other", "Otto Other", "", ""), all(action -> action.owner == null ? "" : action.owner.name));
        assertEquals(2L, QuarkusTransaction.requiringNew().call(() -> Transition.count("reason", "The service is <gone>")));
        member.get("/action-batches/1").then().body(allOf(containsString("2 actions changed"), containsString("is done, to be verified, and that does not lead to dropped"), containsString("/action-batches/1/reversal")));
        member.get("/actions/1").then().body(containsString("The service is &lt;gone&gt;"));
    }

    @Test
    void movesDatesByWorkingDaysAndUndoes() {
        send(of(1, 2), "days", "6").then().body(allOf(containsString("1 action would change"), containsString("has no due date to move"), containsString("Due 6 working days later")));
        agree();
        assertEquals("2030-03-11", all(action -> String.valueOf(action.dueOn)).get(0));
        assertEquals(List.of(303, 303), AtOnce.sorted(() -> member.post("/action-batches/1/reversal").statusCode(), () -> member.post("/action-batches/1/reversal").statusCode()));
        assertEquals(FRIDAY.toString(), all(action -> String.valueOf(action.dueOn)).get(0));
        member.get("/action-batches/1").then().body(allOf(containsString("Taken back"), not(containsString("/reversal"))));
        assertEquals(LocalDate.parse("2030-02-28"), ActionChange.workingDays(LocalDate.parse("2030-03-03"), -2));
        assertEquals(LocalDate.parse("2030-03-04"), ActionChange.workingDays(LocalDate.parse("2030-03-02"), 1));
    }

    @Test
    void takingBackDoneOpensAgainAndForgetsThatItWasInTime() {
        QuarkusTransaction.requiringNew().run(() -> new Step(ActionItem.findById(2L), person("member"), NOW).block("a vendor"));
        send(of(1, 2), "deed", "DONE", "said", "https://example.org/pr/1");
        agree();
        assertEquals(List.of("DONE", "DONE"), all(action -> action.state.name()).subList(0, 2));
        member.post("/action-batches/1/reversal");
        assertEquals(List.of("OPEN null null", "IN_PROGRESS null a vendor"), all(action -> action.state + " " + action.firstDoneAt + " " + action.blockedOn).subList(0, 2));
        assertEquals(List.of("OPEN", "DONE", "OPEN"), QuarkusTransaction.requiringNew().call(() -> Transition.of(ActionItem.findById(1L)).stream().map(step -> step.target.name()).toList()));
    }

    @Test
    void whatChangedSinceIsLeftAlone() {
        send(of(1, 2), "owner", "3", "deed", "START");
        QuarkusTransaction.requiringNew().run(() -> ActionItem.<ActionItem>findById(1L).title = "Changed meanwhile");
        agree();
        member.get("/action-batches/1").then().body(allOf(containsString("1 action changed"), containsString("was changed after you opened the page")));
        assertEquals(List.of("OPEN", "IN_PROGRESS"), all(action -> action.state.name()).subList(0, 2));
        QuarkusTransaction.requiringNew().run(() -> ActionItem.<ActionItem>findById(2L).owner = person("member"));
        member.post("/action-batches/1/reversal");
        assertEquals("Mia Member", all(action -> action.owner == null ? "" : action.owner.name).get(1));
        member.get("/action-batches/1").then().body(containsString("Owner: changed since"));
    }

    @Test
    void refusesAndKeepsWhatWasTyped() {
        send(of(1), "deed", "DONE", "said", " ").then().statusCode(422).body(allOf(containsString("What shows that they are done?"), containsString("Change 1 action")));
        send(of(1), "dueOn", "2020-01-01").then().statusCode(422).body(allOf(containsString("This day has passed"), containsString("value=\"2020-01-01\"")));
        send(of(1), "days", "0").then().statusCode(422).body(containsString("A number of days"));
        send(of(1), "days", "3", "dueOn", TODAY.toString()).then().statusCode(422).body(containsString("not both"));
        send(of(1), "owner", "1").then().statusCode(422).body(containsString("Choose somebody from the list"));
        send(of(1), "said", "<b>").then().statusCode(422).body(allOf(containsString("nothing is filled in yet"), containsString("&lt;b&gt;")));
        send(of(), "owner", "3").then().statusCode(422).body(containsString("Tick at least one"));
        send(of(1), "owner", "3", "revise", "true", "query", "?team=1&evil=1").then().statusCode(200).body(allOf(containsString("Show what would change"), containsString("href=\"/actions?team=1\"")));
        member.post("/action-batches", "chosen", "99", "seen", "99.0", "owner", "3", "agreed", "Owner: Otto Other").then().statusCode(404);
        member.get("/action-batches/7").then().statusCode(404);
        var viewer = Browser.as("viewer");
        viewer.get("/actions").then().body(not(containsString("choosing")));
        viewer.get("/action-batches/new?action=1").then().statusCode(403);
        assertEquals(0L, QuarkusTransaction.requiringNew().call(() -> ActionBatch.count()));
    }

    @Test
    void sentTwiceItIsDoneOnce() {
        send(of(1, 2), "owner", "3");
        var fields = agreed();
        assertEquals(List.of(303, 303), AtOnce.sorted(() -> member.post("/action-batches", fields).statusCode(), () -> member.post("/action-batches", fields).statusCode()));
        assertEquals(1L, QuarkusTransaction.requiringNew().call(() -> ActionBatch.count()));
    }

    @Test
    void takesAllThatMatchUpToFiveHundred() {
        var few = Statements.during(() -> member.get("/action-batches/new?all=true&state=ANY").then().body(containsString("Change 4 actions together")));
        QuarkusTransaction.requiringNew().run(() -> {
            for (var i = 0; i < 510; i++) {
                add("More " + i);
            }
        });
        assertEquals(few, Statements.during(() -> member.get("/action-batches/new?all=true&state=OPEN").then().body(containsString("Change 500 actions together"))));
        member.get("/actions?state=OPEN").then().body(containsString("Change the first 500 that match"));
        member.get("/action-batches/new?all=true&state=OPEN");
        var fields = fields("priority", "HIGH");
        member.post("/action-batches", fields).then().statusCode(200).body(containsString("500 actions would change"));
        agree().then().statusCode(303);
        assertEquals(500L, QuarkusTransaction.requiringNew().call(() -> ActionItem.count("priority", Priority.HIGH)));
    }

    /** Whatever is asked for, taking it back leaves every action as it was, but for what was settled before. */
    @Test
    void takenBackAtOnceEverythingIsAsItWas() {
        var random = new Random(5);
        for (var round = 0; round < 25; round++) {
            var before = standing();
            var id = QuarkusTransaction.requiringNew().call(() -> {
                var seen = new TreeMap<Long, Integer>();
                ActionItem.<ActionItem>listAll().forEach(action -> seen.put(action.id, action.version));
                return ActionBatch.carryOut(change(random), seen, null, person("member"), NOW.plusSeconds(60), LocalDate.parse("2026-01-01")).id;
            });
            QuarkusTransaction.requiringNew().run(() -> ActionBatch.undoing(id).undo(person("member"), NOW.plusSeconds(60)));
            var settled = QuarkusTransaction.requiringNew().call(() -> ActionBatchLine.<ActionBatchLine>list("batch.id = ?1 and source in ?2", id, List.of(ActionState.DONE, ActionState.VERIFIED)).stream().map(line -> line.action.id).toList());
            var after = standing();
            settled.forEach(action -> {
                before.remove(action);
                after.remove(action);
            });
            assertEquals(before, after, "round " + round);
        }
    }

    private static ActionChange change(Random random) {
        var set = new EnumMap<ActionField, Option>(ActionField.class);
        if (random.nextBoolean()) {
            set.put(ActionField.OWNER, random.nextBoolean() ? Option.of("", "nobody") : Option.of(person("other").id, "Otto Other"));
        }
        if (random.nextBoolean()) {
            set.put(ActionField.PRIORITY, Option.of(Priority.values()[random.nextInt(3)], "some"));
        }
        var deed = random.nextInt(5);
        return new ActionChange(set, random.nextInt(3) == 0 ? random.nextInt(21) - 10 : 0, deed > 3 || deed == 3 && random.nextInt(4) > 0 ? null : Deed.values()[deed], "said");
    }

    private static Map<Long, Map<String, String>> standing() {
        return QuarkusTransaction.requiringNew().call(() -> {
            var standing = new TreeMap<Long, Map<String, String>>();
            ActionItem.<ActionItem>listAll().forEach(action -> {
                var fields = new TreeMap<>(action.snapshot());
                fields.put("State", action.state + " " + action.firstDoneAt + " " + action.blockedOn);
                standing.put(action.id, fields);
            });
            return standing;
        });
    }

    private static List<Long> of(long... ids) {
        return Arrays.stream(ids).boxed().toList();
    }

    /** As the form of these actions would be sent, for the first time. */
    private Response send(List<Long> ids, String... fields) {
        member.get("/action-batches/new?x=" + String.join("", ids.stream().map(id -> "&action=" + id).toList()));
        return member.post("/action-batches", fields(fields));
    }

    private String[] fields(String... fields) {
        var all = new ArrayList<String>(List.of("key", member.field("key"), "seen", member.field("seen")));
        member.fields("chosen").forEach(id -> all.addAll(List.of("chosen", id)));
        all.addAll(List.of(fields));
        return all.toArray(String[]::new);
    }

    /** What the page that asks for agreement sends. */
    private String[] agreed() {
        return fields("owner", member.field("owner"), "team", member.field("team"), "priority", member.field("priority"), "dueOn", member.field("dueOn"), "days", member.field("days"),
                "deed", member.field("deed"), "said", member.field("said"), "agreed", member.field("agreed"));
    }

    private Response agree() {
        return member.post("/action-batches", agreed());
    }

    private static List<String> all(Function<ActionItem, String> reading) {
        return QuarkusTransaction.requiringNew().call(() -> ActionItem.<ActionItem>list("order by id").stream().map(reading).toList());
    }

    private static ActionItem add(String title) {
        var action = new ActionItem();
        action.title = title;
        action.aim = Aim.PREVENT_RECURRENCE;
        action.origin = Origin.NONE;
        return action.add(null, person("member"), NOW);
    }

    private static Person person(String who) {
        return Person.withEmail(who + "@example.org");
    }
}
