package org.closecall.action;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.closecall.catalog.CatalogEntry;
import org.closecall.people.Change;

/** One of the ways to prevent, which administrators name. */
@Entity
@Table(name = "action_strategy")
public class Strategy extends CatalogEntry {

    @Enumerated(EnumType.STRING)
    public StrategyCategory category;
    /** What belongs here. */
    public String description = "";
    public int position;
    @Version
    public int version;

    public static List<Strategy> inUse() {
        return list("archivedAt is null order by position, id");
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
