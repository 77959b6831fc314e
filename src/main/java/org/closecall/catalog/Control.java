package org.closecall.catalog;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.closecall.people.Change;
import org.closecall.people.Person;

/** A named defence within a layer. */
@Entity
public class Control extends CatalogEntry {

    private static final String BY_LAYER = " order by case layer when 'DEVELOPMENT' then 1 when 'PRE_PRODUCTION' then 2 when 'PRODUCTION' then 3 else 4 end, position, id";

    @Enumerated(EnumType.STRING)
    public Layer layer;
    public int position;

    public static List<Control> inUse() {
        return list("archivedAt is null" + BY_LAYER);
    }

    public static List<Control> everyOne() {
        return list("1 = 1" + BY_LAYER);
    }

    /** Two layers may have a control of one name. Also finds what is archived. */
    public static Control named(Layer layer, String name) {
        return find("layer = ?1 and lower(name) = lower(?2)", layer, name.strip()).firstResult();
    }

    /** At the end of its layer. */
    public static Control create(Layer layer, String name) {
        var control = new Control();
        control.layer = layer;
        control.name = tidy(name);
        control.position = 1 + getEntityManager()
                .createQuery("select coalesce(max(c.position), 0) from Control c where c.layer = :layer", Integer.class)
                .setParameter("layer", layer).getSingleResult();
        return control;
    }

    public static Control found(long id) {
        return present(Control.<Control>findById(id));
    }

    /** A second saver waits here for the first and then sees what that one saved. */
    public static Control changing(long id) {
        return present(Control.<Control>findById(id, LockModeType.PESSIMISTIC_WRITE));
    }

    /** False when it is called that already. */
    boolean rename(String to, Person by, Instant now) {
        var before = snapshot();
        name = tidy(to);
        return edited(before, by, now);
    }

    @Override
    public Change.Subject subject() {
        return new Change.Subject("control", id, null, null);
    }

    @Override
    public Map<String, String> snapshot() {
        var snapshot = new LinkedHashMap<String, String>();
        snapshot.put("Name", name);
        snapshot.put("Layer", layer.label);
        return snapshot;
    }
}
