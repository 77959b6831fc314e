package org.closecall.reliability;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.quarkus.qute.TemplateData;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.closecall.action.ActionState;
import org.closecall.action.Aim;
import org.closecall.action.Effect;
import org.closecall.metrics.KaplanMeier;
import org.closecall.metrics.Observation;
import org.closecall.metrics.Percentiles;
import org.closecall.metrics.Proportion;
import org.closecall.metrics.SurvivalQuantile;

/**
 * How promises are kept, by scope; never by person. Days are calendar days of the organisation's zone, ages and times to
 * close elapsed days.
 *
 * @param from first day of the period; promised and due figures are about it, what is unfinished is about now
 * @param onTime first done on or before the due date, of those due in the period before today. Dropped and accepted risks
 *        are left out: dueSetAside says how many
 * @param late unfinished with a due date before today
 * @param oldestLateDays null when nothing is late
 * @param undated unfinished without a due date: never late, so counted apart
 * @param ages of what is unfinished, in days since it was promised; over30 and the like count calendar days
 * @param timeToClose of what was promised in the period, in days until it was done for good; what is open is censored at now
 * @param aims what was promised in the period and not dropped, by aim
 * @param strategies the same, by the strategy's id; 0 where nobody has said
 * @param toVerify done and not verified, at present
 * @param verified of what was promised in the period and is done
 * @param effective of what was promised in the period and judged
 * @param toJudge verified, and the day to judge it has come
 * @param riskAccepted at present
 * @param expiring of these, those that are open again within thirty days
 * @param dropped of what was promised in the period
 */
@TemplateData
public record PromiseFigures(LocalDate from, LocalDate to, int total, Share onTime, int dueSetAside, int late, Long oldestLateDays, int unfinished, int undated, Ages ages, Closing timeToClose,
        Map<Aim, Long> aims, Map<Long, Long> strategies, int toVerify, Share verified, Share effective, int toJudge, int riskAccepted, int expiring, int dropped, @JsonIgnore List<Promise> all) {

    private static final int SOON_DAYS = 30;
    private static final double SECONDS_A_DAY = Duration.ofDays(1).toSeconds();

    /** Null where nothing is unfinished. */
    public record Ages(Double medianDays, Double maxDays, int over30, int over60, int over90) {
    }

    /** Kaplan-Meier median in days with its 95 % log-log band; values are listed instead where they are fewer than five. */
    public record Closing(int n, int open, Double medianDays, Double lowerDays, Double upperDays, SurvivalQuantile.Status status) {
    }

    static PromiseFigures of(PromiseScope scope) {
        return of(scope, Promise.of(scope));
    }

    static PromiseFigures of(PromiseScope scope, List<Promise> all) {
        var today = scope.today();
        var due = all.stream().filter(scope::dueWithin).toList();
        var promised = all.stream().filter(scope::promisedWithin).toList();
        var unfinished = all.stream().filter(promise -> promise.state().unfinished()).toList();
        var late = unfinished.stream().filter(promise -> promise.late(today)).toList();
        var kept = promised.stream().filter(promise -> promise.state() != ActionState.DROPPED).toList();
        return new PromiseFigures(scope.from(), scope.to(), all.size(), onTime(scope, due), count(due, Promise::setAside), late.size(),
                late.stream().map(promise -> today.toEpochDay() - promise.dueOn().toEpochDay()).max(Long::compare).orElse(null),
                unfinished.size(), count(unfinished, promise -> promise.dueOn() == null), ages(scope, unfinished), closing(scope, promised), aims(kept), strategies(kept), count(all, promise -> promise.state() == ActionState.DONE),
                share(promised, promise -> promise.state() == ActionState.VERIFIED, promise -> promise.state().done()),
                share(promised, promise -> promise.effect() == Effect.EFFECTIVE, promise -> promise.effect() != null),
                count(all, promise -> promise.state() == ActionState.VERIFIED && promise.judgeOn() != null && !promise.judgeOn().isAfter(today)),
                count(all, promise -> promise.state() == ActionState.RISK_ACCEPTED),
                count(all, promise -> promise.state() == ActionState.RISK_ACCEPTED && !promise.acceptedUntil().isAfter(today.plusDays(SOON_DAYS))),
                promised.size() - kept.size(), all);
    }

    /** What nobody promised anything in. */
    @JsonIgnore
    public boolean isEmpty() {
        return total == 0;
    }

    static Share onTime(PromiseScope scope, Collection<Promise> due) {
        return share(due, scope::onTime, promise -> !promise.setAside());
    }

    private static Share share(Collection<Promise> among, Predicate<Promise> hit, Predicate<Promise> counted) {
        return Share.of(Proportion.wilson(count(among, counted.and(hit)), count(among, counted), 0.95));
    }

    private static int count(Collection<Promise> among, Predicate<Promise> which) {
        return (int) among.stream().filter(which).count();
    }

    private static Ages ages(PromiseScope scope, List<Promise> unfinished) {
        var days = unfinished.stream().mapToDouble(promise -> days(promise, scope)).toArray();
        return days.length == 0 ? null : new Ages(Percentiles.median(days), Arrays.stream(days).max().getAsDouble(), over(scope, unfinished, 30), over(scope, unfinished, 60), over(scope, unfinished, 90));
    }

    private static int over(PromiseScope scope, List<Promise> unfinished, int limit) {
        return count(unfinished, promise -> !LocalDate.ofInstant(promise.createdAt(), scope.zone()).isAfter(scope.before(limit)));
    }

    /** Since it was promised, until it was done or now. */
    private static double days(Promise promise, PromiseScope scope) {
        var until = promise.doneAt() == null ? scope.now() : promise.doneAt();
        return Math.max(0, Duration.between(promise.createdAt(), until).toSeconds() / SECONDS_A_DAY);
    }

    private static Closing closing(PromiseScope scope, List<Promise> promised) {
        var observed = promised.stream().filter(promise -> !promise.setAside()).map(promise -> new Observation(days(promise, scope), promise.doneAt() != null)).toList();
        var median = KaplanMeier.of(observed).median();
        return new Closing(median.n(), median.open(), median.value(), median.interval().lower(), median.interval().upper(), median.status());
    }

    private static Map<Aim, Long> aims(List<Promise> kept) {
        var counts = new EnumMap<Aim, Long>(Aim.class);
        Arrays.stream(Aim.values()).forEach(aim -> counts.put(aim, kept.stream().filter(promise -> promise.aim() == aim).count()));
        return counts;
    }

    private static Map<Long, Long> strategies(List<Promise> kept) {
        return kept.stream().collect(Collectors.groupingBy(promise -> promise.strategy() == null ? 0L : promise.strategy(), Collectors.counting()));
    }

    /** The same actions apart by a key, such as the team; without what has none. */
    Map<Long, List<Promise>> by(Function<Promise, Long> key) {
        return all.stream().filter(promise -> key.apply(promise) != null).collect(Collectors.groupingBy(key));
    }
}
