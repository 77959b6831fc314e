package org.closecall.sample;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.closecall.slo.Objective;
import org.closecall.slo.ObjectiveKind;
import org.closecall.slo.WindowKind;

/** What was measured of the objectives in the last two months, hour by hour: more by day than by night, and worse while an incident of the service lasted. */
record Traffic(Cast cast, Days days, Map<Story, Course> courses, List<Objective> made) {

    private static final int MEASURED = 62;
    private static final int WINDOW = 30;
    private static final Map<String, Double> HURT = Map.of("SEV1", 0.5, "SEV2", 0.16, "SEV3", 0.03, "SEV4", 0.006, "SEV5", 0.001);

    void write() {
        cast.company.targets().forEach(target -> {
            var objective = objective(target);
            made.add(objective);
            objective.sampled(first(), hours(target));
        });
    }

    private Objective objective(Company.Target from) {
        var objective = new Objective();
        objective.service = cast.services.get(from.service());
        objective.name = from.name();
        objective.description = from.description();
        objective.kind = ObjectiveKind.REQUESTS;
        objective.target = from.target();
        objective.windowKind = WindowKind.ROLLING;
        objective.windowDays = WINDOW;
        objective.good = from.good();
        objective.policy = from.policy();
        objective.createdAt = days.beginning();
        objective.takeHandle(null);
        objective.added(cast.team(from.service()).lead, days.beginning());
        return objective;
    }

    private Instant first() {
        return days.end().truncatedTo(ChronoUnit.HOURS).minus(MEASURED, ChronoUnit.DAYS);
    }

    private List<long[]> hours(Company.Target from) {
        var chance = Chance.of("traffic " + from.name());
        var hours = new ArrayList<long[]>();
        for (var hour = first(); hour.isBefore(days.end().truncatedTo(ChronoUnit.HOURS)); hour = hour.plus(1, ChronoUnit.HOURS)) {
            var day = 0.55 - 0.45 * Math.cos((hour.atZone(days.zone()).getHour() - 3) / 24.0 * 2 * Math.PI);
            var total = Math.max(1, Math.round(from.perHour() * day * chance.between(0.9, 1.1)));
            var bad = Math.min(total, chance.poisson(Math.min(600, total * from.bad())) + Math.round(total * hurt(from.service(), hour)));
            hours.add(new long[] {total - bad, total});
        }
        return hours;
    }

    /** The share that failed because of incidents. */
    private double hurt(String service, Instant hour) {
        return courses.entrySet().stream().filter(one -> one.getKey().incident() && one.getKey().home().equals(service) && one.getValue().impact() != null).mapToDouble(one -> {
            var from = one.getValue().at(one.getValue().impact());
            var until = one.getKey().open() ? days.end() : one.getValue().at(one.getValue().mitigated());
            var overlap = Duration.between(later(from, hour), earlier(until, hour.plus(1, ChronoUnit.HOURS))).toSeconds();
            return overlap <= 0 ? 0 : HURT.get(one.getKey().severity()) * overlap / 3600;
        }).sum();
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
