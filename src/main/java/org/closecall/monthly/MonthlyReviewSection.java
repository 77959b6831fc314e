package org.closecall.monthly;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import java.io.Serializable;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.closecall.people.Person;

/** What people wrote to one part of a review. */
@Entity
@IdClass(MonthlyReviewSection.Id_.class)
public class MonthlyReviewSection extends PanacheEntityBase {

    @Id
    @ManyToOne(fetch = FetchType.LAZY)
    public MonthlyReview review;
    @Id
    public String key;
    public String body;
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "updated_by")
    public Person updatedBy;
    public Instant updatedAt;

    public static class Id_ implements Serializable {
        public Long review;
        public String key;

        @Override
        public boolean equals(Object other) {
            return other instanceof Id_ id && Objects.equals(id.review, review) && Objects.equals(id.key, key);
        }

        @Override
        public int hashCode() {
            return Objects.hash(review, key);
        }
    }

    /** By part; those nobody wrote are missing. */
    static Map<Part, MonthlyReviewSection> of(MonthlyReview review) {
        List<MonthlyReviewSection> found = list("from MonthlyReviewSection s join fetch s.updatedBy where s.review = ?1", review);
        var sections = new HashMap<Part, MonthlyReviewSection>();
        found.forEach(section -> sections.put(Part.keyed(section.key), section));
        return sections;
    }

    /** What is written, in the order of the parts. */
    static List<Document.Words> words(MonthlyReview review) {
        return of(review).entrySet().stream().filter(section -> section.getKey() != null && !section.getValue().body.isBlank()).sorted(Comparator.comparing(Map.Entry::getKey))
                .map(section -> new Document.Words(section.getKey(), section.getValue().body, section.getValue().updatedBy.name, section.getValue().updatedAt)).toList();
    }

    /** The caller holds the lock of the review. */
    static void write(MonthlyReview review, Part part, String text, Person by, Instant now) {
        var section = of(review).get(part);
        var there = section != null;
        if (!there) {
            section = new MonthlyReviewSection();
            section.review = review;
            section.key = part.key;
        }
        section.body = text;
        section.updatedBy = by;
        section.updatedAt = now;
        if (!there) {
            section.persist();
        }
    }
}
