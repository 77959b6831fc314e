package org.closecall.action;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.TestTransaction;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.closecall.Fixtures;
import org.closecall.occurrence.Kind;
import org.closecall.occurrence.Occurrence;
import org.closecall.people.Change;
import org.closecall.people.Person;
import org.hibernate.Hibernate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ActionItemTest {

    private static final Instant NOW = Instant.parse("2026-11-17T09:00:00Z");
    private static final LocalDate TODAY = LocalDate.parse("2026-11-17");

    @BeforeEach
    void people() {
        Fixtures.organisation();
    }

    @Test
    @TestTransaction
    void listsWhatIsLeftFirstDueSoonestFirst() {
        var occurrence = occurrence();
        var done = add(occurrence, "Done", TODAY.minusDays(9), null);
        new Step(done, member(), NOW).complete("seen");
        add(occurrence, "No date", null, null);
        add(occurrence, "Far", TODAY.plusDays(90), null);
        add(occurrence, "Late", TODAY.minusDays(1), member());
        add(occurrence, "Removed", TODAY, null).remove(member(), NOW);
        add(occurrence(), "Of another", TODAY, null);
        ActionItem.getEntityManager().clear();
        var actions = ActionItem.of(occurrence);
        assertEquals(List.of("Late", "Far", "No date", "Done"), titles(actions));
        assertTrue(Hibernate.isInitialized(actions.get(0).owner));
    }

    @Test
    @TestTransaction
    void isJudgedByTheFirstTimeItWasDone() {
        var action = add(occurrence(), "Twice", TODAY, null);
        new Step(action, member(), NOW).complete("seen");
        new Step(action, member(), NOW.plusSeconds(60)).reopen("It failed");
        assertEquals(NOW, action.firstDoneAt);
        new Step(action, member(), NOW.plusSeconds(120)).complete("seen");
        assertEquals(NOW, action.firstDoneAt);
        assertEquals(NOW.plusSeconds(120), action.doneAt);
    }

    @Test
    @TestTransaction
    void tellsTheHistoryWhoMovedWhichActionAndHow() {
        var occurrence = occurrence();
        var action = add(occurrence, "Verify the chain", TODAY, null);
        new Step(action, member(), NOW).start();
        var started = Change.ofOccurrence(occurrence.id, true, null, 1000).get(0);
        assertEquals("started the action “Verify the chain”", started.verb);
        assertEquals(List.of(new Change.Field("State", "Open", "In progress")), started.fields);
        assertEquals("action", started.subject);
        assertEquals(action.id, started.subjectId);
    }

    @Test
    @TestTransaction
    void writesNothingWhenAnEditChangesNothing() {
        var action = add(occurrence(), "Same", TODAY, null);
        var changes = Change.count();
        assertFalse(action.edited(action.snapshot(), member(), NOW));
        assertEquals(changes, Change.count());
    }

    @Test
    @TestTransaction
    void hasNoDueDateToShowWithoutOne() {
        assertNull(add(occurrence(), "Undated", null, null).due(TODAY));
    }

    private static List<String> titles(List<ActionItem> actions) {
        return actions.stream().map(action -> action.title).toList();
    }

    private static Person member() {
        return Person.withEmail("member@example.org");
    }

    private static Occurrence occurrence() {
        var occurrence = new Occurrence();
        occurrence.kind = Kind.INCIDENT;
        occurrence.title = "Certificate lapsed";
        return occurrence.file(member(), NOW);
    }

    private static ActionItem add(Occurrence occurrence, String title, LocalDate due, Person owner) {
        var action = new ActionItem();
        action.title = title;
        action.aim = Aim.PREVENT_RECURRENCE;
        action.dueOn = due;
        action.owner = owner;
        return action.add(occurrence, member(), NOW);
    }
}
