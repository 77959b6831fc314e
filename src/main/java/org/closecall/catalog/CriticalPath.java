package org.closecall.catalog;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.LockModeType;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.closecall.occurrence.Occurrence;
import org.closecall.people.Change;

/** A named user journey across services that must not break. */
@Entity
public class CriticalPath extends CatalogEntry {

    public String description;
    @ManyToOne(fetch = FetchType.LAZY)
    public Team team;
    @ManyToMany
    @JoinTable(name = "critical_path_service", joinColumns = @JoinColumn(name = "critical_path_id"), inverseJoinColumns = @JoinColumn(name = "service_id"))
    @OrderColumn(name = "position")
    public List<Service> services = new ArrayList<>();
    @Version
    public int version;
    public Instant createdAt;

    /** Those in use that pass through any of the services, by name. */
    public static List<CriticalPath> through(Collection<Service> services) {
        return services.isEmpty() ? List.of()
                : list("select distinct p from CriticalPath p join p.services s where s in ?1 and p.archivedAt is null order by p.name", services);
    }

    public static List<CriticalPath> inUse() {
        return list("archivedAt is null order by lower(name)");
    }

    /** Also finds what is archived: a name is held for good. */
    static CriticalPath named(String name) {
        return find("lower(name) = lower(?1)", name.strip()).firstResult();
    }

    static CriticalPath found(long id) {
        return present(CriticalPath.<CriticalPath>find("from CriticalPath p left join fetch p.team where p.id = ?1", id).firstResult());
    }

    /** A second saver waits here for the first and then sees what that one saved. */
    static CriticalPath changing(long id) {
        return present(CriticalPath.<CriticalPath>findById(id, LockModeType.PESSIMISTIC_WRITE));
    }

    public String address() {
        return "/critical-paths/" + id;
    }

    @Override
    public Change.Subject subject() {
        return new Change.Subject("critical path", id, null, version);
    }

    @Override
    public Map<String, String> snapshot() {
        var snapshot = new LinkedHashMap<String, String>();
        snapshot.put("Name", name);
        snapshot.put("Description", description);
        snapshot.put("Team", team == null ? null : team.name);
        snapshot.put("Services", services.isEmpty() ? null : services.stream().map(service -> service.name).collect(Collectors.joining(" → ")));
        return snapshot;
    }

    /** Newest first, each once however many of its services it hit. */
    public List<Occurrence> latestOccurrences(int most) {
        return Occurrence.<Occurrence>find("from Occurrence o where o.deletedAt is null and exists (select 1 from CriticalPath p join p.services s where p = ?1 and s member of o.services) "
                + "order by o.occurredAt desc, o.number desc", this).page(0, most).list();
    }
}
