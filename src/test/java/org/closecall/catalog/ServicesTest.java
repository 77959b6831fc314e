package org.closecall.catalog;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.closecall.AtOnce;
import org.closecall.Browser;
import org.closecall.Fixtures;
import org.closecall.people.Change;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ServicesTest {

    Browser member;

    @BeforeEach
    void signIn() {
        Fixtures.organisation();
        member = Browser.as("member");
    }

    @Test
    void sayWhatAServiceIsWhileThereIsNone() {
        member.get("/services").then().statusCode(200).body(allOf(containsString("No service yet"), containsString("Add the first service")));
        Browser.as("viewer").get("/services").then().statusCode(200)
                .body(allOf(containsString("A member can add the first one"), not(containsString("/services/new"))));
    }

    @Test
    void addAService() {
        var team = Catalogue.team("Money");
        var service = add("name", " Card   payments ", "tier", "1", "team", "" + team, "inServiceOn", "2023-03-01", "description", "Takes *cards*");
        member.get(service).then().statusCode(200).body("html.head.title", is("Card payments · Closecall"))
                .body(allOf(containsString("Tier 1, must not break"), containsString("href=\"/teams/" + team + "\""), containsString("1 Mar 2023"),
                        containsString("<em>cards</em>"), containsString("Card payments is in the catalogue"), containsString("Nothing has been filed about")));
        member.get("/services").then().body(containsString("Card payments"));
    }

    @Test
    void anEmptyDayAndNoTeamAreFine() {
        member.get(add("name", "Search", "tier", "4")).then().body(allOf(containsString("counted from its first record"), containsString("none yet")));
    }

    @Test
    void keepTheTextOfARefusedForm() {
        member.get("/services/new");
        member.post("/services", "key", member.key(), "name", " ", "description", "Half <b>typed</b>", "tier", "9", "team", "77", "inServiceOn", "31.12.2020").then().statusCode(422)
                .body(allOf(containsString("What is the service called?"), containsString("Choose a tier"), containsString("This team is archived or not there"),
                        containsString("A day between 1970 and 2099"), containsString("Half &lt;b&gt;typed&lt;/b&gt;"), containsString("value=\"31.12.2020\"")));
        member.post("/services", "name", "n".repeat(121), "description", "d".repeat(4001), "tier", "1", "inServiceOn", "+999999999-12-31").then().statusCode(422)
                .body(allOf(containsString("At most 120 characters"), containsString("At most 4,000 characters"), containsString("A day between 1970 and 2099")));
        assertEquals(0, Service.count());
    }

    @Test
    void aNameIsTakenOnceWhateverItsCase() {
        add("name", "Payments", "tier", "1");
        member.get("/services/new");
        member.post("/services", "key", member.key(), "name", "  PAYMENTS", "tier", "1").then().statusCode(422).body(containsString("There is already a service called Payments"));
        var search = add("name", "Search", "tier", "2");
        member.post(search, "version", "0", "name", "payments", "tier", "2").then().statusCode(422).body(containsString("There is already a service called Payments"));
        member.post(search, "version", "0", "name", "SEARCH", "tier", "2").then().statusCode(303);
    }

    @Test
    void twoWhoChooseANameAtOnceAreBothAnswered() {
        var other = Browser.as("other");
        member.get("/services/new");
        other.get("/services/new");
        assertEquals(List.of(303, 422), AtOnce.sorted(() -> member.post("/services", "key", member.key(), "name", "Queue", "tier", "2").statusCode(),
                () -> other.post("/services", "key", other.key(), "name", "queue", "tier", "2").statusCode()));
        assertEquals(1, Service.count());
    }

    @Test
    void theSameFormSentTwiceAddsOnce() {
        member.get("/services/new");
        var key = member.key();
        member.post("/services", "key", key, "name", "Queue", "tier", "2").then().statusCode(303).header("Location", endsWith("/services/1"));
        member.post("/services", "key", key, "name", "Queue", "tier", "2").then().statusCode(303).header("Location", endsWith("/services/1"));
        member.post("/services", "key", key, "name", "Another", "tier", "2").then().statusCode(409)
                .body(allOf(containsString("href=\"/services/1\""), containsString("value=\"Another\""), not(containsString(key))));
        assertEquals(1, Service.count());
    }

    @Test
    void editWritesTheHistory() {
        var service = add("name", "Search", "tier", "4");
        member.get(service + "/edit").then().statusCode(200).body(containsString("value=\"Search\""));
        member.post(service, "version", "0", "name", "Search", "tier", "2", "description", "Finds").then().statusCode(303).header("Location", endsWith(service));
        member.get(service).then().body(allOf(containsString("Tier 2, missed within the hour"), containsString("Search is saved"), containsString("Mia Member</span> edited")));
        member.post(service, "version", "1", "name", "Search", "tier", "2", "description", "Finds").then().statusCode(303);
        member.get(service).then().body(containsString("Nothing was changed"));
        assertEquals(2, Change.count("subject", "service"));
    }

    @Test
    void theSecondSaverSeesBothVersions() {
        var service = add("name", "Search", "tier", "4", "description", "Finds");
        Browser.as("other").post(service, "version", "0", "name", "Search", "tier", "2", "description", "Their words").then().statusCode(303);
        member.post(service, "version", "0", "name", "Search", "tier", "4", "description", "My words").then().statusCode(409)
                .body(allOf(containsString("Otto Other saved this before you"), containsString("Their words"), containsString("My words"),
                        containsString("name=\"version\" value=\"1\""), containsString("Taken from theirs, since you left it alone: Tier"),
                        containsString("<option value=\"2\" selected>")));
        member.get(service).then().body(allOf(containsString("Their words"), not(containsString("My words"))));
        member.post(service, "version", "1", "name", "Search", "tier", "2", "description", "My words").then().statusCode(303);
        member.get(service).then().body(containsString("My words"));
    }

    @Test
    void ofTwoWhoSaveAtOnceTheSecondIsAsked() {
        var service = add("name", "Search", "tier", "4");
        var other = Browser.as("other");
        other.get(service + "/edit");
        assertEquals(List.of(303, 409), AtOnce.sorted(() -> member.post(service, "version", "0", "name", "Mine", "tier", "4").statusCode(),
                () -> other.post(service, "version", "0", "name", "Theirs", "tier", "4").statusCode()));
    }

    @Test
    void anArchivedOneLeavesThePickersAndComesBack() {
        var service = add("name", "Wiki", "tier", "4");
        member.post(service + "/archive").then().statusCode(303).header("Location", endsWith(service));
        member.post(service + "/archive").then().statusCode(303);
        member.get(service).then().body(allOf(containsString("Bring it back"), containsString("archived")));
        member.get("/report").then().body(not(containsString(">Wiki<")));
        member.get("/services").then().body(allOf(containsString("Archived (1)"), containsString("No service is in use")));
        member.get("/services/new");
        member.post("/services", "key", member.key(), "name", "wiki", "tier", "4").then().statusCode(422).body(containsString("bring that one back"));
        member.post(service + "/return").then().statusCode(303);
        member.get("/report").then().body(containsString(">Wiki<"));
        assertEquals(List.of("added", "archived", "brought back"), Change.<Change>list("subject = 'service' order by id").stream().map(change -> change.verb).toList());
    }

    @Test
    void anArchivedTeamStaysButIsNotChosenAnew() {
        var team = Catalogue.team("Old guard");
        var service = add("name", "Wiki", "tier", "4", "team", "" + team);
        var other = add("name", "Mail", "tier", "4");
        member.post("/teams/" + team + "/archive").then().statusCode(303);
        member.get(service + "/edit").then().body(containsString("Old guard (archived)"));
        member.post(service, "version", "0", "name", "Wiki", "tier", "3", "team", "" + team).then().statusCode(303);
        member.get(other + "/edit").then().body(not(containsString("Old guard")));
        member.post(other, "version", "0", "name", "Mail", "tier", "3", "team", "" + team).then().statusCode(422);
    }

    @Test
    void theLatestOccurrencesLeadToTheirRecords() {
        var service = add("name", "Payments", "tier", "1");
        Catalogue.occurrences(1L, 12);
        member.get(service).then().body(allOf(containsString("href=\"/occurrences/1\""), containsString("All of them (12)"), containsString("/occurrences?service=1\""),
                containsString("/reliability?service=1\""), not(containsString("href=\"/occurrences/12\""))));
    }

    @Test
    void theCountOfNinetyDaysIsTheLogOfThoseDays() {
        add("name", "Payments", "tier", "1");
        Catalogue.occurrences(1L, 12);
        var list = member.get("/services");
        list.then().body("**.find { it.name() == 'td' && it.@class == 'num' }.text().replaceAll('[^0-9]', ' ').trim()", startsWith("10"));
        var link = list.htmlPath().getString("**.find { it.name() == 'a' && it.@href.text().startsWith('/occurrences?service=1&from') }.@href");
        var log = member.get(link).body().asString();
        assertEquals(true, log.contains("#10</span>") && !log.contains("#11</span>"));
    }

    @Test
    void viewersReadAndDoNotWrite() {
        var service = add("name", "Search", "tier", "4");
        var viewer = Browser.as("viewer");
        viewer.get("/services").then().statusCode(200).body(not(containsString("/services/new")));
        viewer.get(service).then().statusCode(200).body(allOf(not(containsString("/edit")), not(containsString("Archive it"))));
        viewer.get("/services/new").then().statusCode(403);
        viewer.get(service + "/edit").then().statusCode(403);
        for (var path : List.of("/services", service, service + "/archive", service + "/return")) {
            viewer.post(path, "name", "x", "tier", "1").then().statusCode(403);
        }
    }

    @Test
    void visitorsSignInFirst() {
        for (var path : List.of("/services", "/services/new", "/services/1", "/services/1/edit")) {
            Browser.visitor().get(path).then().statusCode(302).header("Location", containsString("/sign-in?next="));
        }
        for (var path : List.of("/services", "/services/1", "/services/1/archive", "/services/1/return")) {
            Browser.visitor().post(path, "name", "kept").then().statusCode(401).body(containsString("kept"));
        }
    }

    @Test
    void whatIsNotThereIsNotFound() {
        for (var path : List.of("/services/99", "/services/99/edit", "/services/junk")) {
            member.get(path).then().statusCode(404);
        }
        for (var path : List.of("/services/99", "/services/99/archive", "/services/99/return")) {
            member.post(path, "name", "x", "tier", "1").then().statusCode(404);
        }
    }

    @Test
    void formsAreNotVisited() {
        member.get("/services/1/archive").then().statusCode(405);
        member.get("/services/1/return").then().statusCode(405);
    }

    @Test
    void pagesCostTheSameHoweverMuchThereIs() {
        Catalogue.team("Money");
        add("name", "First", "tier", "1", "team", "1");
        Catalogue.occurrences(1L, 1);
        var list = Catalogue.statements(member, "/services");
        var page = Catalogue.statements(member, "/services/1");
        QuarkusTransaction.requiringNew().run(() -> Service.getEntityManager().createNativeQuery(
                "insert into service (name, tier, team_id, created_at) select 'Service ' || n, 1 + n % 4, 1, now() from generate_series(1, 300) n").executeUpdate());
        Catalogue.occurrences(2L, 30);
        Catalogue.occurrences(1L, 30);
        assertEquals(list, Catalogue.statements(member, "/services"));
        assertEquals(page, Catalogue.statements(member, "/services/1"));
    }

    private String add(String... fields) {
        return Catalogue.add(member, "/services", fields);
    }
}
