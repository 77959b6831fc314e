package org.closecall.postmortem;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import org.closecall.Browser;
import org.closecall.Fixtures;
import org.closecall.occurrence.Kind;
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
