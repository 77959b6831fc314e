package org.closecall.tracker;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.LockModeType;
import jakarta.persistence.ManyToOne;
import jakarta.ws.rs.NotFoundException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.closecall.action.ActionItem;
import org.closecall.people.Change;
import org.closecall.people.Person;

/** A page elsewhere that belongs to an action. Where a tracker is set up for it, we know how it stands there. */
@Entity
public class ActionLink extends PanacheEntityBase {

    static final int MOST = 50;
    private static final Duration OFTEN = Duration.ofMinutes(15);
    private static final Duration SELDOM = Duration.ofDays(1);
    private static final Duration MAY_REOPEN = Duration.ofDays(7);

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;
    @ManyToOne(fetch = FetchType.LAZY)
    public ActionItem action;
    public String url;
    public String title;
    @Enumerated(EnumType.STRING)
    public LinkKind kind;
    @ManyToOne(fetch = FetchType.LAZY)
    public Tracker tracker;
    String project;
    String number;
    public String place;
    @Enumerated(EnumType.STRING)
    public LinkState state = LinkState.UNKNOWN;
    public String reason;
    public String titleThere;
    public Instant endedAt;
    public String endedBy;
    Instant changedAt;
    public Instant stateSince;
    public Instant askedAt;
    Instant askAt;
    String etag;
    public String failure;
    public Instant createdAt;
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "created_by")
    public Person createdBy;
    public Instant deletedAt;
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "deleted_by")
    public Person deletedBy;

    /** With those that were removed, which can be brought back. */
    static List<ActionLink> of(ActionItem action) {
        return list("from ActionLink l left join fetch l.tracker where l.action = ?1 order by l.id", action);
    }

    /** Locks the row: a webhook and a question may bring the same news at once. */
    static ActionLink changing(long id) {
        var found = ActionLink.<ActionLink>findById(id, LockModeType.PESSIMISTIC_WRITE);
        if (found == null) {
            throw new NotFoundException();
        }
        return found;
    }

    static ActionLink changing(ActionItem action, long id) {
        var found = changing(id);
        if (!found.action.id.equals(action.id)) {
            throw new NotFoundException();
        }
        return found;
    }

    /** Those whose turn it is, longest waiting first, of trackers that may be asked and actions that are not over. */
    static List<ActionLink> due(Instant now, int most) {
        return ActionLink.<ActionLink>find("from ActionLink l join fetch l.tracker t join fetch l.action a where l.askAt <= ?1 and l.deletedAt is null and a.deletedAt is null and a.state <> DROPPED "
                + "and t.polling = true and t.token is not null and t.archivedAt is null and (t.restUntil is null or t.restUntil <= ?1) order by l.askAt, l.id", now).page(0, most).list();
    }

    static List<ActionLink> at(Tracker tracker, String place) {
        return list("from ActionLink l join fetch l.action where l.tracker = ?1 and lower(l.place) = lower(?2) and l.deletedAt is null order by l.id", tracker, place);
    }

    /** Links that were there before their tracker, or before it moved. */
    static void adopt(Tracker tracker, Instant now) {
        List<ActionLink> these = list("tracker = ?1 or (tracker is null and lower(url) like ?2 escape '!')", tracker, tracker.base.toLowerCase().replaceAll("[!%_]", "!$0") + "/%");
        these.forEach(link -> link.lead(Place.of(link.url, List.of(tracker)), now));
    }

    ActionLink add(ActionItem to, Place there, Person by, Instant now) {
        action = to;
        createdBy = by;
        createdAt = now;
        lead(there, now);
        persistAndFlush();
        Change.record(action.subject(), "linked " + name() + " to the action “" + action.title + "”", Map.of(), snapshot(), by, now);
        return this;
    }

    boolean remove(Person by, Instant now) {
        if (removed()) {
            return false;
        }
        deletedAt = now;
        deletedBy = by;
        Change.record(action.subject(), "removed the link to " + name() + " from the action “" + action.title + "”", snapshot(), Map.of(), by, now);
        return true;
    }

    boolean bringBack(Person by, Instant now) {
        if (!removed()) {
            return false;
        }
        deletedAt = null;
        deletedBy = null;
        askAt = askAt == null ? null : now;
        Change.record(action.subject(), "brought back the link to " + name() + " of the action “" + action.title + "”", Map.of(), snapshot(), by, now);
        return true;
    }

    /** What the tracker says now; null when that has not changed. */
    void see(Seen seen, Instant now) {
        if (removed()) {
            return;
        }
        failure = null;
        askedAt = now;
        if (seen != null && (changedAt == null || seen.changedAt() == null || !seen.changedAt().isBefore(changedAt))) {
            take(seen, now);
        }
        askAt = !state.ended() ? now.plus(OFTEN) : now.isBefore(stateSince.plus(MAY_REOPEN)) ? now.plus(SELDOM) : null;
    }

    void missed(String sentence, Instant now) {
        failure = sentence;
        askedAt = now;
        askAt = now.plus(OFTEN);
    }

    private void take(Seen seen, Instant now) {
        var was = state;
        state = seen.state();
        reason = seen.reason();
        titleThere = Objects.requireNonNullElse(seen.title(), Objects.requireNonNullElse(titleThere, ""));
        endedAt = seen.ended() ? seen.endedAt() : null;
        endedBy = seen.ended() ? Objects.requireNonNullElse(seen.endedBy(), was == state ? Objects.requireNonNullElse(endedBy, "") : "") : null;
        changedAt = seen.changedAt();
        etag = seen.etag();
        if (was != state) {
            stateSince = now;
            moved(was, now);
        }
    }

    private void moved(LinkState was, Instant now) {
        if (was != LinkState.UNKNOWN || state.ended()) {
            Change.record(action.subject(), "saw that " + name() + " is " + state.label + ", linked from the action “" + action.title + "”", Map.of(), Map.of(), null, now);
        }
        DoneProposal.after(this, was, now);
    }

    private void lead(Place there, Instant now) {
        kind = there.kind();
        tracker = there.kind() == LinkKind.OTHER ? null : there.tracker();
        project = there.project();
        number = there.number();
        place = there.name();
        askAt = tracker == null ? null : now;
    }

    Place leadsTo() {
        return new Place(kind, tracker, project, number);
    }

    public boolean removed() {
        return deletedAt != null;
    }

    /** acme/shop#12, a title, or the host. */
    public String name() {
        return place != null ? place : title != null ? title : host();
    }

    /** What it is about, as far as anybody said. */
    public String about() {
        return title != null ? title : titleThere == null || titleThere.isEmpty() ? null : titleThere;
    }

    /** example.org, so that one sees where a link leads. */
    public String host() {
        return url.replaceAll("^[^/]*//([^/?#@]*@)?([^/?#:]*).*$", "$2");
    }

    /** Followed by asking; otherwise only by what the tracker sends. */
    public boolean asked() {
        return tracker != null && tracker.asked() && askAt != null;
    }

    /** Its own trouble, or its tracker's; null when there is none. */
    public String trouble() {
        return failure != null ? failure : asked() ? tracker.failure : null;
    }

    /** Closed and open again while the action is done here. */
    public boolean openAgain() {
        return state == LinkState.OPEN && action.state.done() && stateSince.isAfter(action.doneAt);
    }

    private Map<String, String> snapshot() {
        var fields = new LinkedHashMap<String, String>();
        fields.put("Link", name());
        fields.put("Address", url);
        return fields;
    }
}
