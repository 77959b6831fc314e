package org.closecall.occurrence;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import org.closecall.Browser;
import org.closecall.Fixtures;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OccurrencesTest {

    Browser member;

    @BeforeEach
    void signIn() {
        Fixtures.organisation();
        member = Browser.as("member");
    }

    @Test
    void filesANearMissFromFiveAnswers() {
        member.get("/report?kind=NEAR_MISS").then().statusCode(200);
        member.post("/occurrences", "key", member.key(), "kind", "NEAR_MISS", "narrative", "The job pointed at the live ledger. It would have rewritten it.",
                "noticed", "2026-01-05T09:10", "stopped", "PERSON", "how", "The preview showed it", "potential", "OCCASIONAL-SEV1", "change", "Separate accounts")
                .then().statusCode(303).header("Location", endsWith("/occurrences/1"));
        member.get("/occurrences/1").then().statusCode(200)
                .body("html.head.title", is("#1 The job pointed at the live ledger · Closecall"))
                .body(allOf(containsString("could be SEV1"), containsString("A person intervened"), containsString("Separate accounts"), containsString("2026-01-05 08:10:00 UTC")));
    }

    @Test
    void filesAnIncidentThatIsOver() {
        var number = file("INCIDENT", "narrative", "Card payments failed.", "noticed", "2026-01-05T02:16", "felt", "2026-01-05T02:14",
                "severity", "SEV2", "detection", "MONITORING_ALERT", "over", "RESOLVED", "overAt", "2026-01-05T03:46");
        member.get("/occurrences/" + number).then()
                .body(allOf(containsString("prog--resolved"), containsString("SEV2"), containsString("1\u00a0h 32\u00a0min"), containsString("No, 2\u00a0min after impact")));
    }

    @Test
    void aHazardStaysOpenUntilRemoved() {
        var number = file("HAZARD", "narrative", "Both gateways share one DNS provider.");
        member.get("/occurrences/" + number).then().body(containsString("prog--open"));
        member.get("/occurrences?progress=UNRESOLVED").then().body(containsString("share one DNS provider"));
    }

    @Test
    void keepsTheTextOfARefusedForm() {
        member.get("/report");
        member.post("/occurrences", "key", member.key(), "kind", "INCIDENT", "narrative", "Half <b>typed</b> & kept", "noticed", "2999-01-01T10:00", "severity", "SEV3", "over", "NO")
                .then().statusCode(422)
                .body(allOf(containsString("Half &lt;b&gt;typed&lt;/b&gt; &amp; kept"), containsString("This is in the future"), containsString("value=\"2999-01-01T10:00\""),
                        containsString("aria-invalid=\"true\" aria-describedby=\"noticed-error")));
        member.get("/occurrences").then().body(containsString("Nothing has been filed yet"));
    }

    @Test
    void saysWhatIsMissing() {
        member.get("/report");
        member.post("/occurrences", "key", member.key(), "kind", "", "narrative", " ").then().statusCode(422)
                .body(allOf(containsString("One sentence is enough"), containsString("Say first which of the three it is")));
    }

    @Test
    void theSameFormSentTwiceFilesOnce() {
        member.get("/report");
        var key = member.key();
        member.post("/occurrences", "key", key, "kind", "HAZARD", "narrative", "Once").then().statusCode(303).header("Location", endsWith("/occurrences/1"));
        member.post("/occurrences", "key", key, "kind", "HAZARD", "narrative", "Once").then().statusCode(303).header("Location", endsWith("/occurrences/1"));
        member.post("/occurrences", "key", key, "kind", "HAZARD", "narrative", "Twice").then().statusCode(409)
                .body(allOf(containsString("href=\"/occurrences/1\""), containsString("Twice"), not(containsString(key))));
        assertEquals(1, Occurrence.count());
    }

    @Test
    void editsEveryField() {
        var number = file("INCIDENT", "narrative", "Something broke.");
        member.post("/occurrences/" + number, edit("version", version(number), "kind", "NEAR_MISS", "title", "A better title", "narrative", "More *text*",
                "potentialSeverity", "SEV2", "likelihood", "RARE", "detection", "CUSTOMER", "stoppedBy", "SAFEGUARD", "control", "1", "stoppedHow", "By the reviewer",
                "oneChange", "A check", "tags", "dns, DNS,  expiry ", "startedAt", "2026-01-05T02:16:42", "impactNone", "NONE", "resolvedNone", "NOT_YET"))
                .then().statusCode(303);
        member.get("/occurrences/" + number).then().body(allOf(containsString("A better title"), containsString("<em>text</em>"), containsString("could be SEV2"),
                containsString("A safeguard held: Code review"), containsString("2026-01-05 01:16:42 UTC"), containsString(">dns</a>"), containsString(">expiry</a>")));
        member.get("/occurrences/" + number + "/history").then().body(allOf(containsString("Mia Member"), containsString("Something broke"), containsString("A better title"), containsString("Near miss")));
    }

    @Test
    void aChangeOfKindKeepsTheSeverity() {
        var number = file("INCIDENT", "narrative", "Something broke.", "severity", "SEV2");
        for (var kind : new String[] {"NEAR_MISS", "INCIDENT"}) {
            member.get("/occurrences/" + number + "/edit");
            member.post("/occurrences/" + number, edit("version", member.field("version"), "kind", kind, "title", "Something broke", "severity", kind.equals("INCIDENT") ? "" : "SEV2",
                    "potentialSeverity", kind.equals("INCIDENT") ? "SEV2" : "")).then().statusCode(303);
            member.get("/occurrences/" + number).then().body(containsString(kind.equals("INCIDENT") ? ">SEV2<" : "could be SEV2"));
        }
    }

    @Test
    void savingUnchangedChangesNothing() {
        var number = file("INCIDENT", "narrative", "Something broke.", "noticed", "2026-01-05T02:16");
        member.post("/occurrences/" + number, edit("version", version(number), "kind", "INCIDENT", "title", "Something broke", "narrative", "Something broke.",
                "detectedAt", "2026-01-05T02:16", "startedNone", "UNKNOWN", "impactNone", "UNKNOWN", "acknowledgedNone", "UNKNOWN", "mitigatedNone", "NOT_YET", "resolvedNone", "NOT_YET"))
                .then().statusCode(303);
        member.get("/occurrences/" + number).then().body(containsString("History (1)"));
    }

    @Test
    void whoeverSaysThereIsNoTimeMeansTheOneBesideIt() {
        var number = file("INCIDENT", "narrative", "Something broke.", "noticed", "2026-01-05T02:16", "felt", "2026-01-05T02:10");
        member.post("/occurrences/" + number, edit("version", version(number), "kind", "INCIDENT", "title", "Something broke", "narrative", "Something broke.",
                "detectedAt", "2026-01-05T02:16", "detectedNone", "AT", "impactAt", "2026-01-05T02:10", "impactNone", "NONE")).then().statusCode(303);
        assertEquals(Moment.NONE, moment(number, MomentName.IMPACT));
        member.post("/occurrences/" + number, edit("version", version(number), "kind", "INCIDENT", "title", "Something broke", "narrative", "Something broke.",
                "detectedAt", "2026-01-05T02:16", "detectedNone", "AT", "impactAt", "2026-01-05T02:12", "impactNone", "NONE")).then().statusCode(303);
        assertEquals(Instant.parse("2026-01-05T01:12:00Z"), moment(number, MomentName.IMPACT).at());
    }

    @Test
    void whatIsNotOnOfferIsRefused() {
        var number = file("INCIDENT", "narrative", "Something broke.", "severity", "SEV2");
        for (var forged : new String[][] {{"severity", "SEV9"}, {"detection", "DREAM"}, {"lead", "99"}, {"services", "9999"}, {"control", "999"}, {"stoppedBy", "MAGIC"}, {"likelihood", "NEVER"}}) {
            member.post("/occurrences/" + number, edit("version", version(number), "kind", "INCIDENT", "title", "Something broke", forged[0], forged[1])).then().statusCode(422)
                    .body(containsString("Choose one of those on offer"));
        }
        member.get("/occurrences/" + number).then().body(containsString(">SEV2<"));
    }

    @Test
    void theSecondSaverSeesBothVersions() {
        var number = file("INCIDENT", "narrative", "Something broke.");
        var version = version(number);
        var other = Browser.as("other");
        other.post("/occurrences/" + number, edit("version", version, "kind", "INCIDENT", "title", "Their title", "narrative", "Something broke.", "impact", "Their impact")).then().statusCode(303);
        member.post("/occurrences/" + number, edit("version", version, "kind", "INCIDENT", "title", "My title", "narrative", "Something broke.")).then().statusCode(409)
                .body(allOf(containsString("Otto Other saved this before you"), containsString("Their title"), containsString("value=\"My title\"")))
                .body("**.find { it.@id == 'impact' }.text().trim()", is("Their impact"));
        member.get("/occurrences/" + number).then().body(allOf(containsString("Their title"), not(containsString("My title"))));
        member.post("/occurrences/" + number, edit("version", version(number), "kind", "INCIDENT", "title", "My title", "narrative", "Something broke.", "impact", "Their impact")).then().statusCode(303);
    }

    @Test
    void removesAndRestores() {
        var number = file("HAZARD", "narrative", "Filed by mistake.");
        member.post("/occurrences/" + number + "/removal").then().statusCode(303);
        member.post("/occurrences/" + number + "/removal").then().statusCode(303);
        member.get("/occurrences").then().body(not(containsString("Filed by mistake")));
        Browser.as("viewer").get("/occurrences/" + number).then().statusCode(404);
        member.get("/occurrences/" + number).then().statusCode(200).body(containsString("Restore #" + number));
        member.post("/occurrences/" + number + "/restoration").then().statusCode(303);
        member.get("/occurrences").then().body(containsString("Filed by mistake"));
        member.get("/occurrences/" + number + "/history").then().body(allOf(containsString("removed"), containsString("restored")));
    }

    @Test
    void viewersReadAndDoNotWrite() {
        var number = file("HAZARD", "narrative", "Seen by all.");
        var viewer = Browser.as("viewer");
        viewer.get("/occurrences/" + number).then().statusCode(200).body(not(containsString("/edit\"")));
        viewer.get("/report").then().statusCode(403);
        viewer.get("/occurrences/" + number + "/edit").then().statusCode(403);
        for (var path : new String[] {"", "/" + number, "/" + number + "/removal", "/" + number + "/restoration", "/" + number + "/timeline"}) {
            viewer.post("/occurrences" + path, "title", "x").then().statusCode(403);
        }
    }

    @Test
    void visitorsAreSentToSignIn() {
        for (var path : new String[] {"/report", "/occurrences", "/occurrences/1", "/occurrences/1/edit", "/occurrences/1/history", "/occurrences.csv"}) {
            Browser.visitor().get(path).then().statusCode(302).header("Location", startsWith("/sign-in?next="));
        }
    }

    @Test
    void unknownNumbersAreNotThere() {
        for (var path : new String[] {"/occurrences/99", "/occurrences/x", "/occurrences/99/edit", "/occurrences/99/history"}) {
            member.get(path).then().statusCode(404).body(containsString("There is nothing here"));
        }
        for (var path : new String[] {"/occurrences/99", "/occurrences/99/removal", "/occurrences/99/restoration", "/occurrences/99/timeline"}) {
            member.post(path, edit("version", "0", "kind", "HAZARD", "title", "x")).then().statusCode(404);
        }
    }

    @Test
    void formsAreNotVisited() {
        for (var path : new String[] {"/removal", "/restoration", "/timeline"}) {
            member.get("/occurrences/1" + path).then().statusCode(405);
        }
    }

    @Test
    void aFormWithoutItsTokenIsRefused() {
        member.forge("/occurrences").then().statusCode(400).body(containsString("This form cannot be accepted"));
        assertEquals(0, Occurrence.count());
    }

    @Test
    void aLongNarrativeArrivesWhole() {
        var text = "Ten thousand words. ".repeat(900);
        var number = file("INCIDENT", "narrative", text);
        assertTrue(member.get("/occurrences/" + number).body().asString().contains(text.strip()));
    }

    @Test
    void theSameWordsFromANewFormAreAskedAboutOnce() {
        file("HAZARD", "narrative", "A lamp hangs loose. It is the left one.");
        member.get("/report");
        var key = member.key();
        member.post("/occurrences", "key", key, "kind", "HAZARD", "narrative", "A lamp hangs loose.").then().statusCode(409)
                .body(allOf(containsString("You filed <a href=\"/occurrences/1\">#1</a> with these words"), containsString("A lamp hangs loose."), containsString("name=\"another\" value=\"true\"")));
        assertEquals(1, Occurrence.count());
        member.post("/occurrences", "key", member.key(), "kind", "HAZARD", "narrative", "A lamp hangs loose.", "another", member.field("another")).then().statusCode(303).header("Location", endsWith("/occurrences/2"));
        file("INCIDENT", "narrative", "A lamp hangs loose.");
        member.get("/report");
        member.post("/occurrences/1/removal");
        member.post("/occurrences/2/removal");
        file("HAZARD", "narrative", "A lamp hangs loose.");
        var other = Browser.as("other");
        other.post("/occurrences", "kind", "HAZARD", "narrative", "A lamp hangs loose.").then().statusCode(303);
    }

    private long file(String kind, String... fields) {
        member.get("/report");
        var all = new java.util.ArrayList<>(java.util.List.of("key", member.key(), "kind", kind));
        all.addAll(java.util.List.of(fields));
        var answer = member.post("/occurrences", all.toArray(String[]::new));
        answer.then().statusCode(303);
        return Long.parseLong(answer.header("Location").replaceAll(".*/", ""));
    }

    private String version(long number) {
        var found = java.util.regex.Pattern.compile("name=\"version\" value=\"(\\d+)\"").matcher(member.get("/occurrences/" + number + "/edit").body().asString());
        assertTrue(found.find());
        return found.group(1);
    }

    private static Moment moment(long number, MomentName name) {
        return QuarkusTransaction.requiringNew().call(() -> name.in(Occurrence.numbered(number)));
    }

    private static String[] edit(String... fields) {
        return fields;
    }
}
