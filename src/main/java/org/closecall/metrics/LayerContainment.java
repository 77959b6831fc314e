package org.closecall.metrics;

import java.util.ArrayList;
import java.util.List;

/**
 * How many of the faults that reached each layer of defence it held back (J. Reason's Swiss cheese; the back-end
 * formula of S. H. Kan, Metrics and Models in Software Quality Engineering). Faults that came in later count against
 * nobody earlier. Recent faults have had less time to escape, so mark the last 90 days as provisional. The shares are
 * of what was seen: multiplying them to predict would assume that the layers fail independently.
 *
 * @param layers in order
 * @param overall share of all held back by any layer, the product of the layers' escapes subtracted from 1
 */
public record LayerContainment(List<Layer> layers, long escaped, Proportion overall) {

    /**
     * @param reached caught here or later, or escaped
     * @param containment caught / reached with Wilson's interval; no value where nothing reached it: no evidence,
     *     neither 0 nor 100 %
     */
    public record Layer(long reached, long caught, Proportion containment) {
        public long passed() {
            return reached - caught;
        }
    }

    /**
     * @param caught by each layer in order, zero or more; otherwise {@link IllegalArgumentException}
     * @param escaped passed every layer
     */
    public static LayerContainment of(List<Long> caught, long escaped, double confidence) {
        if (escaped < 0 || caught.stream().anyMatch(one -> one < 0)) {
            throw new IllegalArgumentException("no such counts: " + caught + ", " + escaped);
        }
        var reached = escaped + caught.stream().mapToLong(Long::longValue).sum();
        var overall = Proportion.wilson(reached - escaped, reached, confidence);
        var layers = new ArrayList<Layer>();
        for (var held : caught) {
            layers.add(new Layer(reached, held, Proportion.wilson(held, reached, confidence)));
            reached -= held;
        }
        return new LayerContainment(List.copyOf(layers), escaped, overall);
    }
}
