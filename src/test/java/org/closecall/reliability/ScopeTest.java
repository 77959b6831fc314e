package org.closecall.reliability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.closecall.Browser;
import org.closecall.Fixtures;
import org.closecall.occurrence.Severity;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which records count, and from when on they were observed. */
@QuarkusTest
class ScopeTest {

    private static final double CLOSE = 1e-6;

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
    void severityServiceAndTeamNarrowIt() {
        for (var severity : Severity.values()) {
            records.incident("2020-03-0%dT10:00:00Z".formatted(severity.level()), incident -> incident.severity = severity);
        }
        records.incident("2020-03-09T10:00:00Z", withoutSeverity -> { });
        var search = Records.service("Search", service -> service.team = Records.team("Finders"));
        records.incident("2020-03-28T10:00:00Z", incident -> {
            incident.severity = Severity.SEV5;
            incident.services.add(search);
        });
        assertEquals(2, json("month=2020-03&severity=SEV1-SEV2").getInt("period.incidents.count"));
        assertEquals(1, json("month=2020-03&severity=SEV3").getInt("period.incidents.count"));
        assertEquals(1, json("month=2020-03&service=" + search.id).getInt("period.incidents.count"));
        assertEquals(1, json("month=2020-03&team=" + search.team.id).getInt("period.incidents.count"));
        assertEquals(0, json("month=2020-03&severity=SEV1&team=" + search.team.id).getInt("period.incidents.count"));
        // observed from its first record on: 28 March 10:00 to midnight of 31 March in Vienna
        assertEquals(84, json("month=2020-03&service=" + search.id).getDouble("period.exposureHours"), CLOSE);
    }

    @Test
    void aServiceIsObservedFromItsDayInService() {
        var search = Records.service("Search", service -> service.inServiceOn = LocalDate.parse("2020-03-21"));
        records.incident("2020-03-28T10:00:00Z", incident -> incident.services.add(search));
        assertEquals(11 * 24 - 1, json("month=2020-03&service=" + search.id).getDouble("period.exposureHours"), CLOSE);
        assertTrue(viewer.get("/reliability?month=2020-03&service=" + search.id).body().asString().contains("from its first day in service (21 Mar 2020) on"));
    }

    @Test
    void aPeriodIsAMonthAQuarterAYearOrDays() {
        List.of("2019-11-03", "2020-02-03", "2020-05-03").forEach(day -> records.incident(day + "T10:00:00Z", incident -> { }));
        assertEquals(1, json("month=2020-Q1").getInt("period.incidents.count"));
        assertEquals(2, json("month=2020").getInt("period.incidents.count"));
        var page = viewer.get("/reliability?month=2020-Q1&compare=year").body().asString();
        assertTrue(page.contains("<h1>Quarter 1 of 2020</h1>") && page.contains("<option value=\"2020-Q1\" selected>Quarter 1 of 2020</option>"), page);
        assertTrue(page.contains("href=\"/reliability?month=2019-Q4&amp;compare=year\"") || page.contains("href=\"/reliability?month=2019-Q4&compare=year\""), page);
        assertEquals(24, Pattern.compile("<option value=\"\\d{4}-\\d\\d\"").matcher(page).results().count());
        assertTrue(viewer.get("/reliability?from=2020-01-01&to=2020-12-31&compare=before").body().asString().contains("<h1>2020</h1>"), "whole months have a name");
        List.of("2020-Q5", "20-Q1", "2020-13", "0000").forEach(none -> viewer.get("/reliability?month=" + none).then().statusCode(404));
    }
}
