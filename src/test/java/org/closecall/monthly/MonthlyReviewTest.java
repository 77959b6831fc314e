package org.closecall.monthly;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.closecall.Browser;
import org.closecall.Statements;
import org.closecall.TestClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The review of October 2026, seen on 10 November. */
@QuarkusTest
class MonthlyReviewTest {

    private static final String PAGE = "/reliability/2026-10";
    private static final String REVIEW = "/reliability/reviews/1";
    private static final Set<String> HEADINGS = Set.of("The numbers", "What changed, in words", "How often", "How long", "What can we see?", "Notable occurrences", "Decisions", "How the numbers are worked out");

    Browser member;
    Browser viewer;

    @BeforeEach
    void october() {
        Filled.october();
        member = Browser.as("member");
        viewer = Browser.as("viewer");
    }

    @AfterEach
    void now() {
        TestClock.putRight();
    }

    @Test
    void aDraftHasTheNumbersAndWhatHappened() {
        viewer.get(PAGE).then().statusCode(200).body(allOf(containsString("Nobody has prepared this review"), not(containsString("Prepare a draft now"))));
        Filled.prepared(member);
        viewer.get(PAGE).then().statusCode(200).body(allOf(containsString("#1 Payments fail on day 1"), containsString("among the longest: 6"), containsString("#8 Two deploys crossed"),
                not(containsString("#3 Payments fail on day 8")), containsString("One name server"), containsString("What changed, in words"), containsString("Numbers of now")));
        viewer.get(PAGE + "?team=1").then().statusCode(200).body(containsString("Nobody has prepared this review"));
        member.post("/reliability/reviews", "period", "2026-10", "team", "1").then().statusCode(303).header("Location", endsWith("/reliability/2026-10?team=1"));
        viewer.get(PAGE + "?team=1").then().statusCode(200).body(allOf(containsString("#1 Payments fail"), not(containsString("Two deploys crossed"))));
        member.post("/reliability/reviews", "period", "2026-10", "team", "").then().statusCode(303);
        assertEquals(2L, Filled.one("select count(*) from monthly_review"));
        for (var nothing : new String[] {"/reliability/2026-13", "/reliability/2026-Q5", PAGE + "?team=99", "/reliability/reviews/99/export/pdf", "/reliability/reviews/comparison?was=x"}) {
            viewer.get(nothing).then().statusCode(404);
        }
    }

    @Test
    void aFrozenReviewReadsTheSameWhateverBecomesOfTheRecords() throws IOException {
        Filled.prepared(member);
        write("commentary", "Of **October**.", "").then().statusCode(303);
        member.get(REVIEW + "/decisions/new");
        member.post(REVIEW + "/decisions", "key", member.key(), "title", "Add a register", "aim", "DETECT_SOONER", "owner", "2", "dueOn", "2026-11-30").then().statusCode(303);
        member.post(REVIEW + "/participants", "person", "2", "person", "3").then().statusCode(303);
        member.post(REVIEW + "/freezing").then().statusCode(303);
        var before = document();
        var shown = shown();
        Filled.run("update occurrence set severity = 'SEV5', title = 'Another title', mitigated_at = mitigated_at + interval '3 hours' where kind = 'INCIDENT'");
        Filled.run("update occurrence set deleted_at = now() where number in (2, 8, 9)");
        Filled.run("update team set name = 'Other name'");
        Filled.run("update person set name = 'Somebody Else' where id = 3");
        Filled.run("update action_item set title = 'Renamed'");
        assertEquals(before, document());
        assertEquals(shown, shown());
        assertEquals("Of **October**.", before.at("/words/0/text").asText());
        assertEquals("OPEN", before.at("/decisions/0/state").asText());
        assertTrue(before.at("/numbers/figures/period/incidents/count").asInt() == 7 && before.at("/numbers/records").size() == 8, before::toString);
        viewer.get(PAGE).then().body(allOf(containsString("Changed since it was frozen"), containsString("<th scope=\"row\">Incidents</th>")));
    }

    private JsonNode document() throws IOException {
        return new ObjectMapper().readTree(viewer.get(REVIEW + "/export/json").then().statusCode(200).extract().asString()).get("document");
    }

    /** All of the page that was frozen. */
    private String shown() {
        return viewer.get(PAGE).then().statusCode(200).extract().asString().replaceAll("(?s).*(id=\"numbers\".*)<section class=\"card\" aria-labelledby=\"since\">.*", "$1");
    }

