package org.closecall.slo;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.LockModeType;
import jakarta.persistence.ManyToOne;
import jakarta.ws.rs.NotFoundException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.closecall.people.Change;
import org.closecall.people.Person;
import org.closecall.web.Formats;

/** Bad minutes or requests that no incident and no sample tells of, with the reason. It can be taken back, not changed. */
@Entity
public class BudgetEntry extends PanacheEntityBase {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;
    @ManyToOne(fetch = FetchType.LAZY)
    public Objective objective;
    /** At which moment it counts, all of it. */
    public Instant at;
    public BigDecimal bad;
    /** Of requests only. */
    public Long total;
    public String reason;
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "said_by")
    public Person saidBy;
    public Instant saidAt;
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "removed_by")
    public Person removedBy;
    public Instant removedAt;

    static List<BudgetEntry> of(Collection<Objective> objectives, Instant from, Instant until) {
        return objectives.isEmpty() ? List.of()
                : list("from BudgetEntry e join fetch e.saidBy where e.objective in ?1 and e.removedAt is null and e.at >= ?2 and e.at < ?3 order by e.at, e.id", objectives, from, until);
    }

    static BudgetEntry changing(Objective objective, long id) {
        BudgetEntry found = find("id = ?1 and objective = ?2", id, objective).withLock(LockModeType.PESSIMISTIC_WRITE).firstResult();
        if (found == null) {
            throw new NotFoundException("There is no such entry");
        }
        return found;
    }

    BudgetEntry add(Person by, Instant now) {
        saidBy = by;
        saidAt = now;
        persistAndFlush();
        Change.record(objective.aside(null), "wrote down what its budget lost", Map.of(), snapshot(), by, now);
        return this;
    }

    /** May be asked for twice. */
    void remove(Person by, Instant now) {
        if (removedAt == null) {
            removedBy = by;
            removedAt = now;
            Change.record(objective.aside(null), "took back what its budget lost", snapshot(), Map.of(), by, now);
        }
    }

    private Map<String, String> snapshot() {
        var snapshot = new LinkedHashMap<String, String>();
        snapshot.put("At", at.toString());
        snapshot.put("Bad " + objective.kind.unit, IncidentShare.text(bad));
        snapshot.put("Of all", total == null ? null : Formats.grouped(total));
        snapshot.put("Why", reason);
        return snapshot;
    }

    /** 12 bad minutes; 40 bad requests of 1,000 */
    public String words() {
        return IncidentShare.text(bad) + " bad " + objective.kind.unit + (total == null ? "" : " of " + Formats.grouped(total));
    }
}
