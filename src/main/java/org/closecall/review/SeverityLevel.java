package org.closecall.review;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import java.util.List;
import org.closecall.occurrence.Severity;

/** What a level of severity means here. All five are always there. */
@Entity
public class SeverityLevel extends PanacheEntityBase {

    @Id
    @Enumerated(EnumType.STRING)
    public Severity severity;
    public String meaning;
    public String examples;
    public String response;

    /** The worst first. */
    static List<SeverityLevel> all() {
        return list("order by severity");
    }

    /** A second saver waits here for the first. */
    static List<SeverityLevel> changing() {
        return find("order by severity").withLock(LockModeType.PESSIMISTIC_WRITE).list();
    }
}
