package org.closecall.action;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.closecall.Browser;
import org.closecall.Fixtures;
import org.closecall.catalog.Service;
import org.closecall.catalog.Team;
import org.closecall.occurrence.Kind;
import org.closecall.occurrence.Occurrence;
import org.closecall.people.Person;
import org.closecall.people.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class BoardTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final Pattern COLUMN = Pattern.compile("data-column=\"([^\"]+)\"(.*?)</section>", Pattern.DOTALL);
    private static final Pattern TICKET = Pattern.compile("data-ticket=\"(\\d+)\"");

    Browser member;

    /** 1 is Mia's and open, 2 nobody's, 3 Otto's and done; 2 and 3 come from a record of two services. */
    @BeforeEach
    void threeActions() {
        Fixtures.organisation();
        member = Browser.as("member");
        QuarkusTransaction.requiringNew().run(() -> {
            var crew = crew();
            var occurrence = new Occurrence();
            occurrence.kind = Kind.NEAR_MISS;
            occurrence.title = "Close";
            occurrence.services.addAll(List.of(Service.create("Mail", 1, null, NOW), Service.create("Payments", 1, crew, NOW)));
            occurrence.file(mia(), NOW);
            var one = action("One", null, mia());
            one.service = Service.findById(2L);
            one.team = crew;
            action("Two", occurrence, null);
            new Step(action("Three", occurrence, Person.withEmail("other@example.org")), mia(), NOW).complete("seen");
        });
    }

    @Test
    void everyBoardHoldsWhatItsColumnsLead() {
        assertEquals("OPEN:1,2 IN_PROGRESS: DONE:3 VERIFIED:", columns("/actions?view=board"));
        assertEquals("NOBODY:2 2:1", columns("/actions?view=board&by=owner"));
        assertEquals("NONE:2 1:1", columns("/actions?view=board&by=team"));
        assertEquals("1:2 2:1,2", columns("/actions?view=board&by=service"));
        assertEquals("PREVENT_RECURRENCE:1,2 DETECT_SOONER: REDUCE_IMPACT:", columns("/actions?view=board&by=aim"));
        assertEquals("NONE:1,2 DESIGN: OPERATIONAL: OBSERVABILITY: PROCESS:", columns("/actions?view=board&by=strategy"));
        assertEquals("2:1", columns("/actions?view=board&by=owner&text=one"));
        assertEquals("NONE:2", columns("/actions?view=board&by=team&kind=NEAR_MISS"));
        member.get("/actions?view=board&by=owner&text=zebra").then().body(containsString("Nothing matches"));
    }

    @Test
    void whatHasNoRoomIsNamedWithItsList() {
        QuarkusTransaction.requiringNew().run(() -> {
            for (var i = 0; i < 14; i++) {
                action("More " + i, null, Fixtures.person("Person " + (char) ('A' + i), "p" + i, Role.MEMBER));
            }
            for (var i = 0; i < Column.MOST; i++) {
                action("Hers " + i, null, mia());
            }
        });
        var page = member.get("/actions?view=board&by=owner").body().asString();
        assertEquals(12, COLUMN.matcher(page).results().count());
        assertEquals(4, Pattern.compile("<li><a href=\"/actions\\?owner=\\d+\">Person .</a></li>").matcher(page).results().count());
        member.get("/actions?view=board&by=owner").then().body(allOf(containsString("<a href=\"/actions?owner=2\">All as a list</a>"), not(containsString("All 21"))));
    }

    @Test
    void aMoveStartsAndIsTakenBack() {
        put(1, "state", "OPEN", "IN_PROGRESS", "?view=board&team=1").then().statusCode(303).header("Location", endsWith("/actions?team=1&view=board"));
        assertEquals(ActionState.IN_PROGRESS, of(1, action -> action.state));
        member.get("/actions?team=1&view=board").then().body(allOf(containsString("“One”: State: In progress"), containsString("action=\"/action-batches/1/reversal\"")));
        member.post("/action-batches/1/reversal").then().statusCode(303).header("Location", endsWith("/actions?team=1&view=board"));
        assertEquals(ActionState.OPEN, of(1, action -> action.state));
        assertEquals(3L, QuarkusTransaction.requiringNew().call(() -> Transition.count("action.id = 1")));
        member.post("/action-batches/1/reversal").then().statusCode(303);
        assertEquals(3L, QuarkusTransaction.requiringNew().call(() -> Transition.count("action.id = 1")));
    }

    @Test
    void whereSomethingIsToBeSaidThePageOpens() {
        put(1, "state", "OPEN", "DONE", "").then().statusCode(303).header("Location", endsWith("/actions/1#evidence"));
        put(3, "state", "DONE", "OPEN", "").then().statusCode(303).header("Location", endsWith("/actions/3#reason"));
        put(1, "strategy", "NONE", "DESIGN", "").then().statusCode(303).header("Location", endsWith("/actions/1/edit#strategy"));
        assertEquals(ActionState.OPEN, of(1, action -> action.state));
        var administrator = Browser.as("administrator");
        administrator.post("/actions/3/placement", "by", "state", "was", "DONE", "to", "VERIFIED", "query", "").then().statusCode(303).header("Location", endsWith("/actions/3#how"));
        member.get("/actions/3").then().body(containsString("id=\"reason\""));
    }

    @Test
    void whatIsRefusedStaysAndSaysWhy() {
        put(3, "state", "DONE", "VERIFIED", "").then().statusCode(409).body(allOf(containsString("“Three” stays where it is: somebody else has to say"), containsString("data-board=\"state\"")));
        put(1, "state", "OPEN", "VERIFIED", "").then().statusCode(409).body(containsString("what is open does not become verified in one step"));
        put(1, "state", "IN_PROGRESS", "OPEN", "").then().statusCode(409).body(containsString("it is open by now"));
        put(1, "owner", "3", "4", "").then().statusCode(409).body(containsString("somebody has moved it meanwhile"));
        put(1, "owner", "2", "1", "?by=owner").then().statusCode(409).body(allOf(containsString("that owner is not on offer"), containsString("data-board=\"owner\"")));
        put(3, "team", "NONE", "1", "").then().statusCode(409).body(containsString("it is done, to be verified by now"));
        put(1, "aim", "PREVENT_RECURRENCE", "junk", "").then().statusCode(409);
        put(99, "aim", "PREVENT_RECURRENCE", "DETECT_SOONER", "").then().statusCode(404);
        Browser.as("viewer").post("/actions/1/placement", "by", "state", "was", "OPEN", "to", "IN_PROGRESS").then().statusCode(403);
        assertEquals(0L, QuarkusTransaction.requiringNew().call(() -> ActionBatch.count()));
    }

    @Test
    void aMoveSetsWhatTheColumnsStandFor() {
        put(2, "owner", "NOBODY", "3", "");
        put(1, "owner", "2", "NOBODY", "");
        put(2, "service", "1", "2", "");
        put(2, "team", "NONE", "1", "");
        put(2, "aim", "PREVENT_RECURRENCE", "REDUCE_IMPACT", "");
        assertEquals("Otto Other, Payments, Crew, REDUCE_IMPACT", of(2, action -> action.owner.name + ", " + action.service.name + ", " + action.team.name + ", " + action.aim));
        assertNull(of(1, action -> action.owner));
        member.post("/action-batches/2/reversal");
        member.post("/action-batches/3/reversal");
        assertEquals("Mia Member", of(1, action -> action.owner.name));
        assertNull(of(2, action -> action.service));
        change(2, action -> action.aim = Aim.DETECT_SOONER);
        member.post("/action-batches/5/reversal");
        member.get("/actions?view=board").then().body(containsString("Not all is back: Aim: changed since"));
        assertEquals(Aim.DETECT_SOONER, of(2, action -> action.aim));
    }

    private Response put(long id, String by, String was, String to, String query) {
        return member.post("/actions/" + id + "/placement", "by", by, "was", was, "to", to, "query", query);
    }

    private String columns(String path) {
        return COLUMN.matcher(member.get(path).body().asString()).results().map(column -> column.group(1) + ":" + TICKET.matcher(column.group(2)).results().map(ticket -> ticket.group(1)).collect(Collectors.joining(","))).collect(Collectors.joining(" "));
    }

    private static <T> T of(long id, Function<ActionItem, T> reading) {
        return QuarkusTransaction.requiringNew().call(() -> reading.apply(ActionItem.findById(id)));
    }

    private static void change(long id, Consumer<ActionItem> change) {
        QuarkusTransaction.requiringNew().run(() -> change.accept(Objects.requireNonNull(ActionItem.<ActionItem>findById(id))));
    }

    private static Team crew() {
        var crew = new Team();
        crew.name = "Crew";
        crew.createdAt = NOW;
        crew.persist();
        return crew;
    }

    private static ActionItem action(String title, Occurrence from, Person owner) {
        var action = new ActionItem();
        action.title = title;
        action.aim = Aim.PREVENT_RECURRENCE;
        action.owner = owner;
        return action.add(from, mia(), NOW);
    }

    private static Person mia() {
        return Person.withEmail("member@example.org");
    }
}
