package org.closecall.postmortem;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.closecall.occurrence.TimelineEntry;
import org.closecall.people.Person;

/** An entry of the record that the postmortem does not show. Of the others nothing is stored: they appear. */
@Entity
public class TimelineOmission extends PanacheEntityBase {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;
    @ManyToOne(fetch = FetchType.LAZY)
    public Postmortem postmortem;
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "timeline_entry_id")
    public TimelineEntry entry;
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "left_out_by")
    public Person leftOutBy;
    public Instant leftOutAt;

    /** The ids of the entries. */
    static Set<Long> of(Postmortem postmortem) {
        return new HashSet<>(getEntityManager().createQuery("select x.entry.id from TimelineOmission x where x.postmortem.id = ?1", Long.class)
                .setParameter(1, postmortem.id).getResultList());
    }

    static void leaveOut(Postmortem postmortem, TimelineEntry entry, Person by, Instant now) {
        var omission = new TimelineOmission();
        omission.postmortem = postmortem;
        omission.entry = entry;
        omission.leftOutBy = by;
        omission.leftOutAt = now;
        omission.persist();
    }

    static void show(Postmortem postmortem, Collection<TimelineEntry> entries) {
        delete("postmortem = ?1 and entry in ?2", postmortem, entries);
    }
}
