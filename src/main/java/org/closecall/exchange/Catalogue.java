package org.closecall.exchange;

import io.quarkus.hibernate.orm.panache.Panache;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.closecall.catalog.Service;
import org.closecall.people.Change;
import org.closecall.people.Person;

/** The services that a file names, found however they are spelt, also archived ones. */
final class Catalogue {

    private static final int TIER = 3;
    private static final String KNOWN = """
            select asked.name, service.id from unnest(cast(:names as text[])) as asked(name)
            join service on lower(service.name) = lower(asked.name)
            """;

    private final Person by;
    private final Map<String, Long> ids = new HashMap<>();
    private final Set<String> announced = new HashSet<>();

    Catalogue(Collection<String> names, Person by) {
        this.by = by;
        var query = Panache.getEntityManager().createNativeQuery(KNOWN, Object[].class).setParameter("names", names.toArray(String[]::new));
        for (var row : (List<?>) query.getResultList()) {
            var pair = (Object[]) row;
            ids.put(key((String) pair[0]), ((Number) pair[1]).longValue());
        }
    }

    /** Which of them are new, said once a file; null when none is. */
    String announce(List<String> names) {
        var fresh = names.stream().filter(name -> !ids.containsKey(key(name)) && announced.add(key(name))).collect(Collectors.joining(", "));
        return fresh.isEmpty() ? null : "New in the catalogue: " + fresh;
    }

    /** Those not there yet are created: of no team, and of the tier most services are. */
    List<Service> of(List<String> names, Instant now) {
        return names.stream().map(name -> ids.computeIfAbsent(key(name), absent -> create(name, now)))
                .distinct().map(id -> Service.getEntityManager().getReference(Service.class, id)).toList();
    }

    private Long create(String name, Instant now) {
        var service = Service.create(name, TIER, null, now);
        Change.record(new Change.Subject("service", service.id, null, service.version), "created by an import", Map.of(), Map.of("Name", name), by, now);
        return service.id;
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
