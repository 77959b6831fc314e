package org.closecall.reliability;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.closecall.Browser;
import org.closecall.Fixtures;
import org.closecall.catalog.Service;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Charts on how often, from records that are filed. */
@QuarkusTest
class FrequencyChartsTest {

    private static final Instant NOW = Instant.parse("2023-01-10T00:00:00Z");

    Records records;
    Service search;
    Service pay;

    @BeforeEach
    void organisation() {
        Fixtures.organisation();
        records = new Records();
        search = Records.service("Search", service -> service.inServiceOn = LocalDate.parse("2020-01-01"));
        pay = Records.service("Pay", service -> service.inServiceOn = LocalDate.parse("2022-01-01"));
    }

    /** So many incidents in each month from January 2020 on. */
    private void months(int... counts) {
        QuarkusTransaction.requiringNew().run(() -> IntStream.range(0, counts.length).forEach(month -> {
            var first = LocalDate.of(2020, 1, 1).plusMonths(month);
            IntStream.range(0, counts[month]).forEach(i -> records.incident(first.atTime(0, 10 * i % 60).plusDays(i % 28).toInstant(ZoneOffset.UTC).toString(),
                    incident -> incident.services.add(search)));
        }));
    }

    private Chapter chapter(Period period, List<LocalDate> changes) {
        return QuarkusTransaction.requiringNew().call(() -> {
            var scope = new Scope(period, Which.ALL, ZoneOffset.UTC, NOW);
            var facts = Facts.of(scope);
            return FrequencyCharts.chapter(scope, Figures.of(scope, facts), facts, Basis.of(scope, facts), changes.stream().map(FrequencyChartsTest::declared).toList(), RuleSet.USUAL);
        });
    }

    private static DeclaredChange declared(LocalDate day) {
        var change = new DeclaredChange();
        change.what = "Canary for all";
        change.happensOn = day;
        return change;
    }

    private static Chart.Row last(Chart chart) {
        return chart.rows().get(chart.rows().size() - 1);
    }

    private static String value(Chart.Row row, int column) {
        return row.cells().get(column).value();
    }

    private static int[] counts(int months, int each) {
        return IntStream.generate(() -> each).limit(months).toArray();
    }

    @Test
    void limitsComeFromTheFirstTwentyMonthsWhicheverAreShown() {
        var counts = counts(36, 6);
        counts[34] = 40;
        months(counts);
        var year = chapter(new Period(LocalDate.of(2022, 1, 1), LocalDate.of(2022, 12, 31)), List.of());
        var all = chapter(new Period(null, LocalDate.of(2022, 12, 31)), List.of());
        var chart = year.charts().get(0);
        assertEquals(12, chart.rows().size());
        assertEquals("6.0", value(last(chart), 5));
        assertEquals(value(last(all.charts().get(0)), 7), value(last(chart), 7));
        // two services from 2022 on: 40 between them is 20 each
        assertEquals("20.0", value(chart.rows().get(10), 4));
        assertEquals("look for a cause", chart.rows().get(10).cells().get(8).text());
        assertTrue(year.words().get(0).contains("Nov 2022"), year.words()::toString);
        assertTrue(year.words().stream().noneMatch(words -> words.contains("worse")));
        assertTrue(year.words().get(0).contains("(limits from Jan 2020 to Aug 2021)"), year.words()::toString);
    }

    @Test
    void manyMonthsBeyondTheLimitsAreNotListed() {
        var counts = counts(36, 6);
        IntStream.range(24, 36).forEach(month -> counts[month] = 40);
        months(counts);
        var year = chapter(new Period(LocalDate.of(2022, 1, 1), LocalDate.of(2022, 12, 31)), List.of()).words().get(0);
        assertTrue(year.contains("in all 12 months were above"), year);
        var all = chapter(new Period(null, LocalDate.of(2022, 12, 31)), List.of()).words().get(0);
        assertTrue(all.contains("in 12 months from Jan 2022 to Dec 2022 were above"), all);
        Browser.as("member").get("/reliability?from=2022-01-01&to=2022-12-31").then().body(containsString("Start the limits anew"));
        Browser.as("viewer").get("/reliability?from=2022-01-01&to=2022-12-31").then().body(not(containsString("Start the limits anew")));
    }

    @Test
    void aDeclaredChangeBeginsThemAnew() {
        var counts = counts(36, 6);
        IntStream.range(22, 36).forEach(month -> counts[month] = month < 24 ? 20 : 40);
        months(counts);
        var period = new Period(LocalDate.of(2021, 6, 1), LocalDate.of(2022, 12, 31));
        var anew = chapter(period, List.of(LocalDate.of(2021, 11, 1)));
        assertTrue(anew.words().contains("Limits begin anew with 1 Nov 2021, a declared change: Canary for all."), anew.words()::toString);
        var declared = anew.charts().get(0);
        assertTrue(declared.rows().stream().allMatch(row -> row.cells().get(8).text().isEmpty()), () -> declared.rows().toString());
        assertEquals("6.0", value(declared.rows().get(0), 5));
        var silent = chapter(period, List.of()).charts().get(0);
        assertTrue(silent.rows().stream().anyMatch(row -> row.cells().get(8).text().equals("look for a cause")));
    }

    @Test
    void rareIncidentsHaveGapsInsteadOfMonthlyLimits() {
        var counts = counts(36, 0);
        IntStream.range(0, 36).filter(month -> month % 2 == 0).forEach(month -> counts[month] = 1);
        months(counts);
        var chapter = chapter(new Period(null, LocalDate.of(2022, 12, 31)), List.of());
        assertEquals(List.of("by-month", "gaps", "cumulative"), chapter.charts().stream().map(Chart::id).toList());
        assertEquals("", last(chapter.charts().get(0)).cells().get(5).text());
        assertTrue(chapter.charts().get(0).say().contains("Too rare for limits"));
        assertEquals(17, chapter.charts().get(1).rows().size());
        assertTrue(chapter.charts().get(1).say().contains("above the upper limit is good"));
        assertEquals("18", last(chapter.charts().get(2)).cells().get(2).text());
        assertEquals("18.0", last(chapter.charts().get(2)).cells().get(3).text());
    }

    @Test
    void pagesSayItInWords() {
        var counts = counts(36, 6);
        months(counts);
        var browser = Browser.as("viewer");
        browser.get("/reliability?from=2022-01-01&to=2022-12-31").then().statusCode(200).body(containsString("data-chart=\"uchart\""), containsString("verdict--"),
                containsString("How it is worked out"), containsString("/reliability/services?"), not(containsString(" style=")));
        browser.get("/reliability/services?from=2022-01-01&to=2022-12-31").then().statusCode(200)
                .body(containsString("0 of 1\u00a0service flagged: at most 5 in 100 would be by chance"), containsString("Search"), containsString("No evidence of change"), containsString("Nothing to test"));
        browser.get("/reliability/services?month=never").then().statusCode(404);
        browser.get("/reliability.json?from=2022-01-01&to=2022-12-31").then().body(containsString("\"atReview\":{\"events\":72"), containsString("NO_EVIDENCE_OF_CHANGE"));
    }

    @Test
    void theHelpPageJudgesThreeHistories() {
        Browser.as("viewer").get("/reliability/reading").then().statusCode(200).body(containsString("Evidence of improvement</span>"), containsString("No evidence of change</span>"),
                containsString("z\u00a0\u22122.91"), containsString("0.71 (0.58 – 0.85)"), containsString("3 of 5 tests see no trend."), containsString("data-chart=\"tchart\""), not(containsString(" style=")));
        Browser.visitor().get("/reliability/reading").then().statusCode(302);
    }
}
