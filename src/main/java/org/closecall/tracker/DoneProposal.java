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
import java.util.Map;
import org.closecall.action.ActionItem;
import org.closecall.notice.Notice;
import org.closecall.notice.NoticeKind;
import org.closecall.people.Change;
import org.closecall.people.Person;
import org.closecall.web.Formats;

/** Something was closed there: is the action done here? People answer; nothing is ever done by itself. */
@Entity
public class DoneProposal extends PanacheEntityBase {

    private static final String WAITING = "p.answer is null and l.deletedAt is null and a.deletedAt is null and a.state in (OPEN, IN_PROGRESS)";

    /** Its last word where nobody said yes by finishing the action. */
    public enum Answer {
        NOT_YET, REOPENED
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;
    @ManyToOne(fetch = FetchType.LAZY)
    public ActionItem action;
    @ManyToOne(fetch = FetchType.LAZY)
    public ActionLink link;
    public Instant at;
    @Enumerated(EnumType.STRING)
    public LinkState state;
    public String reason;
    public Instant endedAt;
    public String endedBy;
    @Enumerated(EnumType.STRING)
    public Answer answer;
    public Instant answeredAt;
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "answered_by")
    public Person answeredBy;

    /** Called when a link has moved on from the state it was in. */
    static void after(ActionLink link, LinkState was, Instant now) {
        if (fulfils(link, link.state) && !fulfils(link, was)) {
            if (unfinished(link.action)) {
                make(link, now);
            }
        } else if (was.ended()) {
            update("answer = ?1, answeredAt = ?2 where link = ?3 and answer is null", Answer.REOPENED, now, link);
            if (link.action.state.done() && !link.state.ended()) {
                tell(link, link.name() + " was opened again there, after “" + link.action.title + "” was done", "reopened", now);
            }
        }
    }

    static List<DoneProposal> of(ActionItem action) {
        return list("from DoneProposal p join fetch p.link l join fetch p.action a where p.action = ?1 and " + WAITING + " order by p.id", action);
    }

    /** Of the actions somebody owns, oldest first. */
    static List<DoneProposal> waitingFor(Person person, int most) {
        return DoneProposal.<DoneProposal>find("from DoneProposal p join fetch p.link l join fetch p.action a where a.owner = ?1 and " + WAITING + " order by p.id", person)
                .page(0, most).list();
    }

    static DoneProposal changing(ActionItem action, long id) {
        var found = DoneProposal.<DoneProposal>findById(id, LockModeType.PESSIMISTIC_WRITE);
        if (found == null || !found.action.id.equals(action.id)) {
            throw new NotFoundException();
        }
        return found;
    }

    /** Kept, so that nobody is asked again before it was open again there. */
    boolean notYet(Person by, Instant now) {
        if (answer != null) {
            return false;
        }
        answer = Answer.NOT_YET;
        answeredAt = now;
        answeredBy = by;
        Change.record(action.subject(), "said “not yet” to " + link.name() + ", closed elsewhere, for the action “" + action.title + "”", Map.of(), Map.of(), by, now);
        return true;
    }

    /** was closed as not planned, was merged */
    public String happened() {
        return state == LinkState.MERGED ? "was merged" : reason == null ? "was closed" : "was closed as " + reason;
    }

    /** Null where the tracker did not say. */
    public String by() {
        return endedBy == null || endedBy.isEmpty() ? null : endedBy;
    }

    /** Given up there need not mean done here. */
    public boolean givenUp() {
        return "not planned".equals(reason) || "duplicate".equals(reason);
    }

    /** The form that says it is done, with the address as what shows it. */
    public String donePath() {
        return "/actions/" + action.id + "?evidence=" + Formats.urlEncoded(link.url) + "#evidence";
    }

    private static void make(ActionLink link, Instant now) {
        var proposal = new DoneProposal();
        proposal.action = link.action;
        proposal.link = link;
        proposal.at = now;
        proposal.state = link.state;
        proposal.reason = link.reason;
        proposal.endedAt = link.endedAt;
        proposal.endedBy = link.endedBy;
        proposal.persist();
        tell(link, link.name() + " " + proposal.happened() + (proposal.by() == null ? "" : " by " + proposal.by()) + ": is “" + link.action.title + "” done?", "closed", now);
    }

    private static void tell(ActionLink link, String text, String what, Instant now) {
        if (link.action.owner != null) {
            Notice.tell(link.action.owner, NoticeKind.TRACKER_CLOSED, text, "/actions/" + link.action.id + "#links", "tracker-" + what + "-" + link.id + "-" + now, now);
        }
    }

    /** A pull request that was closed without being merged brought nothing. */
    private static boolean fulfils(ActionLink link, LinkState state) {
        return state == LinkState.MERGED || state == LinkState.CLOSED && !link.kind.merges();
    }

    private static boolean unfinished(ActionItem action) {
        return !action.removed() && action.state.unfinished();
    }
}
