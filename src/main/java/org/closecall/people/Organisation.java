package org.closecall.people;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.ZoneId;

/** There is one. It gives the months their time zone and occurrences their numbers. */
@Entity
public class Organisation extends PanacheEntityBase {

    private static final short ONLY = 1;

    @Id
    public Short id = ONLY;
    public String name;
    public String timeZone;
    public long lastNumber;
    public Instant createdAt;

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

    public ZoneId zone() {
        return ZoneId.of(timeZone);
    }
}
