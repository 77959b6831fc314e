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
import java.time.Instant;
import java.util.List;
import org.closecall.action.ActionItem;
import org.closecall.people.Person;

/** An issue somebody asked for: kept before it is sent, so that an answer that is lost makes no second one. */
@Entity
public class IssueRequest extends PanacheEntityBase {

    enum State {
        SENT, MADE, REFUSED, FORGOTTEN
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;
    @ManyToOne(fetch = FetchType.LAZY)
    public ActionItem action;
    @ManyToOne(fetch = FetchType.LAZY)
    public Tracker tracker;
    public String project;
    public String title;
    String body;
    public String reference;
    @Enumerated(EnumType.STRING)
    State state = State.SENT;
    public String failure;
    @ManyToOne(fetch = FetchType.LAZY)
    public ActionLink link;
    public Instant at;
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "asked_by")
    public Person askedBy;

    /** Sent, and nobody knows what became of them. */
    static List<IssueRequest> lost(ActionItem action) {
        return list("from IssueRequest r join fetch r.tracker join fetch r.askedBy where r.action = ?1 and r.state = ?2 order by r.id", action, State.SENT);
    }

    static IssueRequest of(long actionId, long id) {
        IssueRequest found = find("from IssueRequest r join fetch r.tracker where r.id = ?1 and r.action.id = ?2", id, actionId).firstResult();
        if (found == null) {
            throw new NotFoundException();
        }
        return found;
    }

    static IssueRequest changing(long id) {
        return findById(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** The way back is its last line; the reference finds it again. */
    IssueRequest begin(ActionItem of, String own, Person by, Instant now) {
        action = of;
        askedBy = by;
        at = now;
        reference = "closecall-" + Seal.fresh().replaceAll("[_-]", "").substring(0, 12);
        body = body + (body.isEmpty() ? "" : "\n\n") + "From Closecall: " + own + "/actions/" + of.id + " (" + reference + ")";
        persistAndFlush();
        return this;
    }

    /** Linked once, whoever brings the news. */
    void made(String number, Person by, Instant now) {
        if (state != State.MADE) {
            state = State.MADE;
            failure = null;
            link = new ActionLink();
            link.url = Place.address(tracker, project, number);
            link.title = title;
            link.add(action, Place.of(link.url, List.of(tracker)), by, now);
        }
    }

    void refused(String why) {
        state = State.REFUSED;
        failure = why;
    }

    void forget() {
        if (state == State.SENT) {
            state = State.FORGOTTEN;
        }
    }
}
