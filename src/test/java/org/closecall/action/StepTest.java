package org.closecall.action;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.TestTransaction;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.closecall.Fixtures;
import org.closecall.people.Change;
import org.closecall.people.Person;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The laws of the states: no way but the allowed ones, a complete record of it, and time that never goes back. */
@QuarkusTest
class StepTest {

    private static final Instant NOW = Instant.parse("2026-11-17T09:00:00Z");
    private static final LocalDate TODAY = LocalDate.parse("2026-11-17");
    /** Written down once more, apart from the code. */
    private static final Map<ActionState, Set<ActionState>> ALLOWED = new EnumMap<>(Map.of(
            ActionState.OPEN, EnumSet.of(ActionState.IN_PROGRESS, ActionState.DONE, ActionState.DROPPED, ActionState.RISK_ACCEPTED),
            ActionState.IN_PROGRESS, EnumSet.of(ActionState.OPEN, ActionState.DONE, ActionState.DROPPED, ActionState.RISK_ACCEPTED),
            ActionState.DONE, EnumSet.of(ActionState.VERIFIED, ActionState.OPEN),
            ActionState.VERIFIED, EnumSet.of(ActionState.OPEN),
            ActionState.DROPPED, EnumSet.of(ActionState.OPEN),
            ActionState.RISK_ACCEPTED, EnumSet.of(ActionState.OPEN)));

    @BeforeEach
    void people() {
        Fixtures.organisation();
    }

    @Test
    @TestTransaction
    void anyMovesByAnybodyKeepTheLaws() {
        for (var seed = 1; seed <= 12; seed++) {
            walk(new Random(seed), add("Walk " + seed), "seed " + seed);
        }
    }

    private void walk(Random random, ActionItem action, String seed) {
        var people = List.of(person("member"), person("other"), person("administrator"));
        var created = action.createdAt;
        var taken = 0;
        for (var step = 0; step < 50; step++) {
            var by = people.get(random.nextInt(people.size()));
            // now and then the clock is set back
            var at = NOW.plusSeconds(60L * step - random.nextInt(400));
            var verb = Verb.values()[random.nextInt(Verb.values().length)];
            var was = action.state;
            var doer = action.doneBy;
            var said = seed + ", step " + step + ", " + verb + " from " + was;
            var moved = verb.on(action, by, at);
            assertEquals(moved, was != action.state, said);
            assertTrue(!moved || ALLOWED.get(was).contains(action.state), said);
            assertFalse(moved && verb.on(action, by, at), said + " again");
            taken += moved ? 1 : 0;
            assertTrue(action.state != ActionState.VERIFIED || was == ActionState.VERIFIED || !by.id.equals(doer.id) && !by.id.equals(action.owner.id), said);
            assertEquals(created, action.createdAt, said);
            consistent(action, said);
        }
        var steps = Transition.of(action);
        assertEquals(taken + 1, steps.size(), seed);
        assertEquals(taken + 1, Change.count("subject = 'action' and subjectId = ?1", action.id), seed);
        assertNull(steps.get(0).source);
        for (var i = 1; i < steps.size(); i++) {
            assertEquals(steps.get(i - 1).target, steps.get(i).source, seed);
            assertFalse(steps.get(i).at.isBefore(steps.get(i - 1).at), seed + ": time went back");
        }
        assertEquals(steps.get(steps.size() - 1).target, action.state, seed);
    }

    private static void consistent(ActionItem action, String said) {
        assertEquals(action.state.done(), action.doneAt != null, said);
        assertEquals(action.state == ActionState.VERIFIED, action.verifiedAt != null, said);
        assertEquals(action.state == ActionState.VERIFIED, action.judgeOn != null, said);
        assertEquals(action.state == ActionState.RISK_ACCEPTED, action.acceptedUntil != null, said);
        assertEquals(action.doneAt == null, action.doneBy == null, said);
        assertTrue(action.doneAt == null || !action.doneAt.isBefore(action.createdAt) && !action.doneAt.isBefore(action.firstDoneAt), said);
        ActionItem.getEntityManager().flush();
    }

    private enum Verb {
        START, COMPLETE, VERIFY, DROP, REOPEN, ACCEPT, EXPIRE;

        boolean on(ActionItem action, Person by, Instant at) {
            var step = new Step(action, by, at);
            return switch (this) {
                case START -> step.start();
                case COMPLETE -> step.complete("Seen");
                case VERIFY -> step.verify("Tried", TODAY.plusDays(90));
                case DROP -> step.drop("Not worth it");
                case REOPEN -> step.reopen("It came back");
                case ACCEPT -> step.acceptRisk(asked(action, by, at));
                case EXPIRE -> new Step(action, null, at).expire();
            };
        }
    }

    private static RiskAcceptance asked(ActionItem action, Person by, Instant at) {
        var asked = new RiskAcceptance();
        asked.action = action;
        asked.reason = "Traffic is low";
        asked.until = TODAY.plusDays(30);
        asked.askedBy = by;
        asked.askedAt = at;
        asked.approver = by;
        return asked;
    }

    private static Person person(String who) {
        return Person.withEmail(who + "@example.org");
    }

    private static ActionItem add(String title) {
        var action = new ActionItem();
        action.title = title;
        action.aim = Aim.PREVENT_RECURRENCE;
        action.origin = Origin.NONE;
        action.owner = person("other");
        return action.add(null, person("member"), NOW);
    }
}
