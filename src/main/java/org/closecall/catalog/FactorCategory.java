package org.closecall.catalog;

import jakarta.persistence.Entity;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.closecall.people.Change;
import org.closecall.people.Person;

/** What a contributing factor is about: always the system and the work, never a person. */
@Entity
public class FactorCategory extends PlacedEntry {

    /** Such as Other: two postmortems that share it are not alike for that. */
    public boolean catchAll;

    public static List<FactorCategory> inUse() {
        return list("archivedAt is null order by position, id");
    }

    static List<FactorCategory> everyOne() {
        return list("order by case when archivedAt is null then 0 else 1 end, position, id");
    }

    /** Also finds what is archived; null when nobody has taken the name. */
    public static FactorCategory named(String name) {
        return find("lower(name) = lower(?1)", tidy(name)).firstResult();
    }

    /** By its name, which is taken into the catalogue when it is new there. Without a name: that nobody has said yet. */
    public static FactorCategory brought(String name, Person by, Instant now) {
        var known = name == null ? find("catchAll = true order by case when archivedAt is null then 0 else 1 end, position desc").<FactorCategory>firstResult() : named(name);
        if (known != null) {
            return known;
        }
        var category = new FactorCategory();
        category.name = tidy(name == null ? "Not known yet" : name);
        category.catchAll = name == null;
        category.added(by, now);
        return category;
    }

    static FactorCategory found(long id) {
        return present(FactorCategory.<FactorCategory>findById(id));
    }

    /** Names and places are given one form at a time. */
    static FactorCategory changing(long id) {
        takeTurn();
        return found(id);
    }

    static void takeTurn() {
        oneAtATime("factor category");
    }

    public String address() {
        return "/admin/factor-categories/" + id;
    }

    @Override
    protected List<FactorCategory> offered() {
        return inUse();
    }

    @Override
    protected int lastPosition() {
        return getEntityManager().createQuery("select coalesce(max(c.position), 0) from FactorCategory c", Integer.class).getSingleResult();
    }

    @Override
    public Change.Subject subject() {
        return new Change.Subject("factor category", id, null, version);
    }

    @Override
    public Map<String, String> snapshot() {
        var fields = new LinkedHashMap<String, String>();
        fields.put("Name", name);
        fields.put("What belongs here", description);
        fields.put("Catch-all", catchAll ? "yes" : "no");
        return fields;
    }
}
