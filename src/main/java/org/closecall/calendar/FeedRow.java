package org.closecall.calendar;

import io.quarkus.qute.TemplateData;
import java.util.List;
import java.util.stream.Stream;
import org.closecall.catalog.Team;
import org.closecall.people.Person;

/** A calendar that somebody may have an address for; feed is null where there is none. */
@TemplateData
public record FeedRow(Team team, CalendarFeed feed) {

    /** One's own first, then those of one's teams, and of teams one has left while the address still works. */
    static List<FeedRow> of(Person person) {
        var feeds = CalendarFeed.of(person);
        var teams = Stream.concat(Team.of(person).stream(), feeds.stream().map(feed -> feed.team).filter(team -> team != null)).distinct();
        return Stream.concat(Stream.of((Team) null), teams)
                .map(team -> new FeedRow(team, feeds.stream().filter(feed -> feed.team == team).findFirst().orElse(null))).toList();
    }

    public String title() {
        return team == null ? "Yours" : team.name;
    }

    public String what() {
        return team == null ? "Due dates of your actions, ends of risks you look after, review meetings you are asked to" : "Due dates of the team’s actions, ends of its accepted risks, review meetings about its services";
    }

    public String key() {
        return team == null ? "" : team.id.toString();
    }
}
