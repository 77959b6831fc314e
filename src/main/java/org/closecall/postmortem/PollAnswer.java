package org.closecall.postmortem;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import java.time.Instant;
import org.closecall.people.Person;

/** What a reader found. Whose it is serves to change it; no page and no history says who answered what. */
@Entity
public class PollAnswer extends PanacheEntityBase {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;
    @ManyToOne(fetch = FetchType.LAZY)
    public Postmortem postmortem;
    @ManyToOne(fetch = FetchType.LAZY)
    public Person person;
    public boolean learned;
    public boolean again;
    public Instant answeredAt;

    /** Null until they answer. */
    static PollAnswer of(Long postmortemId, Person person) {
        return find("postmortem.id = ?1 and person = ?2", postmortemId, person).firstResult();
    }

    /** One a person. The caller holds the postmortem's lock. */
    static void give(Postmortem postmortem, Person person, boolean learned, boolean again, Instant now) {
        var there = of(postmortem.id, person);
        var answer = there == null ? new PollAnswer() : there;
        answer.postmortem = postmortem;
        answer.person = person;
        answer.learned = learned;
        answer.again = again;
        answer.answeredAt = now;
        answer.persist();
    }
}