    @Test
    void laterCorrectionsOfDataAreSaidBesideWhatWasFrozen() {
        Filled.prepared(member);
        member.post(REVIEW + "/freezing").then().statusCode(303);
        viewer.get(PAGE).then().body(containsString("Today every number would be the same."));
        member.get("/occurrences/2");
        member.post("/occurrences/2/removal").then().statusCode(303);
        viewer.get(PAGE).then().body(allOf(containsString("1 record changed since"), containsString("<a href=\"/occurrences/2/history\">#2 Payments fail on day 4</a>"), containsString("removed,"),
                containsString("by month: Oct 2026</th><td>Incidents: 7")));
        member.get(PAGE);
        var key = member.key();
        member.post(REVIEW + "/corrections", "key", key, "correction", " ").then().statusCode(422).body(containsString("What was wrong, and what is right?"));
        member.post(REVIEW + "/corrections", "key", key, "correction", "Day 4 was a drill.").then().statusCode(303);
        member.post(REVIEW + "/corrections", "key", key, "correction", "Day 4 was a drill.").then().statusCode(303);
        assertEquals(1L, Filled.one("select count(*) from monthly_review_correction"));
        viewer.get(PAGE).then().body(allOf(containsString("Day 4 was a drill."), containsString("added a correction"), containsString("froze the review")));
    }

    @Test
    void aDecisionIsAnActionThatNamesItsReview() {
        Filled.prepared(member);
        member.get(REVIEW + "/decisions/new");
        var key = member.key();
        member.post(REVIEW + "/decisions", "key", key, "title", "", "aim", "DETECT_SOONER").then().statusCode(422).body(containsString("What will be done?"));
        member.post(REVIEW + "/decisions", "key", key, "title", "Add a register", "aim", "DETECT_SOONER", "owner", "3").then().statusCode(303).header("Location", endsWith(PAGE + "#decisions"));
        member.post(REVIEW + "/decisions", "key", key, "title", "Add a register", "aim", "DETECT_SOONER", "owner", "3").then().statusCode(303);
        assertEquals("MONTHLY_REVIEW October 2026", Filled.one("select origin || ' ' || origin_text from action_item"));
        viewer.get("/actions/1").then().body(containsString("<a href=\"" + PAGE + "\">Review of October 2026</a>"));
        viewer.get(PAGE).then().body(allOf(containsString("Add a register"), containsString("Otto Other")));
        member.post(REVIEW + "/freezing").then().statusCode(303);
        Filled.run("update action_item set state = 'DROPPED'");
        viewer.get(PAGE).then().body(allOf(containsString("state--dropped"), containsString("was open when it was frozen")));
        for (var form : new String[] {"/decisions/new", "/notable", "/participants"}) {
            member.get(REVIEW + form).then().statusCode(200).body(allOf(containsString("has frozen this review"), not(containsString("action=\"" + REVIEW))));
        }
        member.get("/actions/new");
        member.post(REVIEW + "/decisions", "key", member.key(), "title", "Too late", "aim", "DETECT_SOONER").then().statusCode(409).body(allOf(containsString("The review is frozen"), containsString("value=\"Too late\"")));
    }

    @Test
    void twoWhoWriteTheSamePartSeeBothVersions() {
        Filled.prepared(member);
        var other = Browser.as("other");
        member.get(REVIEW + "/commentary");
        other.get(REVIEW + "/commentary");
        write("notable", "Mine.", "").then().statusCode(303).header("Location", endsWith(PAGE));
        other.post(REVIEW + "/commentary", "was.notable", other.field("was.notable"), "notable", "Theirs.", "was.risks", other.field("was.risks"), "risks", "Kept.").then().statusCode(409)
                .body(allOf(containsString("Mine."), containsString("Theirs."), containsString("Mia Member saved it"), not(containsString("Kept."))));
        other.post(REVIEW + "/commentary", "was.notable", other.field("was.notable"), "seen.notable", other.field("seen.notable"), "notable", "Theirs.", "choice", "mine.notable").then().statusCode(303);
        assertEquals("notable=Theirs., risks=Kept.", Filled.one("select string_agg(key || '=' || body, ', ' order by key) from monthly_review_section"));
        member.get(REVIEW + "/commentary");
        member.post(REVIEW + "/commentary/notable/autosave", "as", "2", "was.notable", member.field("was.notable"), "notable", "Saved by itself.").then().statusCode(200).body(containsString("data-stamp"));
        member.post(REVIEW + "/commentary/notable/autosave", "as", "2", "was.notable", "old", "notable", "Lost?").then().statusCode(409).body(containsString("Saved by itself."));
        viewer.get(PAGE).then().body(allOf(containsString("Saved by itself."), containsString("<p>Kept.</p>")));
        member.post(REVIEW + "/freezing").then().statusCode(303);
        write("notable", "After that.", "x").then().statusCode(409).body(allOf(containsString("has frozen this review"), containsString("After that.</textarea>")));
    }

    private io.restassured.response.Response write(String part, String text, String was) {
        member.get(REVIEW + "/commentary");
        return member.post(REVIEW + "/commentary", "was." + part, was.isEmpty() ? member.field("was." + part) : was, part, text);
    }

