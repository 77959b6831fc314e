package org.closecall.notice;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.quarkus.qute.TemplateExtension;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.ws.rs.NotFoundException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.closecall.action.ActionItem;
import org.closecall.people.Change;
import org.closecall.people.Person;
import org.closecall.web.Formats;

/** Nobody is reminded of an action until then, and why. Passing it on after weeks goes on: others wait for it. */
@Entity
public class Snooze extends PanacheEntityBase {

    static final int MOST_DAYS = 30;

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;
    @ManyToOne(fetch = FetchType.LAZY)
    public ActionItem action;
    public String reason;
    /** The last day without a reminder. */
    public LocalDate until;
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "made_by")
    public Person madeBy;
    public Instant madeAt;
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "ended_by")
    public Person endedBy;
    public Instant endedAt;

    /** Null when there is none, or it is over. */
    @TemplateExtension
    static Snooze snoozed(ActionItem action, LocalDate today) {
        var standing = standing(action);
        return standing == null || standing.until.isBefore(today) ? null : standing;
    }

    /** Whose promise it is, whoever leads their team, and administrators; anybody where nobody owns it. */
    @TemplateExtension
    static boolean snoozable(ActionItem action, Person by) {
        var team = action.team != null || action.service == null ? action.team : action.service.team;
        return action.owner == null || !action.owner.active() || action.owner.id.equals(by.id) || by.administrator() || team != null && team.lead != null && team.lead.id.equals(by.id);
    }

    /** The one before ends: there is one at a time. */
    static void make(ActionItem action, LocalDate until, String reason, Person by, Instant now) {
        var before = standing(action);
        if (before != null) {
            before.close(by, now);
        }
        var snooze = new Snooze();
        snooze.action = action;
        snooze.until = until;
        snooze.reason = reason;
        snooze.madeBy = by;
        snooze.madeAt = now;
        snooze.persistAndFlush();
        var after = new LinkedHashMap<String, String>();
        after.put("No reminders until", Formats.day(until));
        after.put("Because", reason);
        Change.record(action.subject(), "put off the reminders of the action “" + action.title + "”", Map.of(), after, by, now);
        tellOwner(action, by.name + " put off your reminders until " + Formats.day(until) + ": " + action.title, "snoozed:" + snooze.id, by, now);
    }

    static void end(ActionItem action, Person by, Instant now) {
        var standing = standing(action);
        if (standing == null) {
            throw new NotFoundException();
        }
        standing.close(by, now);
        Change.record(action.subject(), "took up the reminders of the action “" + action.title + "” again", Map.of(), Map.of(), by, now);
        tellOwner(action, by.name + " ended the pause in your reminders: " + action.title, "awake:" + standing.id, by, now);
    }

    private static void tellOwner(ActionItem action, String text, String key, Person by, Instant now) {
        if (action.owner != null && !action.owner.id.equals(by.id)) {
            Notice.tell(action.owner, NoticeKind.COMMENTED, text, "/actions/" + action.id, key, now);
        }
    }

    private static Snooze standing(ActionItem action) {
        return find("from Snooze s join fetch s.madeBy where s.action = ?1 and s.endedAt is null", action).firstResult();
    }

    private void close(Person by, Instant now) {
        endedBy = by;
        endedAt = now;
        getEntityManager().flush();
    }
}
