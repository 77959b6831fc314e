package org.closecall.exchange;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Stream;

/** A vendor's way of writing incidents down. */
sealed interface Format permits GoogleFormat, StatuspageFormat {

    int TITLE = 160;

    String label();

    boolean recognises(JsonFile file);

    /** The records' places in the file, in its order. */
    List<JsonFile.Element> elements(JsonFile file);

    /** Complains to the value about what cannot be understood; the result then counts for nothing. */
    Incoming read(Value value, int position, JsonFile file);

    static Format of(JsonFile file) {
        return Stream.of(new GoogleFormat(), new StatuspageFormat()).filter(format -> format.recognises(file)).findFirst()
                .orElseThrow(() -> new Refused("Unknown format: neither Google Cloud's incidents.json (a list of incidents with “begin” and "
                        + "“external_desc”) nor Statuspage's (“page” with “incidents” or “scheduled_maintenances”)"));
    }

    /** Oldest first, so that it gets the lowest number. Throws Refused unless every record is understood. */
    default List<Incoming> incoming(JsonFile file) {
        var places = new ArrayList<Refused.Place>();
        var read = new ArrayList<Incoming>();
        for (var element : elements(file)) {
            var value = new Value(element.node(), element.path(), new ArrayList<>());
            var incoming = element.node().isObject() ? read(value, read.size(), file) : null;
            if (incoming == null) {
                value.complaints().add(element.path() + " should be an object");
            }
            if (!value.complaints().isEmpty()) {
                places.add(place(read.size(), element, value));
            }
            read.add(incoming);
        }
        if (!places.isEmpty()) {
            throw new Refused(places);
        }
        return onceEach(read);
    }

    private static Refused.Place place(int position, JsonFile.Element element, Value value) {
        var node = element.node();
        return new Refused.Place(position, node.path("id").asText(null), node.path("name").asText(null),
                "Record from line " + element.line() + ": " + String.join("; ", value.complaints()));
    }

    /** An id that comes twice counts once, as it was modified last. */
    private static List<Incoming> onceEach(List<Incoming> read) {
        var newest = new HashMap<String, Incoming>();
        var byModified = Comparator.comparing(Incoming::modified, Comparator.nullsFirst(Comparator.naturalOrder()));
        read.forEach(incoming -> newest.merge(incoming.externalId(), incoming, (a, b) -> byModified.compare(a, b) < 0 ? b : a));
        return read.stream()
                .map(incoming -> newest.get(incoming.externalId()) == incoming ? incoming
                        : incoming.without("The file has this id twice; the one modified last counts"))
                .sorted(Comparator.comparing(Incoming::started).thenComparing(Incoming::position)).toList();
    }
}
