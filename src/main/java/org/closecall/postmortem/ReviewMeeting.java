package org.closecall.postmortem;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToOne;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.closecall.calendar.ICal;
import org.closecall.catalog.Team;
import org.closecall.people.Change;
import org.closecall.people.Person;

/** When a postmortem is talked about. A cancelled one is kept, so that calendars learn of it. */
@Entity
public class ReviewMeeting extends PanacheEntityBase {

    private static final String STANDING = "from ReviewMeeting m join fetch m.postmortem p join fetch p.occurrence o where m.cancelledAt is null and o.deletedAt is null and m.startsAt > ?1 and ";

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;
    @OneToOne(fetch = FetchType.LAZY)
    public Postmortem postmortem;
    public UUID uid;
    /** Up by one whenever it is moved or cancelled. */
    public int sequence;
    public Instant startsAt;
    public int minutes;
    public String place;
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "set_by")
    public Person setBy;
    public Instant setAt;
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "cancelled_by")
    public Person cancelledBy;
    public Instant cancelledAt;

    /** Null when there never was one. */
    static ReviewMeeting of(Long postmortemId) {
        return find("postmortem.id", postmortemId).firstResult();
    }

    /** Those still to come, by the postmortem's id; in one statement. */
    public static Map<Long, ReviewMeeting> coming(Collection<Postmortem> of, Instant now) {
        List<ReviewMeeting> found = of.isEmpty() ? List.of() : list("postmortem in ?1 and cancelledAt is null and startsAt > ?2", of, now);
        return found.stream().collect(Collectors.toMap(meeting -> meeting.postmortem.id, meeting -> meeting));
    }

    /** Those not cancelled that somebody set or is asked to, from a moment on. */
    public static List<ReviewMeeting> with(Person person, Instant since, int most) {
        return ReviewMeeting.<ReviewMeeting>find(STANDING + "(m.setBy = ?2 or exists (select 1 from ReviewInvitation i where i.postmortem = p and i.reviewer = ?2 and (i.endedAt is null or i.endedAt >= m.startsAt))) order by m.startsAt, m.id", since, person).page(0, most).list();
    }

    /** Those not cancelled about what befell a team's services, from a moment on. */
    public static List<ReviewMeeting> about(Team team, Instant since, int most) {
        return ReviewMeeting.<ReviewMeeting>find(STANDING + "exists (select 1 from o.services s where s.team = ?2) order by m.startsAt, m.id", since, team).page(0, most).list();
    }

    /** Those not cancelled from a moment on, about what befell a team's services or, without a team, about anything. */
    public static List<ReviewMeeting> from(Instant since, Team team, int most) {
        return team != null ? about(team, since, most) : ReviewMeeting.<ReviewMeeting>find(STANDING + "true = true order by m.startsAt, m.id", since).page(0, most).list();
    }

    static ReviewMeeting first(Postmortem postmortem) {
        var meeting = new ReviewMeeting();
        meeting.postmortem = postmortem;
        meeting.uid = UUID.randomUUID();
        meeting.sequence = -1;
        return meeting;
    }

    /** The caller has taken snapshot() before changing anything. */
    void moved(Map<String, String> before, Person by, Instant now) {
        if (cancelled() || !before.equals(snapshot())) {
            var verb = sequence < 0 ? "set the review meeting" : "moved the review meeting";
            sequence++;
            setBy = by;
            setAt = now;
            cancelledBy = null;
            cancelledAt = null;
            persistAndFlush();
            Change.record(postmortem.subject(), verb, before, snapshot(), by, now);
        }
    }

    void cancel(Person by, Instant now) {
        if (!cancelled()) {
            cancelledBy = by;
            cancelledAt = now;
            sequence++;
            Change.record(postmortem.subject(), "cancelled the review meeting", snapshot(), Map.of(), by, now);
        }
    }

    public boolean cancelled() {
        return cancelledAt != null;
    }

    public Instant endsAt() {
        return startsAt.plus(Duration.ofMinutes(minutes));
    }

    public Instant changedAt() {
        return cancelled() ? cancelledAt : setAt;
    }

    /** As one event of a calendar; base is where this server was reached, more what else to say, such as who comes. */
    public ICal addTo(ICal calendar, URI base, String more) {
        var address = base.resolve(postmortem.path());
        var entry = new ICal.Entry(uid.toString(), sequence, changedAt(), "Review of the postmortem of #" + postmortem.occurrence.number + ": " + postmortem.title, "Read it before: " + address + more, address, "Review");
        return calendar.meeting(entry, startsAt, endsAt(), place, cancelled());
    }

    public String path() {
        return postmortem.path() + "/meeting";
    }

    Map<String, String> snapshot() {
        var fields = new LinkedHashMap<String, String>();
        if (startsAt != null && !cancelled()) {
            fields.put("Review meeting", startsAt.toString());
            fields.put("Minutes", String.valueOf(minutes));
            fields.put("Where", place);
        }
        return fields;
    }
}
