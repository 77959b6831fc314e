package org.closecall.catalog;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** What occurrences happen to. Tier 1 is what must not break, tier 4 what nobody misses for a day. */
@Entity
public class Service extends PanacheEntityBase {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;
    public String name;
    public String description;
    public int tier;
    @ManyToOne(fetch = FetchType.LAZY)
    public Team team;
    public LocalDate inServiceOn;
    @Version
    public int version;
    public Instant createdAt;
    public Instant archivedAt;

    public static List<Service> inUse() {
        return list("archivedAt is null order by lower(name)");
    }

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
}
