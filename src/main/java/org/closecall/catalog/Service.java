package org.closecall.catalog;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.LockModeType;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.closecall.occurrence.Occurrence;
import org.closecall.people.Change;
import org.closecall.web.Formats;

/** What occurrences happen to. Tier 1 is what must not break, tier 4 what nobody misses for a day. */
@Entity
public class Service extends CatalogEntry {

    public String description;
    public int tier;
    @ManyToOne(fetch = FetchType.LAZY)
    public Team team;
    public LocalDate inServiceOn;
    /** As typed, one a line. */
    public String links;
    @Version
    public int version;
    public Instant createdAt;

    public static List<Service> inUse() {
        return list("archivedAt is null order by lower(name)");
    }

    /** Also finds what is archived: a name is held for good. */
    public static Service named(String name) {
        return find("lower(name) = lower(?1)", name.strip()).firstResult();
    }

    public static Service create(String name, int tier, Team team, Instant now) {
        var service = new Service();
        service.name = name.strip();
        service.tier = tier;
        service.team = team;
        service.createdAt = now;
        service.persist();
        return service;
    }

    public static Service found(long id) {
        return present(Service.<Service>find("from Service s left join fetch s.team where s.id = ?1", id).firstResult());
    }

    /** A second saver waits here for the first and then sees what that one saved. */
    public static Service changing(long id) {
        return present(Service.<Service>findById(id, LockModeType.PESSIMISTIC_WRITE));
    }

    public String address() {
        return "/services/" + id;
    }

    @Override
    public Change.Subject subject() {
        return new Change.Subject("service", id, null, version);
    }

    @Override
    public Map<String, String> snapshot() {
        var snapshot = new LinkedHashMap<String, String>();
        snapshot.put("Name", name);
        snapshot.put("Description", description);
        snapshot.put("Tier", tierLabel());
        snapshot.put("Team", team == null ? null : team.name);
        snapshot.put("In service since", inServiceOn == null ? null : Formats.day(inServiceOn));
        snapshot.put("Links", links);
        return snapshot;
    }

    public List<Occurrence> latestOccurrences(int most) {
        return Occurrence.<Occurrence>find("select o from Occurrence o join o.services s where s = ?1 and o.deletedAt is null order by o.occurredAt desc, o.number desc", this)
                .page(0, most).list();
    }

    public List<ServiceLink> linked() {
        return ServiceLink.of(links);
    }

    public long occurrences() {
        return Occurrence.count("select count(o) from Occurrence o join o.services s where s = ?1 and o.deletedAt is null", this);
    }

    public String tierLabel() {
        return Tier.of(tier).label();
    }
}
