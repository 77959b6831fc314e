package org.closecall.occurrence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PastedLinesTest {

    private static final ZoneId VIENNA = ZoneId.of("Europe/Vienna");
    /** 13:30 in Vienna. */
    private static final Instant START = Instant.parse("2026-03-01T12:30:00Z");
    private static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "14:02 error rate at 12% | 13:02:00 | error rate at 12%",
        "14:02:30 - text | 13:02:30 | text",
        "2:02 PM text | 13:02:00 | text",
        "2:02pm: text | 13:02:00 | text",
        "[14:02] ana: text | 13:02:00 | ana: text",
        "(14:02:05) text | 13:02:05 | text",
        "- 14:02 text | 13:02:00 | text",
        "> [2:02 PM] Ana Bell: text | 13:02:00 | Ana Bell: text",
        "2026-03-01T14:02:11Z text | 14:02:11 | text",
        "2026-03-01T14:02:11.250+01:00 text | 13:02:11.250 | text",
        "2026-03-01 14:02:11 +0100 text | 13:02:11 | text",
        "2026-03-01 14:02 text | 13:02:00 | text",
        "2026-03-01 14:02:11,123 ERROR [a.b] text | 13:02:11.123 | ERROR [a.b] text",
        "Mar  1 14:02:11 host sshd: text | 13:02:11 | host sshd: text",
        "Mar 1, 2026 at 2:02 PM text | 13:02:00 | text",
        "[01.03.2026, 14:02:11] Ana: text | 13:02:11 | Ana: text",
        "3/1/26, 14:02 - Ana: text | 13:02:00 | Ana: text",
        "14:02 UTC text | 14:02:00 | text",
        "14:02-14:10 queue full | 13:02:00 | 14:02-14:10 queue full",
        "12:02 AM text | 23:02:00 | text",
        "12:02 PM text | 11:02:00 | text",
        "14:02 -1000 requests | 13:02:00 | -1000 requests",
        "14:02 + 3 hosts | 13:02:00 | + 3 hosts",
        "14:02\u202fPM? | 13:02:00 | PM?",
        "14:02 16:09 is the ratio | 13:02:00 | 16:09 is the ratio"})
    void readsALine(String line, String time, String text) {
        var row = one(line);
        assertTrue(row.at().toString().contains("T" + time.replaceAll(":00$", ":00")), row::toString);
        assertEquals(text, row.text());
        assertNull(row.problem());
    }

    @Test
    void readsWhatChatsExport() {
        var rows = rows("""
                --- March 1, 2026 ---
                Ana Bell  2:03 PM
                Checkout is slow
                for everybody
                2:04 PM
                Card payments too
                Ben O'Neil [2:05 PM]
                looking
                deploy-bot APP  2:06 PM
                Rolled back payments
                Monday, March 2nd
                Ana Bell 9:00 AM
                all quiet
                """);
        assertEquals(List.of("Ana Bell: Checkout is slow\nfor everybody", "Ana Bell: Card payments too", "Ben O'Neil: looking", "deploy-bot APP: Rolled back payments", "Ana Bell: all quiet"),
                rows.stream().map(PastedLines.Row::text).toList());
        assertEquals(List.of("2026-03-01T13:03:00Z", "2026-03-01T13:04:00Z", "2026-03-01T13:05:00Z", "2026-03-01T13:06:00Z", "2026-03-02T08:00:00Z"),
                rows.stream().map(row -> row.at().toString()).toList());
    }

    @Test
    void runsPastMidnightAndStepsBackALittle() {
        assertEquals(List.of("2026-03-01T22:50:00Z", "2026-03-01T23:10:00Z", "2026-03-01T23:05:00Z", "2026-03-02T07:00:00Z", "2026-03-02T06:00:00Z", "2026-03-02T23:30:00Z"),
                instants("23:50 a\n00:10 b\n00:05 c\n08:00 d\n07:00 e\n00:30 f"));
    }

    @Test
    void theFirstTimeIsNearTheStart() {
        assertEquals(List.of("2026-03-01T11:00:00Z"), instants("12:00 before"));
        assertEquals(List.of("2026-03-01T23:30:00Z"), instants("00:30 the night after"));
        var night = PastedLines.of("23:50 the evening before", VIENNA, Instant.parse("2026-03-01T23:10:00Z"), NOW).rows();
        assertEquals("2026-03-01T22:50:00Z", night.get(0).at().toString());
    }

    @Test
    void neverGoesToTomorrow() {
        var rows = PastedLines.of("13:00 a\n06:30 b", VIENNA, START, Instant.parse("2026-03-01T13:00:00Z")).rows();
        assertEquals("2026-03-01T05:30:00Z", rows.get(1).at().toString());
    }

    @Test
    void saysWhatAClockChangeMadeOfATime() {
        var autumn = PastedLines.of("02:50 a\n02:10 b\n02:20 c", VIENNA, Instant.parse("2025-10-25T23:00:00Z"), NOW).rows();
        assertEquals(List.of("2025-10-26T00:50:00Z", "2025-10-26T01:10:00Z", "2025-10-26T01:20:00Z"), autumn.stream().map(row -> row.at().toString()).toList());
        assertTrue(autumn.get(0).remark().contains("02:50 came twice that night: taken as the first, 2025-10-26 00:50:00 UTC"), autumn::toString);
        assertTrue(autumn.get(1).remark().contains("taken as the second"), autumn::toString);
        var spring = PastedLines.of("02:30 a", VIENNA, Instant.parse("2026-03-29T00:30:00Z"), NOW).rows().get(0);
        assertEquals("2026-03-29T01:30:00Z", spring.at().toString());
        assertEquals("02:30 did not exist that night: read as 03:30", spring.remark());
    }

    @Test
    void whatCannotBeReadIsARowToMend() {
        var rows = rows("no time here\nnor here\n25:61 broken\ncontinues\n14:02\n14:03 good\n2026-02-30T10:00 no such day");
        assertEquals(List.of("no time here", "nor here", "25:61 broken\ncontinues", "", "good", "2026-02-30T10:00 no such day"), rows.stream().map(PastedLines.Row::text).toList());
        for (var broken : List.of(0, 1, 2, 5)) {
            assertNull(rows.get(broken).at());
            assertNotNull(rows.get(broken).problem());
        }
        assertTrue(rows.get(2).problem().contains("25:61"), rows::toString);
    }

    @Test
    void wordsThatEndInATimeAreNoName() {
        assertEquals("first\nrolled back at 14:03", one("14:02 first\nrolled back at 14:03").text());
    }

    @Test
    void guessesWhatALineIs() {
        assertEquals(EntryKind.SIGNAL, EntryKind.guess("Alert fired, then we rolled back"));
        assertEquals(EntryKind.ACTION, EntryKind.guess("ana: restarted the pool"));
        assertEquals(EntryKind.DECISION, EntryKind.guess("We decided to wait"));
        assertEquals(EntryKind.COMMUNICATION, EntryKind.guess("Status page updated"));
        assertEquals(EntryKind.OBSERVATION, EntryKind.guess("error rate at 12%"));
    }

    private static PastedLines.Row one(String pasted) {
        var rows = rows(pasted);
        assertEquals(1, rows.size(), rows::toString);
        return rows.get(0);
    }

    private static List<String> instants(String pasted) {
        return rows(pasted).stream().map(row -> row.at().toString()).toList();
    }

    private static List<PastedLines.Row> rows(String pasted) {
        return PastedLines.of(pasted, VIENNA, START, NOW).rows();
    }
}
