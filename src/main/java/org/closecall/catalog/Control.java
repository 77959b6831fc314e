package org.closecall.catalog;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.List;

/** A named defence within a layer. */
@Entity
public class Control extends PanacheEntityBase {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;
    @Enumerated(EnumType.STRING)
    public Layer layer;
    public String name;
    public int position;
    public Instant archivedAt;

    public static List<Control> inUse() {
        return list("archivedAt is null order by case layer when 'DEVELOPMENT' then 1 when 'PRE_PRODUCTION' then 2 when 'PRODUCTION' then 3 else 4 end, position, id");
    }
}
