package org.closecall.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.closecall.postmortem.Document;
import org.junit.jupiter.api.Test;

class HeadingsFormatTest {

    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

    @Test
    void headingsOfOthersBecomeOurs() {
        var read = read("""
                # Cache stampede

                Everything was slow.

                ## Timeline
                All times in CET.

                | Time | Event |
                | :--- | --- |
                | 2026-03-01 10:05 | Deploy of the cache client |
                | 10:45 | Alert fired |
                | 11:30 | Rolled back |

                ## Root Causes
                Two things came together:

                - The client kept no connection open
                  and retried at once
                - Nobody could see it

                ## Lessons learned
                - Look at retries
                ## Action items
                - [ ] Add jitter

                # Stats
                - Category: Cache
                - Time to detection: 40 minutes
                - Time to recovery: 1 hour 25 min
                """);
        assertEquals("Cache stampede", read.title());
        assertEquals("Everything was slow.", section(read, "summary"));
        assertEquals("- Look at retries", section(read, "well"));
        assertEquals("- [ ] Add jitter", section(read, "own-action-items"));
        assertEquals("Two things came together:", section(read, "own-root-causes"));
        assertEquals(List.of("The client kept no connection open\nand retried at once", "Nobody could see it"), read.document().factors().stream().map(Document.Factor::text).toList());
        assertEquals(List.of("2026-03-01T09:05:00Z", "2026-03-01T09:45:00Z", "2026-03-01T10:30:00Z"), read.document().timeline().stream().map(entry -> entry.at().toString()).toList());
        var moments = read.document().head().moments();
        assertEquals(List.of("2026-03-01T09:05:00Z", "2026-03-01T09:45:00Z", "2026-03-01T10:30:00Z", "unknown"), List.of(moments.get("started"), moments.get("detected"), moments.get("resolved"), moments.get("mitigated")));
        assertEquals("2 contributing factors, 3 timeline entries", read.notes().get(0));
    }

    @Test
    void frontMatterSaysWhatItSays() {
        var head = read("""
                ---
                title: "Nearly: a drill"
                kind: near-miss
                severity: P2
                services: [Ledger, Payments]
                tags: backup, restore
                authors:
                  - Ada
                started: 2026-02-03 04:05:06+01:00
                detected: soon
                published: 2026-02-10
                ---
                ## What happened
                It nearly did.
                """).document().head();
        assertEquals(List.of("Nearly: a drill", "NEAR_MISS", "SEV2", "2026-02-03T03:05:06Z", "unknown", "2026-02-10T00:00:00Z"),
                List.of(head.title(), head.kind(), head.potential_severity(), head.moments().get("started"), head.moments().get("detected"), head.published().toString()));
        assertEquals(List.of(List.of("Ledger", "Payments"), List.of("backup", "restore"), List.of("Ada")), List.of(head.services(), head.tags(), head.authors()));
        assertThrows(Refused.class, () -> read("---\ntitle: \"open\nkind: [\n---\ntext"));
    }

    @Test
    void aDurationThatLeadsBeyondTheTimelineIsNotBelieved() {
        var moments = read("## Summary\nx\n## Timeline\n- 2026-03-01 10:00 begins\n- 2026-03-01 10:10 ends\n## Stats\n- Time to detection:\n- Time to recovery: 3 days").document().head().moments();
        assertEquals(List.of("unknown", "unknown"), List.of(moments.get("resolved"), moments.get("detected")));
        assertEquals(Duration.ofMinutes(90), Times.duration("1.5 hours"));
        assertEquals(null, Times.duration("a while"));
    }

    @Test
    void whatIsNoPostmortemIsLeftOut() {
        assertEquals("Nothing is written in it", read("# Title\n\n## Summary\n\n-\n").notWanted());
        assertEquals("A template by its name", of("docs/PM - Postmortem template.md", "## Summary\ntext").notWanted());
        assertEquals("Not a postmortem by its name and headings", of("README.md", "# Hello\n\ntext").notWanted());
    }

    @Test
    void muchOfAnythingIsReadInTime() {
        for (var piece : List.of("word **bold** [x](y) ", "![", "> ", "- ", "[", "`", "| ", "   ", "*_", "<!--")) {
            var begun = System.nanoTime();
            read("# Big\n\n## Summary\n\n" + piece.repeat(1_900_000 / piece.length()) + "\n\n## Timeline\n2026-01-01 10:00 " + piece.repeat(100_000 / piece.length()) + "\n## " + piece.repeat(1_000));
            assertTrue(System.nanoTime() - begun < 20_000_000_000L, piece);
        }
    }

    /** Whatever somebody wrote, each word of it is somewhere afterwards. */
    @Test
    void nothingIsLost() {
        var random = new Random(20261121);
        var pieces = List.of("# Top", "## Summary", "## Timeline", "## Contributing factors", "### Deeper", "## Own words", "- item", "1. item", "  more", "| 2026-01-01 10:00 | cell |", "| --- | --- |", "plain", "```\n# no heading\n```", "> quote", "", "2026-01-02 11:00 line", "\nHeading\n---", "* [ ] task", "    code", "All of it");
        for (var round = 0; round < 300; round++) {
            var text = new StringBuilder();
            for (var i = 0; i < 20; i++) {
                var piece = pieces.get(random.nextInt(pieces.size()));
                text.append(piece).append(piece.isEmpty() || piece.startsWith("#") || piece.startsWith("|") || piece.endsWith("-") || piece.endsWith("`") ? "" : " w" + round + "x" + i).append('\n');
            }
            var read = read(text.toString());
            var kept = read.document() == null ? "" : words(read.document());
            text.toString().lines().flatMap(line -> Arrays.stream(line.split("\\s+"))).filter(word -> word.matches("w\\d+x\\d+"))
                    .forEach(word -> assertTrue(kept.contains(word), () -> word + " of\n" + text + "\nis not in\n" + kept));
        }
    }

    private static String words(Document document) {
        return document.head().title() + document.sections().stream().map(each -> each.title() + " " + each.body()).collect(Collectors.joining("\n")) + document.factors() + document.timeline();
    }

    private static String section(Manuscript manuscript, String key) {
        return manuscript.document().sections().stream().filter(each -> each.key().equals(key)).findFirst().orElseThrow().body();
    }

    private static Manuscript read(String text) {
        return of("pm.md", text);
    }

    private static Manuscript of(String path, String text) {
        return Manuscript.of(new MarkdownFiles(List.of(new MarkdownFiles.Written(path, text)), Map.of()), NOW).get(0);
    }
}
