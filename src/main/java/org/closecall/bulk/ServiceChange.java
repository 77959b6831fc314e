package org.closecall.bulk;

import java.util.Collection;
import java.util.Set;
import java.util.function.BiConsumer;
import org.closecall.catalog.Service;

/** What becomes of the services of a record, given some. */
public enum ServiceChange {
    ADD("Add them", "Add to the services: ", Set::addAll),
    REMOVE("Take them away", "Take away from the services: ", Set::removeAll),
    REPLACE("Put them in place of all others", "Put in place of all services: ", (services, given) -> {
        services.retainAll(given);
        services.addAll(given);
    });

    public final String label;
    final String words;
    private final BiConsumer<Set<Service>, Collection<Service>> deed;

    ServiceChange(String label, String words, BiConsumer<Set<Service>, Collection<Service>> deed) {
        this.label = label;
        this.words = words;
        this.deed = deed;
    }

    void apply(Set<Service> services, Collection<Service> given) {
        deed.accept(services, given);
    }
}
