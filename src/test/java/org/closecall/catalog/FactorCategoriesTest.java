package org.closecall.catalog;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.stringContainsInOrder;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.List;
import org.closecall.AtOnce;
import org.closecall.Browser;
import org.closecall.Fixtures;
import org.closecall.people.Change;
import org.closecall.postmortem.PublishedLesson;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class FactorCategoriesTest {

    private static final String CATEGORIES = "/admin/factor-categories";

    Browser administrator;

    @BeforeEach
    void signIn() {
        Fixtures.organisation();
        administrator = Browser.as("administrator");
    }

    @Test
    void oneIsAddedOnceAndOfferedWithWhatBelongsThere() {
        administrator.get(CATEGORIES + "/new");
        var key = administrator.key();
        for (var i = 0; i < 2; i++) {
            administrator.post(CATEGORIES, "key", key, "name", " Time  zones ", "description", "Clocks & leaps").then().statusCode(303).header("Location", endsWith(CATEGORIES));
        }
        assertEquals(1, FactorCategory.count("name = 'Time zones'"));
        var lesson = PublishedLesson.of("A lesson", "Text", "Time zones", "The clock went back", Instant.now(), occurrence -> { });
        administrator.get("/occurrences/" + lesson + "/postmortem/factors/new").then().body(allOf(containsString("<option value=\"18\">Time zones</option>"), containsString("<dd>Clocks &amp; leaps</dd>")));
        administrator.get(CATEGORIES).then().statusCode(200).body(stringContainsInOrder("Not known yet", "Time zones", "1<span class=\"d-sm-none\"> postmortem<"));
    }

    @Test
    void aRefusedOneKeepsEveryWord() {
        administrator.post(CATEGORIES, "name", "CODE", "description", "<kept>", "catchAll", "true").then().statusCode(422)
                .body(allOf(containsString("There is already a category called Code"), containsString("value=\"CODE\""), containsString("&lt;kept&gt;"), containsString("value=\"true\" checked")));
        administrator.post(CATEGORIES + "/3", "name", "", "description", "", "version", "0").then().statusCode(422).body(allOf(containsString("What is it called?"), containsString("What belongs here?")));
    }

    @Test
    void twoWhoChooseOneNameAtOnceAreBothAnswered() {
        var other = Browser.as("administrator");
        administrator.get(CATEGORIES + "/new");
        other.get(CATEGORIES + "/new");
        var codes = AtOnce.sorted(() -> administrator.post(CATEGORIES, "key", administrator.key(), "name", "Weather", "description", "x").statusCode(),
                () -> other.post(CATEGORIES, "key", other.key(), "name", "weather", "description", "x").statusCode());
        assertEquals(List.of(303, 422), codes);
    }

    @Test
    void aRenamedOneIsRenamedInWhatIsPublished() {
        var lesson = PublishedLesson.of("A lesson", "Text", "Code", "A loop", Instant.now(), occurrence -> { });
        administrator.post(CATEGORIES + "/1", "name", "Programs", "description", "x", "version", "0").then().statusCode(303);
        for (var page : new String[] {"", "/versions/1", "/markdown", "/versions/comparison"}) {
            Browser.as("viewer").get("/occurrences/" + lesson + "/postmortem" + page).then().statusCode(200).body(not(containsString("Code<")));
        }
        Browser.as("viewer").get("/occurrences/" + lesson + "/postmortem").then().body(containsString(">Programs<"));
        Browser.as("viewer").get("/library?factor=1").then().body(allOf(containsString("A lesson"), containsString(">Programs</option>")));
    }

    @Test
    void anArchivedOneStaysWithItsFactorsAndIsOfferedToNoOther() {
        var lesson = PublishedLesson.of("A lesson", "Text", "Code", "A loop", Instant.now(), occurrence -> { });
        var factors = "/occurrences/" + lesson + "/postmortem/factors";
        administrator.post(CATEGORIES + "/1/archive").then().statusCode(303);
        administrator.get(factors + "/new").then().body(allOf(containsString("<option value=\"2\""), not(containsString("<option value=\"1\""))));
        administrator.post(factors, "key", administrator.key(), "category", "1", "text", "Another", "howKnown", "").then().statusCode(422).body(containsString("“Code” is archived: choose another"));
        administrator.get(factors + "/1/edit").then().body(containsString("<option value=\"1\" selected>Code (archived)</option>"));
        administrator.post(factors + "/1", "version", "0", "category", "1", "text", "A loop without end", "howKnown", "").then().statusCode(303);
        Browser.as("viewer").get("/occurrences/" + lesson + "/postmortem").then().body(containsString(">Code<"));
        administrator.post(CATEGORIES + "/1/return").then().statusCode(303);
        administrator.get(factors + "/new").then().body(containsString("<option value=\"1\">Code</option>"));
    }

    @Test
    void theLastOneStays() {
        QuarkusTransaction.requiringNew().run(() -> FactorCategory.update("archivedAt = ?1 where id > 1", Instant.now()));
        administrator.post(CATEGORIES + "/1/archive").then().statusCode(303);
        administrator.get(CATEGORIES).then().body(containsString("“Code” stays"));
        assertEquals(1, FactorCategory.inUse().size());
    }

    @Test
    void theyAreMovedUpAndDownAndNoFurther() {
        administrator.post(CATEGORIES + "/2/place", "move", "up").then().statusCode(303).header("Location", endsWith("#category-2"));
        administrator.post(CATEGORIES + "/2/place", "move", "up").then().statusCode(303);
        administrator.post(CATEGORIES + "/17/place", "move", "down").then().statusCode(303);
        administrator.post(CATEGORIES + "/16/place", "move", "sideways").then().statusCode(303);
        assertEquals("Configuration, Code, Deployment and rollout", String.join(", ", FactorCategory.inUse().stream().limit(3).map(one -> one.name).toList()));
        assertEquals(1, Change.count("subject = 'factor category'"));
        administrator.post(CATEGORIES + "/1/place", "move", "down").then().statusCode(303);
        assertEquals(List.of(2L, 3L, 1L), FactorCategory.inUse().stream().map(one -> one.id).limit(3).toList());
    }

    @Test
    void twoWhoEditOneAreShownBothAndMovingIsNoEdit() {
        administrator.post(CATEGORIES + "/2/place", "move", "up");
        administrator.post(CATEGORIES + "/2", "name", "Settings", "description", "Theirs", "version", "0").then().statusCode(303);
        administrator.post(CATEGORIES + "/2", "name", "Switches", "description", "Mine", "version", "0").then().statusCode(409)
                .body(allOf(containsString("Ada Administrator saved this before you"), containsString("value=\"Switches\""), containsString("Theirs"), containsString("name=\"version\" value=\"2\"")));
        administrator.post(CATEGORIES + "/2", "name", "Switches", "description", "Mine", "version", "2").then().statusCode(303);
        administrator.get(CATEGORIES + "/2/edit").then().body(allOf(containsString("<del class=\"quiet\">Settings</del>"), containsString("moved")));
    }

    @Test
    void belongToAdministrators() {
        Browser.as("member").get(CATEGORIES).then().statusCode(404);
        Browser.as("member").post(CATEGORIES + "/1/archive").then().statusCode(404);
        Browser.visitor().get(CATEGORIES).then().statusCode(302);
        administrator.get(CATEGORIES + "/999/edit").then().statusCode(404);
        administrator.post(CATEGORIES + "/999/place", "move", "up").then().statusCode(404);
        administrator.get(CATEGORIES + "/1/archive").then().statusCode(405);
    }
}
