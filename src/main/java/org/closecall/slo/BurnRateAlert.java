package org.closecall.slo;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.closecall.metrics.BurnAlert;
import org.closecall.notice.Notice;
import org.closecall.notice.NoticeKind;
import org.closecall.people.Person;
import org.closecall.web.Formats;

/** That both windows of a pair burnt faster than their threshold, from when to when. At most one stands for each pair. */
@Entity
public class BurnRateAlert extends PanacheEntityBase {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;
    @ManyToOne(fetch = FetchType.LAZY)
    public Objective objective;
    public int pair;
    public double threshold;
    /** Both as they were when it began. */
    public double longRate;
    public double shortRate;
    public Instant startedAt;
    public Instant heldAt;
    public Instant endedAt;

    static List<BurnRateAlert> latest(Objective objective, int most) {
        return BurnRateAlert.<BurnRateAlert>find("objective = ?1 order by id desc", objective).page(0, most).list();
    }

    static List<BurnRateAlert> standing(Objective objective) {
        return list("objective = ?1 and endedAt is null order by pair", objective);
    }

    /** The objectives with one that stands. */
    static Set<Long> burning() {
        return Set.copyOf(getEntityManager().createQuery("select distinct a.objective.id from BurnRateAlert a where a.endedAt is null", Long.class).getResultList());
    }

    static void endAll(Objective objective, Instant now) {
        update("endedAt = ?1 where objective = ?2 and endedAt is null", now, objective);
    }

    /** The objective is locked: it begins once, and people are told once. */
    static BurnRateAlert begin(Objective objective, int pair, double threshold, double longRate, double shortRate, Instant at, Instant now) {
        var alert = new BurnRateAlert();
        alert.objective = objective;
        alert.pair = pair;
        alert.threshold = threshold;
        alert.longRate = longRate;
        alert.shortRate = shortRate;
        alert.startedAt = at;
        alert.heldAt = at;
        alert.persistAndFlush();
        Notice.tell(told(objective), NoticeKind.BURN_RATE, alert.words(), objective.address(), "burn:" + alert.id, now);
        return alert;
    }

    /** The members of the team that owns it, and its lead. */
    private static List<Person> told(Objective objective) {
        var team = objective.owner();
        return team == null ? List.of() : List.copyOf(new LinkedHashSet<>(Stream.concat(Stream.ofNullable(team.lead), team.members.stream()).toList()));
    }

    public BurnAlert windows() {
        return BurnAlert.TABLE.get(pair);
    }

    public boolean over() {
        return endedAt != null;
    }

    public boolean page() {
        return windows().urgency() == BurnAlert.Urgency.PAGE;
    }

    /** 1 h and 5 min */
    public String pairText() {
        return Formats.human(windows().longWindow()) + " and " + Formats.human(windows().shortWindow());
    }

    public String ratesText() {
        return Amounts.rate(longRate) + " and " + Amounts.rate(shortRate);
    }

    public String thresholdText() {
        return Amounts.rate(threshold);
    }

    /** Null while it goes on. */
    public Duration lasted() {
        return endedAt == null ? null : Duration.between(startedAt, endedAt);
    }

    /** Card payments succeed (Payments) burns its error budget 14.6 × too fast over 1 h and 5 min */
    public String words() {
        return objective.name + " (" + objective.service.name + ") spends its error budget at " + Amounts.rate(longRate) + " the even rate over " + Formats.human(windows().longWindow())
                + " and " + Amounts.rate(shortRate) + " over " + Formats.human(windows().shortWindow());
    }
}
