package org.closecall.occurrence;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import org.closecall.Browser;
import org.closecall.Fixtures;
import org.closecall.Statements;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class MentionsTest {

    Browser member;

    @BeforeEach
    void records() {
        Fixtures.organisation();
        member = Browser.as("member");
        for (var title : new String[] {"Disk full", "Certificate ran out"}) {
            file(title);
        }
    }

    @Test
    void recordsAndEntriesAreLinkedWhereTheyAre() {
        var entry = entry(1, "It *began* here");
        entry(2, "Like #1, see #1@" + entry + ", not #3 and not #2@" + entry);
        member.get("/occurrences/2").then().body(allOf(containsString("Like <a href=\"/occurrences/1\" title=\"Disk full\" rel=\"nofollow\">#1</a>"),
                containsString("see <a href=\"/occurrences/1#entry-" + entry + "\" title=\"It began here\" rel=\"nofollow\">#1, "), containsString("not #3 and not #2&#64;" + entry)));
    }

    @Test
    void whatIsRemovedIsNoLongerNamed() {
        var entry = entry(1, "It began here");
        entry(2, "Like #1 and #1@" + entry);
        member.post("/occurrences/1/timeline/" + entry + "/removal");
        member.get("/occurrences/2").then().body(not(containsString("It began here")));
        member.post("/occurrences/1/removal");
        member.get("/occurrences/2").then().body(not(containsString("Disk full")));
    }

    @Test
    void aPageWithManyMarksAsksOnce() {
        entry(2, "Nothing");
        var without = Statements.during(() -> member.get("/occurrences/2"));
        for (var i = 0; i < 10; i++) {
            entry(2, "Like #1 and #" + (i + 3));
        }
        var with = Statements.during(() -> member.get("/occurrences/2"));
        assertTrue(with <= without + 1, with + " statements instead of " + without);
    }

    private void file(String title) {
        QuarkusTransaction.requiringNew().run(() -> {
            var occurrence = new Occurrence();
            occurrence.kind = Kind.INCIDENT;
            occurrence.title = title;
            occurrence.file(Fixtures.person("member"), Instant.now());
        });
    }

    private long entry(long number, String text) {
        return QuarkusTransaction.requiringNew().call(() -> {
            var entry = new TimelineEntry();
            entry.at = Instant.now();
            entry.kind = EntryKind.OBSERVATION;
            entry.text = text;
            return entry.add(Occurrence.numbered(number), Fixtures.person("member"), Instant.now()).id;
        });
    }
}
