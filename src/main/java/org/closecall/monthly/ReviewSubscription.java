package org.closecall.monthly;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import org.closecall.catalog.Team;
import org.closecall.people.Person;

/** Who wants to hear that a review is ready. One's own affair: no history tells it. */
@Entity
@Table(name = "monthly_review_subscription")
public class ReviewSubscription extends PanacheEntityBase {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;
    @ManyToOne(fetch = FetchType.LAZY)
    public Person person;
    /** Null for the reviews of the organisation. */
    @ManyToOne(fetch = FetchType.LAZY)
    public Team team;
    public Instant since;

    static boolean has(Person person, Team team) {
        return team == null ? count("person = ?1 and team is null", person) > 0 : count("person = ?1 and team = ?2", person, team) > 0;
    }

    /** Those who are still here. */
    static List<Person> subscribers(Team team) {
        return team == null ? Person.list("from Person p where p.deactivatedAt is null and exists (select 1 from ReviewSubscription s where s.person = p and s.team is null) order by p.id")
                : Person.list("from Person p where p.deactivatedAt is null and exists (select 1 from ReviewSubscription s where s.person = p and s.team = ?1) order by p.id", team);
    }

    /** Teams in use that somebody subscribes to. */
    static List<Team> teams() {
        return Team.list("from Team t where t.archivedAt is null and exists (select 1 from ReviewSubscription s where s.team = t and s.person.deactivatedAt is null) order by t.id");
    }

    /** Sent twice, it is so once. */
    static void begin(Person person, Team team, Instant now) {
        getEntityManager().createNativeQuery("insert into monthly_review_subscription (person_id, team_id, since) values (:person, cast(:team as bigint), :now) on conflict do nothing")
                .setParameter("person", person.id).setParameter("team", team == null ? null : team.id.toString()).setParameter("now", now).executeUpdate();
    }

    static void end(Person person, Team team) {
        if (team == null) {
            delete("person = ?1 and team is null", person);
        } else {
            delete("person = ?1 and team = ?2", person, team);
        }
    }
}
