package org.closecall.action;

import org.closecall.catalog.CatalogEntry;
import org.closecall.people.Person;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What something is called, and by which number it is asked for. */
@Schema(name = "Reference", description = "A person, team, service, strategy or control by its id and name")
record ApiRef(Long id, String name) {

    static ApiRef of(Person person) {
        return person == null ? null : new ApiRef(person.id, person.name);
    }

    static ApiRef of(CatalogEntry entry) {
        return entry == null ? null : new ApiRef(entry.id, entry.name);
    }
}
