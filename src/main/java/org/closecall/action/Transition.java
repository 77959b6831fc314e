package org.closecall.action;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.closecall.people.Person;

/** One step of an action from one state to the next. What was written once stays as it is. */
@Entity
@Table(name = "action_transition")
public class Transition extends PanacheEntityBase {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;
    @ManyToOne(fetch = FetchType.LAZY)
    public ActionItem action;
    /** Null of the first: it was promised. */
    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    public ActionState source;
    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    public ActionState target;
    @Column(updatable = false)
    public Instant at;
    /** Null when a date did it. */
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "by_id", updatable = false)
    public Person by;
    /** What shows that it is done, or how it was checked. */
    @Column(updatable = false)
    public String evidence;
    @Column(updatable = false)
    public String reason;
    /** Until when the risk is accepted. */
    @Column(updatable = false)
    public LocalDate until;

    /** What somebody says with a step. Each may be null. */
    record Said(String evidence, String reason, LocalDate until) {

        static final Said NOTHING = new Said(null, null, null);

        static Said evidence(String evidence) {
            return new Said(evidence, null, null);
        }

        static Said reason(String reason) {
            return new Said(null, reason, null);
        }
    }

    /** In the order they were made. */
    public static List<Transition> of(ActionItem action) {
        return list("from Transition t left join fetch t.by where t.action = ?1 order by t.id", action);
    }

    /** The step that led to where it stands. */
    static Transition latest(ActionItem action) {
        return find("from Transition t left join fetch t.by where t.action = ?1 order by t.id desc", action).firstResult();
    }

    /** Whether this is what that form asked for: then it was sent twice. */
    boolean says(Person who, String words) {
        return by != null && by.id.equals(who.id) && (words == null || words.equals(evidence) || words.equals(reason));
    }

    /** The first of all. */
    static void promised(ActionItem action, Person by, Instant at) {
        var first = new Transition();
        first.action = action;
        first.target = action.state;
        first.at = at;
        first.by = by;
        first.persist();
    }

    static void record(ActionItem action, ActionState target, Said said, Person by, Instant at) {
        var step = new Transition();
        step.action = action;
        step.source = action.state;
        step.target = target;
        step.at = at;
        step.by = by;
        step.evidence = said.evidence;
        step.reason = said.reason;
        step.until = said.until;
        step.persist();
    }

    public boolean first() {
        return source == null;
    }
}
