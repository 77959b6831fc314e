package org.closecall.calendar;

import io.quarkus.hibernate.orm.panache.Panache;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.closecall.people.Organisation;
import org.closecall.web.Formats;

/** One action as a day of a calendar: when it is due, or when its risk is no longer accepted. */
public record FeedEntry(Long id, Integer version, String title, LocalDate dueOn, LocalDate acceptedUntil, String blockedOn, Long number, String owner, Instant changedAt) {

    private static final String SQL = """
            select a.id, a.version, a.title, a.due_on, a.accepted_until, a.blocked_on, o.number, p.name,
              coalesce((select c.at from change c where c.subject = 'action' and c.subject_id = a.id order by c.id desc limit 1), a.created_at)
            from action_item a left join occurrence o on o.id = a.occurrence_id left join person p on p.id = a.owner_id
            where a.deleted_at is null and o.deleted_at is null and (a.state in ('OPEN', 'IN_PROGRESS') and a.due_on is not null or a.state = 'RISK_ACCEPTED') and %s = :id
            order by coalesce(a.accepted_until, a.due_on), a.id limit :most""";

    static List<FeedEntry> of(CalendarFeed feed, int most) {
        return Panache.getSession().createNativeQuery(SQL.formatted(feed.team == null ? "a.owner_id" : "a.team_id"), FeedEntry.class)
                .setParameter("id", feed.team == null ? feed.person.id : feed.team.id).setParameter("most", most).getResultList();
    }

    void addTo(ICal calendar, URI base, Organisation organisation) {
        var address = base.resolve("/actions/" + id);
        var uid = "action-" + id + "-" + organisation.createdAt.toEpochMilli() + "@closecall";
        var risk = acceptedUntil != null;
        var entry = new ICal.Entry(uid, version, changedAt, risk ? "Accepted risk is open again tomorrow: " + title : "Due: " + title, facts() + "\n" + address, address, risk ? "Accepted risk" : "Action");
        calendar.day(entry, risk ? acceptedUntil : dueOn);
    }

    private String facts() {
        return Stream.of(owner == null ? "Nobody owns it yet" : "Owner: " + owner, number == null ? "" : "From #" + number,
                acceptedUntil == null ? "" : "The risk is accepted until " + Formats.day(acceptedUntil), blockedOn == null ? "" : "Blocked: " + blockedOn)
                .filter(fact -> !fact.isEmpty()).collect(Collectors.joining("\n"));
    }
}
