package org.closecall.postmortem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.TestTransaction;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.closecall.Fixtures;
import org.closecall.occurrence.Kind;
import org.closecall.occurrence.Likelihood;
import org.closecall.occurrence.Occurrence;
import org.closecall.occurrence.Severity;
import org.closecall.occurrence.StoppedBy;
import org.closecall.people.Change;
import org.closecall.people.Person;
import org.closecall.review.Review;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PostmortemTest {

    private static final Instant NOW = Instant.parse("2026-11-12T08:00:00Z");

    @BeforeEach
    void organisation() {
        Fixtures.organisation();
    }

    @Test
    @TestTransaction
    void isStartedOnce() {
        var occurrence = occurrence(Kind.INCIDENT);
        assertNull(Postmortem.of(occurrence));
        var first = Postmortem.start(occurrence, TemplateVersion.builtIn(Review.FULL), member(), NOW);
        assertSame(first, Postmortem.start(occurrence, TemplateVersion.builtIn(Review.LIGHT), other(), NOW));
        assertEquals(Review.FULL, Postmortem.of(occurrence).template.template.review);
        assertEquals(State.DRAFT, first.state());
        assertEquals(14, first.sectionsTotal());
    }

    @Test
    @TestTransaction
    void beginsWithWhatTheRecordSays() {
        var occurrence = occurrence(Kind.NEAR_MISS);
        occurrence.narrative = "The job pointed at the live ledger.";
        occurrence.stoppedBy = StoppedBy.PERSON;
        occurrence.stoppedHow = "The preview showed it";
        occurrence.potentialSeverity = Severity.SEV1;
        occurrence.likelihood = Likelihood.OCCASIONAL;
        occurrence.oneChange = "Separate accounts";
        Occurrence.flush();
        var postmortem = Postmortem.start(occurrence, TemplateVersion.builtIn(Review.LIGHT), member(), NOW);
        assertEquals("The job pointed at the live ledger.", postmortem.section("almost").body);
        assertEquals("A person intervened: The preview showed it.", postmortem.section("stopped").body);
        assertEquals("Separate accounts", postmortem.section("change").body);
        assertEquals("Could have been SEV1, critical. Likelihood of recurrence: occasional.", postmortem.section("could").body);
        assertTrue(postmortem.section("could").prefilled);
        Postmortem.getEntityManager().refresh(postmortem);
        assertEquals(4, postmortem.sectionsWritten());
        assertEquals(4, postmortem.sectionsTotal());
    }

    @Test
    @TestTransaction
    void keepsEverySaveInTheHistory() {
        var postmortem = Postmortem.start(occurrence(Kind.INCIDENT), TemplateVersion.builtIn(Review.FULL), member(), NOW);
        write(postmortem, Writing.of(postmortem), "summary", "First");
        new Saving(postmortem, member(), NOW.plus(Revision.RUN)).write(typed(Writing.of(postmortem), "summary", "Second", "title", "A lesson"));
        assertTrue(write(postmortem, Writing.of(postmortem)).isEmpty());
        List<Change> changes = Change.ofOccurrence(postmortem.occurrence.id, true, null, 1000).stream().filter(change -> change.verb.equals("edited the postmortem")).toList();
        assertEquals(2, changes.size());
        assertEquals(List.of(new Change.Field("Title", "Disk full", "A lesson"), new Change.Field("Summary", "First", "Second")), changes.get(0).fields);
        assertEquals("postmortem", changes.get(0).subject);
    }

    @Test
    @TestTransaction
    void leavesAloneWhatOnlyTheOtherChanged() {
        var postmortem = Postmortem.start(occurrence(Kind.INCIDENT), TemplateVersion.builtIn(Review.FULL), member(), NOW);
        var opened = Writing.of(postmortem);
        write(postmortem, Writing.of(postmortem), "summary", "Theirs", "facilitator", other().id.toString());
        assertTrue(write(postmortem, opened, "impact", "Mine").isEmpty());
        assertEquals("Theirs", postmortem.section("summary").body);
        assertEquals("Mine", postmortem.section("impact").body);
        assertEquals(other(), postmortem.facilitator);
    }

    @Test
    @TestTransaction
    void handsBackWhatBothChangedAndSavesTheRest() {
        var postmortem = Postmortem.start(occurrence(Kind.INCIDENT), TemplateVersion.builtIn(Review.FULL), member(), NOW);
        var opened = Writing.of(postmortem);
        write(postmortem, Writing.of(postmortem), "summary", "Theirs", "title", "Their title");
        var clashes = new Saving(postmortem, other(), NOW).write(typed(opened, "summary", "Mine", "title", "My title", "impact", "Mine alone"));
        assertEquals(List.of("title", "summary"), clashes.stream().map(Clash::key).toList());
        assertEquals("Mia Member", clashes.get(1).by());
        assertEquals("Theirs", postmortem.section("summary").body);
        assertEquals("Mine alone", postmortem.section("impact").body);
    }

    @Test
    @TestTransaction
    void writingTheSameTwiceIsNoClash() {
        var postmortem = Postmortem.start(occurrence(Kind.INCIDENT), TemplateVersion.builtIn(Review.FULL), member(), NOW);
        var opened = Writing.of(postmortem);
        write(postmortem, Writing.of(postmortem), "summary", "The same");
        assertTrue(write(postmortem, opened, "summary", "The same").isEmpty());
    }

    @Test
    @TestTransaction
    void isADraftOfThoseWhoStartedOrFacilitateIt() {
        var postmortem = Postmortem.start(occurrence(Kind.INCIDENT), TemplateVersion.builtIn(Review.FULL), member(), NOW);
        assertEquals(List.of(postmortem), Postmortem.draftsOf(member(), 5));
        assertEquals(List.of(), Postmortem.draftsOf(other(), 5));
        postmortem.facilitator = other();
        assertEquals(List.of(postmortem), Postmortem.draftsOf(other(), 5));
        postmortem.publish(null, null, member(), NOW);
        assertEquals(List.of(), Postmortem.draftsOf(other(), 5));
    }

    @Test
    @TestTransaction
    void listsTheLatestPublishedWithoutThoseOfRemovedRecords() {
        var first = published(NOW);
        var second = published(NOW.plusSeconds(60));
        var removed = published(NOW.plusSeconds(120));
        removed.occurrence.remove(null, member(), NOW);
        Postmortem.start(occurrence(Kind.HAZARD), TemplateVersion.builtIn(Review.LIGHT), member(), NOW);
        assertEquals(List.of(second, first), Postmortem.latestPublished(5));
        assertEquals(List.of(second), Postmortem.latestPublished(1));
        second.withdraw(member(), NOW);
        assertEquals(List.of(first), Postmortem.latestPublished(5));
    }

    @Test
    @TestTransaction
    void namesEverybodyWhoWrote() {
        var postmortem = Postmortem.start(occurrence(Kind.INCIDENT), TemplateVersion.builtIn(Review.FULL), member(), NOW);
        assertEquals(List.of(member().name), Authors.of(postmortem));
        write(postmortem, Writing.of(postmortem), "summary", "One");
        new Saving(postmortem, other(), NOW).write(typed(Writing.of(postmortem), "impact", "Two"));
        assertEquals(List.of(member().name, other().name), Authors.of(postmortem));
    }

    @Test
    @TestTransaction
    void asksAnIncidentForFactorsAndANearMissForNone() {
        var full = Checklist.of(Postmortem.start(occurrence(Kind.INCIDENT), TemplateVersion.builtIn(Review.FULL), member(), NOW));
        assertEquals(9, full.missing().size());
        var light = Postmortem.start(occurrence(Kind.NEAR_MISS), TemplateVersion.builtIn(Review.LIGHT), member(), NOW);
        write(light, Writing.of(light), "almost", "a", "stopped", "b", "change", "c");
        assertEquals(List.of("At least one action"), Checklist.of(light).missing().stream().map(Checklist.Item::text).toList());
    }

    private static Postmortem published(Instant at) {
        var postmortem = Postmortem.start(occurrence(Kind.INCIDENT), TemplateVersion.builtIn(Review.FULL), member(), at);
        postmortem.publish(null, null, member(), at);
        return postmortem;
    }

    private static List<Clash> write(Postmortem postmortem, Writing writing, String... typed) {
        return new Saving(postmortem, member(), NOW).write(typed(writing, typed));
    }

    private static Writing typed(Writing writing, String... typed) {
        Map<String, String> texts = new HashMap<>(writing.texts());
        for (var i = 0; i < typed.length; i += 2) {
            texts.put(typed[i], typed[i + 1]);
        }
        return new Writing(texts, writing.stamps());
    }

    private static Occurrence occurrence(Kind kind) {
        var occurrence = new Occurrence();
        occurrence.kind = kind;
        occurrence.title = "Disk full";
        return occurrence.file(member(), NOW);
    }

    private static Person member() {
        return Person.withEmail("member@example.org");
    }

    private static Person other() {
        return Person.withEmail("other@example.org");
    }
}
