package org.closecall.action;

import io.quarkus.qute.TemplateData;
import io.quarkus.qute.TemplateExtension;
import java.util.List;
import org.closecall.web.Errors;
import org.closecall.web.Typed;

/** The small steps of an action, in their order. */
@TemplateData
public record Checklist(List<ChecklistItem> items) {

    @TemplateExtension
    static Checklist checklist(ActionItem action) {
        return new Checklist(ChecklistItem.of(action));
    }

    /** One a line; a dash or a box before it is how people write lists. */
    static List<String> lines(String typed) {
        return typed.lines().map(line -> line.strip().replaceFirst("^([-*+]\\s+)?(\\[[ xX]?]\\s+)?", "").strip()).filter(line -> !line.isEmpty()).toList();
    }

    static Errors check(List<String> lines, long there) {
        var errors = Errors.none();
        if (lines.isEmpty()) {
            errors.add("lines", "Write at least one step");
        } else if (lines.stream().anyMatch(line -> line.length() > ChecklistItem.LONGEST)) {
            errors.add("lines", "At most 300 characters a line");
        } else if (there + lines.size() > ChecklistItem.MOST) {
            errors.add("lines", "At most 100 steps: what needs more is more than one action");
        }
        return errors;
    }

    static Errors checkLine(String line) {
        var errors = Errors.none();
        if (!Typed.given(line)) {
            errors.add("line", "What is the step? To be rid of it, remove it");
        }
        return line.length() > ChecklistItem.LONGEST ? errors.add("line", "At most 300 characters") : errors;
    }

    public long done() {
        return items.stream().filter(ChecklistItem::ticked).count();
    }
}
