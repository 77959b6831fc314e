package org.closecall.exchange;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.closecall.Browser;
import org.closecall.Fixtures;
import org.closecall.action.ActionItem;
import org.closecall.action.Aim;
import org.closecall.action.Step;
import org.closecall.attachment.Picture;
import org.closecall.catalog.FactorCategory;
import org.closecall.catalog.Tag;
import org.closecall.occurrence.EntryKind;
import org.closecall.occurrence.Kind;
import org.closecall.occurrence.Moment;
import org.closecall.occurrence.Occurrence;
import org.closecall.occurrence.TimelineEntry;
import org.closecall.postmortem.ContributingFactor;
import org.closecall.postmortem.Postmortem;
import org.closecall.postmortem.PublishedLesson;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PostmortemImportTest {

    private static final Path REAL = Path.of(Optional.ofNullable(System.getProperty("closecall.shared"))
            .or(() -> Optional.ofNullable(System.getenv("CLOSECALL_SHARED"))).orElse("../shared/data")).resolve("dfds-postmortems");
    private static final byte[] PICTURE = Base64.getDecoder().decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    @Inject
    ImportJobs jobs;

    @BeforeEach
    void organisation() {
        Fixtures.organisation();
    }

    @Test
    void theLibraryComesInAgainUnchanged() throws IOException {
        var first = lesson("Disk full", "See #2 and [the alert](/occurrences/1).");
        lesson("Queue stuck", "As in #1, #1@1, not #1@77, nor #77 or `#1`.");
        var zip = library();
        assertTrue(entries(zip).keySet().containsAll(List.of("README.md", "postmortem-1.md", "postmortem-2.md", "attachments/1/graph 1.png")), entries(zip).keySet().toString());
        assertTrue(entries(zip).get("postmortem-1.md").contains("<!-- closecall:factor {\"n\":1,\"category\":\"Configuration\",\"leads_to\":[2]} -->"));
        assertTrue(entries(zip).get("postmortem-1.md").contains("![Graph](attachments/1/graph%201.png)"));
        assertEquals("3 records: 0 new, 0 changed, 2 unchanged, 1 skipped, 0 refused", bringIn(zip));

        organisation();
        filed();
        var ofStrangers = new LinkedHashMap<String, byte[]>();
        entries(zip).forEach((name, text) -> ofStrangers.put(name, text.replace("Mia Member", "Zoe").getBytes(name.endsWith(".md") ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1)));
        jobs.atOnce("library.zip", zip(ofStrangers), true);
        administrator().get("/admin/imports/1?outcome=CREATED").then().body(containsString("Nobody here is called Zoe"));
        assertEquals("3 records: 2 new, 0 changed, 0 unchanged, 1 skipped, 0 refused", bringIn(zip));
        assertEquals("3 records: 0 new, 0 changed, 2 unchanged, 1 skipped, 0 refused", bringIn(zip));
        var again = entries(library());
        // number 1 was taken, so the first got 3: all that names it says so, and what did not come along names nothing else
        var entry = again.get("postmortem-3.md").replaceFirst("(?s).*\"mark\":\"(#3@\\d+)\".*", "$1");
        assertTrue(again.get("postmortem-2.md").contains("As in #3, " + entry + ", not #3, nor #\u206077 or `#1`."), again.get("postmortem-2.md"));
        assertEquals(plain(entries(zip).get("postmortem-1.md")), plain(again.get("postmortem-3.md")));
        assertEquals(plain(entries(zip).get("postmortem-2.md")).replace("As in #1, #@, not #@, nor #77", "As in #3, #@, not #3, nor #\u206077"), plain(again.get("postmortem-2.md")));
        Browser.as("viewer").get("/occurrences/3/postmortem").then().statusCode(200).body(allOf(containsString("Written by Grace, Mia Member"), containsString("/attachments/"), containsString("Two caches were empty")));
        assertEquals(1, first);
    }

    @Test
    void whatPeopleChangedHereStays() throws IOException {
        lesson("Disk full", "Nothing else.");
        var zip = library();
        QuarkusTransaction.requiringNew().run(() -> Postmortem.of(Occurrence.numbered(1)).section("impact").body = "Said here");
        Browser.as("member").post("/occurrences/1/postmortem/publication", "because", "Enough for a test").then().statusCode(303);
        assertEquals("2 records: 0 new, 0 changed, 0 unchanged, 2 skipped, 0 refused", bringIn(zip));
        administrator().get("/admin/imports/1?outcome=SKIPPED").then().body(containsString("It is here and reads differently: Impact. It stays as it is here"));
    }

    @Test
    void anAdministratorLooksFirstAndThenBringsThemIn() throws IOException {
        var administrator = administrator();
        administrator.get("/admin/imports");
        var zip = zip(Map.of("pm/2021-01 cache.md", "# Cache\n\n## Summary\nSlow. ![g](img/a.png) ![h](../x.svg)\n\n## Timeline\n- 2021-03-04 10:00 Alert\n".getBytes(StandardCharsets.UTF_8), "pm/img/a.png", PICTURE, "x.svg", "<svg onload=alert(1)>".getBytes(StandardCharsets.UTF_8)));
        administrator.upload("/admin/imports", List.of("key", administrator.key()), "file", "old.zip", zip).then().statusCode(303);
        Finished.await(1);
        administrator.get("/admin/imports/1").then().body(allOf(containsString("Nothing has been written yet"), containsString("0 contributing factors, 1 timeline entries".replace("entries", "entry")), containsString("left out: x.svg is a page or a drawing that may carry scripts")));
        assertEquals(0, QuarkusTransaction.requiringNew().call(() -> Occurrence.count()));
        administrator.post("/admin/imports/1/application", "key", administrator.key()).then().statusCode(303);
        Finished.await(2);
        administrator.get("/occurrences/1/postmortem").then().statusCode(200).body(allOf(containsString("<img src=\"/attachments/1/a.png\""), not(containsString("Written by")), not(containsString("<svg onload"))));
        administrator.get("/occurrences/1").then().body(containsString("4 Mar 2021"));
        Browser.as("member").get("/admin/imports").then().statusCode(404);
        Browser.visitor().get("/library/zip").then().statusCode(302);
    }

    @Test
    void whatIsDamagedIsRefusedAndNamed() throws IOException {
        assertRefused(new byte[] {'P', 'K', 3, 4, 0, 0, 0, 9}, "There is no Markdown file in the zip");
        assertRefused(new byte[] {'P', 'K', 5, 6, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0}, "There is no Markdown file in the zip");
        assertRefused(new byte[] {'n', 'o', 0, 0}, "The file is called a zip and is none");
        assertRefused(zip(Map.of("a.md", ("# x\n" + "x ".repeat(1_100_000)).getBytes(StandardCharsets.UTF_8))), "a.md has more than 2 MB");
        assertRefused(zip(Map.of("a.txt", new byte[] {1})), "There is no Markdown file in the zip");
        assertRefused(zip(Map.of("a.md", new byte[] {(byte) 0xff, 'x'})), "a.md is not UTF-8");
        assertRefused(zip(Map.of("a.md", "---\nclosecall: 2\n---\n".getBytes(StandardCharsets.UTF_8))), "a.md is of format 2; this Closecall reads format 1");
        assertRefused(zip(Map.of("a.md", "---\nclosecall: 1\n---\n".getBytes(StandardCharsets.UTF_8))), "a.md: id, number, title, occurrence, kind and state must be given");
        assertRefused(zip(Map.of("a.md", "---\nclosecall: 1\nid: abc\n---\n".getBytes(StandardCharsets.UTF_8))), "a.md: id cannot be read");
        lesson("Disk full", "x");
        for (var edit : List.of(List.of("kind: \"INCIDENT\"", "kind: \"PARTY\"", "kind “PARTY” is not known"), List.of("started: \"unknown\"", "started: \"not_yet\"", "the moment started is neither"), List.of("\"at\":\"2026", "\"at\":\"9026", "time of an entry lies outside"))) {
            var edited = new LinkedHashMap<String, byte[]>();
            entries(library()).forEach((name, text) -> edited.put(name, text.replace(edit.get(0), edit.get(1)).getBytes(StandardCharsets.UTF_8)));
            assertRefused(zip(edited), edit.get(2));
        }
        assertEquals(1, QuarkusTransaction.requiringNew().call(() -> Occurrence.count()));
    }

    @Test
    void eachFileOfAZipIsTold() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (var file : List.of("../../x.md", "A.md", "B.md", ".hidden.md")) {
                zip.putNextEntry(new ZipEntry(file));
                zip.write(("---\nkind: alien\nstate: blah\n---\n## Summary\nPR #1 " + file).getBytes(StandardCharsets.UTF_8));
            }
        }
        // java will not write two of one name
        var twice = new String(out.toByteArray(), StandardCharsets.ISO_8859_1).replace("B.md", "A.md").getBytes(StandardCharsets.ISO_8859_1);
        filed();
        assertEquals("3 records: 2 new, 0 changed, 0 unchanged, 1 skipped, 0 refused", bringIn(twice));
        administrator().get("/admin/imports/1?outcome=CREATED").then().body(allOf(containsString("kind “alien” is none of ours"), containsString("state “blah” is none of ours")));
        administrator().get("/occurrences/2/postmortem").then().body(allOf(containsString("PR #"), not(containsString("<a href=\"/occurrences/1\""))));
    }

    /** 38 postmortems of a shipping company; they are not part of this repository. */
    @Test
    void realPostmortemsComeIn() throws IOException {
        assumeTrue(Files.isDirectory(REAL), () -> "skipped: no real data here, " + REAL + " is absent");
        var files = new TreeMap<String, byte[]>();
        try (var all = Files.list(REAL)) {
            for (var file : all.toList()) {
                files.put(file.getFileName().toString(), Files.readAllBytes(file));
            }
        }
        assertEquals("39 records: 38 new, 0 changed, 0 unchanged, 1 skipped, 0 refused", bringIn(zip(files)));
        assertEquals("39 records: 0 new, 0 changed, 38 unchanged, 1 skipped, 0 refused", bringIn(zip(files)));
        assertEquals("39 records: 0 new, 0 changed, 38 unchanged, 1 skipped, 0 refused", bringIn(library()));
        QuarkusTransaction.requiringNew().run(() -> {
            Postmortem adfs = Postmortem.find("title", "ADFS Outage").firstResult();
            assertEquals(List.of(Moment.at(Instant.parse("2021-03-31T12:06:00Z")), Moment.at(Instant.parse("2021-03-31T12:11:00Z")), Moment.at(Instant.parse("2021-03-31T13:30:00Z"))), List.of(adfs.occurrence.started, adfs.occurrence.detected, adfs.occurrence.resolved));
            assertEquals(List.of(4, 8), List.of(adfs.factors.size(), TimelineEntry.of(adfs.occurrence).size()));
        });
    }

    private void assertRefused(byte[] file, String because) {
        var report = jobs.atOnce("library.zip", file, false);
        assertTrue(!report.good() && report.text().contains(because), report.text());
    }

    private String bringIn(byte[] zip) {
        return jobs.atOnce("library.zip", zip, false).text().lines().skip(1).findFirst().orElseThrow();
    }

    private static byte[] library() {
        var answer = Browser.as("viewer").get("/library/zip");
        answer.then().statusCode(200).contentType(equalTo("application/zip")).header("Content-Disposition", startsWith("attachment; filename=\"postmortems-"));
        return answer.asByteArray();
    }

    private static Browser administrator() {
        return Browser.as("administrator");
    }

    private static long filed() {
        return QuarkusTransaction.requiringNew().call(() -> {
            var occurrence = new Occurrence();
            occurrence.kind = Kind.HAZARD;
            occurrence.title = "Another";
            return occurrence.file(Fixtures.person("member"), Instant.now()).number;
        });
    }

    /** With everything that a file can have. */
    private static long lesson(String title, String impact) {
        var number = PublishedLesson.of(title, "Short.\n\n<!-- closecall:section {} -->\nand #1@1", "Configuration", "Two caches were empty", null, occurrence -> {
            occurrence.tags.addAll(Tag.named(List.of("disk")));
            occurrence.detected = Moment.at(Instant.parse("2026-01-05T02:10:00Z"));
            occurrence.resolved = Moment.UNKNOWN;
        });
        QuarkusTransaction.requiringNew().run(() -> {
            var me = Fixtures.person("member");
            var occurrence = Occurrence.numbered(number);
            var postmortem = Postmortem.of(occurrence);
            var picture = Picture.of("graph 1.png", PICTURE).keep(occurrence, postmortem.id, me, Instant.now());
            postmortem.section("impact").body = impact + "\n\n![Graph](" + picture + ")";
            postmortem.facilitator = me;
            var effect = new ContributingFactor();
            effect.category = FactorCategory.named("Load and usage");
            effect.text = "Everybody asked again";
            effect.evidenceUrl = "https://e.org/graph";
            effect.add(postmortem, me, Instant.now());
            postmortem.factors.get(0).leadsTo.add(effect);
            var entry = new TimelineEntry();
            entry.at = Instant.parse("2026-01-05T02:14:00Z");
            entry.kind = EntryKind.SIGNAL;
            entry.learnedLater = true;
            entry.evidenceUrl = "https://e.org/a";
            entry.text = "Alert:\n\n```\nx\n```";
            entry.add(occurrence, me, Instant.now());
            var action = new ActionItem();
            action.title = "Watch it";
            action.aim = Aim.DETECT_SOONER;
            action.owner = me;
            action.add(occurrence, me, Instant.parse("2026-02-01T00:00:00Z"));
            new Step(action, me, Instant.parse("2026-02-03T00:00:00Z")).complete("seen");
            postmortem.credited = List.of("Grace", "Mia Member");
        });
        Browser.as("member").post("/occurrences/" + number + "/postmortem/publication", "because", "Enough for a test").then().statusCode(303);
        return number;
    }

    /** Without what differs between two stores that say the same. */
    private static String plain(String markdown) {
        return markdown.replaceAll("#\\d+@\\d+", "#@").replaceAll("\"id\":\\d+", "\"id\":0").replaceAll("attachments/\\d+", "attachments/0").replaceAll("(?m)^number: \\d+$", "");
    }

    private static Map<String, String> entries(byte[] zip) throws IOException {
        var entries = new TreeMap<String, String>();
        try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                entries.put(entry.getName(), new String(in.readAllBytes(), entry.getName().endsWith(".md") ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1));
            }
        }
        return entries;
    }

    private static byte[] zip(Map<String, byte[]> files) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (var file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
            }
        }
        return out.toByteArray();
    }
}
