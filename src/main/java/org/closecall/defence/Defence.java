package org.closecall.defence;

import io.quarkus.qute.TemplateData;
import io.quarkus.qute.TemplateExtension;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.closecall.catalog.Control;
import org.closecall.catalog.Layer;
import org.closecall.occurrence.Occurrence;

/** What is known of the four layers when an occurrence came through them. stopped is the control that held, or null. */
@TemplateData
public record Defence(List<Slice> slices, boolean incident, Ending ending, Control stopped) {

    public static Defence of(Occurrence occurrence) {
        var known = OccurrenceControl.of(occurrence);
        var slices = Arrays.stream(Layer.values())
                .map(layer -> new Slice(layer, known.stream().filter(one -> one.control.layer == layer).toList())).toList();
        var ending = Ending.of(occurrence);
        return new Defence(slices, occurrence.kind.incident(), ending, ending == Ending.CONTROL ? occurrence.stoppedByControl : null);
    }

    /** Whether anybody has said anything. */
    public boolean recorded() {
        return slices.stream().anyMatch(slice -> !slice.controls().isEmpty());
    }

    public List<Mark> picture() {
        return new DefencePicture(this).marks();
    }

    /** The picture in words. */
    public String sentence() {
        return new DefenceWords(this).sentence();
    }

    public String summary() {
        return new DefenceWords(this).summary();
    }

    /** How many layers the fault has behind it, as far as that is known; of a hazard, how many stand open before the first that does not. */
    int passed() {
        return switch (ending) {
            case CONTROL -> stopped.layer.ordinal();
            case POTENTIAL -> (int) slices.stream().takeWhile(slice -> slice.hole() != null).count();
            case NOTHING -> slices.size();
            default -> incident ? slices.size() : 1 + lastHole();
        };
    }

    private int lastHole() {
        return IntStream.range(0, slices.size()).filter(layer -> slices.get(layer).hole() != null).max().orElse(-1);
    }

    /** Read where it is shown: the record's page has so many parts that each brings its own. */
    @TemplateExtension
    static final class Extensions {

        private Extensions() {
        }

        static Defence defence(Occurrence occurrence) {
            return Defence.of(occurrence);
        }
    }
}
