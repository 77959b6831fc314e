package org.closecall.postmortem;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.closecall.people.Person;

/** Somebody at work in a postmortem, as far as their page has said so. It lives in the store: pages may be served by several instances. */
@Entity
@Table(name = "postmortem_presence")
public class Presence extends PanacheEntityBase {

    /** Whoever said nothing for so long has gone. */
    private static final Duration SILENCE = Duration.ofMinutes(1);
    private static final String HERE = """
            insert into postmortem_presence (postmortem_id, person_id, key, at) values (:postmortem, :person, :key, :at)
            on conflict (postmortem_id, person_id) do update set key = excluded.key, at = excluded.at""";

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;
    @ManyToOne(fetch = FetchType.LAZY)
    public Postmortem postmortem;
    @ManyToOne(fetch = FetchType.LAZY)
    public Person person;
    public String key;
    public Instant at;

    /** key is the text they write, or null. */
    static void here(Postmortem postmortem, String key, Person person, Instant now) {
        getEntityManager().createNativeQuery(HERE).setParameter("postmortem", postmortem.id).setParameter("person", person.id)
                .setParameter("key", key).setParameter("at", now).executeUpdate();
    }

    static List<Presence> others(Postmortem postmortem, Person me, Instant now) {
        return list("from Presence p join fetch p.person where p.postmortem = ?1 and p.person <> ?2 and p.at > ?3 order by p.person.name, p.id", postmortem, me, now.minus(SILENCE));
    }

    /** What the text they write is called; null when they read, or it is gone. */
    public String writing() {
        return Slot.of(postmortem, null, null).stream().filter(slot -> slot.key().equals(key)).map(Slot::label).findFirst().orElse(null);
    }
}
