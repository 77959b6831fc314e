package org.closecall.reliability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Instant;
import java.util.List;
import org.closecall.Browser;
import org.closecall.Fixtures;
import org.closecall.occurrence.Detection;
import org.closecall.occurrence.Kind;
import org.closecall.occurrence.Moment;
import org.closecall.occurrence.Severity;
import org.closecall.occurrence.StoppedBy;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** March 2020 in Vienna, 743 hours long, against values computed by hand. */
@QuarkusTest
class FiguresTest {

    private static final double CLOSE = 1e-6;

    Records records;
    Browser viewer;

    @BeforeEach
    void march() {
        Fixtures.organisation();
        records = new Records();
        viewer = Browser.as("viewer");
        records.file(Kind.HAZARD, "2020-01-01T00:00:00Z", hazard -> { });
    }

    private void sixIncidents() {
        incident(2, Severity.SEV1, Detection.MONITORING_ALERT, -5, 10);
        incident(7, Severity.SEV2, Detection.AUTOMATED_TEST, -5, 20);
        incident(12, Severity.SEV3, Detection.DEPLOY_CHECK, -5, 30);
        incident(17, Severity.SEV3, Detection.MONITORING_ALERT, 6, 40);
        incident(22, Severity.SEV3, Detection.CUSTOMER, 30, 50);
        incident(27, null, Detection.UNKNOWN, null, 60);
        // in Vienna it is April already
        records.incident("2020-03-31T22:30:00Z", incident -> { });
        records.incident("2020-03-15T00:00:00Z", removed -> removed.deletedAt = Instant.now());
    }

    private void incident(int day, Severity severity, Detection detection, Integer detectedAfter, int minutes) {
        var start = Instant.parse("2020-03-%02dT10:00:00Z".formatted(day));
        records.incident(start.toString(), incident -> {
            incident.severity = severity;
            incident.detection = detection;
            incident.impactStarted = Moment.at(start);
            incident.detected = detectedAfter == null ? Moment.UNKNOWN : Moment.at(start.plusSeconds(60L * detectedAfter));
            incident.mitigated = Moment.at(start.plusSeconds(60L * minutes));
            incident.resolved = Moment.at(start.plusSeconds(120L * minutes));
        });
    }

    private JsonPath json(String query) {
        return Records.figures(viewer, query);
    }

    @Test
    void theTimeBetweenIncidentsIsObservedTimeOverIncidentsWithItsExactInterval() {
        sixIncidents();
        var figures = json("month=2020-03");
        assertEquals(6, figures.getInt("period.incidents.count"));
        assertEquals(743, figures.getDouble("period.exposureHours"), CLOSE);
        assertEquals(743 / 6.0, figures.getDouble("period.timeBetweenIncidents.meanHours"), CLOSE);
        // 2T / chi2(0.975; 14) and 2T / chi2(0.025; 12)
        assertEquals(56.893562, figures.getDouble("period.timeBetweenIncidents.lowerHours"), CLOSE);
        assertEquals(337.436731, figures.getDouble("period.timeBetweenIncidents.upperHours"), CLOSE);
    }

    @Test
    void gapsGoFromStartToStart() {
        sixIncidents();
        var gaps = json("month=2020-03").getMap("period.gapBetweenStarts");
        assertEquals(5.0, ((Number) gaps.get("n")).doubleValue());
        assertEquals(120.0, (Double) gaps.get("meanHours"), CLOSE);
        assertEquals(120.0, (Double) gaps.get("medianHours"), CLOSE);
        // five events in 600 hours that end with the last: 2T / chi2(0.975; 10) and 2T / chi2(0.025; 10)
        assertEquals(58.584661, (Double) gaps.get("meanLowerHours"), CLOSE);
        assertEquals(369.575010, (Double) gaps.get("meanUpperHours"), CLOSE);
        assertNull(gaps.get("medianLowerHours"));
    }

    @Test
    void durationsAreMediansFromTheImpact() {
        sixIncidents();
        var figures = json("month=2020-03");
        assertEquals(35, figures.getDouble("period.timeToMitigate.medianMinutes"), CLOSE);
        assertEquals(70, figures.getDouble("period.timeToResolve.medianMinutes"), CLOSE);
        assertEquals(6, figures.getInt("period.timeToMitigate.n"));
        assertNull(figures.get("period.timeToMitigate.p90Minutes"));
        assertEquals(2, figures.getInt("period.timeToDetect.n"));
        assertEquals(3, figures.getInt("period.timeToDetect.beforeImpact"));
        assertNull(figures.get("period.timeToDetect.medianMinutes"));
        assertEquals(List.of(6.0, 30.0), figures.getList("period.timeToDetect.values.minutes"));
    }

    @Test
    void caughtEarlyIsAShareOfThoseOfWhichItIsKnown() {
        sixIncidents();
        var caught = json("month=2020-03");
        assertEquals(0.6, caught.getDouble("period.caughtEarly.early.share"), CLOSE);
        assertEquals(0.230724, caught.getDouble("period.caughtEarly.early.lower"), CLOSE);
        assertEquals(0.882379, caught.getDouble("period.caughtEarly.early.upper"), CLOSE);
        assertEquals(0.8, caught.getDouble("period.caughtEarly.byMonitoring.share"), CLOSE);
        assertEquals(1, caught.getInt("period.caughtEarly.unknown"));
        assertEquals(0.5, caught.getDouble("period.caughtEarly.worstCase"), CLOSE);
        assertEquals(4 / 6.0, caught.getDouble("period.caughtEarly.bestCase"), CLOSE);
    }

    @Test
    void nearMissesAreCountedAndThoseStoppedByChanceSharedOut() {
        sixIncidents();
        List.of(StoppedBy.CHANCE, StoppedBy.CHANCE, StoppedBy.PERSON, StoppedBy.PERSON, StoppedBy.AUTOMATION, StoppedBy.SAFEGUARD)
                .forEach(stopper -> records.nearMiss("2020-03-10T00:00:00Z", stopper));
        records.nearMiss("2020-03-10T00:00:00Z", null);
        records.nearMiss("2020-03-10T00:00:00Z", null);
        var figures = json("month=2020-03");
        assertEquals(8, figures.getInt("period.nearMisses.count"));
        assertEquals(2, figures.getInt("period.nearMisses.unknown"));
        assertEquals(2 / 6.0, figures.getDouble("period.nearMisses.byChance.share"), CLOSE);
        assertEquals(0.096771, figures.getDouble("period.nearMisses.byChance.lower"), CLOSE);
        assertEquals(0.700007, figures.getDouble("period.nearMisses.byChance.upper"), CLOSE);
        assertEquals(8 / 14.0, figures.getDouble("period.nearMisses.shareOfRecords.share"), CLOSE);
        assertEquals(List.of(0, 0, 6), figures.getList("months.incidents"));
        assertEquals(List.of(0, 0, 8), figures.getList("months.nearMisses"));
    }
}
