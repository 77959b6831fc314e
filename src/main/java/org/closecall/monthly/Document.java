package org.closecall.monthly;

import io.quarkus.qute.TemplateData;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.closecall.action.ActionState;
import org.closecall.action.Aim;
import org.closecall.reliability.Dashboard;
import org.closecall.reliability.Scope;

/** All that a review says: worked out anew for a draft, read from what was kept for a frozen one. Pages and files know nothing else. */
@TemplateData
public record Document(About about, Numbers numbers, List<Listing> lists, List<Words> words, List<Decision> decisions, List<String> participants) {

    /**
     * What it is about, and when it was so.
     *
     * @param verdictOn the fixed review date at whose end the verdicts fall
     */
    @TemplateData
    public record About(int definitions, Instant at, String period, String label, String scope, Long team, String timeZone, LocalDate from, LocalDate to, boolean quarter, LocalDate verdictOn) {

        static About of(ReviewPeriod time, Scope scope) {
            return new About(Dashboard.DEFINITIONS, scope.now(), time.name(), time.label(), scope.team() == null ? "All services" : "Services of " + scope.team().name, scope.team() == null ? null : scope.team().id,
                    scope.zone().getId(), time.from(), time.to(), time.quarter(), time.verdictOn());
        }
    }

    /** What somebody wrote to a part. */
    @TemplateData
    public record Words(Part part, String text, String by, Instant at) {
    }

    /** A decision is an action. */
    @TemplateData
    public record Decision(Long action, String title, Aim aim, ActionState state, String owner, LocalDate dueOn) {
    }

    /** As it is now. review is null where nobody has prepared one. */
    static Document now(ReviewPeriod time, Scope scope, MonthlyReview review) {
        return new Document(About.of(time, scope), Numbers.of(time, scope), Lists.of(time, scope, review), review == null ? List.of() : MonthlyReviewSection.words(review),
                review == null ? List.of() : Decisions.of(review), review == null ? List.of() : review.participants.stream().map(person -> person.name).toList());
    }

    public List<Listing> lists(Part part) {
        return lists.stream().filter(list -> list.part() == part).toList();
    }

    /** Null where nobody wrote anything. */
    public Words words(Part part) {
        return words.stream().filter(one -> one.part() == part).findFirst().orElse(null);
    }

    public boolean shows(Part part) {
        return words(part) != null || !lists(part).isEmpty();
    }
}
