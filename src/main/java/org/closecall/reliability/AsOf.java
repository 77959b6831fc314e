package org.closecall.reliability;

import io.quarkus.narayana.jta.QuarkusTransaction;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The state of the database that somebody came to: of each part the last change there was. A part that has the same
 * change is the same; any commit to it, of whatever instance, makes another.
 *
 * @param changes in the order of Part; null within a transaction: its own writes do not show in it
 */
record AsOf(List<Long> changes) {

    static AsOf now() {
        return QuarkusTransaction.isActive() ? new AsOf(null) : Touched.now();
    }

    boolean known() {
        return changes != null;
    }

    /** The state as far as these are concerned. */
    AsOf of(Part... parts) {
        var some = Set.of(parts);
        return changes == null ? this : new AsOf(Stream.of(Part.values()).map(part -> some.contains(part) ? changes.get(part.ordinal()) : 0L).toList());
    }

    long occurrences() {
        return changes.get(Part.OCCURRENCES.ordinal());
    }

    /** Whether nothing that the other saw is missing here; but for occurrences, whose changes are known one by one. */
    boolean coversOthers(AsOf other) {
        return Stream.of(Part.values()).filter(part -> part != Part.OCCURRENCES).allMatch(part -> changes.get(part.ordinal()) >= other.changes.get(part.ordinal()));
    }

    boolean covers(AsOf other) {
        return coversOthers(other) && occurrences() >= other.occurrences();
    }
}
