package org.closecall.action;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.closecall.catalog.PlacedEntry;
import org.closecall.people.Change;

/** One of the ways to prevent, which administrators name. */
@Entity
@Table(name = "action_strategy")
public class Strategy extends PlacedEntry {

    @Enumerated(EnumType.STRING)
    public StrategyCategory category;

    public static List<Strategy> inUse() {
        return list("archivedAt is null order by position, id");
    }

    public static List<Strategy> everyOne() {
        return list("order by case when archivedAt is null then 0 else 1 end, position, id");
    }

    /** Also finds what is archived; null when nobody has taken the name. */
    public static Strategy named(String name) {
        return find("lower(name) = lower(?1)", tidy(name)).firstResult();
    }

    static Strategy found(long id) {
        return present(Strategy.<Strategy>findById(id));
    }

    /** Names and places are given one form at a time. */
    static Strategy changing(long id) {
        takeTurn();
        return found(id);
    }

    static void takeTurn() {
        oneAtATime("strategy");
    }

    public String address() {
        return "/admin/strategies/" + id;
    }

    @Override
    protected List<Strategy> offered() {
        return inUse();
    }

    @Override
    protected int lastPosition() {
        return getEntityManager().createQuery("select coalesce(max(s.position), 0) from Strategy s", Integer.class).getSingleResult();
    }

    @Override
    public Change.Subject subject() {
        return new Change.Subject("strategy", id, null, version);
    }

    @Override
    public Map<String, String> snapshot() {
        var fields = new LinkedHashMap<String, String>();
        fields.put("Name", name);
        fields.put("Category", category.label);
        fields.put("What belongs here", description);
        return fields;
    }
}
