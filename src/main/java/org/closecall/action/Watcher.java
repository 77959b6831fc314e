package org.closecall.action;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.ManyToOne;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.closecall.people.Person;

/**
 * Who follows an action. Its owner and whoever made it do so by themselves, whoever comments from then on; each of them may
 * stop. What one follows is one's own affair: the history of the action does not tell it.
 */
@Entity
@IdClass(Watcher.Key.class)
public class Watcher extends PanacheEntityBase {

    private static final String SET = "insert into watcher (action_id, person_id, watching, since) values (:action, :person, :watching, :now) on conflict (action_id, person_id) do ";

    @Id
    @ManyToOne(fetch = FetchType.LAZY)
    public ActionItem action;
    @Id
    @ManyToOne(fetch = FetchType.LAZY)
    public Person person;
    public boolean watching;
    public Instant since;

    public static class Key implements Serializable {
        public Long action;
        public Long person;

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && Objects.equals(key.action, action) && Objects.equals(key.person, person);
        }

        @Override
        public int hashCode() {
            return Objects.hash(action, person);
        }
    }

    /** By name. */
    public static List<Person> of(ActionItem action) {
        var concerned = Stream.of(action.owner, action.createdBy).filter(Objects::nonNull).map(person -> person.id).toList();
        return Person.list("from Person p where p.deactivatedAt is null and (p.id in ?2 or exists (select 1 from Watcher w where w.action = ?1 and w.person = p and w.watching = true)) "
                + "and not exists (select 1 from Watcher w where w.action = ?1 and w.person = p and w.watching = false) order by p.name, p.id", action, concerned);
    }

    /** Unless they have said whether they want to. */
    static void join(ActionItem action, Person person, Instant now) {
        set(action, person, true, now, "nothing");
    }

    static void set(ActionItem action, Person person, boolean watching, Instant now) {
        set(action, person, watching, now, "update set watching = excluded.watching, since = excluded.since");
    }

    private static void set(ActionItem action, Person person, boolean watching, Instant now, String known) {
        getEntityManager().createNativeQuery(SET + known).setParameter("action", action.id).setParameter("person", person.id).setParameter("watching", watching).setParameter("now", now).executeUpdate();
    }
}
