package org.closecall.notice;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.closecall.people.Change;
import org.closecall.people.Person;

/** There is one: how long before and after the due date somebody hears of it. */
@Entity
public class ReminderPolicy extends PanacheEntityBase {

    static final Change.Subject SUBJECT = new Change.Subject("reminders", 1L, null, null);
    private static final int ONLY = 1;

    @Id
    public int id = ONLY;
    public int beforeDays;
    public int escalateWeeks;
    public Instant since;

    static ReminderPolicy current() {
        return findById(ONLY);
    }

    /** A second saver waits here for the first and then sees what that one saved. */
    static ReminderPolicy changing() {
        ReminderPolicy policy = findById(ONLY);
        getEntityManager().refresh(policy, LockModeType.PESSIMISTIC_WRITE);
        return policy;
    }

    /** False when nothing was changed. */
    boolean edit(int before, int escalate, Person by, Instant now) {
        var was = snapshot();
        beforeDays = before;
        escalateWeeks = escalate;
        if (was.equals(snapshot())) {
            return false;
        }
        Change.record(SUBJECT, "edited", was, snapshot(), by, now);
        return true;
    }

    Map<String, String> snapshot() {
        return snapshot(String.valueOf(beforeDays), String.valueOf(escalateWeeks));
    }

    static Map<String, String> snapshot(String before, String escalate) {
        var snapshot = new LinkedHashMap<String, String>();
        snapshot.put("Working days before", before);
        snapshot.put("Weeks late", escalate);
        return snapshot;
    }
}
