package org.closecall.monthly;

import io.quarkus.qute.TemplateData;
import java.util.List;
import java.util.Map;
import org.closecall.action.ActionItem;
import org.closecall.people.Change;
import org.closecall.web.Errors;
import org.closecall.web.Viewer;

/**
 * A review as its page shows it.
 *
 * @param since what would be different today; null for a draft
 * @param standing the actions decided on, as they are now
 */
@TemplateData
public record ReviewPage(MonthlyReview review, Document document, Since since, Map<Long, ActionItem> standing, List<Correction> corrections, List<Change> history,
        boolean over, boolean subscribed, CorrectionForm form, Errors errors) {

    private static final int MOST_CHANGES = 15;

    static ReviewPage of(MonthlyReview review, Viewer viewer, CorrectionForm form, Errors errors) {
        var scope = Scoped.of(review.time(), review.team, viewer.now());
        var document = review.frozen() ? FrozenDocument.of(review) : Document.now(review.time(), scope, review);
        return new ReviewPage(review, document, review.frozen() ? Since.of(review, document, scope) : null, Decisions.standing(review), Correction.of(review),
                Change.latest(review.subject(), MOST_CHANGES), review.time().over(Scoped.today(viewer)), ReviewSubscription.has(viewer.person(), review.team), form, errors);
    }

    public ReviewPeriod time() {
        return review.time();
    }

    /** By the key of their part; null where nobody wrote anything. */
    public Document.Words words(String key) {
        return document.words(Part.keyed(key));
    }

    /** The parts that are lists, in their order. */
    public List<Part> listed() {
        return List.of(Part.NOTABLE, Part.LESSONS, Part.ACTIONS, Part.RISKS, Part.BUDGETS, Part.AHEAD);
    }

    /** Empty for the organisation. */
    public String team() {
        return review.team == null ? "" : review.team.id.toString();
    }

    /** Where the same is of the time before. */
    public String previous() {
        return MonthlyReview.address(time().previous(), review.team);
    }

    public String next() {
        return MonthlyReview.address(time().next(), review.team);
    }

    /** Of the quarter that gives the verdict. */
    public String verdicts() {
        return MonthlyReview.address(time().verdicts(), review.team);
    }

    public String comparison() {
        return "/reliability/reviews/comparison?was=" + time().previous().name() + "&is=" + time().name() + (review.team == null ? "" : "&team=" + review.team.id);
    }

    /** Whether the viewer may write to it, if a member. */
    public boolean open() {
        return !review.frozen();
    }
}
