package org.closecall.slo;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.closecall.occurrence.Occurrence;
import org.closecall.people.Change;
import org.closecall.people.Person;

/** Which part of the users an incident hit, in the eyes of an objective; or the bad minutes themselves, said with a reason. */
@Entity
public class IncidentShare extends PanacheEntityBase {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;
    @ManyToOne(fetch = FetchType.LAZY)
    public Objective objective;
    @ManyToOne(fetch = FetchType.LAZY)
    public Occurrence occurrence;
    /** Per cent. */
    public BigDecimal share;
    public BigDecimal badMinutes;
    public String reason;

    /** Null where nobody has said anything. */
    static IncidentShare of(Objective objective, Occurrence occurrence) {
        return find("objective = ?1 and occurrence = ?2", objective, occurrence).firstResult();
    }

    static Map<String, String> snapshot(IncidentShare said) {
        var snapshot = new LinkedHashMap<String, String>();
        snapshot.put("Users affected", said == null || said.share == null ? null : text(said.share) + " %");
        snapshot.put("Bad minutes", said == null || said.badMinutes == null ? null : text(said.badMinutes));
        snapshot.put("Why", said == null ? null : said.reason);
        return snapshot;
    }

    /** The row is locked with its objective. Null where nothing is said any more. */
    static void say(Objective objective, Occurrence occurrence, BigDecimal share, BigDecimal minutes, String why, Person by, Instant now) {
        var said = of(objective, occurrence);
        var before = snapshot(said);
        if (share == null && minutes == null) {
            delete("objective = ?1 and occurrence = ?2", objective, occurrence);
            said = null;
        } else {
            said = said == null ? new IncidentShare() : said;
            said.objective = objective;
            said.occurrence = occurrence;
            said.share = share;
            said.badMinutes = minutes;
            said.reason = why;
            said.persistAndFlush();
        }
        var after = snapshot(said);
        if (!before.equals(after)) {
            Change.record(objective.aside(occurrence.id), "said what #" + occurrence.number + " took of the error budget “" + objective.name + "”", before, after, by, now);
        }
    }

    static String text(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }
}
