package org.closecall.library;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.stringContainsInOrder;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import org.closecall.Browser;
import org.closecall.Fixtures;
import org.closecall.Statements;
import org.closecall.catalog.Control;
import org.closecall.catalog.Service;
import org.closecall.catalog.Tag;
import org.closecall.defence.ControlState;
import org.closecall.defence.OccurrenceControl;
import org.closecall.occurrence.Moment;
import org.closecall.occurrence.Occurrence;
import org.closecall.people.Person;
import org.closecall.postmortem.PublishedLesson;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class LibraryTest {

    private static final Instant NOW = Instant.parse("2026-11-12T08:00:00Z");

    Browser viewer;

    @BeforeEach
    void signIn() {
        Fixtures.organisation();
        viewer = Browser.as("viewer");
    }

    @Test
    void saysWhatALessonIsWhileThereIsNone() {
        viewer.get("/library").then().statusCode(200).body(allOf(containsString("No lesson has been published yet"), containsString("0 lessons")));
    }

    @Test
    void showsLessonsNewestFirst() {
        lesson("The older one", "It began with a **drill**. It ended well.", NOW);
        lesson("The newer one", "", NOW.plusSeconds(60));
        viewer.get("/library").then().statusCode(200).body(stringContainsInOrder("The newer one", "The older one", "It began with a drill. It ended well.", "12 Nov 2026", "1&nbsp;min read"));
    }

    @Test
    void leavesOutDraftsAndRemovedRecords() {
        lesson("A draft", "Text", null);
        var removed = lesson("Of a removed record", "Text", NOW);
        QuarkusTransaction.requiringNew().run(() -> Occurrence.numbered(removed).remove(null, Person.withEmail("member@example.org"), NOW));
        viewer.get("/library").then().body(allOf(not(containsString("A draft")), not(containsString("Of a removed record")), containsString("0 lessons")));
    }

    @Test
    void findsWordsWhereverTheyStand() {
        lesson("Retries multiplied", "One slow answer became eighty-one requests.", NOW);
        lesson("A backup of nothing", "The restore drill passed for a year.", NOW);
        for (var words : new String[] {"retry", "RETRIES+requests", "%22slow+answer%22", "caches", "retries+the", "Disk+eighty-one", "multiplied+-caches"}) {
            viewer.get("/library?text=" + words).then().statusCode(200).body(containsString("Retries multiplied"));
        }
        viewer.get("/library?text=retries+requests").then().body(not(containsString("A backup of nothing")));
        viewer.get("/library?text=%22answer+slow%22").then().body(containsString("No lesson has these words"));
        viewer.get("/library?text=zebra").then().body(allOf(containsString("No lesson has these words"), containsString("value=\"zebra\"")));
    }

    @Test
    void survivesWhateverIsTyped() {
        lesson("Retries multiplied", "Text", NOW);
        for (var text : new String[] {"%27%27", "%22", "a%22b", "%26%7C%21()", "%00", ":*", "%5C", "%3Cscript%3E", "the", "x+".repeat(400)}) {
            viewer.get("/library?text=" + text).then().statusCode(200);
        }
        for (var after : new String[] {"x", "_", "2026-01-01T00:00:00Z_x", "nonsense_1", "2026-01-01T00:00:00Z_99999999999999999999"}) {
            viewer.get("/library?after=" + after).then().statusCode(200).body(containsString("Retries multiplied"));
        }
    }

    @Test
    void pagesByKey() {
        for (var i = 0; i < 45; i++) {
            lesson("Lesson " + (100 + i), "Text", NOW);
        }
        var seen = new HashSet<String>();
        var next = "/library";
        for (var page = 0; page < 3; page++) {
            var html = viewer.get(next).then().statusCode(200).body(containsString("45 lessons")).extract().asString();
            Pattern.compile("Lesson 1\\d\\d").matcher(html).results().forEach(found -> seen.add(found.group()));
            var link = Pattern.compile("rel=\"next\" href=\"([^\"]+)\"").matcher(html);
            next = link.find() ? link.group(1).replace("&amp;", "&") : null;
        }
        assertEquals(45, seen.size());
        assertEquals(null, next);
    }

    @Test
    void asksTheDatabaseTheSameHoweverManyLessons() {
        lesson("Lesson", "Text", NOW);
        viewer.get("/library");
        var one = Statements.during(() -> viewer.get("/library"));
        for (var i = 0; i < 10; i++) {
            lesson("Lesson " + i, "Text", NOW);
        }
        var many = Statements.during(() -> viewer.get("/library"));
        assertTrue(many <= one, many + " statements instead of " + one);
    }

    @Test
    void visitorsSignInFirst() {
        Browser.visitor().get("/library").then().statusCode(302).header("Location", containsString("/sign-in"));
    }

    @Test
    void showsWhereTheWordsStand() {
        lesson("Retries multiplied", "Before it. " + "Nothing of note. ".repeat(40) + "One **slow** answer became eighty-one <b>requests</b>.", NOW);
        viewer.get("/library?text=slow+requests").then().body(allOf(containsString("<mark>slow</mark>"), containsString("&lt;b&gt;<mark>requests</mark>"), not(containsString("Before it."))));
        viewer.get("/library?text=caches").then().body(containsString("Two <mark>caches</mark> were empty"));
    }

    @Test
    void isNarrowedByServiceFactorControlTagAndYear() {
        PublishedLesson.of("Held by a canary", "Text", "Capacity", "Too small", NOW, occurrence -> {
            occurrence.services.add(Service.create("Payments", 1, null, NOW));
            occurrence.tags.addAll(Tag.named(List.of("Rotation")));
            occurrence.started = Moment.at(Instant.parse("2025-12-31T23:30:00Z"));
            var held = new OccurrenceControl();
            held.occurrence = occurrence;
            held.control = Control.findById(8L);
            held.state = ControlState.HELD;
            held.persist();
        });
        lesson("Another", "Text", NOW);
        for (var narrowed : List.of("service=1", "factor=5", "control=8", "tag=rotation", "year=2026&factor=5", "service=1&factor=5&text=text")) {
            viewer.get("/library?" + narrowed).then().statusCode(200).body(allOf(containsString("Held by a canary"), not(containsString(">Another<")), containsString("1 lesson found")));
        }
        viewer.get("/library?year=2025").then().body(containsString("No lesson has all of this"));
        viewer.get("/library?service=x&factor=NONE&control=%00&tag=%00&year=99999").then().statusCode(200);
        viewer.get("/library").then().body(allOf(containsString("<option value=\"5\">Capacity</option>"), containsString(">Payments</option>"), containsString(">Rotation</option>")));
    }

    @Test
    void pointsToLessonsThatShareSomething() {
        var first = lesson("Retries multiplied", "Text", NOW);
        lesson("Caches went cold", "Text", NOW);
        PublishedLesson.of("Quite another thing", "Text", "Hardware", "A fan", NOW, occurrence -> { });
        viewer.get("/occurrences/" + first + "/postmortem").then().statusCode(200)
                .body(allOf(containsString("Similar to this one"), containsString("Caches went cold"), containsString("shares a factor of Data"), not(containsString("Quite another thing"))));
    }

    private static long lesson(String title, String summary, Instant published) {
        return PublishedLesson.of(title, summary, "Data", title.startsWith("Retries") ? "Two caches were empty" : "Rows were not counted", published, occurrence -> { });
    }
}
