package org.closecall.occurrence;

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
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.closecall.AtOnce;
import org.closecall.Browser;
import org.closecall.Fixtures;
import org.closecall.people.Change;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class LinksTest {

    Browser member;

    @BeforeEach
    void fiveIncidents() {
        Fixtures.organisation();
        member = Browser.as("member");
        QuarkusTransaction.requiringNew().run(() -> {
            for (var title : List.of("One", "Two", "Three", "Four", "Five")) {
                var occurrence = new Occurrence();
                occurrence.kind = Kind.INCIDENT;
                occurrence.title = "Incident " + title;
                occurrence.file(Fixtures.person("member"), Instant.parse("2026-01-01T00:00:00Z"));
            }
        });
    }

    private Response link(long number, String relation, String other) {
        return member.post("/occurrences/" + number + "/links", "relation", relation, "other", other);
    }

    @Test
    void bothRecordsSayItInTheirOwnDirection() {
        link(2, "CAUSED_BY", "#1").then().statusCode(303).header("Location", endsWith("/occurrences/2#linked"));
        link(3, "DUPLICATE_OF", "2").then().statusCode(303);
        link(2, "FORETOLD_BY", "http://localhost/occurrences/4?x=1#timeline").then().statusCode(303);
        link(2, "FORETOLD", "5").then().statusCode(303);
        assertEquals(List.of("Caused by #1", "Has the duplicate #3", "Foretold by #4", "Foretold #5"), linked(2));
        assertEquals(List.of("Caused #2"), linked(1));
        assertEquals(List.of("Duplicate of #2"), linked(3));
        assertEquals(List.of("Foretold #2"), linked(4));
        assertEquals(List.of("Foretold by #2"), linked(5));
    }

    @Test
    void theHistoriesOfBothTellOfIt() {
        link(2, "CAUSED_BY", "1");
        member.get("/occurrences/1/history").then().body(allOf(containsString("linked"), containsString("Caused"), containsString("#2 Incident Two")));
        member.get("/occurrences/2/history").then().body(allOf(containsString("Caused by"), containsString("#1 Incident One")));
    }

    @Test
    void unlinkingCanBeUndone() {
        link(1, "RELATED", "2");
        member.post("/occurrences/2/links/1/removal").then().statusCode(303);
        assertEquals(List.of(), linked(1));
        Browser.as("viewer").get("/occurrences/1").then().body(not(containsString("No longer related")));
        member.get("/occurrences/2").then().body(containsString("No longer related to #1."));
        member.post("/occurrences/2/links/1/removal").then().statusCode(303);
        member.post("/occurrences/2/links/1/restoration").then().statusCode(303);
        member.post("/occurrences/2/links/1/restoration").then().statusCode(303);
        assertEquals(List.of("Related to #2"), linked(1));
        member.get("/occurrences/1/history").then().body(containsString("linked again"));
        assertEquals(4, historyLines(1));
    }

    @Test
    void whatWasLinkedOtherwiseMeanwhileStays() {
        link(1, "RELATED", "2");
        member.post("/occurrences/1/links/1/removal");
        link(1, "CAUSED_BY", "2");
        member.post("/occurrences/1/links/1/restoration").then().statusCode(422).body(containsString("linked already"));
        assertEquals(List.of("Caused by #2"), linked(1));
    }

    @Test
    void refusesWhatIsNotThereAndKeepsWhatWasTyped() {
        link(1, "CAUSED_BY", "").then().statusCode(422).body(containsString("Which one? Its number or its address"));
        link(1, "CAUSED_BY", "the <last> one").then().statusCode(422).body(allOf(containsString("value=\"the &lt;last&gt; one\""), containsString("A number such as #12"), containsString("<option value=\"CAUSED_BY\" selected>")));
        link(1, "CAUSED_BY", "99").then().statusCode(422).body(containsString("There is no #99"));
        link(1, "CAUSED_BY", "1").then().statusCode(422).body(containsString("That is this record itself"));
        link(1, "JUNK", "2").then().statusCode(422).body(containsString("Choose how they hang together"));
        member.post("/occurrences/5/removal");
        link(1, "RELATED", "5").then().statusCode(422).body(containsString("#5 was removed"));
        assertEquals(List.of(), linked(1));
    }

    @Test
    void aPairHasOneLink() {
        link(1, "CAUSED_BY", "2").then().statusCode(303);
        link(1, "CAUSED_BY", "2").then().statusCode(303);
        link(2, "CAUSED", "1").then().statusCode(303);
        link(2, "RELATED", "1").then().statusCode(422).body(containsString("They are linked already, as “caused #1”"));
        assertEquals(1, OccurrenceLink.count());
        assertEquals(2, historyLines(1));
    }

    @Test
    void noCircleOfCausesAndDuplicates() {
        link(1, "CAUSED_BY", "2");
        link(2, "DUPLICATE_OF", "3");
        link(3, "CAUSED_BY", "4");
        link(4, "CAUSED_BY", "1").then().statusCode(422).body(containsString("That would go round in a circle: by duplicates and causes, #1 already leads back to #4."));
        link(1, "CAUSED", "4").then().statusCode(422).body(containsString("go round in a circle"));
        link(4, "FORETOLD_BY", "1").then().statusCode(303);
        member.post("/occurrences/2/links/2/removal");
        member.post("/occurrences/1/links/4/removal");
        link(4, "CAUSED_BY", "1").then().statusCode(303);
        member.post("/occurrences/2/links/2/restoration").then().statusCode(422).body(containsString("go round in a circle"));
    }

    @Test
    void twoPeopleAtOnceMakeNoCircleEither() {
        link(1, "CAUSED_BY", "2");
        var other = Browser.as("other");
        var mine = (Callable<Integer>) () -> link(2, "CAUSED_BY", "3").statusCode();
        var theirs = (Callable<Integer>) () -> other.post("/occurrences/3/links", "relation", "CAUSED_BY", "other", "1").statusCode();
        assertEquals(List.of(303, 422), AtOnce.sorted(mine, theirs));
    }

    @Test
    void removedRecordsAreNotShownAsLinked() {
        link(1, "CAUSED_BY", "2");
        member.post("/occurrences/2/removal");
        assertEquals(List.of(), linked(1));
        member.post("/occurrences/2/restoration");
        assertEquals(List.of("Caused by #2"), linked(1));
    }

    @Test
    void viewersReadLinksAndMakeNone() {
        link(1, "CAUSED_BY", "2");
        var viewer = Browser.as("viewer");
        viewer.get("/occurrences/1").then().body(allOf(containsString("Caused by"), not(containsString("Unlink"))));
        viewer.get("/occurrences/3").then().body(not(containsString("id=\"linked\"")));
        viewer.post("/occurrences/1/links", "relation", "RELATED", "other", "3").then().statusCode(403);
        viewer.post("/occurrences/1/links/1/removal").then().statusCode(403);
    }

    @Test
    void unknownOnesAreNotFound() {
        link(99, "RELATED", "1").then().statusCode(404);
        link(1, "RELATED", "2");
        member.post("/occurrences/3/links/1/removal").then().statusCode(404);
        member.post("/occurrences/1/links/7/restoration").then().statusCode(404);
        member.get("/occurrences/99/links/new").then().statusCode(404);
        member.get("/occurrences/1/links/1/removal").then().statusCode(405);
        assertNull(LinkForm.number("/occurrences/x"));
    }

    private List<String> linked(long number) {
        var page = member.get("/occurrences/" + number).body().asString();
        var card = page.replaceFirst("(?s).*<h2 id=\"linked\">", "").replaceFirst("(?s)</section>.*", "");
        return Pattern.compile("<li><div class=\"small quiet\">([^<]+)</div>.*?<span class=\"faint\">(#\\d+)</span>", Pattern.DOTALL)
                .matcher(card).results().map(found -> found.group(1) + " " + found.group(2)).toList();
    }

    private long historyLines(long number) {
        return QuarkusTransaction.requiringNew().call(() -> Change.count("occurrenceId", Occurrence.numbered(number).id));
    }
}
