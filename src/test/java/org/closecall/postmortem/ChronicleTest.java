package org.closecall.postmortem;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.arc.Arc;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.closecall.Browser;
import org.closecall.Fixtures;
import org.closecall.occurrence.EntryKind;
import org.closecall.occurrence.Kind;
import org.closecall.occurrence.Moment;
import org.closecall.occurrence.MomentName;
import org.closecall.occurrence.Occurrence;
import org.closecall.occurrence.TimelineEntry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The timeline as a part of the postmortem. */
@QuarkusTest
class ChronicleTest {

    private static final Instant BEGIN = Instant.parse("2026-11-12T01:00:00Z");

    Browser member;
    Browser other;
    Browser viewer;
    long number;

    @BeforeEach
    void begin() {
        Fixtures.organisation();
        member = Browser.as("member");
        other = Browser.as("other");
        viewer = Browser.as("viewer");
        number = Draft.occurrence(Kind.INCIDENT, "Disk full");
        QuarkusTransaction.requiringNew().run(() -> {
            var occurrence = Occurrence.numbered(number);
            occurrence.started = Moment.at(BEGIN);
            occurrence.impactStarted = Moment.at(BEGIN);
            occurrence.detected = Moment.at(BEGIN.plus(Duration.ofMinutes(12)));
        });
        add(12, EntryKind.SIGNAL, "The pager went");
        add(20, EntryKind.OBSERVATION, "Chatter about lunch");
        add(67, EntryKind.ACTION, "Logs deleted");
        member.get(Draft.path(number));
        member.post(Draft.path(number), "template", "FULL").then().statusCode(303);
    }

    @Test
    void tellsHowLongAfterTheBeginningAndWhereNothingWasNoted() {
        page(member).then().body(allOf(containsString("+12\u00a0min"), containsString("+1\u00a0h 7\u00a0min"), containsString("Nothing noted for 47\u00a0min"), not(containsString("Nothing noted for 8")),
                containsString("Time to detect <strong class=\"nowrap\">12\u00a0min"), not(containsString("to mitigate <strong"))));
        member.get(path("/markdown")).then().body(containsString("*Nothing noted for 47\u00a0min.* **2026-11-12 02:07:00 UTC** +1\u00a0h 7\u00a0min, action"));
    }

    @Test
    void showsWhatIsChosenAndSaysThatTheRestIsNotSilence() {
        choose(member, "1,2,3", "1", "3");
        page(member).then().body(allOf(containsString("The pager went"), not(containsString("lunch")), containsString("55\u00a0min with 1 timeline entry not shown here"), not(containsString("Nothing noted"))));
        member.get(path("/markdown")).then().body(not(containsString("lunch")));
        member.get(path("/json")).then().body(allOf(not(containsString("lunch")), containsString("not shown here")));
        member.get("/occurrences/" + number + "/history").then().body(allOf(containsString("chose what the timeline shows"), containsString("Chatter about lunch"), containsString("left out")));
        add(30, EntryKind.DECISION, "We wait no longer");
        page(member).then().body(containsString("We wait no longer"));
        send(member, "line.shown", "1,3,4", "line.learned", "", "line.appears", "1", "line.appears", "2", "line.appears", "3", "line.appears", "4");
        page(member).then().body(containsString("lunch"));
    }

    @Test
    void whatOthersChoseOfOtherEntriesStays() {
        choose(member, "1,2,3", "1", "3");
        choose(other, "1,2,3", "1", "2");
        page(member).then().body(allOf(containsString("The pager went"), not(containsString("lunch")), not(containsString("Logs deleted"))));
        send(other, "lines", "turns", "line.shown", "1", "line.learned", "");
        page(member).then().body(allOf(containsString("Logs deleted"), not(containsString("lunch"))));
        send(other, "lines", "all", "line.shown", "1,3", "line.learned", "");
        page(member).then().body(containsString("lunch"));
        assertEquals(0, QuarkusTransaction.requiringNew().call(() -> TimelineOmission.count()));
    }

    @Test
    void whatWasLearnedLaterIsMarkedWhileWriting() {
        send(member, "line.shown", "1,2,3", "line.learned", "", "line.appears", "1", "line.appears", "2", "line.appears", "3", "line.later", "2");
        page(member).then().body(allOf(containsString("learned later</span>"), containsString("nobody knew then")));
        member.get("/occurrences/" + number + "/history").then().body(allOf(containsString("edited a timeline entry"), not(containsString("chose what"))));
    }

    @Test
    void savesByItselfForWhoIsSignedInAndMayWrite() {
        var me = Fixtures.person("member").id.toString();
        member.post(path("/omissions"), "as", me, "line.shown", "1,2,3", "line.learned", "", "line.appears", "1", "line.appears", "3").then().statusCode(200).body(containsString("Saved"));
        page(member).then().body(not(containsString("lunch")));
        other.post(path("/omissions"), "as", me, "line.shown", "1,3", "line.learned", "").then().statusCode(403).body(containsString("somebody else has signed in"));
        viewer.post(path("/omissions"), "as", me, "line.shown", "1,3").then().statusCode(403);
        Browser.visitor().post(path("/omissions"), "line.shown", "1").then().statusCode(401);
        page(member).then().body(containsString("The pager went"));
    }

