package org.closecall.postmortem;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.qute.TemplateData;
import java.util.ArrayList;
import java.util.List;

/** What a postmortem should have before it is published. A reason waives the rest. */
@TemplateData
public record Checklist(List<Item> items, boolean acted) {

    /** anchor: where on the writing page it is mended. */
    @TemplateData
    public record Item(String text, boolean done, String anchor) {
    }

    static Checklist of(Postmortem postmortem) {
        var items = new ArrayList<Item>();
        for (var part : postmortem.template.parts) {
            part.sections().stream().filter(Section::required)
                    .forEach(section -> items.add(new Item(section.title(), postmortem.section(section.key()).written(), part.key())));
        }
        if (postmortem.template.full()) {
            items.add(new Item("At least one contributing factor", !postmortem.factors.isEmpty(), "factors"));
        }
        var acted = actions(postmortem) > 0;
        items.add(new Item("At least one action", acted, "actions"));
        return new Checklist(items, acted);
    }

    public boolean holds() {
        return items.stream().allMatch(Item::done);
    }

    public List<Item> missing() {
        return items.stream().filter(item -> !item.done()).toList();
    }

    private static long actions(Postmortem postmortem) {
        return ((Number) Panache.getEntityManager().createNativeQuery("select count(*) from action_item where occurrence_id = :id and deleted_at is null")
                .setParameter("id", postmortem.occurrence.id).getSingleResult()).longValue();
    }
}
