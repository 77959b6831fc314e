package org.closecall.catalog;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

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

    /** Names as typed in one field, separated by commas: trimmed, without repeats, case kept from the first. */
    public static List<String> names(String typed) {
        var names = new LinkedHashMap<String, String>();
        Arrays.stream(typed == null ? new String[0] : typed.split(","))
                .map(name -> name.strip().replaceAll("\\s+", " ")).filter(name -> !name.isEmpty())
                .forEach(name -> names.putIfAbsent(name.toLowerCase(Locale.ROOT), name));
        return List.copyOf(names.values());
    }

    /** Finds or makes one tag for each name. */
    public static Set<Tag> named(List<String> names) {
        names.forEach(name -> getEntityManager()
                .createNativeQuery("insert into tag (name) values (:name) on conflict do nothing")
                .setParameter("name", name).executeUpdate());
        var lower = names.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
        return names.isEmpty() ? Set.of() : Tag.<Tag>list("lower(name) in ?1", lower).stream().collect(Collectors.toSet());
    }
}
