package org.closecall.postmortem;

import io.quarkus.qute.TemplateData;
import java.util.ArrayList;
import java.util.List;
import org.closecall.action.ActionItem;
import org.closecall.occurrence.TimelineEntry;

/** What a postmortem should have before it is published. A reason waives the rest. */
@TemplateData
public record Checklist(List<Item> items) {

    /** anchor: where on the writing page it is mended. */
    @TemplateData
    public record Item(String text, boolean done, String anchor) {
    }

    static Checklist of(Postmortem postmortem) {
        return of(postmortem, ActionItem.of(postmortem.occurrence));
    }

    static Checklist of(Postmortem postmortem, List<ActionItem> actions) {
        var items = new ArrayList<Item>();
        for (var part : postmortem.template.parts) {
            if (part.required()) {
                items.addAll(asked(part, postmortem, actions));
            }
        }
        return new Checklist(items);
    }

    private static List<Item> asked(Part part, Postmortem postmortem, List<ActionItem> actions) {
        return switch (part.form()) {
            case TEXT, ANSWERS -> part.sections().stream().map(section -> new Item(section.title(), postmortem.section(section.key()).written(), part.key())).toList();
            case FACTORS -> List.of(new Item("At least one contributing factor", !postmortem.factors.isEmpty(), part.key()));
            case TIMELINE -> List.of(new Item("At least one entry in the timeline", TimelineEntry.count("occurrence = ?1 and deletedAt is null", postmortem.occurrence) > 0, part.key()));
            case ACTIONS -> List.of(new Item("At least one action", !actions.isEmpty(), part.key()));
        };
    }

    public boolean holds() {
        return items.stream().allMatch(Item::done);
    }

    public List<Item> missing() {
        return items.stream().filter(item -> !item.done()).toList();
    }
}
