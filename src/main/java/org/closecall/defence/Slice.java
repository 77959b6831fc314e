package org.closecall.defence;

import io.quarkus.qute.TemplateData;
import java.util.List;
import java.util.stream.Stream;
import org.closecall.catalog.Control;
import org.closecall.catalog.Layer;

/** A layer of defence and what is known of its controls. */
@TemplateData
public record Slice(Layer layer, List<OccurrenceControl> controls) {

    /** Where the fault got through: what failed before what was never there. Null when that is not known. */
    OccurrenceControl hole() {
        return Stream.of(ControlState.FAILED, ControlState.ABSENT)
                .flatMap(state -> controls.stream().filter(one -> one.state == state)).findFirst().orElse(null);
    }

    OccurrenceControl of(Control control) {
        return controls.stream().filter(one -> one.control.id.equals(control.id)).findFirst().orElse(null);
    }

    long count(ControlState state) {
        return controls.stream().filter(one -> one.state == state).count();
    }
}
