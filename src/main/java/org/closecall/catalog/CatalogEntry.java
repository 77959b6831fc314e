package org.closecall.catalog;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.ws.rs.NotFoundException;
import java.time.Instant;
import java.util.Map;
import org.closecall.people.Change;
import org.closecall.people.Person;

/** What services, teams and controls share: a name nobody else has, and an archive instead of a bin. */
@MappedSuperclass
public abstract class CatalogEntry extends PanacheEntityBase {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;
    public String name;
    public Instant archivedAt;

    public static String tidy(String typed) {
        return typed.strip().replaceAll("\\s+", " ");
    }

    /** Null when empty, with the line ends a database and a browser agree on. */
    public static String text(String typed) {
        return typed == null || typed.isBlank() ? null : typed.strip().replace("\r\n", "\n");
    }

    /** Until this transaction ends nobody else is in here: two who choose one name at once are both answered beside the field. */
    public static void oneAtATime(String catalogue) {
        getEntityManager().createNativeQuery("select pg_advisory_xact_lock(hashtextextended(:catalogue, 0))")
                .setParameter("catalogue", catalogue).getSingleResult();
    }

    public static <T> T present(T entry) {
        if (entry == null) {
            throw new NotFoundException();
        }
        return entry;
    }

    public abstract Change.Subject subject();

    public abstract Map<String, String> snapshot();

    public boolean archived() {
        return archivedAt != null;
    }

    public void added(Person by, Instant now) {
        persistAndFlush();
        Change.record(subject(), "added", Map.of(), snapshot(), by, now);
    }

    /** The caller has taken the snapshot before changing anything. False when nothing was changed. */
    public boolean edited(Map<String, String> before, Person by, Instant now) {
        var after = snapshot();
        if (before.equals(after)) {
            return false;
        }
        getEntityManager().flush();
        Change.record(subject(), "edited", before, after, by, now);
        return true;
    }

    /** Leaves the pickers, stays on every record. */
    public void archive(Person by, Instant now) {
        if (!archived()) {
            archivedAt = now;
            moved("archived", by, now);
        }
    }

    public void bringBack(Person by, Instant now) {
        if (archived()) {
            archivedAt = null;
            moved("brought back", by, now);
        }
    }

    private void moved(String verb, Person by, Instant now) {
        getEntityManager().flush();
        Change.record(subject(), verb, Map.of(), Map.of(), by, now);
    }
}
