package org.closecall.postmortem;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.closecall.Browser;
import org.closecall.Fixtures;
import org.closecall.occurrence.Kind;
import org.closecall.occurrence.Occurrence;
import org.closecall.people.Change;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RevisionsTest {

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
    void comparesWhatTwoPeopleSaved() {
        Draft.save(member, number, "impact", "Declined in 41 minutes").then().statusCode(303);
        Draft.save(other, number, "impact", "Declined in an hour").then().statusCode(303);
        versions("").then().statusCode(200).body(allOf(containsString("Declined in <del>41 minutes</del><ins>an hour</ins>"), containsString("Otto Other"), containsString("Mia Member")));
        versions("?from=1&to=2").then().body(containsString("<ins>Declined in 41 minutes</ins>"));
        versions("?from=2&to=2").then().body(containsString("both say the same"));
    }

    @Test
    void whatOnePersonSavesAgainAndAgainIsOneVersionAndOneLineOfTheHistory() {
        for (var text : List.of("D", "Decl", "Declined")) {
            Draft.save(member, number, "impact", text).then().statusCode(303);
        }
        versions("").then().body(allOf(containsString("<ins>Declined</ins>"), not(containsString("value=\"3\""))));
        var edits = QuarkusTransaction.requiringNew().call(() -> Change.<Change>list("verb = ?1", Postmortem.EDITED));
        assertEquals(List.of(List.of(new Change.Field("Impact", null, "Declined"))), edits.stream().map(edit -> edit.fields).toList());
    }

    @Test
    void afterFiveMinutesAnotherVersionBegins() {
        Draft.save(member, number, "impact", "Declined").then().statusCode(303);
        age(Duration.ofMinutes(6));
        Draft.save(member, number, "impact", "Declined for an hour").then().statusCode(303);
        versions("").then().body(containsString("Declined<ins> for an hour</ins>"));
    }

    @Test
    void whatIsEmptiedWithinTheFiveMinutesCanBeBroughtBack() {
        var text = "Declined. ".repeat(50).strip();
        Draft.save(member, number, "impact", text).then().statusCode(303);
        Draft.save(member, number, "impact", "").then().statusCode(303);
        var full = QuarkusTransaction.requiringNew().call(() -> Revision.<Revision>find("text = ?1 and passing = false", text).singleResult().id);
        versions("").then().body(containsString("/revisions/" + full + "/restoration?over=" + Texts.stamp("")));
        member.get("/occurrences/" + number + "/history").then().body(containsString("Declined. Declined."));
        restore(member, full, "").then().statusCode(303);
        assertEquals(text, Draft.body(number, "impact"));
    }

    @Test
    void whateverIsSavedWithinOneRunNoTextThatLostMuchIsGone() {
        for (var seed = 0; seed < 8; seed++) {
            var random = new Random(seed);
            var key = List.of("summary", "impact", "detection", "response").get(seed % 4);
            var texts = new ArrayList<String>();
            var text = QuarkusTransaction.requiringNew().call(() -> Postmortem.of(Occurrence.numbered(number)).section(key).body);
            var start = Instant.now().plus(Duration.ofMinutes(10L * seed));
            for (var step = 0; step < 25; step++) {
                text = Texts.clean(changed(text, random));
                save(key, text, start.plusSeconds(step));
                texts.add(text);
                for (var i = 0; i < step; i++) {
                    var lost = texts.get(i);
                    if (lost.length() - text.length() > 200) {
                        var least = lost.length();
                        assertTrue(kept(key).stream().anyMatch(one -> one.length() >= least), "seed " + seed + ", step " + step + ": nothing as long as that of step " + i);
                        assertTrue(i < step - 1 || kept(key).contains(lost), "seed " + seed + ", step " + step + " lost what stood");
                    }
                }
            }
        }
    }

    @Test
    void whatPassedIsForgottenWhenNoFormCanKnowIt() {
        Draft.save(member, number, "impact", "D").then().statusCode(303);
        Draft.save(member, number, "impact", "Declined").then().statusCode(303);
        assertEquals(3, QuarkusTransaction.requiringNew().call(() -> Revision.count("key", "impact")));
        age(Duration.ofDays(8));
        Draft.save(member, number, "impact", "Declined for an hour").then().statusCode(303);
        assertEquals(3, QuarkusTransaction.requiringNew().call(() -> Revision.count("key", "impact")));
    }

    @Test
    void bringsOneBackAndTakesThatBack() {
        Draft.save(member, number, "impact", "Mine").then().statusCode(303);
        Draft.save(other, number, "impact", "Theirs").then().statusCode(303);
        restore(member, 2, "Theirs").then().statusCode(303).header("Location", endsWith("/sections/impact/revisions"));
        assertEquals("Mine", Draft.body(number, "impact"));
        versions("").then().body(allOf(containsString("Impact is as it was."), containsString("brought back that of"), containsString("/revisions/3/restoration?over=" + Texts.stamp("Mine"))));
        restore(member, 3, "Mine").then().statusCode(303);
        assertEquals("Theirs", Draft.body(number, "impact"));
        member.get("/occurrences/" + number + "/history").then().body(containsString("brought back a text of the postmortem"));
    }

    @Test
    void bringsNothingBackOverWordsNobodySaw() {
        Draft.save(member, number, "impact", "Mine").then().statusCode(303);
        Draft.save(other, number, "impact", "Theirs").then().statusCode(303);
        restore(member, 2, "Something else").then().statusCode(303);
        member.post(address() + "/2/restoration").then().statusCode(303);
        assertEquals("Theirs", Draft.body(number, "impact"));
        versions("").then().body(containsString("was saved again meanwhile"));
    }

    @Test
    void keepsTheVersionsOfTheTitle() {
        Draft.save(member, number, "title", "Certificates run out on holidays").then().statusCode(303);
        member.get(Draft.path(number) + "/sections/title/revisions").then().body(allOf(containsString("<del>Disk full</del>"), containsString("from the record")));
    }

    @Test
    void textsThatNobodySavedHaveNone() {
        versions("").then().statusCode(200).body(containsString("Nobody has saved anything here yet."));
    }

    @Test
    void othersMayNotReadDrafts() {
        Draft.save(member, number, "impact", "Mine").then().statusCode(303);
        var viewer = Browser.as("viewer");
        viewer.get(address()).then().statusCode(403);
        viewer.post(address() + "/1/restoration?over=" + Texts.stamp("Mine")).then().statusCode(403);
        assertEquals("Mine", Draft.body(number, "impact"));
    }

    @Test
    void whatIsNotThereIsNotFound() {
        Draft.save(member, number, "impact", "Mine").then().statusCode(303);
        member.get(Draft.path(number) + "/sections/nonsense/revisions").then().statusCode(404);
        member.get(Draft.path(number) + "/sections/facilitator/revisions").then().statusCode(404);
        member.get(Draft.path(number) + "/sections/summary/revisions?from=1").then().statusCode(404);
        versions("?to=99").then().statusCode(404);
        member.post(Draft.path(number) + "/sections/summary/revisions/1/restoration").then().statusCode(404);
    }

    /** Typed on, cut a little, much or wholly, or mended. */
    private static String changed(String text, Random random) {
        var at = text.isEmpty() ? 0 : random.nextInt(text.length());
        return switch (random.nextInt(6)) {
            case 0 -> "";
            case 1 -> text.substring(0, at);
            case 2, 3 -> text.substring(0, Math.max(0, text.length() - random.nextInt(150)));
            case 4 -> text.substring(0, at) + random.nextInt(100) + text.substring(at);
            default -> text + "word%d ".formatted(random.nextInt(1000)).repeat(random.nextInt(90));
        };
    }

    private void save(String key, String text, Instant now) {
        QuarkusTransaction.requiringNew().run(() -> {
            var postmortem = Postmortem.of(Occurrence.numbered(number));
            var writing = Writing.of(postmortem);
            writing.type(key, text);
            new Saving(postmortem, Fixtures.person("member"), now).write(writing);
        });
    }

    private static List<String> kept(String key) {
        return QuarkusTransaction.requiringNew().call(() -> Revision.<Revision>list("key = ?1 and passing = false", key).stream().map(one -> one.text).toList());
    }

    private io.restassured.response.Response versions(String query) {
        return member.get(address() + query);
    }

    private io.restassured.response.Response restore(Browser by, long revision, String over) {
        return by.post(address() + "/" + revision + "/restoration?over=" + Texts.stamp(over));
    }

    private String address() {
        return Draft.path(number) + "/sections/impact/revisions";
    }

    private void age(Duration by) {
        QuarkusTransaction.requiringNew().run(() -> Revision.<Revision>listAll().forEach(revision -> {
            revision.beganAt = revision.beganAt.minus(by);
            revision.savedAt = revision.savedAt.minus(by);
        }));
    }
}
