package org.closecall.reliability;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import org.closecall.Browser;
import org.closecall.Fixtures;
import org.closecall.occurrence.Kind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ReliabilityTest {

    Records records;

    @BeforeEach
    void organisation() {
        Fixtures.organisation();
        records = new Records();
    }

    @ParameterizedTest
    @ValueSource(strings = {"viewer", "member", "administrator"})
    void everyRoleReadsIt(String role) {
        records.incident("2020-03-02T10:00:00Z", incident -> { });
        var browser = Browser.as(role);
        browser.get("/reliability?month=2020-03").then().statusCode(200).contentType("text/html;charset=UTF-8").body(containsString("<h1>March 2020</h1>"));
        browser.get("/reliability.json?month=2020-03").then().statusCode(200).contentType("application/json;charset=UTF-8").body("period.incidents.count", equalTo(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/reliability?month=2020-03", "/reliability.json?month=2020-03"})
    void visitorsAreSentToSignIn(String path) {
        Browser.visitor().get(path).then().statusCode(302).header("Location", containsString("/sign-in"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"month=2020-13", "month=last", "month=999999999-01", "month=0000-12", "from=yesterday", "to=2020-02-30", "from=+999999999-12-31",
        "severity=SEV9", "severity=SEV3-SEV1", "severity=SEV1-SEV2-SEV3", "severity=-", "service=4711", "service=x", "team=4711", "team=-1"})
    void whatCannotBeReadIsNotFound(String query) {
        var browser = Browser.as("viewer");
        browser.get("/reliability?" + query).then().statusCode(404);
        browser.get("/reliability.json?" + query).then().statusCode(404);
    }

    @Test
    void itTakesNoForms() {
        Browser.as("member").post("/reliability").then().statusCode(405);
    }

    @Test
    void anEmptyStoreSaysThatThereAreNoDataAndHowToBegin() {
        Browser.as("member").get("/reliability").then().statusCode(200).body(containsString("No data yet"), containsString("File a report"), not(containsString("class=\"measure\"")));
        Browser.as("viewer").get("/reliability.json").then().body("recordedFrom", nullValue(), "period.exposureHours", equalTo(0f), "months.size()", equalTo(0));
    }

    @Test
    void aMonthBeforeTheFirstRecordHasNoDataRatherThanNoIncidents() {
        records.incident("2020-03-02T10:00:00Z", incident -> { });
        Browser.as("viewer").get("/reliability?month=2019-12").then().statusCode(200)
                .body(containsString("Recording began later, on 2 Mar 2020."), containsString("No data"), not(containsString("No incidents")));
    }

    @Test
    void aMonthToComeHasNoData() {
        records.incident("2020-03-02T10:00:00Z", incident -> { });
        Browser.as("viewer").get("/reliability?month=9000-01").then().statusCode(200).body(containsString("This time has not come yet."), containsString("No data"));
    }

    @Test
    void aQuietMonthSaysWhatItProves() {
        records.file(Kind.HAZARD, "2020-01-01T00:00:00Z", hazard -> { });
        // 743 hours, as clocks go forward; divided by -ln 0.05
        Browser.as("viewer").get("/reliability?month=2020-03").then()
                .body(containsString("in 31\u00a0days. That proves only that the mean gap exceeds 10\u00a0days (95 %)."));
    }

    @Test
    void nothingGivenIsTheCurrentMonth() {
        records.incident("2020-03-02T10:00:00Z", incident -> { });
        var months = Browser.as("viewer").get("/reliability.json?month=&from=&to=&service=&team=&severity=").then().statusCode(200)
                .body("scope.service", nullValue()).extract().jsonPath();
        assertEquals(months.getString("scope.from").substring(0, 7), months.getList("months.month").get(11));
    }

    @Test
    void daysSpanTheSameTimeInEitherOrder() {
        records.incident("2020-03-02T10:00:00Z", incident -> { });
        records.incident("2020-03-20T10:00:00Z", incident -> { });
        Browser.as("viewer").get("/reliability.json?from=2020-03-05&to=2020-03-01").then()
                .body("scope.from", equalTo("2020-03-01"), "scope.to", equalTo("2020-03-05"), "period.incidents.count", equalTo(1));
    }

    @Test
    void chartsAreLoadedHereAndNowhereElse() {
        records.incident("2020-03-02T10:00:00Z", incident -> { });
        var browser = Browser.as("viewer");
        browser.get("/reliability?month=2020-03").then().body(containsString("/static/bundle/charts"), containsString("data-chart=\"uchart\""), not(containsString(" style=")));
        browser.get("/occurrences").then().body(not(containsString("/static/bundle/charts")));
    }

    @Test
    void everyMeasureLeadsToItsDefinition() {
        records.incident("2020-03-02T10:00:00Z", incident -> { });
        var page = Browser.as("viewer").get("/reliability?month=2020-03").body().asString();
        for (var measure : Measure.values()) {
            assertTrue(page.contains("<tr id=\"" + measure.anchor() + "\">"), measure::anchor);
        }
    }

    @Test
    void theHeadersForbidInlineStyles() {
        Browser.as("viewer").get("/reliability").then().header("Content-Security-Policy", startsWith("default-src 'self'"));
    }
}