    @Test
    void aVersionKeepsWhatItsTimelineSaidButNotWhatWasRemoved() {
        choose(member, "1,2,3", "1", "3");
        Draft.publish(member, number);
        edit(1, entry -> entry.text = "The pager went twice");
        viewer.get(path("")).then().body(allOf(containsString("The pager went<"), not(containsString("twice")), not(containsString("lunch")), containsString("1 entry corrected")));
        edit(3, entry -> entry.remove(Fixtures.person("member"), Instant.now()));
        add(30, EntryKind.DECISION, "We wait no longer");
        viewer.get(path("")).then().body(allOf(not(containsString("Logs deleted")), not(containsString("no longer")), containsString("1 entry added, 1 entry corrected, 1 entry removed")));
        viewer.get(path("/markdown")).then().body(allOf(containsString("The pager went\n"), not(containsString("Logs deleted"))));
        member.get(path("/versions/comparison")).then().body(allOf(containsString("Timeline"), containsString("<ins>"), containsString("twice"), containsString("12 Nov 2026 02:12 signal"), not(containsString("01:12"))));
        Draft.publish(member, number);
        viewer.get(path("")).then().body(allOf(containsString("twice"), containsString("no longer"), not(containsString("On the record since"))));
        viewer.get(path("/versions/1")).then().body(allOf(containsString("The pager went<"), not(containsString("Logs deleted")), not(containsString("The timeline is the record’s"))));
    }

    @Test
    void momentsOfOneTimeKeepTheOrderOfALife() {
        QuarkusTransaction.requiringNew().run(() -> {
            var occurrence = Occurrence.numbered(number);
            occurrence.mitigated = Moment.at(BEGIN.plus(Duration.ofMinutes(90)));
            occurrence.resolved = occurrence.mitigated;
        });
        Draft.publish(member, number);
        var then = QuarkusTransaction.requiringNew().call(() -> Publication.of(Postmortem.of(Occurrence.numbered(number)), 1).asItStood().chronicle());
        assertEquals(List.of(MomentName.STARTED, MomentName.IMPACT, MomentName.DETECTED, MomentName.MITIGATED, MomentName.RESOLVED),
                then.rows().stream().map(row -> row.line().moment()).filter(Objects::nonNull).toList());
    }

    @Test
    void whatWasPublishedBeforeTimelinesWereKeptShowsTheRecords() {
        Draft.publish(member, number);
        QuarkusTransaction.requiringNew().run(() -> Arc.container().instance(EntityManager.class).get().createNativeQuery("update publication set content = content - 'timeline'").executeUpdate());
        edit(1, entry -> entry.text = "The pager went twice");
        choose(member, "1,2,3", "1", "3");
        viewer.get(path("")).then().statusCode(200).body(allOf(containsString("twice"), containsString("lunch")));
        member.get(path("")).then().body(containsString("readers do not see yet"));
    }

    @Test
    void beginsWithWhatTheRecordKnowsAndSaysSo() {
        var edit = member.get(path("/edit")).then().statusCode(200).body(containsString("Pre-filled from the record; make it yours"));
        edit.body(allOf(containsString("[to write: what failed, and for whom]"), containsString("12\u00a0min after customers began to feel it"), containsString("“Summary” still says [to write: what failed"), containsString("“Detection” is as the record had it")));
        page(member).then().body(containsString("nobody has made it theirs yet"));
        member.post(path("/publication"), "because", "").then().statusCode(422);
        Draft.save(member, number, "summary", "The disk was full.", "impact", "All", "detection", "A pager").then().statusCode(303);
        member.get(path("/edit")).then().body(allOf(not(containsString("make it yours")), not(containsString("[to write")), not(containsString("as the record had it"))));
        page(member).then().body(not(containsString("made it theirs")));
    }

    private io.restassured.response.Response page(Browser browser) {
        return browser.get(path(""));
    }

    private void choose(Browser browser, String shown, String one, String two) {
        send(browser, "line.shown", shown, "line.learned", "", "line.appears", one, "line.appears", two);
    }

    private void send(Browser browser, String... fields) {
        browser.post(path("/sections"), fields).then().statusCode(303);
    }

    private void add(int minutes, EntryKind kind, String text) {
        QuarkusTransaction.requiringNew().run(() -> {
            var entry = new TimelineEntry();
            entry.at = BEGIN.plus(Duration.ofMinutes(minutes));
            entry.kind = kind;
            entry.text = text;
            entry.add(Occurrence.numbered(number), Fixtures.person("member"), Instant.now());
        });
    }

    private void edit(long id, java.util.function.Consumer<TimelineEntry> change) {
        QuarkusTransaction.requiringNew().run(() -> change.accept(TimelineEntry.findById(id)));
    }

    private String path(String more) {
        return Draft.path(number) + more;
    }
}
