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
import java.util.Random;
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
        done.complete(member(), NOW);
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
    void waitsForItsOwnerUntilItIsDone() {
        var occurrence = occurrence();
        add(occurrence, "Later", TODAY.plusDays(3), member());
        add(occurrence, "Undated", null, member());
        add(occurrence, "Soon", TODAY, member());
        add(occurrence, "Nobody's", TODAY, null);
        add(occurrence, "Done", TODAY, member()).complete(member(), NOW);
        add(occurrence, "Removed", TODAY, member()).remove(member(), NOW);
        ActionItem.getEntityManager().clear();
        var waiting = ActionItem.waitingFor(member(), 9);
        assertEquals(List.of("Soon", "Later", "Undated"), titles(waiting));
        assertTrue(Hibernate.isInitialized(waiting.get(0).occurrence));
        assertEquals(List.of("Soon", "Later"), titles(ActionItem.waitingFor(member(), 2)));
    }

    @Test
    @TestTransaction
    void isLateFromTheDayAfter() {
        var occurrence = occurrence();
        add(occurrence, "Yesterday", TODAY.minusDays(1), null);
        add(occurrence, "Today", TODAY, null);
        add(occurrence, "Undated", null, null);
        add(occurrence, "Done", TODAY.minusDays(1), null).complete(member(), NOW);
        assertEquals(1, ActionItem.late(TODAY));
        assertEquals(2, ActionItem.late(TODAY.plusDays(1)));
    }

    @Test
    @TestTransaction
    void leavesTheListsWithItsRecordAndComesBackWithIt() {
        var occurrence = occurrence();
        add(occurrence, "Late", TODAY.minusDays(1), member());
        occurrence.remove(null, member(), NOW);
        assertEquals(0, ActionItem.late(TODAY));
        assertEquals(List.of(), ActionItem.waitingFor(member(), 9));
        occurrence.restore(member(), NOW);
        assertEquals(1, ActionItem.late(TODAY));
        assertEquals(1, ActionItem.waitingFor(member(), 9).size());
    }

    @Test
    @TestTransaction
    void isJudgedByTheFirstTimeItWasDone() {
        var action = add(occurrence(), "Twice", TODAY, null);
        action.complete(member(), NOW);
        action.reopen(member(), NOW.plusSeconds(60));
        assertEquals(NOW, action.firstDoneAt);
        action.complete(member(), NOW.plusSeconds(120));
        assertEquals(NOW, action.firstDoneAt);
        assertEquals(NOW.plusSeconds(120), action.doneAt);
    }

    @Test
    @TestTransaction
    void tellsTheHistoryWhoMovedWhichActionAndHow() {
        var occurrence = occurrence();
        var action = add(occurrence, "Verify the chain", TODAY, null);
        action.start(member(), NOW);
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

    /** Law: after any moves in any order the state derived is the one of a three-line model, and only real moves are written. */
    @Test
    @TestTransaction
    void staysWhatAModelSaysAfterAnyMoves() {
        for (var seed = 1; seed <= 8; seed++) {
            walk(new Random(seed), add(occurrence(), "Walk " + seed, TODAY, null), "seed " + seed);
        }
    }

    private void walk(Random random, ActionItem action, String seed) {
        var model = new Model();
        for (var step = 0; step < 60; step++) {
            var move = Move.values()[random.nextInt(Move.values().length)];
            var at = NOW.plusSeconds(step);
            var said = seed + ", step " + step + ", " + move;
            var version = action.version;
            var moved = model.make(move, at);
            assertEquals(moved, move.on(action, member(), at), said);
            assertFalse(move.on(action, member(), at), said + " again");
            ActionItem.getEntityManager().flush();
            assertEquals(model.state, action.state(), said);
            assertEquals(model.removed, action.removed(), said);
            assertEquals(model.firstDone, action.firstDoneAt, said);
            assertEquals(action.doneAt == null, action.doneBy == null, said);
            assertEquals(action.startedAt == null, action.startedBy == null, said);
            assertEquals(version + (moved ? 1 : 0), action.version, said);
            assertEquals(model.moves + 1, Change.count("subject = 'action' and subjectId = ?1", action.id), said);
        }
        ActionItem.getEntityManager().refresh(action);
        assertEquals(model.state, action.state(), seed + " read back");
    }

    private enum Move {
        START, COMPLETE, REOPEN, REMOVE, RESTORE;

        boolean on(ActionItem action, Person by, Instant at) {
            return switch (this) {
                case START -> action.start(by, at);
                case COMPLETE -> action.complete(by, at);
                case REOPEN -> action.reopen(by, at);
                case REMOVE -> action.remove(by, at);
                case RESTORE -> action.restore(by, at);
            };
        }
    }

    private static class Model {
        ActionState state = ActionState.OPEN;
        boolean removed;
        Instant firstDone;
        int moves;

        boolean make(Move move, Instant at) {
            var was = state;
            var wasRemoved = removed;
            if (removed) {
                removed = move != Move.RESTORE;
            } else {
                switch (move) {
                    case START -> state = state == ActionState.OPEN ? ActionState.IN_PROGRESS : state;
                    case COMPLETE -> state = ActionState.DONE;
                    case REOPEN -> state = ActionState.OPEN;
                    case REMOVE -> removed = true;
                    case RESTORE -> { }
                }
                firstDone = firstDone == null && state == ActionState.DONE ? at : firstDone;
            }
            var moved = was != state || wasRemoved != removed;
            moves += moved ? 1 : 0;
            return moved;
        }
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
