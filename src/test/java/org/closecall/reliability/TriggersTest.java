package org.closecall.reliability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.closecall.Browser;
import org.closecall.Fixtures;
import org.closecall.catalog.Service;
import org.closecall.occurrence.Kind;
import org.closecall.occurrence.LinkKind;
import org.closecall.occurrence.Occurrence;
import org.closecall.occurrence.OccurrenceLink;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is linked as duplicate or consequence counts once where frequency is told. March 2020 in Vienna has 743 hours. */
@QuarkusTest
class TriggersTest {

    private static final double CLOSE = 1e-9;

    Records records;
    Browser viewer;

    @BeforeEach
    void march() {
        Fixtures.organisation();
        records = new Records();
        viewer = Browser.as("viewer");
        records.file(Kind.HAZARD, "2020-01-01T00:00:00Z", hazard -> { });
    }

    private long incident(String day) {
        return records.incident(day + "T10:00:00Z", incident -> { });
    }

    private static void link(long source, LinkKind kind, long target) {
        QuarkusTransaction.requiringNew().run(() -> {
            var link = new OccurrenceLink();
            link.source = Occurrence.numbered(source);
            link.target = Occurrence.numbered(target);
            link.kind = kind;
            link.createdBy = Fixtures.person("member");
            link.createdAt = Instant.now();
            link.persist();
        });
    }

    private JsonPath json(String query) {
        return Records.figures(viewer, query);
    }

    @Test
    void nineIncidentsFromSevenTriggers() {
        var one = incident("2020-03-02");
        var two = incident("2020-03-05");
        var duplicate = incident("2020-03-05");
        var consequence = incident("2020-03-06");
        var foretold = incident("2020-03-12");
        for (var day : List.of("14", "18", "22", "26")) {
            incident("2020-03-" + day);
        }
        link(duplicate, LinkKind.DUPLICATE_OF, two);
        link(consequence, LinkKind.CAUSED_BY, duplicate);
        link(foretold, LinkKind.FORETOLD_BY, one);
        link(foretold, LinkKind.RELATED, two);
        var figures = json("month=2020-03");
        assertEquals(9, figures.getInt("period.incidents.count"));
        assertEquals(7, figures.getInt("period.incidents.triggers"));
        assertEquals(7, figures.getInt("period.timeBetweenIncidents.n"));
        assertEquals(743 / 7.0, figures.getDouble("period.timeBetweenIncidents.meanHours"), CLOSE);
        assertEquals(6, figures.getInt("period.gapBetweenStarts.n"));
        // from the second to the twenty-sixth
        assertEquals(24 * 24 / 6.0, figures.getDouble("period.gapBetweenStarts.meanHours"), CLOSE);
        assertEquals(List.of(duplicate, consequence), left(figures));
        assertEquals(List.of(0, 0, 9), figures.getList("months.incidents"));
        assertEquals(List.of(0, 0, 7), figures.getList("months.triggers"));
        var page = viewer.get("/reliability?month=2020-03").body().asString();
        assertTrue(page.contains("9\u00a0incidents</a> from 7\u00a0triggers in 31\u00a0days"), page);
        assertTrue(page.contains("Duplicate or consequence: counts with another as one trigger") && !page.contains("class=\"quiet\">incidents from 7\u00a0triggers"));
    }

    @Test
    void theEarliestInsideStandsForAnOriginalOutside() {
        var original = incident("2020-02-28");
        var late = incident("2020-03-09");
        var early = incident("2020-03-03");
        link(late, LinkKind.CAUSED_BY, original);
        link(early, LinkKind.CAUSED_BY, original);
        assertEquals(List.of(late), left(json("month=2020-03")));
        assertEquals(1, json("month=2020-02").getInt("period.incidents.triggers"));
        var both = json("from=2020-02-01&to=2020-03-31");
        assertEquals(1, both.getInt("period.incidents.triggers"));
        assertEquals(List.of(early, late), left(both));
        assertEquals(List.of(0, 1, 1), both.getList("months.triggers").subList(both.getList("months.triggers").size() - 3, both.getList("months.triggers").size()));
    }

    @Test
    void theOriginalStandsEvenIfItBeganLater() {
        var original = incident("2020-03-09");
        var duplicate = incident("2020-03-08");
        link(duplicate, LinkKind.DUPLICATE_OF, original);
        assertEquals(List.of(duplicate), left(json("month=2020-03")));
    }

    @Test
    void twoConsequencesOfWhatIsNoIncidentAreOneTrigger() {
        var hazard = 1L;
        var one = incident("2020-03-09");
        var two = incident("2020-03-12");
        link(one, LinkKind.CAUSED_BY, hazard);
        link(two, LinkKind.CAUSED_BY, hazard);
        assertEquals(List.of(two), left(json("month=2020-03")));
    }

    @Test
    void theScopeDecidesWhichOfThemIsThere() {
        var mail = Records.service("Mail", any -> { });
        incident("2020-03-09");
        var one = records.incident("2020-03-10T10:00:00Z", incident -> incident.services.add(Service.findById(mail.id)));
        var two = records.incident("2020-03-12T10:00:00Z", incident -> incident.services.add(Service.findById(mail.id)));
        link(one, LinkKind.DUPLICATE_OF, 2);
        link(two, LinkKind.DUPLICATE_OF, 2);
        var figures = json("month=2020-03&service=" + mail.id);
        assertEquals(1, figures.getInt("period.incidents.triggers"));
        assertEquals(List.of(two), left(figures));
        assertEquals(List.of(one, two), left(json("month=2020-03")));
    }

    @Test
    void whatIsRemovedHoldsNothingTogether() {
        var original = incident("2020-03-03");
        var one = incident("2020-03-09");
        var two = incident("2020-03-12");
        link(one, LinkKind.DUPLICATE_OF, original);
        link(two, LinkKind.DUPLICATE_OF, original);
        assertEquals(1, json("month=2020-03").getInt("period.incidents.triggers"));
        QuarkusTransaction.requiringNew().run(() -> Occurrence.numbered(original).deletedAt = Instant.now());
        assertEquals(2, json("month=2020-03").getInt("period.incidents.triggers"));
        QuarkusTransaction.requiringNew().run(() -> Occurrence.numberedEvenRemoved(original).deletedAt = null);
        QuarkusTransaction.requiringNew().run(() -> OccurrenceLink.update("removedAt = ?1, removedBy = ?2 where source.number = ?3", Instant.now(), Fixtures.person("member"), one));
        assertEquals(List.of(two), left(json("month=2020-03")));
    }

    private static List<Long> left(JsonPath figures) {
        List<Map<String, Object>> remarks = figures.getList("remarks");
        return remarks.stream().filter(remark -> remark.get("reason").equals("SAME_TRIGGER"))
                .flatMap(remark -> ((List<?>) remark.get("numbers")).stream()).map(number -> ((Number) number).longValue()).toList();
    }
}
