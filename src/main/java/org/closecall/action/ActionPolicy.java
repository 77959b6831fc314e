package org.closecall.action;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Version;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.closecall.occurrence.Severity;
import org.closecall.people.Change;
import org.closecall.people.Person;

/** How long promises usually take, and when one looks whether they helped. There is one. */
@Entity
public class ActionPolicy extends PanacheEntityBase {

    private static final int ONLY = 1;

    @Id
    public Integer id;
    /** From verification. */
    public int judgeAfterDays;
    @Version
    public int version;

    static ActionPolicy current() {
        return findById(ONLY);
    }

    static ActionPolicy changing() {
        return findById(ONLY, LockModeType.PESSIMISTIC_WRITE);
    }

    /** When an action of each aim is usually due, never on a weekend. severity is null where nobody has said how bad it is. */
    static Map<Aim, LocalDate> usual(Severity severity, LocalDate today) {
        var due = new LinkedHashMap<Aim, LocalDate>();
        List<ActionTerm> terms = ActionTerm.list("severity = ?1 order by aim", ActionTerm.level(severity));
        terms.forEach(term -> due.put(term.aim, workday(today.plusDays(term.days))));
        return due;
    }

    /** That day, or the Monday after. */
    static LocalDate workday(LocalDate day) {
        return day.getDayOfWeek().getValue() > DayOfWeek.FRIDAY.getValue() ? day.with(TemporalAdjusters.next(DayOfWeek.MONDAY)) : day;
    }

    void edited(Map<String, String> before, Map<String, String> after, Person by, Instant now) {
        // the terms are rows of their own, so that the policy's version would not move
        getEntityManager().lock(this, LockModeType.PESSIMISTIC_FORCE_INCREMENT);
        getEntityManager().flush();
        Change.record(subject(), "edited", before, after, by, now);
    }

    Change.Subject subject() {
        return new Change.Subject("action policy", (long) ONLY, null, version);
    }
}
