package org.closecall.postmortem;

import java.util.Arrays;
import java.util.List;
import org.closecall.occurrence.Kind;
import org.closecall.occurrence.Occurrence;
import org.closecall.review.Review;
import org.closecall.review.ReviewRule;

/** The built-in kinds of postmortem: which parts they have, in which order. */
public enum Template {
    FULL("Full", "For incidents: how it came about, how it was noticed and ended, and both answers to “never again”.",
            Part.needed("summary", "Summary", "What happened, how long, who felt it and what ended it? Somebody may read only this."),
            Part.needed("impact", "Impact", "Who could not do what, how many of them, for how long? What did it cost in requests, orders, tickets or error budget?"),
            Part.needed("detection", "Detection", "What told us, and how long after it began? What would have told us sooner?"),
            Part.factors("Trigger and contributing factors"),
            Part.timeline(),
            Part.needed("response", "Response and recovery", "What was tried, in which order, and what worked? What would have halved the time?"),
            Part.optional("stopped", "What stopped it getting worse, and where we were lucky", "Which safeguard, person or chance kept it from being worse? Would that hold next time?"),
            Part.optional("defence", "Defence layers", "Development, pre-production, production, detection: which layer held, which had a hole, which was not there?"),
            Part.optional("surprise", "Why were we surprised?", "What did we believe about the system that turned out not to be so?"),
            Part.answers(),
            Part.optional("well", "Went well, went hard", "What should we do the same way again? What made the work harder than it had to be?"),
            Part.optional("open", "Open questions", "What do we still not know, and how could we find out?"),
            Part.actions(),
            Part.optional("message", "Internal note and external message", "What have colleagues and customers been told, or what shall they be told? Roles, not names.")),
    LIGHT("Light", "For near misses and hazards: four questions, ten minutes.",
            Part.needed("almost", "What almost happened", "What was about to go wrong, and how far did it get?"),
            Part.needed("stopped", "What stopped it", "A safeguard, a person or chance? Would it stop the next one too?"),
            Part.optional("could", "What it could have been", "Who would have felt it, how badly, and for how long?"),
            Part.factors("Contributing factors"),
            Part.needed("change", "One change", "What one change would make it harder to happen again?"),
            Part.actions());

    public final String label;
    public final String hint;
    public final List<Part> parts;

    Template(String label, String hint, Part... parts) {
        this.label = label;
        this.hint = hint;
        this.parts = List.of(parts);
    }

    /** What the review policy asks for; by its kind as long as nobody has said how bad it is. */
    static Template of(Occurrence occurrence) {
        var review = ReviewRule.policy().asks(occurrence);
        return review == null ? of(occurrence.kind) : review == Review.FULL ? FULL : LIGHT;
    }

    public static Template of(Kind kind) {
        return kind.incident() ? FULL : LIGHT;
    }

    /** Null for what is no template. */
    static Template named(String name) {
        return Arrays.stream(values()).filter(template -> template.name().equals(name)).findFirst().orElse(null);
    }

    public List<Section> sections() {
        return parts.stream().flatMap(part -> part.sections().stream()).toList();
    }

    /** The key of the part that a section stands in. */
    String partOf(String section) {
        return parts.stream().filter(part -> part.sections().stream().anyMatch(asked -> asked.key().equals(section))).findFirst().orElseThrow().key();
    }

    /** The trigger is kept apart from the factors where there is room for both. */
    public boolean full() {
        return this == FULL;
    }
}
