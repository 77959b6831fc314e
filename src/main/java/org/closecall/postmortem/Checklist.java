package org.closecall.postmortem;

import io.quarkus.qute.TemplateData;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.closecall.action.ActionItem;
import org.closecall.occurrence.Kind;
import org.closecall.occurrence.Moment;
import org.closecall.occurrence.MomentName;
import org.closecall.occurrence.Occurrence;

/** What a postmortem should have before it is published. A reason waives the rest; remarks hold nothing up. */
@TemplateData
public record Checklist(List<Item> items, List<Item> remarks) {

    /** anchor: where it is mended, on the page given or else on the writing page. */
    @TemplateData
    public record Item(String text, boolean done, String page, String anchor) {

        Item(String text, boolean done, String anchor) {
            this(text, done, null, anchor);
        }
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
        if (!actions.isEmpty()) {
            items.add(new Item("Every action has an owner and a day by which it is due", actions.stream().allMatch(Checklist::promised), "actions"));
        }
        items.add(moments(postmortem.occurrence));
        items.addAll(about(postmortem, section -> !Skeleton.gaps(section.body).isEmpty(), section -> "still says " + Skeleton.gaps(section.body).get(0)));
        return new Checklist(items, about(postmortem, section -> section.prefilled, section -> "is as the record had it"));
    }

    /** Of the texts that are asked for or were once. */
    private static List<Item> about(Postmortem postmortem, Predicate<PostmortemSection> which, Function<PostmortemSection, String> what) {
        return postmortem.asked().texts().stream().filter(text -> which.test(postmortem.section(text.key())))
                .map(text -> new Item("“" + text.title() + "” " + what.apply(postmortem.section(text.key())), false, postmortem.asked().partOf(text.key()))).toList();
    }

    /** What is done or given up needs neither any more. */
    private static boolean promised(ActionItem action) {
        return !action.state.unfinished() || action.owner != null && action.dueOn != null;
    }

    /** A hazard may be written up while it is still there. */
    private static Item moments(Occurrence occurrence) {
        var open = MomentName.of(occurrence.kind).stream().filter(name -> name.in(occurrence).state() == Moment.State.NOT_YET)
                .filter(name -> occurrence.kind != Kind.HAZARD || name != MomentName.RESOLVED).toList();
        var names = open.stream().map(name -> name.label(occurrence.kind).toLowerCase(Locale.ROOT)).collect(Collectors.joining(", "));
        return new Item(open.isEmpty() ? "Every moment has a time or is marked unknown" : "A time for these moments, or that it is unknown: " + names, open.isEmpty(),
                "/occurrences/" + occurrence.number + "/edit", open.isEmpty() ? MomentName.STARTED.anchor() : open.get(0).anchor());
    }

    private static List<Item> asked(Part part, Postmortem postmortem, List<ActionItem> actions) {
        return switch (part.form()) {
            case TEXT, ANSWERS -> part.sections().stream().map(section -> new Item(section.title(), postmortem.section(section.key()).written(), part.key())).toList();
            case FACTORS -> List.of(new Item("At least one contributing factor", !postmortem.factors.isEmpty(), part.key()));
            case TIMELINE -> List.of(new Item("At least one entry in the timeline", !postmortem.chronicle().entries().isEmpty(), part.key()));
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
