package org.closecall.monthly;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.closecall.people.Person;

/** What somebody says below a frozen review. What is above stays as it is, and so does this. */
@Entity
@Table(name = "monthly_review_correction")
public class Correction extends PanacheEntityBase {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;
    @ManyToOne(fetch = FetchType.LAZY)
    public MonthlyReview review;
    public String text;
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "written_by")
    public Person writtenBy;
    public Instant writtenAt;

    static List<Correction> of(MonthlyReview review) {
        return review.frozen() ? list("from Correction c join fetch c.writtenBy where c.review = ?1 order by c.id", review) : List.of();
    }

    static void add(MonthlyReview review, String text, Person by, Instant now) {
        var correction = new Correction();
        correction.review = review;
        correction.text = text;
        correction.writtenBy = by;
        correction.writtenAt = now;
        correction.persist();
        review.told("added a correction", Map.of(), Map.of("Correction", text), by, now);
    }
}
