package org.closecall.wording;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ImperativeTest {

    @Test
    void missesAVerbWhereThereIsNone() {
        assertEquals("Connection", Imperative.missing("Connection pool limit for the checkout"));
        assertEquals("Better", Imperative.missing("Better dashboards for the queue"));
        assertEquals("Monitoring", Imperative.missing("Monitoring"));
        assertEquals("The", Imperative.missing("  The runbook "));
        assertEquals("Documentation", Imperative.missing("“Documentation” of failover"));
    }

    @Test
    void leavesAloneWhatBeginsWithOneAndWhatIsNotEnglish() {
        Stream.of("Verify the full chain on every host", "Re-test the backup", "rate-limit the public API", "Load-test checkout before the sale", "Zertifikate vor jeder Rotation prüfen",
                "証明書の期限を監視する", "#531 again", "", "   ", "PgBouncer 1.22").forEach(title -> assertNull(Imperative.missing(title), title));
    }

    /** The innocent titles that were written for the wording rules, by two people who did not think of this rule. */
    @Test
    void leavesAloneTheInnocentOnesOfBothSets() throws IOException {
        for (var file : List.of("sentences.tsv", "held-out.tsv")) {
            try (var in = getClass().getResourceAsStream("/wording/" + file)) {
                var lines = new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().map(line -> line.split("\t"));
                assertEquals(List.of(), lines.filter(line -> !line[0].equals("MARK") && !line[1].equals("TEXT")).map(line -> line[3]).filter(title -> Imperative.missing(title) != null).toList(), file);
            }
        }
    }
}
