package org.closecall.monthly;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.closecall.occurrence.Occurrence;
import org.closecall.people.Person;

/** Somebody put an occurrence on the list of a review, or took it off, whatever the rule says. */
@Entity
@Table(name = "monthly_review_notable")
@IdClass(NotableChoice.Key.class)
public class NotableChoice extends PanacheEntityBase {

    @Id
    @ManyToOne(fetch = FetchType.LAZY)
    public MonthlyReview review;
    @Id
    @ManyToOne(fetch = FetchType.LAZY)
    public Occurrence occurrence;
    public boolean shown;
    public String reason;
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "by_id")
    public Person by;
    public Instant at;

    public static class Key implements Serializable {
        public Long review;
        public Long occurrence;

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && Objects.equals(key.review, review) && Objects.equals(key.occurrence, occurrence);
        }

        @Override
        public int hashCode() {
            return Objects.hash(review, occurrence);
        }
    }

    static List<NotableChoice> of(MonthlyReview review) {
        return list("from NotableChoice c join fetch c.occurrence o join fetch c.by where c.review = ?1 and o.deletedAt is null order by c.at", review);
    }

    /** The last word counts. */
    static void choose(MonthlyReview review, Occurrence occurrence, boolean shown, String reason, Person by, Instant now) {
        NotableChoice choice = find("review = ?1 and occurrence = ?2", review, occurrence).firstResult();
        var there = choice != null;
        if (!there) {
            choice = new NotableChoice();
            choice.review = review;
            choice.occurrence = occurrence;
        }
        choice.shown = shown;
        choice.reason = reason;
        choice.by = by;
        choice.at = now;
        if (!there) {
            choice.persist();
        }
        review.told(shown ? "put #" + occurrence.number + " on the list" : "took #" + occurrence.number + " off the list", Map.of(), Map.of("Reason", reason), by, now);
    }
}
