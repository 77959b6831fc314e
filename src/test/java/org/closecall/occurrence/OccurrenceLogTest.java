package org.closecall.occurrence;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.closecall.Browser;
import org.closecall.Fixtures;
import org.closecall.Statements;
import org.closecall.catalog.Service;
import org.closecall.catalog.Tag;
import org.closecall.catalog.Team;
import org.closecall.people.Person;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OccurrenceLogTest {

    private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");
    private static final Pattern NUMBER = Pattern.compile("<span class=\"faint\">#(\\d+)</span>");

    Browser viewer;

    @BeforeEach
    void signIn() {
        Fixtures.organisation();
        viewer = Browser.as("viewer");
    }

    @Test
    void pagesByKeyShowEachOnceInOrder() {
        seed(OccurrenceLog.PAGE * 2 + 7);
        var seen = new ArrayList<Long>();
        var path = "/occurrences";
        while (path != null) {
            var page = viewer.get(path).body().asString();
            numbers(page).forEach(seen::add);
            var next = Pattern.compile("rel=\"next\" href=\"([^\"]+)\"").matcher(page);
            path = next.find() ? next.group(1).replace("&amp;", "&") : null;
        }
        var expected = new ArrayList<Long>();
        for (var number = OccurrenceLog.PAGE * 2L + 7; number > 0; number--) {
            expected.add(number);
        }
        assertEquals(expected, seen);
    }

    @Test
    void asksAsManyStatementsForFiftyAsForOne() {
        seed(1);
        viewer.get("/occurrences");
        var one = Statements.during(() -> viewer.get("/occurrences").then().statusCode(200));
        seed(60);
        var many = Statements.during(() -> viewer.get("/occurrences").then().statusCode(200));
        assertEquals(one, many);
        assertTrue(many <= 12, many + " statements");
    }

    @Test
    void everyColumnCostsOneStatementHoweverManyRows() {
        var all = "/occurrences?columns=" + Arrays.stream(LogColumn.values()).map(LogColumn::parameter).collect(Collectors.joining(","));
        rich(1);
        viewer.get(all);
        var one = Statements.during(() -> viewer.get(all).then().statusCode(200));
        rich(OccurrenceLog.PAGE);
        var many = Statements.during(() -> viewer.get(all).then().statusCode(200));
        assertEquals(one, many);
        assertTrue(many <= 18, many + " statements");
    }

    @Test
    void showsTheColumnsThatAreChosenAndIgnoresWhatIsNone() {
        rich(1);
        viewer.get("/occurrences").then().body(allOf(containsString("<th scope=\"col\">Detection</th>"), containsString("kind--incident"), not(containsString("<th scope=\"col\">Tags</th>"))));
        viewer.get("/occurrences?columns=tags,junk,LEAD&columns=reported&columns=%3Cb%3E").then().body(allOf(containsString("<th scope=\"col\">Tags</th>"), containsString(">tag 1<"), containsString(">Mia Member<"),
                containsString("<th scope=\"col\">Reported</th>"), not(containsString("<th scope=\"col\">Detection</th>")), not(containsString("kind--incident"))));
        viewer.get("/occurrences?columns=title").then().body(allOf(containsString("Rich 1"), not(containsString("<th scope=\"col\">Service</th>"))));
        viewer.get("/occurrences?columns=junk").then().body(containsString("<th scope=\"col\">Service</th>"));
    }

    @Test
    void saysWhatAValueIsWhereThereIsNoHeading() {
        rich(1);
        viewer.get("/occurrences").then().body(containsString("<td data-label=\"Detection\">Unknown</td>"));
    }

    @Test
    void pagesFiltersAndViewsKeepTheColumns() {
        seed(OccurrenceLog.PAGE + 1);
        viewer.get("/occurrences?columns=title&columns=kind&columns=lead&kind=INCIDENT").then().body(allOf(containsString("rel=\"next\" href=\"/occurrences?kind=INCIDENT&amp;columns=kind.lead&amp;after="),
                containsString("value=\"lead\" checked"), containsString("href=\"/occurrences?progress=UNRESOLVED&amp;columns=kind.lead\""), containsString("class=\"btn btn-sm\" href=\"/occurrences?columns=kind.lead\">Clear")));
        var member = Browser.as("member");
        member.get("/views/new?columns=kind,lead.junk");
        member.post("/views", "name", "Leads", "query", member.field("query")).then().statusCode(303).header("Location", endsWith("/occurrences?columns=kind.lead"));
    }

    @Test
    void viewersAreNotToldOfDraftsAmongTheColumns() {
        rich(1);
        var member = Browser.as("member");
        member.post("/occurrences/1/postmortem", "template", "LIGHT").then().statusCode(303);
        member.get("/occurrences?columns=postmortem").then().body(containsString(">draft<"));
        viewer.get("/occurrences?columns=postmortem").then().body(not(containsString(">draft<")));
    }

    @Test
    void aRecordWithALongTimelineCostsWhatAShortOneDoes() {
        seed(2);
        viewer.get("/occurrences/1");
        var few = Statements.during(() -> viewer.get("/occurrences/2").then().statusCode(200));
        QuarkusTransaction.requiringNew().run(() -> {
            for (var i = 0; i < 40; i++) {
                var entry = new TimelineEntry();
                entry.at = BEGIN;
                entry.kind = EntryKind.ACTION;
                entry.text = "Line " + i;
                entry.add(Occurrence.numbered(1), Fixtures.person("member"), BEGIN);
            }
        });
        var many = Statements.during(() -> viewer.get("/occurrences/1").then().statusCode(200).body(containsString("Line 39")));
        assertEquals(few, many);
    }

    @Test
    void filtersByEverythingAndTogether() {
        QuarkusTransaction.requiringNew().run(() -> {
            var team = new Team();
            team.name = "Money";
            team.createdAt = BEGIN;
            team.persist();
            var service = Service.create("Payments", 1, team, BEGIN);
            var one = occurrence(Kind.INCIDENT, "Certificate lapsed", 0);
            one.severity = Severity.SEV2;
            one.detection = Detection.CUSTOMER;
            one.services.add(service);
            one.resolved = Moment.UNKNOWN;
            one.file(Fixtures.person("member"), BEGIN);
            var two = occurrence(Kind.NEAR_MISS, "Queue almost overflowed", 40);
            two.stoppedBy = StoppedBy.CHANCE;
            two.potentialSeverity = Severity.SEV1;
            two.file(Fixtures.person("member"), BEGIN);
            var three = occurrence(Kind.INCIDENT, "Search is stale", 80);
            three.severity = Severity.SEV4;
            three.mitigated = Moment.UNKNOWN;
            three.file(Fixtures.person("member"), BEGIN);
        });
        only("1", "?text=certificates", "?text=%231", "?severity=SEV2", "?service=1", "?team=1", "?detection=CUSTOMER", "?progress=RESOLVED", "?to=2026-01-02", "?kind=INCIDENT&severity=SEV1-SEV3");
        only("2", "?kind=NEAR_MISS", "?stopped=CHANCE", "?text=overflow", "?from=2026-01-20&to=2026-02-20", "?severity=SEV1");
        only("3", "?progress=MITIGATED", "?progress=UNRESOLVED", "?from=2026-03-01", "?severity=SEV4", "?text=%22search+is+stale%22");
        only("", "?text=nothing+like+it", "?service=77", "?service=x", "?from=junk", "?kind=JUNK", "?progress=OPEN");
        viewer.get("/occurrences?sort=oldest").then().body(containsString("Oldest first"));
        assertEquals(List.of(1L, 2L, 3L), numbers(viewer.page()));
    }

    @Test
    void findsWordsOfTheTimeline() {
        seed(1);
        QuarkusTransaction.requiringNew().run(() -> {
            var entry = new TimelineEntry();
            entry.at = BEGIN;
            entry.kind = EntryKind.SIGNAL;
            entry.text = "The kraken woke";
            entry.add(Occurrence.numbered(1), Fixtures.person("member"), BEGIN);
        });
        only("1", "?text=kraken");
    }

    @Test
    void exportsWhatIsFilteredAsCsv() {
        seed(3);
        QuarkusTransaction.requiringNew().run(() -> occurrence(Kind.HAZARD, "=cmd|' /C calc'!A0", 1).file(Fixtures.person("member"), BEGIN));
        viewer.get("/occurrences.csv").then().statusCode(200).contentType(startsWith("text/csv"))
                .body(allOf(startsWith("number,kind,title"), containsString("\"Number 2, with a comma\""), containsString("'=cmd"), containsString("2026-01-01T00:00:00Z,unknown")));
        viewer.get("/occurrences.csv?kind=HAZARD").then().body(not(containsString("Number 2")));
    }

    private void only(String number, String... queries) {
        for (var query : queries) {
            var expected = number.isEmpty() ? List.of() : List.of(Long.valueOf(number));
            assertEquals(expected, numbers(viewer.get("/occurrences" + query).body().asString()), query);
        }
    }

    private static List<Long> numbers(String page) {
        return NUMBER.matcher(page).results().map(found -> Long.valueOf(found.group(1))).toList();
    }

    /** Several share a moment, so that the number must break ties. */
    private static void seed(int count) {
        var member = Fixtures.person("member");
        QuarkusTransaction.requiringNew().run(() -> {
            for (var i = 1; i <= count; i++) {
                occurrence(Kind.INCIDENT, "Number " + i + ", with a comma", i / 3).file(member, BEGIN);
            }
        });
    }

    /** With everything a column can show, each its own. */
    private static void rich(int count) {
        QuarkusTransaction.requiringNew().run(() -> {
            for (var i = 1; i <= count; i++) {
                var team = new Team();
                team.name = "Team " + i + " of " + count;
                team.createdAt = BEGIN;
                team.persist();
                var occurrence = occurrence(Kind.INCIDENT, "Rich " + i, i);
                occurrence.services.add(Service.create("Service " + i + " of " + count, 1, team, BEGIN));
                occurrence.tags.addAll(Tag.named(List.of("tag " + i)));
                occurrence.lead = Person.withEmail(i % 2 == 0 ? "other@example.org" : "member@example.org");
                occurrence.file(Person.withEmail("member@example.org"), BEGIN);
            }
        });
    }

    private static Occurrence occurrence(Kind kind, String title, int day) {
        var occurrence = new Occurrence();
        occurrence.kind = kind;
        occurrence.title = title;
        occurrence.started = Moment.at(BEGIN.plus(day, ChronoUnit.DAYS));
        return occurrence;
    }
}
