package org.closecall.action;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.quarkus.qute.Engine;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.test.TestTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.closecall.Fixtures;
import org.closecall.occurrence.Kind;
import org.closecall.occurrence.Occurrence;
import org.closecall.people.Person;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The card other pages show. */
@QuarkusTest
class ActionRowsTest {

    private static final Instant NOW = Instant.parse("2026-11-17T09:00:00Z");
    private static final LocalDate TODAY = LocalDate.parse("2026-11-17");

    @Inject
    Engine engine;

    @Inject
    CurrentIdentityAssociation looking;

    @BeforeEach
    void people() {
        Fixtures.organisation();
    }

    @Test
    @TestTransaction
    void membersSeeTheActionsAndMayAddOne() {
        as("viewer", "member");
        var occurrence = occurrence();
        var action = new ActionItem();
        action.title = "Verify <all>";
        action.aim = Aim.PREVENT_RECURRENCE;
        action.dueOn = TODAY.minusDays(3);
        action.owner = Person.withEmail("member@example.org");
        action.add(occurrence, action.owner, NOW);
        assertThat(card(occurrence, null), allOf(containsString("Verify &lt;all&gt;"), containsString("14 Nov</time>, 3\u00a0days late"), containsString("Mia Member"),
                containsString("aim--prevent"), containsString("href=\"/occurrences/1/actions/new\"")));
        assertThat(card(occurrence, "postmortem"), containsString("href=\"/occurrences/1/actions/new?from=postmortem\""));
    }

    @Test
    @TestTransaction
    void viewersSeeThatThereIsNone() {
        as("viewer");
        assertThat(card(occurrence(), null), allOf(containsString("No action yet."), not(containsString("/actions/new"))));
    }

    @Test
    @TestTransaction
    void aRemovedRecordTakesNoMore() {
        as("viewer", "member");
        var occurrence = occurrence();
        occurrence.deletedAt = NOW;
        assertThat(card(occurrence, null), not(containsString("/actions/new")));
    }

    private void as(String... roles) {
        looking.setIdentity(QuarkusSecurityIdentity.builder().setPrincipal(new QuarkusPrincipal("2.0")).addRoles(Set.of(roles)).build());
    }

    private String card(Occurrence occurrence, String from) {
        var tag = "{#actionRows actions=actions occurrence=occurrence today=today" + (from == null ? "" : " from='" + from + "'") + " /}";
        List<ActionItem> actions = ActionItem.of(occurrence);
        return engine.parse(tag, null, "card.html").data("actions", actions).data("occurrence", occurrence).data("today", TODAY).render();
    }

    private static Occurrence occurrence() {
        var occurrence = new Occurrence();
        occurrence.kind = Kind.INCIDENT;
        occurrence.title = "Certificate lapsed";
        return occurrence.file(Person.withEmail("member@example.org"), NOW);
    }
}
