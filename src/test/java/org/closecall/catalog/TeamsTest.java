package org.closecall.catalog;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.List;
import org.closecall.Browser;
import org.closecall.Fixtures;
import org.closecall.people.Change;
import org.closecall.people.Person;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class TeamsTest {

    Browser member;

    @BeforeEach
    void signIn() {
        Fixtures.organisation();
        member = Browser.as("member");
    }

    @Test
    void sayWhatATeamIsForWhileThereIsNone() {
        member.get("/teams").then().statusCode(200).body(allOf(containsString("No team yet"), containsString("Add the first team")));
        Browser.as("viewer").get("/teams").then().body(not(containsString("/teams/new")));
    }

    @Test
    void addATeamAndShowItsServices() {
        var lead = Fixtures.person("other");
        var team = Catalogue.add(member, "/teams", "name", "Money", "description", "Answers for *payments*", "lead", "" + lead.id);
        Catalogue.add(member, "/services", "name", "Ledger", "tier", "1", "team", team.substring("/teams/".length()));
        member.get(team).then().statusCode(200).body("html.head.title", is("Money · Closecall"))
                .body(allOf(containsString("Otto Other"), containsString("<em>payments</em>"), containsString("Ledger"), containsString("/reliability?team=1\""), containsString("/occurrences?team=1\"")));
        member.get("/teams").then().body(allOf(containsString("Money"), containsString("Otto Other")));
    }

    @Test
    void keepTheTextOfARefusedForm() {
        Catalogue.add(member, "/teams", "name", "Money");
        var viewer = Fixtures.person("viewer");
        member.get("/teams/new");
        member.post("/teams", "key", member.key(), "name", "MONEY", "description", "Kept <i>text</i>", "lead", "" + viewer.id).then().statusCode(422)
                .body(allOf(containsString("There is already a team called Money"), containsString("Kept &lt;i&gt;text&lt;/i&gt;"), containsString("Choose one of the members listed")));
        assertEquals(1, Team.count());
    }

    @Test
    void theSameFormSentTwiceAddsOnce() {
        member.get("/teams/new");
        var key = member.key();
        member.post("/teams", "key", key, "name", "Money").then().statusCode(303).header("Location", endsWith("/teams/1"));
        member.post("/teams", "key", key, "name", "Money").then().statusCode(303).header("Location", endsWith("/teams/1"));
        member.post("/teams", "key", key, "name", "Gold").then().statusCode(409).body(containsString("href=\"/teams/1\""));
    }

    @Test
    void aLeadWhoLeftStaysUntilChanged() {
        var lead = Fixtures.person("other");
        var team = Catalogue.add(member, "/teams", "name", "Money", "lead", "" + lead.id);
        QuarkusTransaction.requiringNew().run(() -> Person.<Person>findById(lead.id).deactivatedAt = Instant.now());
        member.get(team).then().body(containsString("(deactivated)"));
        member.get(team + "/edit").then().body(containsString("Otto Other"));
        member.post(team, "version", "0", "name", "Money and more", "lead", "" + lead.id).then().statusCode(303);
        member.get("/teams/new").then().body(not(containsString("Otto Other")));
    }

    @Test
    void theSecondSaverSeesBothVersions() {
        var team = Catalogue.add(member, "/teams", "name", "Money", "description", "First");
        Browser.as("other").post(team, "version", "0", "name", "Money", "description", "Theirs").then().statusCode(303);
        member.post(team, "version", "0", "name", "Gold", "description", "First").then().statusCode(409)
                .body(allOf(containsString("You changed different fields"), containsString("value=\"Gold\""), containsString("Theirs"), containsString("name=\"version\" value=\"1\"")));
        member.post(team, "version", "0", "name", "Money", "description", "Mine").then().statusCode(409)
                .body(allOf(containsString("Otto Other saved this before you"), containsString("Mine"), containsString("Theirs")));
        member.post(team, "version", "1", "name", "Gold", "description", "Theirs").then().statusCode(303);
    }

    @Test
    void anArchivedOneComesBackWithItsServices() {
        var team = Catalogue.add(member, "/teams", "name", "Money");
        Catalogue.add(member, "/services", "name", "Ledger", "tier", "1", "team", "1");
        member.post(team + "/archive").then().statusCode(303);
        member.get("/teams").then().body(allOf(containsString("Archived (1)"), containsString("No team is in use")));
        member.get("/services/new").then().body(not(containsString(">Money<")));
        member.get("/services/1").then().body(containsString(">Money<"));
        member.post(team + "/return").then().statusCode(303);
        member.get("/services/new").then().body(containsString(">Money<"));
        assertEquals(List.of("added", "archived", "brought back"), Change.<Change>list("subject = 'team' order by id").stream().map(change -> change.verb).toList());
    }

    @Test
    void viewersReadAndDoNotWrite() {
        var team = Catalogue.add(member, "/teams", "name", "Money");
        var viewer = Browser.as("viewer");
        viewer.get(team).then().statusCode(200).body(not(containsString("Archive it")));
        viewer.get("/teams/new").then().statusCode(403);
        viewer.get(team + "/edit").then().statusCode(403);
        for (var path : List.of("/teams", team, team + "/archive", team + "/return")) {
            viewer.post(path, "name", "x").then().statusCode(403);
        }
    }

    @Test
    void visitorsSignInFirst() {
        for (var path : List.of("/teams", "/teams/new", "/teams/1", "/teams/1/edit")) {
            Browser.visitor().get(path).then().statusCode(302).header("Location", containsString("/sign-in"));
        }
        for (var path : List.of("/teams", "/teams/1", "/teams/1/archive", "/teams/1/return")) {
            Browser.visitor().post(path, "name", "kept").then().statusCode(401).body(containsString("kept"));
        }
    }

    @Test
    void whatIsNotThereIsNotFoundAndFormsAreNotVisited() {
        member.get("/teams/99").then().statusCode(404);
        member.get("/teams/99/edit").then().statusCode(404);
        for (var path : List.of("/teams/99", "/teams/99/archive", "/teams/99/return")) {
            member.post(path, "name", "x").then().statusCode(404);
        }
        member.get("/teams/1/archive").then().statusCode(405);
        member.get("/teams/1/return").then().statusCode(405);
    }

    @Test
    void theListCostsTheSameHoweverManyThereAre() {
        Catalogue.add(member, "/teams", "name", "Money", "lead", "" + Fixtures.person("other").id);
        var few = Catalogue.statements(member, "/teams");
        QuarkusTransaction.requiringNew().run(() -> Team.getEntityManager().createNativeQuery(
                "insert into team (name, lead_id, created_at) select 'Team ' || n, 1 + n % 4, now() from generate_series(1, 100) n").executeUpdate());
        assertEquals(few, Catalogue.statements(member, "/teams"));
    }
}
