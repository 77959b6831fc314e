package org.closecall.action;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.regex.Pattern;
import org.closecall.Browser;
import org.closecall.Fixtures;
import org.closecall.Statements;
import org.closecall.occurrence.Kind;
import org.closecall.occurrence.Occurrence;
import org.closecall.people.Person;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class MineTest {

    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/Vienna"));
    private static final Instant NOW = Instant.now();

    @BeforeEach
    void people() {
        Fixtures.organisation();
        Browser.as("member").get("/report");
        QuarkusTransaction.requiringNew().run(() -> {
            var occurrence = new Occurrence();
            occurrence.kind = Kind.NEAR_MISS;
            occurrence.title = "Two alarms crossed";
            occurrence.file(person("member"), NOW);
        });
    }

    @Test
    void theDeskSortsWhatActionsAskByWhatTheyAsk() {
        QuarkusTransaction.requiringNew().run(() -> {
            add("Late one", TODAY.minusDays(1), "member");
            add("Week one", TODAY.plusDays(7), "member");
            add("Far one", TODAY.plusDays(8), "member");
            add("Undated one", null, "member");
            new Step(add("Done by Otto", TODAY, "other"), person("other"), NOW).complete("seen");
            new Step(add("Done by herself", TODAY, "member"), person("member"), NOW).complete("seen");
            verified("Old one", TODAY);
            verified("Fresh one", TODAY.plusDays(1));
            var risky = add("Risky one", TODAY.plusDays(20), "other");
            RiskAcceptance.ask(risky, "Rare", TODAY.plusDays(60), person("member"), person("other"), NOW);
            var lived = add("Lived with", null, "member");
            RiskAcceptance.ask(lived, "Rare", TODAY.plusDays(14), person("other"), person("administrator"), NOW).decide(RiskAcceptance.Decision.ACCEPTED, null, person("other"), NOW);
            add("Removed one", TODAY, "member").remove(person("member"), NOW);
        });
        var desk = Browser.as("member").get("/").body().asString();
        assertEquals(List.of("Late", "Due within a week", "A risk to accept or not", "To be verified by you", "Did it help?", "Accepted risks that come back", "Later, or without a date"), headings(desk));
        List.of("Late one", "Week one", "Far one", "Undated one", "Done by Otto", "Old one", "Risky one", "Lived with").forEach(title -> assertTrue(desk.contains(">" + title + "<"), title));
        List.of("Done by herself", "Fresh one", "Removed one").forEach(title -> assertTrue(!desk.contains(">" + title + "<"), title));
        Browser.as("viewer").get("/").then().body(not(containsString("list__heading")));
    }

    @Test
    void leavesTheDeskWithItsRecord() {
        QuarkusTransaction.requiringNew().run(() -> {
            var action = new ActionItem();
            action.title = "Part the cables";
            action.aim = Aim.PREVENT_RECURRENCE;
            action.owner = person("member");
            action.add(Occurrence.numbered(1), person("member"), NOW);
        });
        var member = Browser.as("member");
        member.get("/").then().body(containsString("Part the cables"));
        member.post("/occurrences/1/removal").then().statusCode(303);
        member.get("/").then().body(not(containsString("Part the cables")));
    }

    @Test
    void asksAsOftenForManyAsForOne() {
        QuarkusTransaction.requiringNew().run(() -> add("One", TODAY, "member"));
        var member = Browser.as("member");
        member.get("/");
        var one = Statements.during(() -> member.get("/").then().statusCode(200));
        QuarkusTransaction.requiringNew().run(() -> {
            for (var i = 0; i < 40; i++) {
                add("More " + i, TODAY.plusDays(i % 11 - 3), "member");
            }
        });
        assertEquals(one, Statements.during(() -> member.get("/").then().statusCode(200).body(allOf(containsString("Late <span class=\"faint\">"), containsString("href=\"/actions?show=late&amp;owner=")))));
    }

    private static List<String> headings(String page) {
        return Pattern.compile("list__heading\">([^<]+) <span").matcher(page).results().map(found -> found.group(1)).toList();
    }

    private static void verified(String title, LocalDate judgeOn) {
        var action = add(title, TODAY, "member");
        new Step(action, person("member"), NOW).complete("seen");
        new Step(action, person("other"), NOW).verify("tried", judgeOn);
    }

    private static Person person(String who) {
        return Person.withEmail(who + "@example.org");
    }

    private static ActionItem add(String title, LocalDate due, String owner) {
        var action = new ActionItem();
        action.title = title;
        action.aim = Aim.REDUCE_IMPACT;
        action.dueOn = due;
        action.owner = person(owner);
        action.origin = Origin.NONE;
        return action.add(null, person("member"), NOW);
    }
}
