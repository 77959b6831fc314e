package org.closecall.view;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.ManyToOne;
import jakarta.ws.rs.NotFoundException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.closecall.catalog.Team;
import org.closecall.people.Change;
import org.closecall.people.Person;

/** A filter of a list under a name. Only its owner changes it, whoever else sees it. */
@Entity
public class SavedView extends PanacheEntityBase {

    static final int MOST = 30;

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;
    @ManyToOne(fetch = FetchType.LAZY)
    public Person person;
    /** The list it is a view of. */
    @Enumerated(EnumType.STRING)
    public SavedList shows = SavedList.OCCURRENCES;
    public String name;
    /** As in the address, with its question mark; empty shows everything. */
    public String query;
    public int position;
    /** With everybody, or with the members of a team. */
    public boolean shared;
    @ManyToOne(fetch = FetchType.LAZY)
    public Team team;
    public Instant createdAt;

    /** Their own in their order, then what others share. */
    public static List<SavedView> shownTo(Person person, SavedList list) {
        return list("from SavedView v join fetch v.person p where v.shows = ?2 and (p = ?1 or v.shared or exists (select 1 from Team t join t.members m where t = v.team and m = ?1)) order by case when p = ?1 then 0 else 1 end, case when p = ?1 then v.position else 0 end, lower(v.name), v.id", person, list);
    }

    static List<SavedView> of(Person person, SavedList list) {
        return list("from SavedView v left join fetch v.team where v.person = ?1 and v.shows = ?2 order by v.position, v.id", person, list);
    }

    /** Locks the person, so that names and positions are given one form at a time. */
    static void takeTurn(Person person) {
        getEntityManager().createNativeQuery("select id from person where id = :id for update").setParameter("id", person.id).getSingleResult();
    }

    static SavedView ofOne(Person person, long id) {
        SavedView found = find("id = ?1 and person = ?2", id, person).withLock(LockModeType.PESSIMISTIC_WRITE).firstResult();
        if (found == null) {
            throw new NotFoundException("There is no such view of yours");
        }
        return found;
    }

    static boolean named(Person person, SavedList list, String name, Long but) {
        return count("person = ?1 and lower(name) = lower(?2) and id <> ?3 and shows = ?4", person, name, but == null ? -1L : but, list) > 0;
    }

    SavedView save(Person by, Instant now) {
        person = by;
        createdAt = now;
        position = of(by, shows).stream().mapToInt(view -> view.position).max().orElse(0) + 1;
        persistAndFlush();
        Change.record(subject(), "saved", Map.of(), snapshot(), by, now);
        return this;
    }

    void edited(Map<String, String> before, Person by, Instant now) {
        getEntityManager().flush();
        if (!before.equals(snapshot())) {
            Change.record(subject(), "edited", before, snapshot(), by, now);
        }
    }

    void remove(Person by, Instant now) {
        Change.record(subject(), "removed", snapshot(), Map.of(), by, now);
        delete();
    }

    /** Before the one that is before it now; the first stays. */
    void rise() {
        var all = of(person, shows);
        var at = all.indexOf(this);
        if (at > 0) {
            all.remove(at);
            all.add(at - 1, this);
        }
        for (var i = 0; i < all.size(); i++) {
            all.get(i).position = i + 1;
        }
    }

    public boolean mine(Person viewer) {
        return person.id.equals(viewer.id);
    }

    /** As in a sentence: shown to whom. */
    public String audience() {
        return shared ? "everybody" : team == null ? "its owner" : "the members of " + team.name;
    }

    public String address() {
        return shows.path + query;
    }

    Map<String, String> snapshot() {
        var fields = new LinkedHashMap<String, String>();
        fields.put("Name", name);
        fields.put("List", shows.label);
        fields.put("Filter", query.isEmpty() ? "everything" : query);
        fields.put("Shown to", audience());
        return fields;
    }

    private Change.Subject subject() {
        return new Change.Subject("view", id, null, null);
    }
}
