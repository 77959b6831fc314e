package org.closecall.postmortem;

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
import java.util.regex.Pattern;
import org.closecall.Browser;
import org.closecall.Fixtures;
import org.closecall.Statements;
import org.closecall.occurrence.Kind;
import org.closecall.occurrence.Occurrence;
import org.closecall.people.Person;
import org.closecall.review.Review;
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

    private static long lesson(String title, String summary, Instant published) {
        var number = Draft.occurrence(Kind.INCIDENT, "Disk full");
        QuarkusTransaction.requiringNew().run(() -> {
            var me = Person.withEmail("member@example.org");
            var postmortem = Postmortem.start(Occurrence.numbered(number), TemplateVersion.builtIn(Review.FULL), me, NOW);
            postmortem.title = title;
            postmortem.section("summary").write(summary, me, NOW);
            var factor = new ContributingFactor();
            factor.category = Category.DATA;
            factor.text = title.startsWith("Retries") ? "Two caches were empty" : "Rows were not counted";
            factor.add(postmortem, me, NOW);
            if (published != null) {
                postmortem.publish(null, me, published);
            }
        });
        return number;
    }
}
