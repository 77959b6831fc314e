package org.closecall.postmortem;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.closecall.Browser;
import org.closecall.Fixtures;
import org.closecall.occurrence.EntryKind;
import org.closecall.occurrence.Kind;
import org.closecall.occurrence.Occurrence;
import org.closecall.occurrence.TimelineEntry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PostmortemExportsTest {

    Browser member;
    long number;
    String there;

    @BeforeEach
    void write() {
        Fixtures.organisation();
        member = Browser.as("member");
        number = Draft.started(member, Kind.INCIDENT, "Disk \"full\": --> 漢 <b>");
        there = Draft.path(number);
        Draft.addFactor(member, number, "Two caches\n\nwere empty");
        Draft.addAction(number, "Alert at 80 %");
        entry("Seen in the log:\n```\n<!-- closecall:entry {} -->\n```");
    }

    @Test
    void markdownReadsBackToTheLetter() {
        var text = "  Indented,\n\n## With a heading\n---\n<!-- closecall:section {\"key\":\"x\"} -->\n<!-- \\closecall:x\n\n\n| a | b |";
        Draft.save(member, number, "impact", text, "prevent", "A check").then().statusCode(303);
        var answer = member.get(there + "/markdown");
        answer.then().statusCode(200).contentType(startsWith("text/markdown")).header("Content-Disposition", equalTo("attachment; filename=\"postmortem-" + number + "-draft.md\""));
        var read = ReadBack.of(answer.asString());
        assertEquals("\"Disk \\\"full\\\": --\\u003e 漢 <b\\u003e\"", read.head("title"));
        assertEquals(List.of("1", Long.toString(number), "\"INCIDENT\"", "\"draft\"", "\"Full\"", "\"unknown\""), List.of(read.head("closecall"), read.head("number"), read.head("kind"), read.head("state"), read.head("template"), read.head("  started")));
        assertEquals(text, read.text("section {\"key\":\"impact\",\"title\":\"Impact\"}"));
        assertEquals("A check", read.text("section {\"key\":\"prevent\",\"title\":\"How do we keep this failure from recurring?\"}"));
        assertEquals("", read.text("section {\"key\":\"limit\",\"title\":\"How do we limit the impact of the next one?\"}"));
        assertEquals("Two caches\n\nwere empty", read.text("factor {\"n\":1,\"category\":\"Configuration\"}"));
        assertEquals("Seen in the log:\n```\n<!-- closecall:entry {} -->\n```", read.text("entry {\"mark\":\"#" + number + "@1\",\"at\":\"2026-01-05T02:14:00Z\",\"kind\":\"SIGNAL\",\"learned_later\":true,\"evidence\":\"https://e.org/a--\\u003eb\"}"));
        assertTrue(read.texts().keySet().stream().anyMatch(block -> block.startsWith("action {\"id\":1,\"title\":\"Alert at 80 %\",\"aim\":\"DETECT_SOONER\",\"state\":\"OPEN\",\"created\":")), read.texts().keySet().toString());
    }

    @Test
    void jsonHasTheSame() {
        Draft.save(member, number, "impact", "Nobody could pay.").then().statusCode(303);
        member.get(there + "/json").then().statusCode(200).contentType(startsWith("application/json")).body("head.closecall", equalTo(1), "head.number", equalTo((int) number), "head.moments.started", equalTo("unknown"),
                "sections.find { it.key == 'impact' }.body", equalTo("Nobody could pay."), "timeline[0].at", equalTo("2026-01-05T02:14:00Z"), "actions[0].aim", equalTo("DETECT_SOONER"), "head.authors[0]", equalTo("Mia Member"));
    }

    @Test
    void factorsKeepTheirEvidenceAndWhatTheyLedTo() throws IOException {
        Draft.addFactor(member, number, "Eighty-one requests");
        member.post(there + "/factors/1", "version", "0", "category", "4", "text", "Two caches", "howKnown", "counted", "evidence", "https://e.org/a-->b", "leadsTo", "2").then().statusCode(303);
        Draft.publish(member, number);
        var read = ReadBack.of(member.get(there + "/markdown").asString());
        assertEquals("Two caches", read.text("factor {\"n\":1,\"category\":\"Data\",\"evidence\":\"https://e.org/a--\\u003eb\",\"leads_to\":[2]}"));
        assertEquals("Eighty-one requests", read.text("factor {\"n\":2,\"category\":\"Configuration\"}"));
        member.get(there + "/json").then().body("factors[0].n", equalTo(1), "factors[0].leads_to", equalTo(List.of(2)), "factors[0].evidence", equalTo("https://e.org/a-->b"), "factors[0].how_known", equalTo("counted"), "factors[1].leads_to", equalTo(null));
        try (var pdf = pdf("")) {
            var text = new PDFTextStripper().getText(pdf);
            assertTrue(text.contains("https://e.org/a-->b") && text.contains("Leads to 2."), text);
        }
        member.post(there + "/factors/1/removal").then().statusCode(303);
        member.get(there + "/versions/1").then().statusCode(200).body(allOf(containsString("leads to 2. “Eighty-one requests”."), containsString("href=\"https://e.org/a--&gt;b\"")));
        member.get(there + "/versions/comparison").then().statusCode(200).body(allOf(containsString("<del>"), containsString("→ Eighty-one requests")));
    }

    @Test
    void bothAnswersStandTogetherEvenIfOneIsMissing() throws IOException {
        member.get(there).then().body(allOf(not(containsString("two-answers")), not(containsString("Not answered.")), containsString("class=\"balance")));
        Draft.save(member, number, "limit", "A switch").then().statusCode(303);
        member.get(there).then().body(allOf(containsString("two-answers"), containsString("How do we keep this failure from recurring?"), containsString("Not answered."), containsString("A switch")));
        try (var pdf = pdf("")) {
            var text = new PDFTextStripper().getText(pdf);
            assertTrue(text.matches("(?s).*recurring\\?\\s+Not answered\\..*next one\\?\\s+A switch.*"), text);
        }
    }

    @Test
    void pdfHasItAll() throws IOException {
        var image = member.upload(there + "/pasted-images", List.of(), "image", "graph.png", PostmortemImagesTest.picture("png", 4000, 10)).asString();
        Draft.save(member, number, "summary", "Short and **sweet** ☑ Größe.", "impact", image + "\n\n- [x] told\n- [ ] asked\n\n![remote](http://127.0.0.1:9/x.png) \u0001\uffff ![gone](/attachments/99/x.png)\n\n```\n" + "x".repeat(300) + "\n```", "prevent", "See #" + number).then().statusCode(303);
        try (var pdf = pdf("")) {
            var text = new PDFTextStripper().getText(pdf);
            for (var words : List.of("Disk \"full\"", "sweet", "Größe", "☑ told", "☐ asked", "remote", "[Picture: gone]", "Two caches", "Seen in the log", "learned later", "Alert at 80 %", "detect sooner".substring(0, 6), "漢", "1 / " + pdf.getNumberOfPages())) {
                assertTrue(text.toLowerCase().contains(words.toLowerCase()), words + " is not in\n" + text);
            }
            assertEquals(595, Math.round(pdf.getPage(0).getMediaBox().getWidth()));
            assertEquals("Disk \"full\": --> 漢 <b>", pdf.getDocumentInformation().getTitle());
            for (var page : pdf.getPages()) {
                for (var font : page.getResources().getFontNames()) {
                    assertTrue(page.getResources().getFont(font).isEmbedded());
                }
            }
        }
        try (var pdf = pdf("?paper=letter")) {
            assertEquals(612, Math.round(pdf.getPage(0).getMediaBox().getWidth()));
        }
    }

    @Test
    void pdfOfMuchTextIsMadeInTime() throws IOException {
        var begun = System.nanoTime();
        Draft.save(member, number, "response", "A line of *some* forty characters, again, see #1.\n\n".repeat(4_000), "impact", "> ".repeat(500) + "deep " + "[".repeat(5_000)).then().statusCode(303);
        try (var pdf = pdf("")) {
            assertTrue(pdf.getNumberOfPages() > 30);
        }
        assertTrue(System.nanoTime() - begun < 60_000_000_000L);
    }

    @Test
    void draftsAreForMembersOnly() {
        var viewer = Browser.as("viewer");
        for (var format : List.of("/markdown", "/json", "/pdf")) {
            viewer.get(there + format).then().statusCode(404);
            Browser.visitor().get(there + format).then().statusCode(302);
            member.get("/occurrences/77/postmortem" + format).then().statusCode(404);
        }
        Draft.publish(member, number);
        viewer.get(there).then().body(allOf(containsString(there + "/pdf?version=1&amp;paper=letter"), containsString(there + "/markdown?version=1")));
        viewer.get(there + "/markdown").then().statusCode(200).header("Content-Disposition", equalTo("attachment; filename=\"postmortem-" + number + "-v1.md\"")).body(containsString("published_because: \"Enough for a test\""));
        viewer.get(there + "/pdf").then().statusCode(200).contentType("application/pdf");
        Draft.save(member, number, "impact", "Not said aloud yet").then().statusCode(303);
        viewer.get(there + "/markdown").then().statusCode(200).body(not(containsString("Not said aloud yet")));
        viewer.get(there + "/markdown?version=draft").then().statusCode(404);
        viewer.get(there + "/pdf?version=7").then().statusCode(404);
        member.get(there + "/markdown?version=draft").then().statusCode(200).body(containsString("Not said aloud yet"));
        member.post(there + "/withdrawal").then().statusCode(303);
        viewer.get(there + "/json?version=1").then().statusCode(404);
    }

    private PDDocument pdf(String query) throws IOException {
        var answer = member.get(there + "/pdf" + query);
        answer.then().statusCode(200);
        return Loader.loadPDF(answer.asByteArray());
    }

    private void entry(String text) {
        QuarkusTransaction.requiringNew().run(() -> {
            var entry = new TimelineEntry();
            entry.at = Instant.parse("2026-01-05T02:14:00Z");
            entry.kind = EntryKind.SIGNAL;
            entry.learnedLater = true;
            entry.evidenceUrl = "https://e.org/a-->b";
            entry.text = text;
            entry.add(Occurrence.numbered(number), Fixtures.person("member"), Instant.now());
        });
    }
}
