package org.closecall.slo;

import static org.closecall.slo.Store.budget;
import static org.closecall.slo.Store.incident;
import static org.closecall.slo.Store.objective;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.closecall.Fixtures;
import org.closecall.catalog.Service;
import org.closecall.occurrence.Moment;
import org.closecall.occurrence.Occurrence;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class BudgetsTest {

    Service payments;

    @BeforeEach
    void start() {
        Fixtures.organisation();
        payments = Store.service("Payments");
        incident(payments, "2024-01-01T00:00:00Z", "2024-01-01T00:01:00Z", one -> { });
    }

    @Test
    void fortySevenMinutesOverspendThirtyDays() {
        var objective = objective(payments, "Up", ObjectiveKind.TIME, "99.9", WindowKind.ROLLING, 30);
        incident(payments, "2026-06-10T10:00:00Z", "2026-06-10T10:47:00Z", one -> { });
        var budget = budget(objective, "2026-06-20T00:00:00Z");
        assertEquals(43.2, budget.budget().allowed(), 1e-9);
        assertEquals(47 / 43.2, budget.consumed(), 1e-9);
        assertEquals(-3.8, budget.remaining(), 1e-9);
        assertEquals(List.of("109\u00a0%", "−3.8\u00a0min (−8.8\u00a0%)", "spent"), List.of(budget.consumedText(), budget.remainingText(), budget.state()));
    }

    @Test
    void onlyTheTimeInsideTheWindowCounts() {
        var month = objective(payments, "Month", ObjectiveKind.TIME, "99", WindowKind.MONTH, null);
        var week = objective(payments, "Week", ObjectiveKind.TIME, "99", WindowKind.ROLLING, 7);
        // from half past eleven of March to one of April, in Vienna
        incident(payments, "2026-03-31T21:30:00Z", "2026-03-31T23:00:00Z", one -> { });
        assertEquals(30, budget(month, "2026-03-31T22:00:00Z").budget().bad(), 1e-9);
        assertEquals("March 2026", budget(month, "2026-03-31T22:00:00Z").windowLabel());
        assertEquals(60, budget(month, "2026-04-20T00:00:00Z").budget().bad(), 1e-9);
        assertEquals(15, budget(month, "2026-03-31T22:15:00Z").budget().bad(), 1e-9, "so far");
        assertEquals(20, budget(week, "2026-04-07T22:40:00Z").budget().bad(), 1e-9, "the window ends what began before it");
        assertEquals(0, budget(week, "2026-04-07T23:00:00Z").budget().bad(), 1e-9);
        assertTrue(budget(week, "2026-04-07T22:40:00Z").incidents().get(0).how().contains("began before this window"));
    }

    @Test
    void monthsAreAsLongAsTheyAre() {
        var month = objective(payments, "Month", ObjectiveKind.TIME, "99.9", WindowKind.MONTH, null);
        var quarter = objective(payments, "Quarter", ObjectiveKind.TIME, "99.9", WindowKind.QUARTER, null);
        assertEquals(0.001 * (31 * 24 - 1) * 60, budget(month, "2026-03-30T00:00:00Z").budget().allowed(), 1e-9, "the clocks go forward");
        assertEquals(0.001 * (31 * 24 + 1) * 60, budget(month, "2026-10-30T00:00:00Z").budget().allowed(), 1e-9, "and back");
        assertEquals(0.001 * 28 * 24 * 60, budget(month, "2026-02-28T23:00:00Z").budget().allowed(), 1e-9);
        assertEquals("30 days 23\u00a0h", budget(month, "2026-03-30T00:00:00Z").windowLength());
        assertEquals("January to March 2026", budget(quarter, "2026-03-31T22:00:00Z").windowLabel());
        assertEquals("April to June 2026", budget(quarter, "2026-03-31T22:00:00.001Z").windowLabel());
    }

    @Test
    void sharesAndWordsOfPeopleReplaceWhatIsAssumed() {
        var objective = objective(payments, "Up", ObjectiveKind.TIME, "99.9", WindowKind.ROLLING, 30);
        incident(payments, "2026-06-10T10:00:00Z", "2026-06-10T10:40:00Z", one -> one.extent.share = new BigDecimal("25"));
        var number = incident(payments, "2026-06-11T10:00:00Z", "2026-06-11T10:40:00Z", one -> { });
        assertEquals(50, budget(objective, "2026-06-20T00:00:00Z").budget().bad(), 1e-9);
        say(objective, number, "12.5", null);
        assertEquals(15, budget(objective, "2026-06-20T00:00:00Z").budget().bad(), 1e-9);
        say(objective, number, null, "33.3");
        assertEquals(43.3, budget(objective, "2026-06-20T00:00:00Z").budget().bad(), 1e-9);
        assertEquals(List.of("40\u00a0min × 25\u00a0% of users, from its record", "by hand: because"), budget(objective, "2026-06-20T00:00:00Z").incidents().stream().map(BudgetIncident::how).toList());
    }

    @Test
    void whatOverlapsCountsOnceAndNobodyKnowsIsSaid() {
        var objective = objective(payments, "Up", ObjectiveKind.TIME, "99", WindowKind.ROLLING, 30);
        incident(payments, "2026-06-10T10:00:00Z", "2026-06-10T11:00:00Z", one -> one.extent.share = new BigDecimal("50"));
        incident(payments, "2026-06-10T10:30:00Z", "2026-06-10T11:30:00Z", one -> { });
        incident(payments, "2026-06-12T10:00:00Z", null, one -> {
            one.mitigated = Moment.UNKNOWN;
            one.resolved = Moment.UNKNOWN;
        });
        incident(payments, "2026-06-13T10:00:00Z", "2026-06-13T09:00:00Z", one -> { });
        incident(payments, "2026-06-14T10:00:00Z", "2026-06-14T11:00:00Z", one -> one.drill = true);
        incident(payments, "2026-06-14T10:00:00Z", "2026-06-14T11:00:00Z", one -> one.impactStarted = Moment.NONE);
        incident(Store.service("Mail"), "2026-06-14T10:00:00Z", "2026-06-14T11:00:00Z", one -> { });
        var budget = budget(objective, "2026-06-20T00:00:00Z");
        assertEquals(15 + 60, budget.budget().bad(), 1e-9);
        assertTrue(budget.overlap());
        assertEquals(List.of("nobody knows when the impact ended", "the impact is recorded to end before it began"), budget.incidents().stream().filter(one -> !one.counted()).map(BudgetIncident::trouble).toList());
    }

    @Test
    void observationBeginsWithTheService() {
        var mail = Store.service("Mail");
        var objective = objective(mail, "Up", ObjectiveKind.TIME, "99.9", WindowKind.ROLLING, 30);
        incident(mail, "2026-06-10T00:00:00Z", "2026-06-10T00:20:00Z", one -> { });
        var budget = budget(objective, "2026-06-20T00:00:00Z");
        assertEquals(1.0 / 3, budget.budget().observedShare(), 1e-9);
        assertEquals(20 / 43.2, budget.consumed(), 1e-9, "of the whole window's budget");
        assertEquals(3 * 20 / 43.2, budget.burnRate(), 1e-9);
        assertEquals("no data", budget(objective, "2026-06-01T00:00:00Z").state());
        var all = objective(payments, "Always", ObjectiveKind.TIME, "100", WindowKind.ROLLING, 30);
        assertEquals("no budget", budget(all, "2026-06-20T00:00:00Z").state());
        assertNull(budget(all, "2026-06-20T00:00:00Z").consumed());
    }

    @Test
    void hoursAndEdgesAddUpToTheSamples() {
        var random = new Random(5);
        var objective = objective(payments, "Answers", ObjectiveKind.REQUESTS, "99.9", WindowKind.ROLLING, 1);
        var samples = new ArrayList<SliSamples.Sample>();
        for (var at = Instant.parse("2026-06-10T00:07:00Z"); at.isBefore(Instant.parse("2026-06-13T00:00:00Z")); at = at.plusSeconds(300 + random.nextInt(4) * 300)) {
            var total = random.nextInt(1000);
            samples.add(new SliSamples.Sample(at, 300, total - random.nextInt(total / 10 + 1), total));
        }
        Store.samples(objective, samples.toArray(SliSamples.Sample[]::new));
        for (var until : List.of("2026-06-12T00:00:00Z", "2026-06-12T13:37:11Z", "2026-06-10T00:30:00Z", "2026-06-12T23:59:59Z")) {
            var end = Instant.parse(until);
            var inside = samples.stream().filter(one -> !one.start().isBefore(end.minus(Duration.ofDays(1))) && one.start().isBefore(end)).toList();
            var budget = budget(objective, until);
            assertEquals(inside.stream().mapToLong(SliSamples.Sample::total).sum(), budget.total(), 1e-9, until);
            assertEquals(inside.stream().mapToLong(one -> one.total() - one.good()).sum(), budget.budget().bad(), 1e-9, until);
            var course = QuarkusTransaction.requiringNew().call(() -> Course.of(budget)).points();
            assertEquals(budget.budget().bad(), course.get(course.size() - 1).bad(), 1e-9, until);
        }
        assertEquals("no data", budget(objective, "2026-06-20T00:00:00Z").state(), "nothing is not all good");
    }

    private static void say(Objective objective, long number, String share, String minutes) {
        QuarkusTransaction.requiringNew().run(() -> IncidentShare.say(Objective.changing(objective.id), Occurrence.numbered(number), share == null ? null : new BigDecimal(share),
                minutes == null ? null : new BigDecimal(minutes), "because", Fixtures.person("member"), Instant.now()));
    }
}
