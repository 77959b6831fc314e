package org.closecall.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.closecall.Browser;
import org.closecall.Fixtures;
import org.closecall.metrics.ReviewDates;
import org.closecall.occurrence.Detection;
import org.closecall.occurrence.Kind;
import org.closecall.occurrence.Moment;
import org.closecall.occurrence.Occurrence;
import org.closecall.occurrence.Severity;
import org.closecall.people.Person;
import org.junit.jupiter.api.Test;

/** Otto wants to know how reliable it was: he narrows, opens how a number came about, compares, looks at the records and prints it. */
@QuarkusTest
class ReliabilityJourneyTest extends Journey {

    /** The latest that is over and ends no quarter: at the end of one its page has a verdict. */
    private static final YearMonth MONTH = Stream.iterate(YearMonth.now(ZoneId.of("Europe/Vienna")).minusMonths(1), month -> month.minusMonths(1))
            .filter(month -> !ReviewDates.fixed(month.atEndOfMonth())).findFirst().orElseThrow();
    private static final String PAGE = "/reliability?month=" + MONTH;

    @Test
    void theNumbersAreNarrowedOpenedComparedPrintedAndReadOnAPhone() throws IOException {
        Fixtures.organisation();
        QuarkusTransaction.requiringNew().run(ReliabilityJourneyTest::incidents);
        enter(Look.DESK, true);
        narrows();
        opens();
        prints();
        compares();
        enter(Look.PHONE, true);
        reads();
        enter(Look.PHONE, false);
        go(PAGE);
        sees("How often", "Incidents and near misses by month", "The same as a table", "Time to mitigate, each incident", "#8", "Observed time ÷ triggers");
    }

    private void narrows() {
        go(PAGE);
        sees("Incidents", "7 incidents", "Incidents and near misses by month");
        choose("Severity", "SEV1-SEV2");
        press("Apply");
        at("severity=SEV1-SEV2.*");
        sees("SEV1 to SEV2");
        choose("Period", MONTH.minusMonths(1).toString());
        choose("Severity", "");
        press("Apply");
        at("month=" + MONTH.minusMonths(1) + "&.*");
        go(PAGE);
    }

    /** How a number was worked out, what a picture is drawn from, and the records behind both. */
    private void opens() {
        var between = page.locator("article.measure").filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText("Time between incidents")).first();
        assertFalse(between.getByText("r, triggers").isVisible());
        between.getByText("How it is worked out").click();
        assertTrue(between.getByText("r, triggers").isVisible());
        var chart = page.locator("figure[data-chart=uchart]");
        chart.locator("svg").waitFor();
        assertFalse(chart.locator("table").isVisible());
        chart.getByText("The same as a table").click();
        assertTrue(chart.locator("table").isVisible());
        check();
        between.getByText("7 incidents").first().click();
        check();
        sees("Showing 7 of 7", "#1", "#7");
        page.goBack();
    }

    /** Page by page: nothing to press, no heading alone at an end, the picture and its table, what was opened, and the definitions. */
    private void prints() throws IOException {
        page.locator("figure[data-chart=strip] svg").first().waitFor();
        page.getByText("How it is worked out: Time between incidents").click();
        try (var pdf = Loader.loadPDF(page.pdf(new Page.PdfOptions().setFormat("A4")))) {
            var all = new ArrayList<String>();
            for (var n = 1; n <= pdf.getNumberOfPages(); n++) {
                var stripper = new PDFTextStripper();
                stripper.setStartPage(n);
                stripper.setEndPage(n);
                all.add(stripper.getText(pdf).strip());
            }
            var text = String.join("\n", all);
            assertTrue(all.size() > 3 && all.size() < 20, all.size() + " pages");
            for (var shown : List.of("Observed for", "Time between incidents", "Upper limit", "median 6.5 h", "Kaplan–Meier: the share", "Definition", "r, triggers", "The same with every link: /reliability")) {
                assertTrue(text.contains(shown), () -> "“" + shown + "” is not on paper:\n" + text);
            }
            for (var control : List.of("Apply", "Sign out", "The same as a table", "How it is worked out", "On this page")) {
                assertFalse(text.contains(control), () -> "“" + control + "” is on paper");
            }
            for (var one : all) {
                var last = one.lines().reduce("", (before, line) -> line);
                assertFalse(List.of("How often", "How long", "What can we see?", "Definitions", "Factors and actions").contains(last), () -> "a heading ends a page:\n" + one);
                assertTrue(one.length() > 60, () -> "an empty page: " + one);
            }
        }
    }

    private void compares() {
        go(PAGE);
        choose("Compare with", "before");
        press("Apply");
        sees("Compared with", "Was and is", "Change, 95 %", "Provisional");
    }

    private void reads() {
        go(PAGE);
        assertFalse(page.locator("figure[data-chart=uchart]").isVisible());
        page.locator("nav.contents").getByText("How often").click();
        page.locator("figure[data-chart=uchart] svg").waitFor();
        assertEquals("how-often", page.evaluate("location.hash.slice(1)"));
        check();
        go(PAGE + "&compare=before#compared");
        var verdict = page.locator("#was-and-is").locator("xpath=ancestor::section").locator("tbody tr").first().locator("td").last();
        assertTrue(verdict.isVisible() && verdict.boundingBox().x + verdict.boundingBox().width <= Look.PHONE, "the verdict is out of sight");
        check();
    }

    private void enter(int width, boolean scripts) {
        open(new Look(width, width == Look.PHONE ? ColorScheme.DARK : ColorScheme.LIGHT, scripts));
        signIn(Browser.as("other"));
    }

    /** Seven in the month, and five in those before. */
    private static void incidents() {
        for (var n = 1; n <= 12; n++) {
            var start = (n < 8 ? MONTH.atDay(3 * n) : MONTH.minusMonths(n - 7L).atDay(10)).atTime(10, 0).toInstant(ZoneOffset.UTC);
            var incident = new Occurrence();
            incident.kind = Kind.INCIDENT;
            incident.title = "Payments fail " + n;
            incident.severity = n % 3 == 0 ? Severity.SEV2 : Severity.SEV4;
            incident.detection = n % 2 == 0 ? Detection.MONITORING_ALERT : Detection.CUSTOMER;
            incident.started = Moment.at(start);
            incident.impactStarted = Moment.at(start);
            incident.detected = Moment.at(start.plusSeconds(300L * n));
            incident.mitigated = Moment.at(start.plusSeconds(3_600L * n));
            incident.resolved = Moment.at(start.plusSeconds(7_200L * n));
            incident.file(Person.withEmail("member@example.org"), start);
        }
    }
}
