package org.closecall.occurrence;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.closecall.people.Change;
import org.closecall.people.Person;

/** What others should know now: a sentence or two for those who do not follow the timeline. */
@Entity
public class StatusNote extends PanacheEntityBase {

    private static final int SHOWN = 100;

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;
    @ManyToOne(fetch = FetchType.LAZY)
    public Occurrence occurrence;
    public String text;
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "created_by")
    public Person createdBy;
    public Instant createdAt;

    /** Newest first. */
    public static List<StatusNote> of(Occurrence occurrence) {
        return find("from StatusNote n join fetch n.createdBy where n.occurrence = ?1 order by n.id desc", occurrence).page(0, SHOWN).list();
    }

    /** The newest of each, by the occurrence's id; in one statement. */
    public static Map<Long, StatusNote> latest(List<Occurrence> occurrences) {
        List<StatusNote> latest = occurrences.isEmpty() ? List.of()
                : list("from StatusNote n join fetch n.createdBy where n.id in (select max(m.id) from StatusNote m where m.occurrence in ?1 group by m.occurrence)", occurrences);
        return latest.stream().collect(Collectors.toMap(note -> note.occurrence.id, note -> note));
    }

    public StatusNote post(Occurrence to, Person by, Instant now) {
        occurrence = to;
        createdBy = by;
        createdAt = now;
        persistAndFlush();
        Change.record(new Change.Subject("status note", id, to.id, null), "posted an update", Map.of(), Map.of("Update", text), by, now);
        return this;
    }
}
