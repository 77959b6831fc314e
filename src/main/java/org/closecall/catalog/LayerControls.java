package org.closecall.catalog;

import io.quarkus.qute.TemplateData;
import java.util.Arrays;
import java.util.List;

/** A layer of defence with its controls, those in use before those archived. */
@TemplateData
public record LayerControls(Layer layer, List<Control> inUse, List<Control> archived) {

    static List<LayerControls> all() {
        var controls = Control.everyOne();
        return Arrays.stream(Layer.values()).map(layer -> new LayerControls(layer,
                controls.stream().filter(control -> control.layer == layer && !control.archived()).toList(),
                controls.stream().filter(control -> control.layer == layer && control.archived()).toList())).toList();
    }
}
