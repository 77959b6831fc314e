package org.closecall.slo;

import static org.closecall.slo.Store.PATH;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import org.closecall.Browser;
import org.closecall.Fixtures;
import org.closecall.Statements;
import org.closecall.catalog.Service;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ObjectivesTest {

    private static final String[] GOOD = {"service", "1", "name", "Card payments succeed", "kind", "TIME", "target", "99.95", "windowKind", "ROLLING", "days", "28", "good", "No 5xx", "policy", "Stop **releases**"};

    Browser member;
    Service payments;

    @BeforeEach
    void start() {
        Fixtures.organisation();
        member = Browser.as("member");
        payments = Store.service("Payments");
    }

    @Test
    void areSetShownAndListed() {
        member.get(PATH).then().statusCode(200).body(containsString("No objective yet"));
        Store.make(member, GOOD).then().statusCode(303).header("Location", endsWith(PATH + "/1"));
        member.get(PATH + "/1").then().statusCode(200).body(allOf(containsString("Card payments succeed"), containsString("99.95\u00a0% of time, rolling 28 days"), containsString("<strong>releases</strong>"), containsString("payments-card-payments-succeed")));
        Browser.as("viewer").get(PATH).then().statusCode(200).body(allOf(containsString("Card payments succeed"), not(containsString(PATH + "/new"))));
        member.get("/services/1").then().body(containsString("href=\"" + PATH + "?service=1\""));
        Store.service("Mail");
        member.get(PATH + "?service=1").then().statusCode(200).body(allOf(containsString("error budgets of Payments"), containsString("Card payments succeed")));
        member.get(PATH + "?service=2").then().statusCode(200).body(containsString("No objective yet"));
        for (var junk : new String[] {"9", "x"}) {
            member.get(PATH + "?service=" + junk).then().statusCode(404);
        }
    }

    @Test
    void keepTheTextOfARefusedForm() {
        Store.make(member, GOOD);
        Store.make(member, "service", "9", "name", "", "kind", "x", "target", "100.1", "windowKind", "ROLLING", "days", "0", "good", "<b>kept</b>", "team", "7").then().statusCode(422)
                .body(allOf(containsString("Choose a service of the list"), containsString("What is it called?"), containsString("Choose what it counts"), containsString("A share above 0"), containsString("From 1 to 366 days"),
                        containsString("This team is not there"), containsString("&lt;b&gt;kept&lt;/b&gt;"), containsString("value=\"100.1\"")));
        for (var target : new String[] {"99.999999", "0", "-1", "ninety", ""}) {
            Store.make(member, "service", "1", "name", "CARD payments  succeed", "kind", "TIME", "target", target, "windowKind", "MONTH", "good", "x").then().statusCode(422)
                    .body(allOf(containsString("A share above 0"), containsString("Payments has an objective called Card payments succeed already")));
        }
        assertEquals(1, Objective.count());
        Store.make(member, "service", "1", "name", "Five nines of a per cent", "kind", "REQUESTS", "target", "99,99999 %", "windowKind", "QUARTER", "days", "junk", "good", "x").then().statusCode(303);
        member.get(PATH + "/2").then().body(containsString("99.99999\u00a0% of requests, calendar quarter"));
    }

    @Test
    void theSecondSaverSeesBothVersions() {
        Store.make(member, GOOD);
        member.get(PATH + "/1/edit").then().statusCode(200);
        var version = member.field("version");
        Browser.as("other").post(PATH + "/1", edit(version, "99.5", "No 5xx")).then().statusCode(303);
        member.post(PATH + "/1", edit(version, "99.9", "No 5xx within 2 s")).then().statusCode(409).body(allOf(containsString("Otto Other"), containsString("99.5\u00a0%"), containsString("value=\"99.9\"")));
        member.get(PATH + "/1").then().body(allOf(containsString("99.5\u00a0% of time"), not(containsString("within 2 s"))));
    }

    private static String[] edit(String version, String target, String good) {
        return new String[] {"version", version, "service", "1", "name", "Card payments succeed", "target", target, "windowKind", "ROLLING", "days", "28", "good", good, "policy", "Stop **releases**"};
    }

    @Test
    void viewersReadAndWhatIsNotThereIsNotFound() {
        Store.make(member, GOOD);
        var number = Store.incident(payments, "2026-06-10T10:00:00Z", "2026-06-10T10:47:00Z", one -> { });
        var viewer = Browser.as("viewer");
        for (var path : new String[] {"/new", "/1/edit", "/1/entries/new", "/1/incidents/" + number, "/imports/new"}) {
            viewer.get(PATH + path).then().statusCode(403);
            member.get(PATH + path).then().statusCode(200);
        }
        for (var path : new String[] {"/99", "/x", "/99/edit", "/1/incidents/99", "/99/entries/new", "/99/openslo.yaml"}) {
            member.get(PATH + path).then().statusCode(404);
        }
        viewer.post(PATH + "/1/retirement").then().statusCode(403);
        member.get(PATH + "/1/retirement").then().statusCode(405);
    }

    @Test
    void retiredTheyLeaveTheListAndComeBack() {
        Store.make(member, GOOD);
        for (var times = 0; times < 2; times++) {
            member.post(PATH + "/1/retirement").then().statusCode(303);
        }
        member.get(PATH).then().body(allOf(containsString("No objective is in use"), containsString("Retired (1)")));
        member.get(PATH + "/1").then().statusCode(200).body(containsString("retired"));
        member.post(PATH + "/1/retirement/removal").then().statusCode(303);
        member.get(PATH).then().body(not(containsString("Retired (1)")));
    }

    @Test
    void whatAnIncidentTookIsSaidByPeople() {
        Store.make(member, "service", "1", "name", "Up", "kind", "TIME", "target", "99.9", "windowKind", "ROLLING", "days", "366", "good", "x", "policy", "Freeze");
        var number = Store.incident(payments, "2026-06-10T10:00:00Z", "2026-06-10T18:00:00Z", one -> { });
        var path = PATH + "/1/incidents/" + number;
        member.get(PATH + "/1").then().body(containsString("all users, assumed"));
        member.get("/occurrences/" + number).then().body(allOf(containsString("This took much of an error budget"), containsString(PATH + "/1#policy")));
        member.get(path).then().statusCode(200);
        member.post(path, "share", "101", "minutes", "", "reason", "", "was", "").then().statusCode(422).body(allOf(containsString("from 0 to 100 per cent"), containsString("value=\"101\"")));
        member.post(path, "share", "", "minutes", "12", "reason", "", "was", "").then().statusCode(422).body(containsString("Say where the minutes come from"));
        member.post(path, "share", "10", "minutes", "12", "reason", "x", "was", "").then().statusCode(422).body(containsString("Either the share or the minutes"));
        member.post(path, "share", "10 %", "minutes", "", "reason", "", "was", "").then().statusCode(303);
        member.get(PATH + "/1").then().body(allOf(containsString("10\u00a0% of users, said for this objective"), containsString("48\u00a0min")));
        member.get("/occurrences/" + number).then().body(not(containsString("error budget")));
        member.post(path, "share", "20", "minutes", "", "reason", "", "was", "").then().statusCode(409).body(allOf(containsString("Somebody said something else meanwhile"), containsString("value=\"20\"")));
        member.get("/occurrences/" + number + "/history").then().body(containsString("took of the error budget"));
    }

    @Test
    void whatIsWrittenDownByHandCountsUntilTakenBack() {
        Store.make(member, "service", "1", "name", "Answers", "kind", "REQUESTS", "target", "99.9", "windowKind", "ROLLING", "days", "366", "good", "x");
        member.get(PATH + "/1").then().body(containsString("No data."));
        member.get(PATH + "/1/entries/new");
        var key = member.key();
        member.post(PATH + "/1/entries", "key", key, "at", "2026-06-10T10:00", "bad", "12", "total", "11", "reason", "").then().statusCode(422).body(allOf(containsString("fewer in all than bad"), containsString("Say where this comes from")));
        for (var times = 0; times < 2; times++) {
            member.post(PATH + "/1/entries", "key", key, "at", "2026-06-10T10:00", "bad", "12", "total", "48,000", "reason", "From the <log>").then().statusCode(303);
        }
        member.get(PATH + "/1").then().body(allOf(containsString("12 bad requests of 48,000"), containsString("From the &lt;log&gt;"), containsString("12 bad of 48,000 requests")));
        member.post(PATH + "/1/entries/1/removal").then().statusCode(303);
        member.post(PATH + "/1/entries/1/removal").then().statusCode(303);
        member.post(PATH + "/1/entries/2/removal").then().statusCode(404);
        member.get(PATH + "/1").then().body(allOf(containsString("No data."), containsString("took back what its budget lost")));
    }

    @Test
    void theListAndTheDashboardTakeAsManyStatementsForManyAsForFew() {
        Store.incident(payments, "2026-06-10T10:00:00Z", null, one -> { });
        for (var kind : ObjectiveKind.values()) {
            Store.objective(payments, "A " + kind, kind, "99.9", WindowKind.ROLLING, 30);
        }
        var list = Statements.during(() -> member.get(PATH).then().statusCode(200));
        var dashboard = Statements.during(() -> member.get("/reliability").then().statusCode(200).body(containsString("id=\"error-budgets\"")));
        for (var i = 0; i < 8; i++) {
            var other = Store.service("Service " + i);
            Store.objective(other, "Up", ObjectiveKind.TIME, "99.9", WindowKind.values()[i % 3], i % 3 == 0 ? 28 : null);
            Store.objective(other, "Answers", ObjectiveKind.REQUESTS, "99.9", WindowKind.ROLLING, 7 + i);
            Store.incident(other, "2026-06-10T10:00:00Z", null, one -> { });
        }
        assertEquals(list, Statements.during(() -> member.get(PATH).then().statusCode(200)));
        assertEquals(dashboard, Statements.during(() -> member.get("/reliability").then().statusCode(200)));
    }
}
