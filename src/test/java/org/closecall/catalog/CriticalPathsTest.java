package org.closecall.catalog;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import org.closecall.Browser;
import org.closecall.Fixtures;
import org.closecall.Statements;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CriticalPathsTest {

    private static final String PATH = "/critical-paths";

    Browser member;

    @BeforeEach
    void signIn() {
        Fixtures.organisation();
        member = Browser.as("member");
        for (var name : new String[] {"Shop", "Payments", "Ledger"}) {
            Catalogue.add(member, "/services", "name", name, "tier", "1");
        }
    }

    @Test
    void sayWhatTheyAreForWhileThereIsNone() {
        member.get(PATH).then().statusCode(200).body(allOf(containsString("No critical path yet"), containsString("Add the first critical path")));
        Browser.as("viewer").get(PATH).then().statusCode(200).body(not(containsString(PATH + "/new")));
    }

    @Test
    void keepTheOrderOfTheJourneyAndShowWhatHitIt() {
        var path = Catalogue.add(member, PATH, "name", "Pay by card", "services", "1", "services", "", "services", "3", "services", "2");
        file("2");
        member.get(path).then().statusCode(200).body(allOf(containsString("Pay by card"), containsString("Cards were declined")));
        assertTrue(member.page().indexOf("/services/1\"") < member.page().indexOf("/services/3\"") && member.page().indexOf("/services/3\"") < member.page().indexOf("/services/2\""));
        member.get(PATH).then().body(allOf(containsString("Shop → Ledger → Payments"), containsString(">1<span")));
        member.get("/occurrences/1").then().body(containsString("href=\"" + PATH + "/1\">Pay by card</a>"));
        member.get("/services/2").then().body(allOf(containsString("Pay by card"), containsString("1 incident<"), containsString("0 near misses<")));
    }

    @Test
    void keepTheTextOfARefusedForm() {
        Catalogue.add(member, PATH, "name", "Pay by card", "services", "1");
        member.get(PATH + "/new");
        member.post(PATH, "key", member.key(), "name", "PAY BY CARD", "description", "Kept <i>text</i>", "services", "2", "services", "2").then().statusCode(422)
                .body(allOf(containsString("There is already a critical path called Pay by card"), containsString("Kept &lt;i&gt;text&lt;/i&gt;"), containsString("Each service once"),
                        containsString("<option value=\"2\" selected>")));
        member.post(PATH, "key", member.key(), "name", "New", "services", "99").then().statusCode(422).body(containsString("One of these services is not there"));
        member.post(PATH, "key", member.key(), "name", "New").then().statusCode(422).body(containsString("at least one"));
        assertEquals(1, CriticalPath.count());
    }

    @Test
    void theSameFormSentTwiceAddsOnce() {
        member.get(PATH + "/new");
        var key = member.key();
        for (var times = 0; times < 2; times++) {
            member.post(PATH, "key", key, "name", "Pay by card", "services", "1").then().statusCode(303).header("Location", endsWith(PATH + "/1"));
        }
        member.post(PATH, "key", key, "name", "Find", "services", "1").then().statusCode(409);
        assertEquals(1, CriticalPath.count());
    }

    @Test
    void theSecondSaverSeesBothVersions() {
        var path = Catalogue.add(member, PATH, "name", "Pay by card", "services", "1");
        member.get(path + "/edit");
        var version = member.field("version");
        Browser.as("other").post(path, "version", version, "name", "Pay by card", "services", "1", "services", "2").then().statusCode(303);
        member.post(path, "version", version, "name", "Pay by card", "services", "3").then().statusCode(409).body(allOf(containsString("Otto Other"), containsString("Shop → Payments")));
        member.get(path).then().body(not(containsString("Ledger")));
    }

    @Test
    void archivedTheyLeaveTheRecordsHeadAndStay() {
        var path = Catalogue.add(member, PATH, "name", "Pay by card", "services", "1");
        file("1");
        for (var times = 0; times < 2; times++) {
            member.post(path + "/archive").then().statusCode(303);
        }
        member.get(path);
        member.get("/occurrences/1").then().body(not(containsString("Pay by card")));
        member.get(path).then().statusCode(200).body(containsString("Bring it back"));
        member.post(path + "/return").then().statusCode(303);
        member.get("/occurrences/1").then().body(containsString("Pay by card"));
        Browser.as("viewer").post(path + "/archive").then().statusCode(403);
        member.post(PATH + "/99/archive").then().statusCode(404);
    }

    @Test
    void listsInAsManyStatementsHoweverManyThereAre() {
        Catalogue.add(member, PATH, "name", "One", "services", "1");
        member.get(PATH);
        var few = Statements.during(() -> member.get(PATH));
        for (var i = 0; i < 8; i++) {
            Catalogue.add(member, PATH, "name", "Path " + i, "services", "1", "services", "2", "services", "3");
        }
        member.get(PATH);
        assertEquals(few, Statements.during(() -> member.get(PATH)));
    }

    private void file(String service) {
        member.get("/report");
        member.post("/occurrences", "key", member.key(), "kind", "INCIDENT", "narrative", "Cards were declined", "service", service).then().statusCode(303);
    }
}
