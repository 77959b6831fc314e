package org.closecall.postmortem;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.closecall.action.ActionItem;
import org.closecall.action.ActionState;
import org.closecall.action.Aim;
import org.closecall.catalog.FactorCategory;
import org.closecall.occurrence.Occurrence;
import org.closecall.people.Person;

/**
 * What a postmortem said when it was published. The actions are those of the record, as they stood.
 *
 * @param timeline null of what was published before timelines were kept: it shows the record's
 */
public record VersionContent(List<Text> texts, List<Factor> factors, List<Action> actions, TimelineThen timeline) {

    /** formerTitle is null unless the template no longer asked for it. */
    record Text(String key, int position, String body, String formerTitle) {

        PostmortemSection section() {
            var section = new PostmortemSection();
            section.key = key;
            section.position = position;
            section.body = body;
            section.formerTitle = formerTitle;
            return section;
        }
    }

    /** The category is an id: a version shows the name that it has today. leadsTo are places among these, from 0; former versions have none. */
    record Factor(Long category, String text, String howKnown, String evidenceUrl, List<Integer> leadsTo) {

        Factor {
            leadsTo = leadsTo == null ? List.of() : leadsTo;
        }

        static Factor of(ContributingFactor factor) {
            return new Factor(factor.category.id, factor.text, factor.howKnown, factor.evidenceUrl, factor.leadsTo.stream().map(other -> other.number() - 1).sorted().toList());
        }

        ContributingFactor factor(Postmortem of) {
            var factor = new ContributingFactor();
            factor.postmortem = of;
            factor.category = FactorCategory.getEntityManager().getReference(FactorCategory.class, category);
            factor.text = text;
            factor.howKnown = howKnown;
            factor.evidenceUrl = evidenceUrl;
            return factor;
        }
    }

    /** state and since are null of what was published before there were more than three: then the times say it. */
    record Action(Long id, String title, Aim aim, Long owner, LocalDate dueOn, Instant startedAt, Instant doneAt, ActionState state, Instant since) {

        ActionItem action(Occurrence of) {
            var action = new ActionItem();
            action.id = id;
            action.occurrence = of;
            action.title = title;
            action.aim = aim;
            action.owner = owner == null ? null : Person.findById(owner);
            action.dueOn = dueOn;
            action.startedAt = startedAt;
            action.doneAt = doneAt;
            action.state = state != null ? state : doneAt != null ? ActionState.DONE : startedAt != null ? ActionState.IN_PROGRESS : ActionState.OPEN;
            action.stateSince = since != null ? since : doneAt != null ? doneAt : startedAt;
            return action;
        }
    }

    static VersionContent of(Postmortem postmortem) {
        return new VersionContent(postmortem.sections.stream().map(section -> new Text(section.key, section.position, section.body, section.formerTitle)).toList(),
                postmortem.factors.stream().map(Factor::of).toList(),
                ActionItem.of(postmortem.occurrence).stream().map(action -> new Action(action.id, action.title, action.aim, action.owner == null ? null : action.owner.id, action.dueOn, action.startedAt, action.doneAt, action.state, action.stateSince)).toList(),
                TimelineThen.of(postmortem.chronicle()));
    }

    List<ContributingFactor> factors(Postmortem of) {
        var made = factors.stream().map(factor -> factor.factor(of)).toList();
        for (var place = 0; place < made.size(); place++) {
            made.get(place).leadsTo.addAll(factors.get(place).leadsTo().stream().map(made::get).toList());
        }
        return made;
    }

    /** Actions move on by themselves: readers see where they are. */
    boolean saysTheSame(VersionContent now) {
        return texts.equals(now.texts) && factors.equals(now.factors) && (timeline == null ? now.timeline.leftOut().isEmpty() : timeline.equals(now.timeline));
    }

    Set<Long> categories() {
        return factors.stream().map(Factor::category).collect(Collectors.toSet());
    }

    int characters() {
        return texts.stream().mapToInt(text -> text.body.codePointCount(0, text.body.length())).sum();
    }

    String words() {
        var words = new StringBuilder();
        texts.forEach(text -> words.append(' ').append(text.body));
        factors.forEach(factor -> words.append(' ').append(factor.text).append(' ').append(Texts.orEmpty(factor.howKnown)));
        return words.toString();
    }
}
