package org.closecall.catalog;

import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.closecall.people.Change;
import org.closecall.people.Person;

/** An entry that says what belongs to it and has a place among the others, which people choose. */
@MappedSuperclass
public abstract class PlacedEntry extends CatalogEntry {

    /** What belongs here. */
    public String description = "";
    public int position;
    @Version
    public int version;

    /** Those in use, in their order. */
    protected abstract List<? extends PlacedEntry> offered();

    /** The greatest position there is, 0 without any. */
    protected abstract int lastPosition();

    /** Somebody must find one to choose. */
    public boolean last() {
        return !archived() && offered().size() == 1;
    }

    /** After the others. */
    @Override
    public void added(Person by, Instant now) {
        position = 1 + lastPosition();
        super.added(by, now);
    }

    /** A place up or down among those in use, as far as there is one. */
    public void move(int places, Person by, Instant now) {
        var inUse = offered();
        var from = inUse.indexOf(this);
        var to = from + places;
        if (from >= 0 && to != from && to >= 0 && to < inUse.size()) {
            var other = inUse.get(to);
            var mine = position;
            position = other.position;
            other.position = mine;
            getEntityManager().flush();
            Change.record(subject(), "moved", Map.of("Place", String.valueOf(from + 1)), Map.of("Place", String.valueOf(to + 1)), by, now);
        }
    }
}
