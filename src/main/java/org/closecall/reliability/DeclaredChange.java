package org.closecall.reliability;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.LockModeType;
import jakarta.persistence.ManyToOne;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.closecall.catalog.CatalogEntry;
import org.closecall.catalog.CriticalPath;
import org.closecall.catalog.Service;
import org.closecall.catalog.Team;
import org.closecall.people.Change;
import org.closecall.people.Person;
import org.closecall.web.Formats;

/**
 * A change whose effect is to be judged, said before looking: what, from which day, what of it is expected, over how
 * many days before and after. Never edited; it can be withdrawn with a reason and stays listed.
 */
@Entity
public class DeclaredChange extends PanacheEntityBase {

    static final String TOO_LATE = "Entered after the fact: no verdict, see the trend";

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;
    public String what;
    /** In words of those who declare it. */
    public String expected;
    @Enumerated(EnumType.STRING)
    public Expectation aim;
    /** The first day after. */
    public LocalDate happensOn;
    /** Compared before and after. */
    public int days;
    /** A process change: charts compute their limits anew from then on. */
    @Column(name = "restarts_limits")
    public boolean restartsLimits;
    /** Null, like team and path, for everything; at most one is set. */
    @ManyToOne(fetch = FetchType.LAZY)
    public Service service;
    @ManyToOne(fetch = FetchType.LAZY)
    public Team team;
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "critical_path_id")
    public CriticalPath path;
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "declared_by_id")
    public Person declaredBy;
    public Instant declaredAt;
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "withdrawn_by_id")
    public Person withdrawnBy;
    public Instant withdrawnAt;
    public String withdrawnWhy;

    /** Newest first, those older than the one with the id before, or the newest. */
    static List<DeclaredChange> latest(Long before, int most) {
        return find("from DeclaredChange c join fetch c.declaredBy left join fetch c.service left join fetch c.team left join fetch c.path where c.id < ?1 order by c.id desc",
                before == null ? Long.MAX_VALUE : before).page(0, most).list();
    }

    static DeclaredChange found(long id) {
        return CatalogEntry.present(DeclaredChange.<DeclaredChange>find("from DeclaredChange c join fetch c.declaredBy left join fetch c.service left join fetch c.team "
                + "left join fetch c.path left join fetch c.withdrawnBy where c.id = ?1", id).firstResult());
    }

    static DeclaredChange changing(long id) {
        return CatalogEntry.present(DeclaredChange.<DeclaredChange>findById(id, LockModeType.PESSIMISTIC_WRITE));
    }

    /** Process changes that concern all of a scope, oldest first: those of everything, of its service, of its team, of its path. */
    public static List<DeclaredChange> restarting(Scope scope) {
        var owner = scope.team() == null && scope.service() != null ? scope.service().team : scope.team();
        return list("from DeclaredChange c where c.restartsLimits = true and c.withdrawnAt is null and (c.service is null or c.service.id = ?1) "
                + "and (c.team is null or c.team.id = ?2) and (c.path is null or c.path.id = ?3) order by c.happensOn, c.id",
                scope.service() == null ? -1L : scope.service().id, owner == null ? -1L : owner.id, scope.path() == null ? -1L : scope.path().id);
    }

    public void declare(Person by, Instant now) {
        declaredBy = by;
        declaredAt = now;
        persistAndFlush();
        Change.record(subject(), "declared", Map.of(), snapshot(), by, now);
    }

    /** False when it was withdrawn before. */
    boolean withdraw(String why, Person by, Instant now) {
        if (withdrawn()) {
            return false;
        }
        withdrawnBy = by;
        withdrawnAt = now;
        withdrawnWhy = why;
        Change.record(subject(), "withdrawn", Map.of(), Map.of("Why", why), by, now);
        return true;
    }

    public boolean withdrawn() {
        return withdrawnAt != null;
    }

    public String address() {
        return "/reliability/comparisons/" + id;
    }

    public Change.Subject subject() {
        return new Change.Subject("declared change", id, null, null);
    }

    /** Whether its day had passed when it was declared: then somebody may have looked before. */
    public boolean afterTheFact(ZoneId zone) {
        return LocalDate.ofInstant(declaredAt, zone).isAfter(happensOn);
    }

    public String scopeLabel() {
        return which().label().replace(", all severities", "");
    }

    Period before() {
        return new Period(happensOn.minusDays(days), lastDayBefore());
    }

    public LocalDate lastDayBefore() {
        return happensOn.minusDays(1);
    }

    Period after() {
        return new Period(happensOn, lastDay());
    }

    /** The verdict falls on the day after. */
    public LocalDate lastDay() {
        return happensOn.plusDays(days - 1L);
    }

    Scope scope(Period period, ZoneId zone, Instant now) {
        return new Scope(period, which(), zone, now);
    }

    private Which which() {
        return new Which(service, team, path, null, null, null, null);
    }

    Map<String, String> snapshot() {
        var snapshot = new LinkedHashMap<String, String>();
        snapshot.put("What", what);
        snapshot.put("Expected", expected);
        snapshot.put("Judged by", aim.label);
        snapshot.put("First day", Formats.day(happensOn));
        snapshot.put("Days compared", String.valueOf(days));
        snapshot.put("Scope", scopeLabel());
        snapshot.put("Chart limits", restartsLimits ? "restart" : null);
        return snapshot;
    }
}
