package org.closecall.tracker;

import io.quarkus.qute.TemplateData;
import io.quarkus.qute.TemplateExtension;
import java.util.List;
import org.closecall.action.ActionItem;
import org.closecall.people.Person;

/** What an action's page shows of elsewhere. creates: there is a tracker an issue can be made in. */
@TemplateData
public record LinksCard(List<ActionLink> links, List<ActionLink> removed, List<DoneProposal> proposals, List<IssueRequest> lost, boolean creates) {

    private static final int ON_THE_DESK = 5;

    private static LinksCard of(ActionItem action) {
        var all = ActionLink.of(action);
        var ended = all.stream().anyMatch(link -> link.state.ended());
        return new LinksCard(all.stream().filter(link -> !link.removed()).toList(), all.stream().filter(ActionLink::removed).toList(),
                ended ? DoneProposal.of(action) : List.of(), IssueRequest.lost(action), Tracker.count("archivedAt is null and token is not null") > 0);
    }

    @TemplateExtension
    static final class Extensions {

        private Extensions() {
        }

        static LinksCard elsewhere(ActionItem action) {
            return LinksCard.of(action);
        }

        static List<DoneProposal> closedElsewhere(Person person) {
            return DoneProposal.waitingFor(person, ON_THE_DESK);
        }
    }
}
