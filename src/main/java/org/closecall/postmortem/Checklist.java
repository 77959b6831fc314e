package org.closecall.postmortem;

import io.quarkus.qute.TemplateData;
import java.util.ArrayList;
import java.util.List;
import org.closecall.action.ActionItem;

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
            part.sections().stream().filter(Section::required)
                    .forEach(section -> items.add(new Item(section.title(), postmortem.section(section.key()).written(), part.key())));
        }
        if (postmortem.template.full()) {
            items.add(new Item("At least one contributing factor", !postmortem.factors.isEmpty(), "factors"));
        }
        items.add(new Item("At least one action", !actions.isEmpty(), "actions"));
        return new Checklist(items);
    }

    public boolean holds() {
        return items.stream().allMatch(Item::done);
    }

    public List<Item> missing() {
        return items.stream().filter(item -> !item.done()).toList();
    }
}
