package org.closecall.catalog;

import io.quarkus.qute.TemplateData;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.closecall.defence.ControlCount;

/** A layer of defence with its controls, those in use before those archived. */
@TemplateData
public record LayerControls(Layer layer, List<Control> inUse, List<Control> archived, Map<Long, List<ControlCount>> counts) {

    static List<LayerControls> all() {
        var controls = Control.everyOne();
        var counts = ControlCount.byControl();
        return Arrays.stream(Layer.values()).map(layer -> new LayerControls(layer,
                controls.stream().filter(control -> control.layer == layer && !control.archived()).toList(),
                controls.stream().filter(control -> control.layer == layer && control.archived()).toList(), counts)).toList();
    }

    /** What the control did, in how many records; empty when it was never concerned. */
    public List<ControlCount> did(Control control) {
        return counts.getOrDefault(control.id, List.of());
    }
}