    @Test
    void peopleAddAndTakeOffWithAReason() {
        Filled.prepared(member);
        member.post(REVIEW + "/notable", "number", "#99", "reason", "", "shown", "true").then().statusCode(422)
                .body(allOf(containsString("There is no occurrence with this number"), containsString("Say why"), containsString("value=\"#99\"")));
        member.post(REVIEW + "/notable", "number", "#3", "reason", "It came back", "shown", "true").then().statusCode(303);
        member.post(REVIEW + "/notable", "number", "8", "reason", "Told before", "shown", "false").then().statusCode(303);
        viewer.get(PAGE).then().body(allOf(containsString("#3 Payments fail on day 8"), containsString("added by Mia Member: It came back"), containsString("Taken off by people"), containsString("taken off by Mia Member: Told before")));
    }

    @Test
    void itIsFrozenWhenItsLastDayIsOverAndByMembersOnly() {
        member.post("/reliability/reviews", "period", "2026-11", "team", "").then().statusCode(303);
        member.post(REVIEW + "/freezing").then().statusCode(422).body(containsString("It can be frozen when its last day is over"));
        member.post("/reliability/reviews", "period", "2026-12", "team", "").then().statusCode(422).body(containsString("December 2026 has not begun"));
        for (var early : new String[] {"0001-01", "1900-Q1"}) {
            member.post("/reliability/reviews", "period", early, "team", "").then().statusCode(422).body(containsString("lies before the first record"));
            member.get("/reliability/" + early).then().statusCode(200).body(not(containsString("Prepare a draft now")));
        }
        for (var path : new String[] {"/freezing", "/corrections", "/notable", "/participants", "/decisions", "/commentary", "/commentary/notable/autosave"}) {
            viewer.post(REVIEW + path, "correction", "x").then().statusCode(403);
        }
        viewer.get(REVIEW + "/commentary").then().statusCode(403);
        Browser.visitor().get(PAGE).then().statusCode(302).header("Location", containsString("/sign-in"));
    }

    @Test
    void twoTimesStandSideBySideAndComeAsFiles() throws IOException {
        Filled.prepared(member);
        member.post(REVIEW + "/freezing").then().statusCode(303);
        Filled.run("update occurrence set deleted_at = now() where number > 3");
        viewer.get("/reliability/reviews/comparison?was=2026-09&is=2026-10").then().statusCode(200)
                .body(allOf(containsString("September 2026</a>, as of now"), containsString("October 2026</a>, frozen"), containsString("<strong>7</strong>"), not(containsString("Evidence"))));
        var csv = viewer.get(REVIEW + "/export/csv").then().statusCode(200).header("Content-Disposition", containsString("reliability-2026-10.csv")).extract().asString();
        assertTrue(csv.startsWith("chapter,series,row,column,text,value,note,n,low,high,unit,verdict\r\n") && csv.contains(",Oct 2026,Incidents,7,7,") && csv.matches("(?s).*The numbers,\"Time to mitigate, from impact\",,the period,[^\n]*,7,\\d+\\.\\d+,\\d+\\.\\d+,minutes,.*"), csv);
        var pdf = viewer.get(REVIEW + "/export/pdf").then().statusCode(200).contentType("application/pdf").extract().asByteArray();
        assertReadable(pdf);
    }

    /** Page by page: no heading alone at an end, and no sentence that only makes sense on a screen. */
    private static void assertReadable(byte[] file) throws IOException {
        try (var pdf = Loader.loadPDF(file)) {
            assertTrue(pdf.getNumberOfPages() > 3 && pdf.getNumberOfPages() < 20, pdf.getNumberOfPages() + " pages");
            for (var n = 1; n <= pdf.getNumberOfPages(); n++) {
                var stripper = new PDFTextStripper();
                stripper.setStartPage(n);
                stripper.setEndPage(n);
                var page = stripper.getText(pdf);
                var lines = page.lines().filter(line -> !line.contains("reliability review, October") && !line.matches("\\d+ / \\d+")).toList();
                assertFalse(HEADINGS.contains(lines.get(lines.size() - 1).strip()), () -> "a heading ends a page:\n" + page);
                assertFalse(page.contains("Open it"), page);
            }
        }
    }

    @Test
    void theListTakesAsManyStatementsForManyAsForFew() {
        Filled.prepared(member);
        viewer.get("/reliability/reviews");
        var few = Statements.during(() -> viewer.get("/reliability/reviews").then().statusCode(200).body(containsString("October 2026")));
        Filled.run("insert into monthly_review (period, first_day, last_day, team_id, prepared_at, frozen_at, frozen_by) select to_char(d, 'YYYY-MM'), d, d + interval '1 month - 1 day', t, now(), now(), 2"
                + " from generate_series(timestamp '2020-01-01', timestamp '2025-12-01', interval '1 month') d, (values (cast(null as bigint)), (1)) x (t)");
        assertEquals(few, Statements.during(() -> viewer.get("/reliability/reviews").then().statusCode(200).body(containsString("Earlier reviews"))));
        viewer.get(viewer.page().replaceAll("(?s).*href=\"(/reliability/reviews\\?after=[^\"]+)\".*", "$1")).then().statusCode(200).body(containsString("2022"));
    }
}
