package org.closecall.review;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.quarkus.qute.TemplateExtension;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.util.stream.Collectors;
import org.closecall.occurrence.Occurrence;
import org.closecall.occurrence.Severity;

/** A cell of the review policy that administrators decided otherwise. */
@Entity
public class ReviewRule extends PanacheEntityBase {

    @Id
    public String cell;
    @Enumerated(EnumType.STRING)
    public Review review;
    public Integer dueWorkingDays;

    public static ReviewPolicy policy() {
        return new ReviewPolicy(ReviewRule.<ReviewRule>listAll().stream().collect(Collectors.toMap(rule -> rule.cell, rule -> new Demand(rule.review, rule.dueWorkingDays))));
    }

    static void decide(Severity severity, Occasion occasion, Demand demand) {
        var cell = ReviewPolicy.cell(severity, occasion);
        deleteById(cell);
        if (!demand.equals(ReviewPolicy.standard(severity, occasion))) {
            var rule = new ReviewRule();
            rule.cell = cell;
            rule.review = demand.review();
            rule.dueWorkingDays = demand.workingDays();
            rule.persistAndFlush();
        }
    }

    @TemplateExtension
    static final class Extensions {

        private Extensions() {
        }

        /** Null when too little is known to say. */
        static String asksFor(Occurrence occurrence) {
            var review = policy().asks(occurrence);
            return review == null ? null : review.words;
        }
    }
}
