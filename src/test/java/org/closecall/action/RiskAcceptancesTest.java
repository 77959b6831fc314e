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
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.closecall.Browser;
import org.closecall.Fixtures;
import org.closecall.notice.Notice;
import org.closecall.people.Person;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A near miss's action whose risk is asked about, lived with, and open again when the time is over. */
@QuarkusTest
class RiskAcceptancesTest {

    private static final ZoneId VIENNA = ZoneId.of("Europe/Vienna");
    private static final LocalDate TODAY = LocalDate.now(VIENNA);

    @Inject
    Expiries expiries;

    Browser member;
    Browser other;

    @BeforeEach
    void promise() {
        Fixtures.organisation();
        member = Browser.as("member");
        other = Browser.as("other");
        member.get("/report");
        member.post("/occurrences", "key", member.key(), "kind", "NEAR_MISS", "narrative", "Two alarms crossed.").then().statusCode(303);
        member.get("/occurrences/1/actions/new");
        member.post("/occurrences/1/actions", "key", member.key(), "title", "Part the cables", "aim", "PREVENT_RECURRENCE", "owner", id("member")).then().statusCode(303).header("Location", endsWith("#actions"));
    }

    @Test
    void isAskedDecidedAndOverTheDayAfter() {
        ask(member, "other", TODAY.plusDays(30)).then().statusCode(303);
        member.get("/actions/1").then().body(allOf(containsString("Mia Member asks Otto Other: Traffic is low"), containsString("state--open"), not(containsString("value=\"ACCEPTED\""))));
        other.get("/").then().body(allOf(containsString("A risk to accept or not"), containsString("Part the cables")));
        assertEquals(List.of("ACCEPTANCE_ASKED"), told("other"));
        decide(member, "ACCEPTED", "").then().statusCode(404);
        decide(other, "ACCEPTED", "").then().statusCode(303);
        decide(other, "DECLINED", "No").then().statusCode(303);
        assertEquals(ActionState.RISK_ACCEPTED, found().state);
        assertEquals(TODAY.plusDays(30), found().acceptedUntil);
        assertEquals(List.of("ACCEPTANCE_DECIDED"), told("member"));
        expireOn(TODAY.plusDays(30));
        assertEquals(ActionState.RISK_ACCEPTED, found().state, "that day it still holds");
        expireOn(TODAY.plusDays(31));
        expireOn(TODAY.plusDays(31));
        assertEquals(ActionState.OPEN, found().state);
        assertNull(found().acceptedUntil);
        assertEquals(List.of("ACCEPTANCE_DECIDED", "ACCEPTANCE_EXPIRED"), told("member"));
        assertEquals(List.of("ACCEPTANCE_ASKED", "ACCEPTANCE_EXPIRED"), told("other"));
        member.get("/actions/1").then().body(allOf(containsString("by its date"), containsString("The risk was accepted until"), containsString("Closecall</strong> reopened it")));
    }

    @Test
    void whoAsksAndDecidesIsNotTheOwner() {
        ask(member, "member", TODAY.plusDays(30)).then().statusCode(422).body(containsString("Choose somebody other than the owner"));
        ask(member, "viewer", TODAY.plusDays(30)).then().statusCode(422);
        ask(other, "other", TODAY.plusDays(30)).then().statusCode(422).body(containsString("and yourself"));
        ask(other, "administrator", TODAY.plusDays(30)).then().statusCode(303);
        var administrator = Browser.as("administrator");
        QuarkusTransaction.requiringNew().run(() -> ActionItem.<ActionItem>findById(1L).owner = Person.withEmail("administrator@example.org"));
        decide(administrator, "ACCEPTED", "").then().statusCode(422).body(containsString("your own promise by now"));
        assertEquals(ActionState.OPEN, found().state);
    }

    @Test
    void nobodySaysYesToAQuestionTheyHaveNotSeen() {
        ask(member, "other", TODAY.plusDays(30)).then().statusCode(303);
        decide(member, "WITHDRAWN", "").then().statusCode(303);
        ask(member, "other", TODAY.plusDays(300)).then().statusCode(303);
        other.post("/actions/1/risk-decision", "decision", "ACCEPTED", "asked", "1").then().statusCode(409).body(containsString("The question has changed"));
        assertEquals(ActionState.OPEN, found().state);
        decide(other, "ACCEPTED", "").then().statusCode(303);
        assertEquals(TODAY.plusDays(300), found().acceptedUntil);
    }

    @Test
    void aRefusedQuestionKeepsWhatWasTypedAndADeclinedOneSaysWhy() {
        member.post("/actions/1/risk-acceptance", "riskReason", "", "approver", id("other"), "until", TODAY.toString()).then().statusCode(422)
                .body(allOf(containsString("Why can this be lived with?"), containsString("Choose a day after today"), containsString("value=\"" + TODAY + "\"")));
        ask(member, "other", TODAY.plusYears(3)).then().statusCode(422).body(containsString("At most two years"));
        ask(member, "other", TODAY.plusDays(9)).then().statusCode(303);
        decide(other, "DECLINED", "").then().statusCode(422).body(containsString("Why not?"));
        decide(other, "DECLINED", "It happened twice").then().statusCode(303);
        assertEquals(ActionState.OPEN, found().state);
        member.get("/actions/1").then().body(allOf(containsString("It happened twice"), containsString("declined")));
        ask(member, "administrator", TODAY.plusDays(9)).then().statusCode(303);
        decide(member, "WITHDRAWN", "").then().statusCode(303);
        ask(member, "other", TODAY.plusDays(9)).then().statusCode(303);
        assertEquals(3, RiskAcceptance.count());
    }

    @Test
    void whatIsDoneAsksNobodyToLiveWithIt() {
        ask(member, "other", TODAY.plusDays(9)).then().statusCode(303);
        member.post("/actions/1/completion", "evidence", "Cables parted").then().statusCode(303);
        other.get("/").then().body(not(containsString("A risk to accept or not")));
        ask(member, "other", TODAY.plusDays(9)).then().statusCode(303);
        decide(other, "ACCEPTED", "").then().statusCode(303);
        assertEquals(ActionState.DONE, found().state);
    }

    private void expireOn(LocalDate day) {
        expiries.run(day.atTime(0, 1).atZone(VIENNA).toInstant());
    }

    private Response ask(Browser by, String approver, LocalDate until) {
        return by.post("/actions/1/risk-acceptance", "riskReason", "Traffic is low", "approver", id(approver), "until", until.toString());
    }

    /** On the question that waits now. */
    private static Response decide(Browser by, String decision, String note) {
        var asked = QuarkusTransaction.requiringNew().call(() -> RiskAcceptance.<RiskAcceptance>find("order by id desc").firstResult().id);
        return by.post("/actions/1/risk-decision", "decision", decision, "note", note, "asked", String.valueOf(asked));
    }

    private static ActionItem found() {
        return QuarkusTransaction.requiringNew().call(() -> ActionItem.findById(1L));
    }

    private static List<String> told(String who) {
        return QuarkusTransaction.requiringNew().call(() -> Notice.<Notice>list("person.email = ?1 order by id", who + "@example.org").stream().map(notice -> notice.kind.name()).toList());
    }

    private static String id(String who) {
        return Fixtures.person(who).id.toString();
    }
}
