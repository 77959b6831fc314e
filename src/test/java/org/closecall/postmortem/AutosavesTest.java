package org.closecall.postmortem;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import org.closecall.Browser;
import org.closecall.Fixtures;
import org.closecall.occurrence.Kind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the writing page asks by itself: to save one text, to compare a copy, and who else is there. */
@QuarkusTest
class AutosavesTest {

    private static final String BASE = "Cards failed for an hour. Nobody was paged.";

    Browser member;
    Browser other;
    long number;

    @BeforeEach
    void start() {
        Fixtures.organisation();
        member = Browser.as("member");
        other = Browser.as("other");
        number = Draft.started(member, Kind.INCIDENT, "Disk full");
    }

    @Test
    void savesOneTextAndSaysWhichVersionThatIs() {
        autosave("impact", "Nobody could pay. \n", "").then().statusCode(200).body(allOf(containsString("data-stamp=\"" + Texts.stamp("Nobody could pay.") + "\""), containsString("Saved"), not(containsString("textarea"))));
        assertEquals("Nobody could pay.", Draft.body(number, "impact"));
        autosave("impact", "Nobody could pay.", "").then().statusCode(200);
        autosave("title", " A lesson ", "Disk full").then().statusCode(200);
        autosave("facilitator", "", Fixtures.person("member").id.toString()).then().statusCode(200);
        member.get(Draft.path(number)).then().body(allOf(containsString("<h1>A lesson</h1>"), not(containsString("Facilitated by"))));
    }

    @Test
    void leavesTheOtherTextsAlone() {
        autosave("impact", "Mine", "", "summary", "Not asked for", "was.summary", Texts.stamp("")).then().statusCode(200);
        assertEquals("", Draft.body(number, "summary"));
    }

    @Test
    void refusesWhatDoesNotFitAndSaysWhy() {
        autosave("impact", "x".repeat(500_001), "").then().statusCode(422).body(containsString("Not saved: At most 500,000 characters"));
        autosave("title", " ", "Disk full").then().statusCode(422).body(containsString("What shall readers find it under?"));
        assertEquals("", Draft.body(number, "impact"));
    }

    @Test
    void showsAllThreeVersionsWhereTwoWroteTheSame() {
        bothWrite("Cards failed for an hour. Nobody was paged until four.", "All cards failed for an hour. Nobody was paged.").then().statusCode(409)
                .body(allOf(containsString("Otto Other saved “Impact” while you were writing"), containsString("What both began with"), containsString("data-choice=\"both\"")));
        choose("both", "Cards failed for an hour. Nobody was paged until four.").then().statusCode(200).body(containsString("All cards failed for an hour. Nobody was paged until four.</textarea>"));
        assertEquals("All cards failed for an hour. Nobody was paged until four.", Draft.body(number, "impact"));
    }

    @Test
    void saysTogetherOnlyWhatDoesNotContradict() {
        bothWrite("Cards failed for a day. Nobody was paged.", "Cards failed for 41 minutes. Nobody was paged.").then().statusCode(409).body(not(containsString("data-choice=\"both\"")));
        choose("both", "Cards failed for a day. Nobody was paged.").then().statusCode(409);
        assertEquals("Cards failed for 41 minutes. Nobody was paged.", Draft.body(number, "impact"));
        choose("mine", "Cards failed for a day. Nobody was paged.").then().statusCode(200);
        assertEquals("Cards failed for a day. Nobody was paged.", Draft.body(number, "impact"));
    }

    @Test
    void keepsTheTextThatWasSetAside() {
        bothWrite("My lost words", "Theirs").then().statusCode(409);
        choose("theirs", "My lost words").then().statusCode(200).body(containsString("Theirs</textarea>"));
        assertEquals("Theirs", Draft.body(number, "impact"));
        member.get("/occurrences/" + number + "/history").then().body(containsString("My lost words"));
    }

    @Test
    void mergesAlsoOverATextThatOnlyPassed() {
        autosave("impact", BASE, "").then().statusCode(200);
        other.get(Draft.path(number) + "/edit");
        autosave("impact", BASE + " Really.", BASE).then().statusCode(200);
        other.post(address("impact"), "as", Fixtures.person("other").id.toString(), "impact", "All cards failed for an hour. Nobody was paged.", "was.impact", Texts.stamp(BASE)).then().statusCode(409)
                .body(allOf(containsString("What both began with"), containsString("All cards failed for an hour. Nobody was paged. Really.")));
    }

    @Test
    void savesForNobodyElse() {
        other.get(Draft.path(number) + "/edit");
        other.post(address("impact"), "as", Fixtures.person("member").id.toString(), "impact", "Mine", "was.impact", Texts.stamp("")).then().statusCode(403).body(containsString("somebody else has signed in since"));
        assertEquals("", Draft.body(number, "impact"));
    }

