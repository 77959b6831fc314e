package org.closecall.action;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.closecall.people.Person;

/** An action waits for another, the blocker; never in a circle. */
@Entity
public class Blocker extends PanacheEntityBase {

    static final int MOST = 50;
    /** They are few and seldom: one writer at a time sees every circle, however long. Always taken before the lock on an action. */
    private static final String ONE_AT_A_TIME = "select pg_advisory_xact_lock(1129074531, 97)";
    private static final String REACHES = """
            with recursive reached (id) as (select cast(:from as bigint) union select b.blocker_id from reached r join blocker b on b.action_id = r.id)
            select count(*) from reached where id = :to""";
    private static final String THERE = "b.blocker.deletedAt is null and (o is null or o.deletedAt is null)";
    private static final String WAITING = "b.blocker.state in (OPEN, IN_PROGRESS) and " + THERE;

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;
    @ManyToOne(fetch = FetchType.LAZY)
    public ActionItem action;
    @ManyToOne(fetch = FetchType.LAZY)
    public ActionItem blocker;
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "created_by")
    public Person createdBy;
    public Instant createdAt;

    /** What an action waits for: the unfinished first. */
    public static List<ActionItem> of(ActionItem action) {
        return getEntityManager().createQuery("select a from Blocker b join b.blocker a left join fetch a.owner left join a.occurrence o where b.action = :action and a.deletedAt is null and (o is null or o.deletedAt is null) "
                + "order by case when a.state in (OPEN, IN_PROGRESS) then 0 else 1 end, a.dueOn nulls last, a.id", ActionItem.class).setParameter("action", action).getResultList();
    }

    /** What waits for an action: the unfinished first. */
    public static List<ActionItem> waitingFor(ActionItem blocker, int most) {
        return getEntityManager().createQuery("select a from Blocker b join b.action a left join fetch a.owner left join a.occurrence o where b.blocker = :blocker and a.deletedAt is null and (o is null or o.deletedAt is null) "
                + "order by case when a.state in (OPEN, IN_PROGRESS) then 0 else 1 end, a.dueOn nulls last, a.id", ActionItem.class).setParameter("blocker", blocker).setMaxResults(most).getResultList();
    }

    /** How many unfinished ones each waits for, by its id, of those that wait; in one statement. */
    public static Map<Long, Long> unfinished(List<ActionItem> actions) {
        var counts = actions.isEmpty() ? List.<Object[]>of() : getEntityManager().createQuery("select b.action.id, count(b) from Blocker b left join b.blocker.occurrence o where b.action in :actions and "
                + WAITING + " group by b.action.id", Object[].class).setParameter("actions", actions).getResultList();
        return counts.stream().collect(Collectors.toMap(count -> (Long) count[0], count -> (Long) count[1]));
    }

    static void takeTurn() {
        getEntityManager().createNativeQuery(ONE_AT_A_TIME).getSingleResult();
    }

    /** Null when it does not wait for that one. */
    static Blocker between(ActionItem action, long blocker) {
        return find("action = ?1 and blocker.id = ?2", action, blocker).firstResult();
    }

    /** Whether the one waits for the other, however far. The caller has taken its turn. */
    static boolean waits(ActionItem one, ActionItem other) {
        return ((Number) getEntityManager().createNativeQuery(REACHES).setParameter("from", one.id).setParameter("to", other.id).getSingleResult()).longValue() > 0;
    }

    static void add(ActionItem action, ActionItem blocker, Person by, Instant now) {
        var added = new Blocker();
        added.action = action;
        added.blocker = blocker;
        added.createdBy = by;
        added.createdAt = now;
        added.persist();
        action.told("said what blocks", Map.of(), Map.of("Blocked by", name(blocker)), by, now);
    }

    void remove(Person by, Instant now) {
        delete();
        action.told("took away what blocks", Map.of("Blocked by", name(blocker)), Map.of(), by, now);
    }

    private static String name(ActionItem action) {
        return action.title + " (" + action.id + ")";
    }
}
