package org.closecall.catalog;

import java.util.Arrays;
import java.util.List;
import org.closecall.web.Option;

/** The four layers of defence, in the order a fault meets them. */
public enum Layer {
    DEVELOPMENT("Development"), PRE_PRODUCTION("Pre-production"), PRODUCTION("Production"), DETECTION("Detection");

    public final String label;

    Layer(String label) {
        this.label = label;
    }

    static List<Option> options() {
        return Arrays.stream(values()).map(layer -> Option.of(layer, layer.label)).toList();
    }
}
