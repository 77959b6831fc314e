package org.closecall.people;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;

/** There is one. It gives the months their time zone and occurrences their numbers. */
@Entity
public class Organisation extends PanacheEntityBase {

    private static final short ONLY = 1;

    @Id
    public Short id = ONLY;
    public String name;
    public String timeZone;
    /** Only nextNumbers moves it: saving the name must not put an older one back. */
    @Column(updatable = false)
    public long lastNumber;
    public Instant createdAt;
    /** What was over before owes no review; long ago where the first version asked already. */
    @Column(insertable = false, updatable = false)
    public Instant reviewsSince;
    /** Since when a sample organisation is here; null without one. */
    @Column(insertable = false, updatable = false)
    public Instant sampleSince;

    /** Null until set up. */
    public static Organisation current() {
        return findById(ONLY);
    }

    public static Organisation create(String name, String timeZone, Instant now) {
        var organisation = new Organisation();
        organisation.name = name.strip();
        organisation.timeZone = timeZone;
        organisation.createdAt = now;
        organisation.persist();
        return organisation;
    }

    /** Locks the row: numbers have no gaps and are never given twice. */
    public static long nextNumbers(int count) {
        var last = (Number) getEntityManager()
                .createNativeQuery("update organisation set last_number = last_number + :count where id = 1 returning last_number")
                .setParameter("count", count).getSingleResult();
        return last.longValue() - count + 1;
    }

    /** A record that comes with a number nobody has had keeps it. False when it must get another. */
    public static boolean claimNumber(long number) {
        return getEntityManager().createNativeQuery("update organisation set last_number = :number where id = 1 and last_number < :number").setParameter("number", number).executeUpdate() == 1;
    }

    /** A second saver waits here for the first and then sees what that one saved. */
    static Organisation changing() {
        Organisation organisation = findById(ONLY);
        getEntityManager().refresh(organisation, LockModeType.PESSIMISTIC_WRITE);
        return organisation;
    }

    static Map<String, String> snapshot(String name, String timeZone) {
        var snapshot = new LinkedHashMap<String, String>();
        snapshot.put("Name", name.strip());
        snapshot.put("Time zone", timeZone);
        return snapshot;
    }

    /** False when nothing was changed. */
    boolean edit(String newName, String newZone, Person by, Instant now) {
        var before = snapshot();
        name = newName.strip();
        timeZone = newZone;
        if (before.equals(snapshot())) {
            return false;
        }
        Change.record(subject(), "edited", before, snapshot(), by, now);
        return true;
    }

    Map<String, String> snapshot() {
        return snapshot(name, timeZone);
    }

    Change.Subject subject() {
        return new Change.Subject("organisation", (long) id, null, null);
    }

    /** Null where what happened at any time is reviewed. */
    public Instant reviewsBegan() {
        return Instant.EPOCH.equals(reviewsSince) ? null : reviewsSince;
    }

    public ZoneId zone() {
        return ZoneId.of(timeZone);
    }
}
