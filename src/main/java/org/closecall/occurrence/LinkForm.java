package org.closecall.occurrence;

import io.quarkus.qute.TemplateData;
import java.util.List;
import java.util.regex.Pattern;
import org.closecall.web.Errors;
import org.closecall.web.Option;
import org.closecall.web.Typed;
import org.jboss.resteasy.reactive.RestForm;

/** Which record, and how it hangs together with this one, as typed. */
@TemplateData
public record LinkForm(@RestForm String relation, @RestForm String other) {

    private static final Pattern NUMBER = Pattern.compile("#?\\s*(\\d{1,18})|\\S*/occurrences/(\\d{1,18})(?:[/?#]\\S*)?");

    static LinkForm blank(String relation, String other) {
        return new LinkForm(relation == null ? "" : relation, other == null ? "" : other);
    }

    /** From #12, 12 or a pasted address; null when it is neither. */
    static Long number(String typed) {
        var read = NUMBER.matcher(typed == null ? "" : typed.strip());
        return read.matches() ? Typed.id(read.group(1) == null ? read.group(2) : read.group(1)) : null;
    }

    Relation chosen() {
        return Typed.choice(Relation.class, relation);
    }

    /** The other record; null when something is wrong, and errors say what. */
    Occurrence found(Occurrence here, Errors errors) {
        if (chosen() == null) {
            errors.add("relation", "Choose how they hang together");
        }
        var number = number(other);
        var there = number == null ? null : Occurrence.<Occurrence>find("number", number).firstResult();
        if (number == null) {
            errors.add("other", Typed.given(other) ? "A number such as #12, or the address of a record" : "Which one? Its number or its address");
        } else if (there == null) {
            errors.add("other", "There is no #" + number);
        } else if (there.removed()) {
            errors.add("other", "#" + number + (there.mergedInto == null ? " was removed" : " was merged into #" + there.mergedInto.number));
        } else if (there.id.equals(here.id)) {
            errors.add("other", "That is this record itself");
        }
        return errors.any() ? null : there;
    }

    /** Whether these two may be linked so; the caller has taken its turn. */
    void check(Occurrence here, Occurrence there, OccurrenceLink linked, Errors errors) {
        if (linked != null) {
            errors.add("other", "They are linked already, as “%s #%d”. Remove that link first.".formatted(linked.seenFrom(here).words, there.number));
        } else if (chosen().kind.oneTrigger && (chosen().outward ? OccurrenceLink.leads(there, here) : OccurrenceLink.leads(here, there))) {
            errors.add("other", "That would go round in a circle: by duplicates and causes, #%d already leads back to #%d."
                    .formatted(chosen().outward ? there.number : here.number, chosen().outward ? here.number : there.number));
        }
    }

    public List<Option> relations() {
        return Relation.options();
    }
}
