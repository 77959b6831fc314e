package org.closecall.view;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.closecall.Browser;
import org.closecall.Fixtures;
import org.closecall.action.ActionItem;
import org.closecall.action.Aim;
import org.closecall.catalog.Team;
import org.closecall.people.Person;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ViewsTest {

    Browser member;

    @BeforeEach
    void signIn() {
        Fixtures.organisation();
        member = Browser.as("member");
    }

    private Response save(String name, String query, String shared) {
        return member.post("/views", "name", name, "query", query, "shared", shared);
    }

    @Test
    void aFilterIsSavedUnderANameAndShownAboveTheLog() {
        member.get("/occurrences?kind=HAZARD&text=dns+%26+more").then().body(containsString("href=\"/views/new?text=dns+%26+more&amp;kind=HAZARD\""));
        member.get("/views/new?text=dns+%26+more&kind=HAZARD").then().statusCode(200);
        save("Name <servers>", member.field("query"), "").then().statusCode(303).header("Location", endsWith("/occurrences?text=dns+%26+more&kind=HAZARD"));
        member.get("/occurrences?kind=HAZARD&text=dns+%26+more").then().statusCode(200).body(containsString("aria-current=\"page\">Name &lt;servers&gt;"));
    }

    @Test
    void actionsHaveViewsOfTheirOwn() {
        save("Same name", "?kind=HAZARD", "").then().statusCode(303);
        QuarkusTransaction.requiringNew().run(() -> {
            var action = new ActionItem();
            action.title = "Something";
            action.aim = Aim.DETECT_SOONER;
            action.add(null, Person.withEmail("member@example.org"), Instant.EPOCH);
        });
        member.get("/actions?view=board&by=team&state=DONE&team=3").then().body(containsString("href=\"/views/new?state=DONE&amp;team=3&amp;view=board&amp;by=team&amp;list=ACTIONS\""));
        member.get("/views/new?list=ACTIONS&team=3&view=board&by=team&evil=1").then().body(containsString("of the list of actions"));
        member.post("/views", "name", "Same name", "list", "ACTIONS", "query", member.field("query"), "shared", "").then().statusCode(303).header("Location", endsWith("/actions?team=3&view=board&by=team"));
        member.get("/actions?team=3&view=board&by=team").then().body(containsString("aria-current=\"page\">Same name"));
        member.get("/occurrences").then().body(not(containsString("by=team")));
        member.get("/views").then().body(allOf(containsString("Of the log"), containsString("Of the actions"), not(containsString("/rise"))));
    }

    @Test
    void onlyWhatTheLogKnowsIsKept() {
        save("Odd", "?after=2020-01-01T00:00:00Z_1&evil=//example.org&kind=INCIDENT&text=%zz&severity=&sort=oldest", "").then().statusCode(303)
                .header("Location", endsWith("/occurrences?kind=INCIDENT&sort=oldest"));
        save("Everything of ours", "", "").then().statusCode(303).header("Location", endsWith("/occurrences"));
    }

    @Test
    void othersSeeWhatIsShared() {
        save("Mine alone", "?kind=HAZARD", "");
        save("For all", "?kind=NEAR_MISS", "EVERYBODY");
        Browser.as("viewer").get("/occurrences").then().body(allOf(containsString("For all <span class=\"faint\">Mia Member</span>"), not(containsString("Mine alone"))));
        var other = Browser.as("other");
        other.get("/views").then().body(not(containsString("For all")));
        other.get("/views/2/edit").then().statusCode(404);
        other.post("/views/2", "name", "Taken").then().statusCode(404);
        other.post("/views/2/removal").then().statusCode(404);
        other.post("/views/2/rise").then().statusCode(404);
    }

    @Test
    void theMembersOfATeamSeeWhatIsSharedWithIt() {
        QuarkusTransaction.requiringNew().run(() -> {
            var team = new Team();
            team.name = "Money";
            team.createdAt = Instant.EPOCH;
            team.members.add(Person.withEmail("other@example.org"));
            team.persist();
        });
        member.get("/views/new").then().body(containsString("Members of Money"));
        save("For Money", "?kind=HAZARD", "1").then().statusCode(303);
        member.get("/views").then().body(containsString("shown to the members of Money"));
        Browser.as("other").get("/occurrences").then().body(containsString("For Money <span"));
        Browser.as("viewer").get("/occurrences").then().body(not(containsString("For Money")));
    }

    @Test
    void refusesAndKeepsWhatWasTyped() {
        save(" ", "?kind=HAZARD", "EVERYBODY").then().statusCode(422).body(allOf(containsString("It needs a name"), containsString("value=\"?kind=HAZARD\""), containsString("<option value=\"EVERYBODY\" selected>")));
        save("x".repeat(61), "", "").then().statusCode(422).body(containsString("At most 60 characters"));
        save("Twice", "", "").then().statusCode(303);
        save("TWICE", "?kind=HAZARD", "").then().statusCode(422).body(containsString("You have a view of that name already"));
        assertEquals(1, SavedView.count());
    }

    @Test
    void thirtyAreTheMost() {
        for (var i = 0; i < SavedView.MOST; i++) {
            save("View " + i, "", "").then().statusCode(303);
        }
        save("One more", "", "").then().statusCode(422).body(containsString("You have 30 views"));
    }

    @Test
    void viewsAreRenamedOrderedAndRemoved() {
        save("One", "", "");
        save("Two", "", "");
        save("Three", "", "");
        member.post("/views/3/rise").then().statusCode(303);
        member.post("/views/1/rise").then().statusCode(303);
        assertEquals(List.of("One", "Three", "Two"), names());
        member.get("/views/3/edit").then().statusCode(200);
        member.post("/views/3", "name", "Third", "query", "?kind=HAZARD", "shared", "EVERYBODY").then().statusCode(303);
        member.post("/views/1/removal").then().statusCode(303);
        assertEquals(List.of("Third", "Two"), names());
        member.post("/views/1/removal").then().statusCode(404);
        member.get("/views/1/removal").then().statusCode(405);
    }

    @Test
    void viewersSaveNone() {
        Browser.as("viewer").post("/views", "name", "x").then().statusCode(403);
        Browser.visitor().get("/views").then().statusCode(302);
    }

    private List<String> names() {
        return Pattern.compile("class=\"list__title\" href=\"[^\"]*\">([^<]+)</a>").matcher(member.get("/views").body().asString()).results().map(found -> found.group(1)).toList();
    }
}
