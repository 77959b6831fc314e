package org.closecall.reliability;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.closecall.Browser;
import org.closecall.Fixtures;
import org.closecall.Statements;
import org.closecall.TestClock;
import org.closecall.occurrence.Detection;
import org.closecall.occurrence.Severity;
import org.closecall.people.Change;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DeclaredChangesTest {

    private static final String LIST = "/reliability/comparisons";
    private static final ZoneId VIENNA = ZoneId.of("Europe/Vienna");

    Browser member;
    Records records;

    @BeforeEach
    void organisation() {
        Fixtures.organisation();
        TestClock.set(Instant.parse("2026-06-01T10:00:00Z"));
        member = Browser.as("member");
        records = new Records();
    }

    @AfterEach
    void now() {
        TestClock.putRight();
    }

    @Test
    void aChangeDeclaredBeforehandIsJudgedOnTheDayFixedThen() {
        incidents("2026-05-01", 1);
        incidents("2026-06-05", 12);
        var change = declare("happensOn", "2026-07-05", "days", "30");
        member.get(change).then().statusCode(200).body(allOf(containsString("It begins on 5 Jul 2026"), not(containsString("after the fact"))));
        incidents("2026-07-06", 3);
        goOn("2026-07-20");
        member.get(change).then().body(allOf(containsString("Provisional: day 16 of 30"), containsString("Not judged yet"), not(containsString("verdict--better"))));
        goOn("2026-08-05");
        member.get(change).then().body(allOf(containsString("Evidence: improving"), containsString("verdict--better"), containsString("Not declared: no verdict"),
                containsString("between 95\u00a0% fewer and 7\u00a0% fewer"), containsString("12\u00a0incidents"), containsString("0.035")));
    }

    @Test
    void twoInsteadOfFourAreNoEvidence() {
        incidents("2026-03-01", 1);
        incidents("2026-05-03", 4);
        incidents("2026-06-03", 2);
        var change = declare("happensOn", "2026-06-01", "days", "30");
        goOn("2026-07-02");
        member.get(change).then().body(allOf(containsString("No evidence of a change"), containsString("3.5 times as many"), containsString("0.69"),
                not(containsString("#i-up\"")), not(containsString("#i-down\""))));
    }

    @Test
    void whatIsEnteredAfterwardsOrStartsFromTheWorstIsLabelled() {
        incidents("2025-12-01", 1);
        incidents("2026-04-20", 9);
        var change = declare("happensOn", "2026-05-01", "days", "30");
        member.get(change).then().body(allOf(containsString("Entered after the fact: no verdict, see the trend"), containsString("It starts at a peak"),
                not(containsString("Evidence")), not(containsString("vidence of change")), not(containsString("Too few")), not(containsString("Judged"))));
        records.incident("2026-04-28T08:00:00Z", incident -> incident.severity = Severity.SEV1);
        member.get(change).then().body(containsString("soon after a SEV1 incident"));
        member.get(LIST).then().body(containsString("entered after the fact"));
    }

    @Test
    void refusedFormsKeepTheTextAndTheSameFormSentTwiceDeclaresOnce() {
        member.get(LIST + "/new");
        member.post(LIST, "key", member.key(), "what", "", "expected", "Kept <i>text</i>", "happensOn", "soon", "scope", "team-99", "aim", "WISH", "days", "7").then().statusCode(422)
                .body(allOf(containsString("What will change?"), containsString("Kept &lt;i&gt;text&lt;/i&gt;"), containsString("From which day on?"), containsString("value=\"soon\""),
                        containsString("This is not there"), containsString("By which figure"), containsString("Choose one of the list")));
        member.get(LIST + "/new");
        var key = member.key();
        for (var times = 0; times < 2; times++) {
            member.post(LIST, fields(key)).then().statusCode(303).header("Location", endsWith(LIST + "/1"));
        }
        assertEquals(1, DeclaredChange.count());
        assertEquals("declared", Change.latest(new Change.Subject("declared change", 1L, null, null)).verb);
        Browser.as("viewer").get(LIST + "/new").then().statusCode(403);
        Browser.as("viewer").post(LIST, fields(key)).then().statusCode(403);
        member.get(LIST + "/99").then().statusCode(404);
    }

    @Test
    void aChangeIsWithdrawnWithAReasonAndStays() {
        var change = declare("restarts", "true");
        var everything = new Scope(new Period(null, null), Which.ALL, VIENNA, Instant.now());
        assertEquals(1, QuarkusTransaction.requiringNew().call(() -> DeclaredChange.restarting(everything)).size());
        member.get(change);
        member.post(change + "/withdrawal", "why", " ").then().statusCode(422).body(containsString("Why does it not count?"));
        member.post(change + "/withdrawal", "why", "It was <rolled> back").then().statusCode(303);
        member.get(change).then().body(allOf(containsString("It was &lt;rolled&gt; back"), not(containsString("Withdraw it"))));
        member.get(LIST).then().body(containsString("withdrawn"));
        member.get(change + "/withdrawal").then().statusCode(405);
        assertTrue(QuarkusTransaction.requiringNew().call(() -> DeclaredChange.restarting(everything)).isEmpty());
    }

    @Test
    void theListGoesOnByKeyInAsManyStatementsWhateverItsLength() {
        declare();
        var few = Statements.during(() -> member.get(LIST).then().statusCode(200));
        QuarkusTransaction.requiringNew().run(() -> DeclaredChange.getEntityManager().createNativeQuery("""
                insert into declared_change (what, expected, aim, happens_on, days, restarts_limits, declared_by_id, declared_at)
                select 'Change ' || n, 'Less', 'FEWER_INCIDENTS', date '2026-01-01', 30, false, p.id, now() from generate_series(1, 60) n, person p where p.email = 'member@example.org'""").executeUpdate());
        assertEquals(few, Statements.during(() -> member.get(LIST).then().body(allOf(containsString("Change 60"), containsString("Older ones"), not(containsString("Change 5<"))))));
        member.get(LIST + "?before=12").then().body(allOf(containsString("Change 5<"), not(containsString("Older ones"))));
    }

    @Test
    void thePageOfAScopeComparesAndPlans() {
        incidents("2026-01-05", 2);
        incidents("2026-04-05", 12);
        incidents("2026-05-05", 3);
        member.get("/reliability?month=2026-05&compare=before").then().statusCode(200).body(allOf(containsString("Compared with April 2026"), containsString("this one is judged at 30 Jun 2026"),
                containsString("How long"), containsString("What can we see?"), containsString("compare=before")));
        member.get("/reliability?from=2026-04-01&to=2026-06-30&compare=before").then().body(containsString("Compared with Quarter 1 of 2026"));
        member.get("/reliability?month=2026-05&compare=year").then().body(containsString("Nothing was observed in May 2025"));
        member.get("/reliability?month=all&compare=year").then().body(containsString("All time has nothing to be compared with"));
        member.get("/reliability?from=2025-06-01&to=2026-05-31&compare=year").then().body(not(containsString("overlaps the same of last year")));
        member.get("/reliability?from=2025-05-20&to=2026-05-31&compare=year").then().body(containsString("A period longer than a year overlaps the same of last year"));
        member.get("/reliability?from=2025-05-20&to=2026-05-31&compare=before").then().body(not(containsString("overlaps the same of last year")));
        member.get("/reliability?compare=moon").then().statusCode(404);
        member.get("/reliability/planner?month=2026-05&effect=66").then().statusCode(200).body(allOf(containsString("To see 66\u00a0% fewer at this volume you need"), containsString("as asked")));
        List.of("0", "101", "x", "5.5").forEach(effect -> member.get("/reliability/planner?effect=" + effect).then().statusCode(404));
    }

    /** From midday of a day on, two hours apart, each mitigated after an hour and detected by monitoring. */
    private void incidents(String day, int count) {
        var start = LocalDate.parse(day).atTime(12, 0).toInstant(java.time.ZoneOffset.UTC);
        for (var i = 0; i < count; i++) {
            var at = start.plusSeconds(7200L * i);
            records.incident(at.toString(), incident -> {
                incident.severity = Severity.SEV3;
                incident.detection = Detection.MONITORING_ALERT;
                incident.impactStarted = Records.at(at.plusSeconds(60).toString());
                incident.detected = Records.at(at.plusSeconds(120).toString());
                incident.mitigated = Records.at(at.plusSeconds(3600).toString());
                incident.resolved = Records.at(at.plusSeconds(3660).toString());
            });
        }
    }

    /** Sessions end before that. */
    private void goOn(String day) {
        TestClock.set(Instant.parse(day + "T10:00:00Z"));
        member = Browser.as("member");
    }

    private String declare(String... changed) {
        member.get(LIST + "/new");
        var location = member.post(LIST, fields(member.key(), changed)).then().statusCode(303).extract().header("Location");
        return location.substring(location.indexOf(LIST));
    }

    private static String[] fields(String key, String... changed) {
        var fields = new ArrayList<>(List.of("key", key, "what", "Canary for payments", "expected", "Half as many incidents", "happensOn", "2026-07-05", "scope", "",
                "aim", "FEWER_INCIDENTS", "days", "90"));
        for (var i = 0; i < changed.length; i += 2) {
            var at = fields.indexOf(changed[i]);
            if (at < 0) {
                fields.addAll(Arrays.asList(changed[i], changed[i + 1]));
            } else {
                fields.set(at + 1, changed[i + 1]);
            }
        }
        return fields.toArray(String[]::new);
    }
}
