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
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.closecall.Browser;
import org.closecall.Fixtures;
import org.closecall.Statements;
import org.closecall.catalog.Control;
import org.closecall.defence.ControlState;
import org.closecall.defence.OccurrenceControl;
import org.closecall.occurrence.Kind;
import org.closecall.occurrence.Moment;
import org.closecall.occurrence.Occurrence;
import org.closecall.people.Person;
import org.closecall.postmortem.PublishedLesson;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class LibraryFactorsTest {

    private static final Instant NOW = Instant.parse("2026-11-12T08:00:00Z");
    private static final String MARCH = "/library/factors?from=2026-03-01&to=2026-03-31";
    private static final Pattern COUNT = Pattern.compile("href=\"(/library\\?[^\"]+)\">(\\d+)<");

    Browser viewer;

    @BeforeEach
    void signIn() {
        Fixtures.organisation();
        viewer = Browser.as("viewer");
    }

    @Test
    void saysWhatIsCountedWhileThereIsNothing() {
        viewer.get("/library/factors").then().statusCode(200).body(allOf(containsString("No postmortem to count"), containsString("href=\"/library/factors\" aria-current=\"page\"")));
        viewer.get("/library").then().body(containsString("href=\"/library/factors\""));
        Browser.visitor().get("/library/factors").then().statusCode(302);
    }

    @Test
    void everyCountOpensAsManyRecords() {
        lesson("Code", "2026-03-01T12:00:00Z", record(Kind.INCIDENT, 5, ControlState.FAILED));
        lesson("Code", "2026-03-02T12:00:00Z", record(Kind.NEAR_MISS, 5, ControlState.HELD));
        lesson("Data", "2026-03-03T12:00:00Z", record(Kind.HAZARD, 6, ControlState.ABSENT));
        lesson("Data", "2026-03-04T12:00:00Z", occurrence -> occurrence.stoppedByControl = Control.findById(7L));
        lesson("Code", "2026-03-05T12:00:00Z", record(Kind.NEAR_MISS, 6, ControlState.UNKNOWN));
        for (var narrowed : new String[] {"", "&kind=CLOSE", "&kind=INCIDENT"}) {
            viewer.get(MARCH + narrowed).then().statusCode(200);
            var counts = COUNT.matcher(viewer.page()).results().toList();
            assertTrue(counts.size() > 3, viewer.page());
            counts.forEach(count -> viewer.get(count.group(1).replace("&amp;", "&")).then().statusCode(200).body(containsString(" " + lessons(count.group(2)) + " found")));
        }
        viewer.get(MARCH).then().body(stringContainsInOrder("Contributing factors", ">Code<", "3<", ">Data<", "2<", "5 <span class=\"quiet\">(100 %)", "Controls that held", ">Controls that failed or were missing<"));
        viewer.get(MARCH + "&kind=CLOSE").then().body(allOf(containsString("3 of 3 postmortems name any"), not(containsString("</span>Incidents</th>"))));
    }

    @Test
    void eachPostmortemCountsOnceAsItsReadersSeeIt() {
        var number = lesson("Code", "2026-03-01T12:00:00Z", occurrence -> { });
        var member = Browser.as("member");
        var there = "/occurrences/" + number + "/postmortem";
        add(member, there, "1", "Another of that kind");
        publish(member, there);
        add(member, there, "4", "Not said aloud yet");
        lesson("Data", "2026-02-28T22:59:59Z", occurrence -> { });
        lesson("Data", "2026-03-31T22:00:00Z", occurrence -> { });
        lesson("Data", "2026-03-31T21:59:59Z", occurrence -> { });
        var removed = lesson("Network", "2026-03-02T12:00:00Z", occurrence -> { });
        QuarkusTransaction.requiringNew().run(() -> Occurrence.numbered(removed).remove(null, Person.withEmail("member@example.org"), NOW));
        viewer.get(MARCH).then().body(allOf(containsString("2 of 2 postmortems name any"), stringContainsInOrder(">Code<", "(50 %)", ">Data<", "(100 %)"), not(containsString(">Network<"))));
        viewer.get("/library?factor=4&from=2026-03-01&to=2026-03-31").then().body(containsString("1 lesson found"));
        viewer.get("/library?factor=4").then().body(containsString("3 lessons found"));
        publish(member, there);
        viewer.get("/library?factor=4").then().body(containsString("4 lessons found"));
        viewer.get(MARCH).then().body(stringContainsInOrder(">Data<", "2 <span", ">Code<", "2 <span"));
        member.post(there + "/withdrawal").then().statusCode(303);
        viewer.get(MARCH).then().body(allOf(containsString("1 of 1 postmortem names any"), not(containsString(">Code<"))));
    }

    @Test
    void whatCannotBeMeantIsTheLastTwelveMonths() {
        lesson("Code", Instant.now().toString(), occurrence -> { });
        for (var asked : new String[] {"?from=x&to=&kind=WITCH&service=x&control=%00&did=x", "?from=99999-01-01", "?factor=4&text=nothing&tag=none"}) {
            viewer.get("/library/factors" + asked).then().statusCode(200).body(containsString("1 of 1 postmortem names any"));
            viewer.get("/library" + asked).then().statusCode(200);
        }
        viewer.get("/library/factors?from=2030-01-01&to=2029-01-01").then().statusCode(200).body(containsString("No postmortem to count"));
    }

    @Test
    void asksTheDatabaseTheSameHoweverManyLessons() {
        lesson("Code", "2026-03-01T12:00:00Z", record(Kind.INCIDENT, 5, ControlState.FAILED));
        viewer.get(MARCH);
        var one = Statements.during(() -> viewer.get(MARCH));
        for (var i = 0; i < 5; i++) {
            lesson(i % 2 == 0 ? "Data" : "Code", "2026-03-02T12:00:00Z", record(Kind.NEAR_MISS, 6 + i, ControlState.HELD));
        }
        var many = Statements.during(() -> viewer.get(MARCH));
        assertEquals(one, many);
    }

    private static String lessons(String many) {
        return many.equals("1") ? "1 lesson" : many + " lessons";
    }

    private static long lesson(String category, String at, Consumer<Occurrence> record) {
        return PublishedLesson.of("A lesson", "Text", category, "It was so", NOW, occurrence -> {
            occurrence.started = Moment.at(Instant.parse(at));
            record.accept(occurrence);
        });
    }

    private static Consumer<Occurrence> record(Kind kind, long control, ControlState state) {
        return occurrence -> {
            occurrence.kind = kind;
            var did = new OccurrenceControl();
            did.occurrence = occurrence;
            did.control = Control.findById(control);
            did.state = state;
            did.persist();
        };
    }

    private static void add(Browser member, String there, String category, String text) {
        member.get(there + "/factors/new");
        member.post(there + "/factors", "key", member.key(), "category", category, "text", text, "howKnown", "").then().statusCode(303);
    }

    private static void publish(Browser member, String there) {
        member.post(there + "/publication", "because", "Enough for a test", "note", "").then().statusCode(303);
    }
}
