package org.closecall.reliability;

import static org.closecall.reliability.Records.at;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.closecall.Browser;
import org.closecall.Fixtures;
import org.closecall.occurrence.Detection;
import org.closecall.occurrence.Moment;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** No record is left out, or kept though odd, without being listed. */
@QuarkusTest
class RemarksTest {

    Records records;
    Browser viewer;

    @BeforeEach
    void organisation() {
        Fixtures.organisation();
        records = new Records();
        viewer = Browser.as("viewer");
    }

    private JsonPath json(String query) {
        return Records.figures(viewer, query);
    }

    @Test
    void oddRecordsAreListedWithTheReason() {
        var zero = odd("10:00", "10:00", "10:00");
        var negative = odd("10:00", "09:00", "09:30");
        var order = odd("10:00", "11:00", "10:30");
        var unknown = records.incident("2020-05-01T10:00:00Z", incident -> {
            incident.impactStarted = at("2020-05-01T10:00:00Z");
            incident.mitigated = Moment.UNKNOWN;
            incident.resolved = Moment.UNKNOWN;
        });
        var assumed = records.incident("2020-05-02T10:00:00Z", incident -> {
            incident.detected = at("2020-05-02T10:00:00Z");
            incident.mitigated = at("2020-05-02T10:20:00Z");
        });
        var none = records.incident("2020-05-03T10:00:00Z", incident -> incident.impactStarted = Moment.NONE);
        var drill = records.incident("2020-05-04T10:00:00Z", incident -> {
            incident.detection = Detection.EXPERIMENT;
            incident.started = Moment.UNKNOWN;
        });
        var figures = json("month=2020-05");
        assertEquals(7, figures.getInt("period.incidents.count"));
        assertEquals(List.of(zero), numbers(figures, "ZERO", "TIME_TO_MITIGATE"));
        assertEquals(List.of(negative), numbers(figures, "NEGATIVE", "TIME_TO_RESOLVE"));
        assertEquals(List.of(order), numbers(figures, "ORDER", "TIME_TO_RESOLVE"));
        assertEquals(List.of(unknown), numbers(figures, "TIME_UNKNOWN", "TIME_TO_MITIGATE"));
        assertEquals(List.of(assumed), numbers(figures, "FROM_DETECTION", "TIME_TO_RESOLVE"));
        assertEquals(List.of(none), numbers(figures, "NO_IMPACT", "TIME_TO_DETECT"));
        assertEquals(List.of(drill), numbers(figures, "DRILL", "CAUGHT_EARLY"));
        assertEquals(List.of(drill), numbers(figures, "START_UNKNOWN", "INCIDENTS"));
        // 0, 20 and 60 minutes
        assertEquals(List.of(0.0, 20.0, 60.0), figures.getList("period.timeToMitigate.values.minutes"));
        assertEquals(List.of(false, false, true), figures.getList("period.timeToResolve.values.open"));
        var page = viewer.get("/reliability?month=2020-05").body().asString();
        assertTrue(page.contains("Ends before it begins") && page.contains("href=\"/occurrences/" + negative + "\""));
    }

    private long odd(String impact, String mitigated, String resolved) {
        return records.incident("2020-05-06T08:00:00Z", incident -> {
            incident.impactStarted = at("2020-05-06T" + impact + ":00Z");
            incident.mitigated = at("2020-05-06T" + mitigated + ":00Z");
            incident.resolved = at("2020-05-06T" + resolved + ":00Z");
        });
    }

    private static List<Long> numbers(JsonPath figures, String reason, String measure) {
        List<Map<String, Object>> remarks = figures.getList("remarks");
        return remarks.stream().filter(remark -> remark.get("reason").equals(reason) && ((List<?>) remark.get("measures")).contains(measure))
                .flatMap(remark -> ((List<?>) remark.get("numbers")).stream()).map(number -> ((Number) number).longValue()).toList();
    }

    @Test
    void whatIsDatedInTheFutureIsInNoFigure() {
        var ahead = Instant.now().plusSeconds(86_400);
        var number = records.incident(ahead.toString(), incident -> { });
        var figures = json("month=all");
        assertEquals(0, figures.getInt("period.incidents.count"));
        assertEquals(List.of(number), numbers(figures, "IN_FUTURE", "INCIDENTS"));
    }
}
