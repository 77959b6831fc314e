package org.closecall.occurrence;

import java.util.LinkedHashMap;
import java.util.Map;

/** An occurrence as label and text, in the order of its form: what histories compare. Times are ISO instants. */
public final class Snapshot {

    private Snapshot() {
    }

    /** Empty fields are left out. */
    public static Map<String, String> of(Occurrence occurrence) {
        var fields = new LinkedHashMap<String, String>();
        for (var field : Fields.values()) {
            var text = field.reading.apply(occurrence);
            if (text != null) {
                fields.put(field.label, text);
            }
        }
        return fields;
    }
}
