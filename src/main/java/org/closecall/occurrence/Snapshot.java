package org.closecall.occurrence;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.closecall.catalog.Control;

/** An occurrence as label and text, in the order of its form: what histories compare. Times are ISO instants. */
public final class Snapshot {

    /** The labels of what stopped it. */
    public static final List<String> STOPPED = List.of(Fields.STOPPED.label, Fields.CONTROL.label);

    private Snapshot() {
    }

    /** What stopped it alone, under the same labels. */
    public static Map<String, String> ofStop(StoppedBy by, Control control) {
        var occurrence = new Occurrence();
        occurrence.stoppedBy = by;
        occurrence.stoppedByControl = control;
        var fields = new LinkedHashMap<String, String>();
        fields.put(Fields.STOPPED.label, Fields.STOPPED.reading.apply(occurrence));
        fields.put(Fields.CONTROL.label, Fields.CONTROL.reading.apply(occurrence));
        fields.values().removeIf(Objects::isNull);
        return fields;
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
