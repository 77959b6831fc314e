package org.closecall.prevention;

import org.closecall.catalog.CatalogEntry;
import org.closecall.people.Person;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What something is called, and by which number it is asked for. */
@Schema(name = "Entry", description = "A service, critical path or person by its id and name")
record ApiEntry(Long id, String name) {

    static ApiEntry of(CatalogEntry entry) {
        return entry == null ? null : new ApiEntry(entry.id, entry.name);
    }

    static ApiEntry of(Person person) {
        return new ApiEntry(person.id, person.name);
    }
}
