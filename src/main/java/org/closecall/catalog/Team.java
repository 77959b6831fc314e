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
import java.util.List;
import org.closecall.people.Person;

@Entity
public class Team extends PanacheEntityBase {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;
    public String name;
    public String description;
    @ManyToOne(fetch = FetchType.LAZY)
    public Person lead;
    @Version
    public int version;
    public Instant createdAt;
    public Instant archivedAt;

    public static List<Team> inUse() {
        return list("archivedAt is null order by lower(name)");
    }
}
