package org.closecall.occurrence;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.closecall.Browser;
import org.closecall.Fixtures;
import org.closecall.Statements;
import org.closecall.catalog.Service;
import org.closecall.catalog.Tag;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SimilarTest {

    private static final Instant BEGIN = Instant.parse("2026-01-01T10:00:00Z");

    Browser member;

    @BeforeEach
    void organisation() {
        Fixtures.organisation();
        member = Browser.as("member");
        QuarkusTransaction.requiringNew().run(() -> Service.create("Payments", 1, null, BEGIN));
    }

    private static void file(String title, String narrative, int hours, String service, String... tags) {
        QuarkusTransaction.requiringNew().run(() -> {
            var occurrence = new Occurrence();
            occurrence.kind = Kind.INCIDENT;
            occurrence.title = title;
            occurrence.narrative = narrative;
            occurrence.started = Moment.at(BEGIN.plus(Duration.ofHours(hours)));
            if (service != null) {
                occurrence.services.add(Service.findById(1L));
            }
            occurrence.tags.addAll(Tag.named(List.of(tags)));
            occurrence.file(Fixtures.person("member"), BEGIN);
        });
    }

    private static void someIncidents() {
        file("Card payments failed", "The certificate of the gateway had expired.", 0, "Payments", "expiry");
        file("Partner rejected our calls", "Their gateway saw an expired certificate.", 2, "Payments");
        file("Search was slow", "The index was being rebuilt.", 900, null);
        file("Mail was late", "A queue was full.", 2000, null, "expiry");
        file("Nothing in common", "Lamps.", 3000, null);
        // or the statistics are those of whatever test came before
        QuarkusTransaction.requiringNew().run(() -> Occurrence.getEntityManager().createNativeQuery("analyze occurrence").executeUpdate());
    }

    private static List<Similar> to(long number) {
        return QuarkusTransaction.requiringNew().call(() -> Similar.to(Occurrence.numbered(number)));
    }

    @Test
    void saysWhatTheyShare() {
        someIncidents();
        var similar = to(1);
        assertEquals(2, similar.get(0).occurrence().number);
        var shares = similar.get(0).shares();
        assertTrue(shares.startsWith("same service Payments; words "), shares);
        assertTrue(shares.contains("certificate") && shares.contains("expired") && shares.endsWith("; began 2\u00a0h apart"), shares);
    }

    @Test
    void neitherADayApartNorAServiceAloneMakesTwoRecordsSimilar() {
        file("Card payments failed", "The certificate had expired.", 0, "Payments");
        file("Search was slow", "An index was rebuilt.", 10, null);
        file("Doubled refunds", "Two jobs ran.", 5000, "Payments");
        assertEquals(List.of(), to(1));
    }

    @Test
    void theRecordOffersToLinkAtOnePressAndThenNoMore() {
        someIncidents();
        member.get("/occurrences/1").then().body(allOf(containsString("id=\"similar\""), containsString("Partner rejected our calls"), containsString("Link as related")));
        member.post("/occurrences/1/links", "relation", "DUPLICATE_OF", "other", "2").then().statusCode(303);
        assertTrue(to(1).stream().noneMatch(similar -> similar.occurrence().number == 2));
        Browser.as("viewer").get("/occurrences/2").then().body(not(containsString("Link as related")));
    }

    @Test
    void whatIsRemovedIsNotOffered() {
        someIncidents();
        member.post("/occurrences/2/removal");
        assertTrue(to(1).stream().noneMatch(similar -> similar.occurrence().number == 2));
    }

    @Test
    void theReportShowsItOnAButtonAndKeepsWhatWasTyped() {
        someIncidents();
        member.get("/report?kind=INCIDENT").then().body(allOf(containsString("formaction=\"/report/similar#seen-before\""), not(containsString("File it and link"))));
        member.post("/report/similar", "key", member.key(), "kind", "INCIDENT", "narrative", "A certificate of the gateway <3 & expired", "service", "1", "noticed", "2026-01-01T12:00", "severity", "SEV2", "over", "NO")
                .then().statusCode(200).body(allOf(containsString("A certificate of the gateway &lt;3 &amp; expired"), containsString("File it and link to #1"),
                        containsString("same service Payments; words "), containsString("value=\"SEV2\" checked")));
        assertEquals(5, Occurrence.count());
    }

    @Test
    void filesAndLinksInOne() {
        someIncidents();
        member.get("/report?kind=INCIDENT");
        var key = member.key();
        for (var twice = 0; twice < 2; twice++) {
            member.post("/occurrences", "key", key, "kind", "INCIDENT", "narrative", "A certificate of the gateway expired", "related", "1").then().statusCode(303);
        }
        member.get("/occurrences/6").then().body(containsString("Related to"));
        assertEquals(1, OccurrenceLink.count());
        member.get("/report");
        member.post("/occurrences", "key", member.key(), "kind", "HAZARD", "narrative", "Quite alone", "related", "999").then().statusCode(303);
    }

    @Test
    void thatSomethingElseWasFiledTodayDoesNotMakeItAlike() {
        file("Elephants on the runway", null, 0, null);
        member.get("/report");
        member.post("/report/similar", "kind", "INCIDENT", "narrative", "A certificate of the gateway expired", "noticed", member.field("noticed")).then().body(not(containsString("Elephants")));
    }

    /** A key or a picture pasted as text is one word, longer than PostgreSQL searches for. */
    @Test
    void aWordWithoutEndIsNoneToSearchFor() {
        member.get("/report");
        member.post("/occurrences", "key", member.key(), "kind", "HAZARD", "narrative", "x".repeat(3_000)).then().statusCode(303);
        member.get("/occurrences/1").then().statusCode(200);
        member.get("/occurrences?text=" + "x".repeat(3_000)).then().statusCode(200);
    }

    @Test
    void findsByATitleThatIsSpeltAlike() {
        file("Paymnet gatewya certficate problems", null, 0, null);
        member.get("/report");
        member.post("/report/similar", "kind", "INCIDENT", "narrative", "Payment gateway certificate problem").then().statusCode(200).body(containsString("Paymnet gatewya"));
    }

    @Test
    void anythingMayBeTyped() {
        someIncidents();
        for (var typed : List.of("", "x", "' | & ! ( ) : * \\ -- <b>", "the of and to a in", "?".repeat(300), "certificate ".repeat(2_000), "\u0000nul".replace("\u0000", " "), "日本語のテキストはどうですか証明書", "a:b & !c <-> d 'quoted'' lexeme\\'")) {
            member.get("/report");
            member.post("/report/similar", "kind", "HAZARD", "narrative", typed, "service", "junk", "noticed", "junk").then().statusCode(200);
        }
    }

    @Test
    void viewersDoNotReport() {
        Browser.as("viewer").post("/report/similar", "narrative", "The certificate expired again").then().statusCode(403);
        member.get("/report/similar").then().statusCode(405);
    }

    @Test
    void asManyStatementsForFiveAsForOne() {
        someIncidents();
        member.get("/occurrences/1");
        var few = Statements.during(() -> member.get("/occurrences/1").then().statusCode(200));
        for (var i = 0; i < 30; i++) {
            file("Card payments failed again " + i, "The certificate of the gateway had expired.", i, "Payments", "expiry");
        }
        var many = Statements.during(() -> member.get("/occurrences/1").then().statusCode(200).body(containsString("Card payments failed again")));
        assertEquals(few, many);
    }
}
