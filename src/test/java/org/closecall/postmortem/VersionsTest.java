package org.closecall.postmortem;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import org.closecall.Browser;
import org.closecall.Fixtures;
import org.closecall.occurrence.Kind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class VersionsTest {

    Browser member;
    Browser viewer;
    long number;

    @BeforeEach
    void publishTwo() {
        Fixtures.organisation();
        member = Browser.as("member");
        viewer = Browser.as("viewer");
        number = Draft.started(member, Kind.INCIDENT, "Disk full");
        Draft.save(member, number, "summary", "The disk was full of logs.").then().statusCode(303);
        Draft.addFactor(member, number, "Two caches were empty");
        Draft.addAction(number, "Count rows");
        Draft.publish(member, number);
        Draft.save(member, number, "title", "Logs without end", "summary", "The disk was full of ancient logs.").then().statusCode(303);
    }

    @Test
    void readersSeeWhatWasPublishedUntilItIsPublishedAgain() {
        viewer.get(path("")).then().body(allOf(containsString("full of logs"), not(containsString("ancient")), not(containsString("readers do not see yet")), not(containsString("Published again"))));
        viewer.get("/library").then().body(allOf(containsString("Disk full"), not(containsString("Logs without end"))));
        viewer.get("/library?text=ancient").then().body(not(containsString("Disk full")));
        viewer.get(path("/draft")).then().statusCode(403);
        viewer.get(path("/markdown")).then().statusCode(200).body(allOf(containsString("full of logs"), not(containsString("ancient"))));
        member.get(path("")).then().body(containsString("readers do not see yet"));
        member.get(path("/draft")).then().body(allOf(containsString("ancient"), containsString("Readers see version 1")));
        again("Said which <logs>");
        viewer.get(path("")).then().body(allOf(containsString("ancient"), containsString("Published again"), containsString("Said which &lt;logs&gt;"), containsString("/versions/comparison?from=1")));
        viewer.get("/library?text=ancient").then().body(containsString("Logs without end"));
        member.get("/occurrences/" + number + "/history").then().body(allOf(containsString("published the postmortem again, as version 2"), containsString("Said which")));
    }

    @Test
    void publishedAgainUnchangedItIsNoVersion() {
        again("");
        again("");
        assertEquals(2, Publication.count());
    }

    @Test
    void anyVersionIsReadAsItWas() {
        again("");
        member.post("/actions/1/removal");
        Draft.addFactor(member, number, "A new factor");
        viewer.get(path("/versions")).then().statusCode(200).body(allOf(containsString("Version 1: Disk full"), containsString("Version 2: Logs without end"), containsString("Enough for a test"), containsString("Mia Member")));
        viewer.get(path("/versions/1")).then().statusCode(200).body(allOf(containsString("full of logs"), containsString("Version 1, as it was published"), containsString("Two caches were empty"), containsString("Count rows"), not(containsString("A new factor"))));
        viewer.get(path("/versions/2")).then().body(allOf(containsString("ancient"), not(containsString("A new factor"))));
    }

    @Test
    void aVersionShowsWhereItsActionsStoodWhateverTheyDidSince() {
        member.post("/actions/1/completion", "evidence", "Counted").then().statusCode(303);
        again("");
        Draft.addFactor(member, number, "A new factor");
        again("Once more");
        member.post("/actions/1/reopening", "reason", "Wrong count").then().statusCode(303);
        QuarkusTransaction.requiringNew().run(() -> Publication.getEntityManager().createNativeQuery("update publication set content = content #- '{actions,0,state}' #- '{actions,0,since}' where number = 2").executeUpdate());
        viewer.get(path("/versions/2")).then().statusCode(200).body(allOf(containsString("Count rows"), containsString("state--done")));
        viewer.get(path("/versions/1")).then().statusCode(200).body(allOf(containsString("state--open"), not(containsString("state--done"))));
    }

    @Test
    void anyTwoAreComparedWordByWord() {
        again("");
        Draft.addFactor(member, number, "A new factor");
        viewer.get(path("/versions/comparison?from=1&to=2")).then().statusCode(200).body(allOf(containsString("<ins>ancient </ins>"), containsString("Unchanged: "), containsString("Contributing factors")));
        member.get(path("/versions/comparison")).then().body(allOf(containsString("the text as it is now"), containsString("<ins>"), containsString("A new factor")));
        viewer.get(path("/versions/comparison")).then().body(allOf(containsString("They say the same."), not(containsString("A new factor"))));
    }

    @Test
    void withdrawnAndPublishedAgainBothAreKept() {
        member.post(path("/withdrawal"));
        viewer.get(path("/versions")).then().statusCode(404);
        viewer.get(path("/versions/1")).then().statusCode(404);
        member.get(path("/versions")).then().body(allOf(containsString("withdrawn"), not(containsString("readers see this one"))));
        again("");
        member.get(path("/versions/1")).then().statusCode(200).body(containsString("full of logs"));
        member.get(path("/versions")).then().body(allOf(containsString("Version 1"), containsString("Version 2"), containsString("readers see this one")));
        viewer.get(path("/versions")).then().body(not(containsString("Version 1")));
        viewer.get(path("/versions/1")).then().statusCode(404);
        viewer.get(path("/versions/comparison?from=1&to=2")).then().statusCode(404);
        viewer.get(path("")).then().body(not(containsString("Published again")));
    }

    @Test
    void whatIsNotThereIsNotFound() {
        viewer.get(path("/versions/7")).then().statusCode(404);
        viewer.get(path("/versions/x")).then().statusCode(404);
        viewer.get(path("/versions/comparison?from=7")).then().statusCode(404);
        member.get(Draft.path(Draft.started(member, Kind.HAZARD, "Never published")) + "/versions/comparison").then().statusCode(404);
        Browser.visitor().get(path("/versions")).then().statusCode(302);
    }

    private void again(String note) {
        member.post(path("/publication"), "because", "Enough for a test", "note", note).then().statusCode(303);
    }

    private String path(String more) {
        return Draft.path(number) + more;
    }
}