    @Test
    void readersGetNoHalfSentences() {
        Draft.publish(member, number);
        autosave("impact", "Nob", "").then().statusCode(200);
        assertEquals("Nob", Draft.body(number, "impact"));
        Browser.as("viewer").get(Draft.path(number)).then().statusCode(200).body(not(containsString("Nob<")));
    }

    @Test
    void comparesACopyWithWhatIsSaved() {
        autosave("impact", "Declined", "").then().statusCode(200);
        copy("impact", "Declined for an hour\n").then().statusCode(200).body(allOf(containsString("Declined<ins> for an hour</ins>"), containsString("never saved"), containsString("5 Jan 2026 03:00")));
        copy("impact", "Declined ").then().statusCode(204);
        Draft.save(other, number, "impact", "Theirs").then().statusCode(303);
        copy("impact", "Declined").then().statusCode(204);
    }

    @Test
    void tellsWhoElseIsThere() {
        presence(other, "impact").then().statusCode(200).body(not(containsString("Otto")));
        presence(member, "nonsense").then().body(containsString("writing “Impact”"));
        presence(other, "").then().body(allOf(containsString("Mia Member"), containsString("is here too")));
        QuarkusTransaction.requiringNew().run(() -> Presence.<Presence>listAll().forEach(presence -> presence.at = presence.at.minusSeconds(61)));
        presence(member, "").then().body(not(containsString("Otto")));
    }

    @Test
    void anOpenPageHearsWhatOthersSaved() {
        var before = Texts.stamp(Draft.body(number, "impact"));
        Draft.save(other, number, "impact", "Theirs, <really>").then().statusCode(303);
        member.get(Draft.path(number) + "/edit");
        member.post(Draft.path(number) + "/presence", "writing", "", "was.impact", before, "was.summary", Texts.stamp(Draft.body(number, "summary"))).then().statusCode(200)
                .body(allOf(containsString("data-taken=\"impact\""), containsString("Changed by Otto Other"), containsString("Theirs, &lt;really&gt;"), not(containsString("data-taken=\"summary\""))));
        member.post(Draft.path(number) + "/presence", "was.impact", Texts.stamp("Theirs, <really>")).then().body(not(containsString("data-taken")));
    }

    @Test
    void anotherWindowOfOnesOwnIsNoSomebodyElse() {
        autosave("impact", BASE, "").then().statusCode(200);
        autosave("impact", "One window", BASE).then().statusCode(200);
        autosave("impact", "The other window", BASE).then().statusCode(409).body(allOf(containsString("Another window of yours saved “Impact”"), containsString("Keep the other window’s"), not(containsString("Mia Member"))));
    }

    @Test
    void whoSavesIsThere() {
        Draft.save(other, number, "impact", "Theirs").then().statusCode(303);
        member.get(Draft.path(number) + "/edit").then().body(allOf(containsString("Otto Other"), containsString("writing “Impact”")));
    }

    @Test
    void asksWhoTheyAreAndWhetherTheyMayWrite() {
        var viewer = Browser.as("viewer");
        for (var path : List.of(address("impact"), Draft.path(number) + "/sections/impact/copy", Draft.path(number) + "/presence")) {
            viewer.post(path, "impact", "x").then().statusCode(403);
            Browser.visitor().post(path, "impact", "x").then().statusCode(401);
            member.get(path).then().statusCode(405);
        }
        member.post(address("nonsense"), "as", me()).then().statusCode(404);
        member.post("/occurrences/77/postmortem/presence").then().statusCode(404);
        member.post(Draft.path(number) + "/sections/nonsense/copy").then().statusCode(404);
    }

    private Response bothWrite(String mine, String theirs) {
        autosave("impact", BASE, "").then().statusCode(200);
        Draft.save(other, number, "impact", theirs).then().statusCode(303);
        return autosave("impact", mine, BASE);
    }

    private Response choose(String what, String mine) {
        return autosave("impact", mine, BASE, "choice", what + ".impact", "seen.impact", Texts.stamp(Draft.body(number, "impact")));
    }

    private Response autosave(String key, String text, String over, String... more) {
        var fields = new ArrayList<>(List.of("as", me(), key, text, "was." + key, Texts.stamp(over)));
        fields.addAll(List.of(more));
        return member.post(address(key), fields.toArray(String[]::new));
    }

    private Response copy(String key, String text) {
        return member.post(Draft.path(number) + "/sections/" + key + "/copy", "text", text, "at", "1767578400000");
    }

    private Response presence(Browser who, String writing) {
        who.get(Draft.path(number) + "/edit");
        return who.post(Draft.path(number) + "/presence", "writing", writing);
    }

    private String address(String key) {
        return Draft.path(number) + "/sections/" + key + "/autosave";
    }

    private static String me() {
        return Fixtures.person("member").id.toString();
    }
}
