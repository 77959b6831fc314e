package org.closecall.catalog;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.closecall.people.Change;
import org.closecall.people.Person;

/** A word people put on occurrences. Typed once, it is there for all. */
@Entity
public class Tag extends PanacheEntityBase {

    public static final int LONGEST = 60;

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;
    public String name;

    public static List<Tag> alphabetically() {
        return list("order by lower(name)");
    }

    /** A second saver waits here for the first and then sees what that one saved. */
    static Tag changing(long id) {
        return CatalogEntry.present(Tag.<Tag>findById(id, LockModeType.PESSIMISTIC_WRITE));
    }

    /** Names as typed in one field, separated by commas: trimmed, without repeats, case kept from the first. */
    public static List<String> names(String typed) {
        var names = new LinkedHashMap<String, String>();
        Arrays.stream(typed == null ? new String[0] : typed.split(","))
                .map(name -> name.strip().replaceAll("\\s+", " ")).filter(name -> !name.isEmpty())
                .forEach(name -> names.putIfAbsent(name.toLowerCase(Locale.ROOT), name));
        return List.copyOf(names.values());
    }

    /** Finds or makes one tag for each name; makes them in one order, so that two who make the same wait for one another once. */
    public static Set<Tag> named(List<String> names) {
        names.stream().sorted(String.CASE_INSENSITIVE_ORDER).forEach(name -> getEntityManager()
                .createNativeQuery("insert into tag (name) values (:name) on conflict do nothing")
                .setParameter("name", name).executeUpdate());
        var lower = names.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
        return names.isEmpty() ? Set.of() : Tag.<Tag>list("lower(name) in ?1", lower).stream().collect(Collectors.toSet());
    }

    /** False when it is called that already. */
    boolean rename(String to, Person by, Instant now) {
        var before = snapshot();
        name = CatalogEntry.tidy(to);
        if (before.equals(snapshot())) {
            return false;
        }
        getEntityManager().flush();
        Change.record(subject(), "renamed", before, snapshot(), by, now);
        return true;
    }

    Change.Subject subject() {
        return new Change.Subject("tag", id, null, null);
    }

    Map<String, String> snapshot() {
        return Map.of("Name", name);
    }
}
