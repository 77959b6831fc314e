package org.closecall.reliability;

import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.regex.Pattern;
import org.closecall.Browser;
import org.closecall.Fixtures;
import org.closecall.Statements;
import org.closecall.occurrence.Detection;
import org.closecall.occurrence.Moment;
import org.closecall.occurrence.Occurrence;
import org.closecall.occurrence.Severity;
import org.closecall.occurrence.StoppedBy;
import org.closecall.web.Viewer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the page makes of the figures: the same numbers, and links to exactly the records behind them. */
@QuarkusTest
class ShownFiguresTest {

    private static final Pattern LOG = Pattern.compile("<a href=\"(/occurrences\\?[^\"]+)\">(?:<strong>)?([\\d,]+)(?:\u00a0(?:incident|near miss)(?:e?s)?)?(?:</strong>)?</a>");
    private static final Pattern TOTAL = Pattern.compile("head__meta mb-0\">([\\d,]+) match");

    @Inject
    Viewer asked;

    Records records;
    Browser viewer;

    @BeforeEach
    void organisation() {
        Fixtures.organisation();
        records = new Records();
        viewer = Browser.as("viewer");
    }

    private void seed(int incidents, int nearMisses) {
        var begin = Instant.parse("2020-01-01T12:00:00Z");
        QuarkusTransaction.requiringNew().timeout(120).run(() -> {
            for (var i = 0; i < incidents; i++) {
                records.incident(begin.plus(Duration.ofHours(17L * i)).toString(), incident -> lasting(incident, incident.number));
            }
            for (var i = 0; i < nearMisses; i++) {
                var stopper = i % 7 == 0 ? null : StoppedBy.values()[i % 4];
                records.nearMiss(begin.plus(Duration.ofHours(31L * i)).toString(), stopper);
            }
        });
    }

    private static void lasting(Occurrence incident, long i) {
        incident.severity = Severity.values()[(int) (i % 5)];
        incident.detection = Detection.values()[(int) (i % 9)];
        incident.impactStarted = incident.started;
        incident.detected = Moment.at(incident.started.at().plusSeconds(60 * (i % 40) - 300));
        incident.mitigated = i % 11 == 0 ? Moment.NOT_YET : Moment.at(incident.started.at().plusSeconds(60 * (i % 97)));
        incident.resolved = i % 11 == 0 ? Moment.NOT_YET : i % 13 == 0 ? Moment.UNKNOWN : Moment.at(incident.started.at().plusSeconds(90 * (i % 97)));
    }

    @Test
    void thePageShowsTheFiguresOfTheJson() {
        seed(120, 60);
        var figures = viewer.get("/reliability.json?month=2020-03").jsonPath();
        var page = viewer.get("/reliability?month=2020-03").body().asString();
        for (var path : new String[] {"timeToDetect", "timeToMitigate", "timeToResolve"}) {
            var median = String.format(Locale.ENGLISH, "title=\"%.4f min\"", figures.getDouble("period." + path + ".medianMinutes"));
            assertTrue(page.contains(median), path + " " + median);
        }
        assertTrue(page.contains(String.format(Locale.ENGLISH, "title=\"%.4f hours\"", figures.getDouble("period.timeBetweenIncidents.meanHours"))));
        assertTrue(page.contains(String.format(Locale.ENGLISH, "title=\"mean %.4f hours, median %.4f hours\"",
                figures.getDouble("period.gapBetweenStarts.meanHours"), figures.getDouble("period.gapBetweenStarts.medianHours"))));
        for (var path : new String[] {"period.caughtEarly.early", "period.nearMisses.byChance"}) {
            assertTrue(page.contains("title=\"" + figures.getInt(path + ".count") + " of " + figures.getInt(path + ".of") + "\""), path);
        }
    }

    @Test
    void everyCountLeadsToExactlyItsRecords() {
        seed(120, 60);
        for (var query : new String[] {"month=2020-03", "month=2020-03&severity=SEV1-SEV2", "from=2020-02-10&to=2020-04-05", "month=all"}) {
            var links = LOG.matcher(viewer.get("/reliability?" + query).body().asString());
            var followed = 0;
            while (links.find()) {
                var total = TOTAL.matcher(viewer.get(links.group(1).replace("&amp;", "&")).body().asString());
                assertTrue(total.find(), links.group());
                assertEquals(links.group(2), total.group(1), links.group());
                followed++;
            }
            assertTrue(followed > 5, query);
        }
    }

    @Test
    void manyRecordsCostAsManyStatementsAsFew() {
        seed(3, 2);
        var few = Statements.during(() -> viewer.get("/reliability?month=all").then().statusCode(200));
        seed(300, 100);
        var many = Statements.during(() -> viewer.get("/reliability?month=all").then().statusCode(200));
        assertEquals(few, many);
        assertTrue(many <= 40, many + " statements");
        assertTrue(Statements.during(() -> viewer.get("/reliability.json?month=all")) <= 12);
    }

    @Test
    void noVerdictIsGiven() {
        seed(120, 60);
        var page = viewer.get("/reliability?month=2020-03").body().asString();
        assertFalse(page.contains("verdict--better") || page.contains("verdict--worse") || page.contains("#i-up\"") || page.contains("#i-down\""));
    }

    @Test
    void fewIncidentsShowTheIntervalFirstAndTheValuesThemselves() {
        seed(3, 0);
        viewer.get("/reliability?from=2020-01-01&to=2020-01-31").then().body(containsString("measure__value--thin"), containsString("point: one in "),
                containsString("Two values are a list, not a median."));
    }

    @Test
    @ActivateRequestContext
    void theDeskHasFourTilesOfTheMonth() {
        records.incident(Instant.now().minusSeconds(60).toString(), incident -> { });
        asked.organisation();
        assertEquals(4, Statements.during(() -> MonthSoFar.of(asked)), "the state, facts, links, first and last");
        assertEquals(1, Statements.now(() -> MonthSoFar.of(asked)), "whether anything was written since");
        var month = MonthSoFar.of(asked);
        assertEquals(4, month.tiles().size());
        assertTrue(month.heading().endsWith(" so far"));
        assertEquals("/reliability#time-between-incidents", month.tiles().get(0).definition);
        assertTrue(month.tiles().stream().allMatch(tile -> tile.value != null));
    }
}
