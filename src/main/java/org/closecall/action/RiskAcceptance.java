package org.closecall.action;

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
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.closecall.people.Person;
import org.closecall.web.Formats;

/** Somebody asks that a risk be lived with until a day, and somebody else answers. One question at a time. */
@Entity
public class RiskAcceptance extends PanacheEntityBase {

    public enum Decision {
        ACCEPTED("agreed"), DECLINED("declined"), WITHDRAWN("withdrew");

        public final String inText;

        Decision(String inText) {
            this.inText = inText;
        }
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;
    @ManyToOne(fetch = FetchType.LAZY)
    public ActionItem action;
    public String reason;
    public LocalDate until;
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "asked_by")
    public Person askedBy;
    public Instant askedAt;
    @ManyToOne(fetch = FetchType.LAZY)
    public Person approver;
    /** Null while it waits for the answer. */
    @Enumerated(EnumType.STRING)
    public Decision decision;
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "decided_by")
    public Person decidedBy;
    public Instant decidedAt;
    public String note;

    /** The latest, answered or not; null when nobody ever asked. */
    public static RiskAcceptance latest(ActionItem action) {
        return find("from RiskAcceptance r join fetch r.askedBy join fetch r.approver left join fetch r.decidedBy where r.action = ?1 order by r.id desc", action).firstResult();
    }

    /** Null unless a question waits for its answer. */
    public static RiskAcceptance waiting(ActionItem action) {
        return find("action = ?1 and decision is null", action).firstResult();
    }

    /** Opens again whatever was accepted until a day before this one; how many that were. Once, whoever asks how often. */
    static int expire(LocalDate today, Instant now) {
        var over = ActionItem.<ActionItem>find("state = ?1 and acceptedUntil < ?2 and deletedAt is null order by id", ActionState.RISK_ACCEPTED, today).withLock(LockModeType.PESSIMISTIC_WRITE).list();
        over.forEach(action -> {
            Tidings.riskExpired(action, latest(action).approver, now);
            new Step(action, null, now).expire();
        });
        return over.size();
    }

    /** Those that hold, the first to expire first. */
    static List<RiskAcceptance> standing(int most) {
        return RiskAcceptance.<RiskAcceptance>find("from RiskAcceptance r join fetch r.action a left join fetch a.occurrence o join fetch r.decidedBy where r.decision = ACCEPTED and a.state = RISK_ACCEPTED "
                + "and a.deletedAt is null and (o is null or o.deletedAt is null) and r.id = (select max(l.id) from RiskAcceptance l where l.action = a and l.decision = ACCEPTED) order by a.acceptedUntil, a.id").page(0, most).list();
    }

    /** Somebody else than who asks: the caller has seen to that. */
    public static RiskAcceptance ask(ActionItem action, String reason, LocalDate until, Person approver, Person by, Instant now) {
        var asked = new RiskAcceptance();
        asked.action = action;
        asked.reason = reason;
        asked.until = until;
        asked.askedBy = by;
        asked.askedAt = now;
        asked.approver = approver;
        asked.persist();
        action.told("asked to accept the risk of", Map.of(), Map.of("Reason", reason, "Until", Formats.day(until), "Decides", approver.name), by, now);
        Tidings.riskAsked(asked);
        return asked;
    }

    /** What was settled otherwise need not be lived with: the question is taken back. */
    static void settled(ActionItem action, Person by, Instant now) {
        var asked = waiting(action);
        if (asked != null) {
            asked.decision = Decision.WITHDRAWN;
            asked.decidedBy = by;
            asked.decidedAt = now;
        }
    }

    /** False when it was decided before. */
    public boolean decide(Decision said, String words, Person by, Instant now) {
        if (decision != null) {
            return false;
        }
        decision = said;
        note = words;
        decidedBy = by;
        decidedAt = now;
        if (said == Decision.ACCEPTED) {
            new Step(action, by, now).acceptRisk(this);
        } else {
            action.told((said == Decision.DECLINED ? "declined" : "withdrew the question") + " to accept the risk of", Map.of(), words == null ? Map.of() : Map.of("Note", words), by, now);
        }
        if (said != Decision.WITHDRAWN) {
            Tidings.riskDecided(this);
        }
        return true;
    }

    /** The last day it holds, as one sees it on a day. */
    public Due expiry(LocalDate today) {
        return new Due(until, today, false);
    }

    public boolean waits() {
        return decision == null;
    }

    public boolean declined() {
        return decision == Decision.DECLINED;
    }
}
