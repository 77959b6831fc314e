package org.closecall.sample;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.closecall.people.Person;
import org.closecall.prevention.Deployment;
import org.closecall.prevention.Experiment;
import org.closecall.prevention.PreventionRecord;
import org.closecall.prevention.Remediation;
import org.closecall.reliability.DeclaredChange;
import org.closecall.reliability.Expectation;

/** What the company did to prevent: remediation runs, deployments, experiments, and changes it declared beforehand. */
final class Drills {

    private static final double DAY = 86_400;
    private static final int TOGETHER = 20;
    private static final double MONTH = 30.4;
    /** Deployments a week, and the share of them that needed a hand. */
    private static final double PACE = 0.75;
    private static final double FAILED = 0.045;

    private final Cast cast;
    private final Days days;
    final List<PreventionRecord> made = new ArrayList<>();
    final List<DeclaredChange> changes = new ArrayList<>();

    Drills(Cast cast, Days days) {
        this.cast = cast;
        this.days = days;
    }

    void write() {
        cast.company.runs().forEach(this::runs);
        cast.company.services().forEach(service -> deployments(service.key()));
        cast.company.trials().forEach(this::trial);
        cast.company.changes().forEach(this::declared);
    }

    private void runs(Company.Run from) {
        var chance = Chance.of("runs " + from.type());
        var trigger = MONTH / from.month();
        for (var ago = chance.between(0, trigger); ago < Calendar.OLDEST; ago += Math.max(0.02, -Math.log(1 - chance.uniform()) * trigger)) {
            var run = new Remediation();
            run.type = from.type();
            run.service = cast.services.get(from.service());
            run.at = days.end().minusSeconds((long) (ago * DAY) + 1800);
            run.endedAt = run.at.plusSeconds((long) (60 * chance.lognormal(from.minutes(), 0.5)));
            run.outcome = chance.in(from.works()) ? Remediation.Outcome.SUCCEEDED : Remediation.Outcome.FAILED;
            run.did = from.did();
            run.unattended = false;
            add(run, from.service());
        }
    }

    private void deployments(String service) {
        var chance = Chance.of("deployments " + service);
        var pace = 7 / PACE;
        var number = 0;
        for (var ago = Calendar.OLDEST - chance.between(0, pace); ago > 0.2; ago -= Math.max(0.1, -Math.log(1 - chance.uniform()) * pace)) {
            var deployment = new Deployment();
            deployment.service = cast.services.get(service);
            deployment.release = "%d.%d.%d".formatted(4 + number / 40, number / 8 % 5, number++ % 8);
            deployment.at = workday(ago, chance);
            deployment.outcome = chance.in(FAILED) ? Deployment.Outcome.FAILED : Deployment.Outcome.OK;
            deployment.restoredAt = deployment.failed() ? earlier(deployment.at.plusSeconds((long) (60 * chance.lognormal(24, 0.9)))) : null;
            deployment.unplanned = chance.in(0.06);
            add(deployment, service);
        }
    }

    private void trial(Company.Trial from) {
        var chance = Chance.of("trial " + from.mode() + from.daysAgo());
        var experiment = new Experiment();
        experiment.criticalPath = cast.paths.get(from.path());
        experiment.mode = from.mode();
        experiment.hypothesis = from.hypothesis();
        experiment.at = workday(from.daysAgo(), chance);
        experiment.endedAt = experiment.at.plusSeconds((long) (60 * chance.between(9, 50)));
        experiment.injected = from.injected();
        experiment.checks = from.injected() ? from.checks() : 0;
        experiment.checksFailed = from.failed();
        experiment.tolerance = from.tolerance();
        experiment.recovered = from.recovered();
        experiment.abortedBecause = from.abortedBecause();
        add(experiment, "platform");
    }

    private void declared(Company.Declared from) {
        var change = new DeclaredChange();
        change.what = from.what();
        change.expected = from.expected();
        change.aim = Expectation.valueOf(from.aim());
        change.service = cast.services.get(from.service());
        change.happensOn = days.today().minusDays(from.daysAgo());
        change.days = from.days();
        change.declare(cast.team(from.service()).lead, change.happensOn.minusDays(9).atTime(11, 20).atZone(days.zone()).toInstant());
        changes.add(change);
    }

    private void add(PreventionRecord record, String service) {
        Person by = cast.somebody(service, "reports " + record.at);
        // reported by the thousand: their history begins with the sample's
        record.createdBy = by;
        record.createdAt = earlier(record.at.plusSeconds(120));
        record.persist();
        made.add(record);
        if (made.size() % TOGETHER == 0) {
            Loading.settle();
        }
    }

    /** Between nine and half past four. */
    private Instant workday(double ago, Chance chance) {
        return days.today().minusDays((long) Math.ceil(ago)).atTime(9, 0).plusMinutes((long) chance.between(0, 450)).atZone(days.zone()).toInstant();
    }

    private Instant earlier(Instant at) {
        return at.isBefore(days.end()) ? at : days.end().minusSeconds(30);
    }
}
