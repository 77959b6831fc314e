package org.closecall.monthly;

import io.quarkus.qute.TemplateData;
import java.time.LocalDate;
import java.util.List;
import org.closecall.web.Option;
import org.closecall.web.Typed;
import org.closecall.web.Viewer;

/** One page of all reviews, the newest first. next is null on the last. */
@TemplateData
public record ReviewList(List<MonthlyReview> reviews, String next, boolean subscribed, List<Option> periods, List<Option> teams) {

    private static final int PAGE = 50;

    /** after: the last day and the id of the last one of the page before, such as 2026-10-31_12. */
    static ReviewList of(String after, Viewer viewer) {
        var parts = after == null ? new String[0] : after.split("_");
        var day = parts.length == 2 ? Typed.date(parts[0]) : null;
        var found = MonthlyReview.page(day, parts.length == 2 ? Typed.id(parts[1]) : null, PAGE + 1);
        var shown = found.size() > PAGE ? found.subList(0, PAGE) : found;
        var last = shown.isEmpty() ? null : shown.get(shown.size() - 1);
        return new ReviewList(shown, found.size() > PAGE ? last.lastDay + "_" + last.id : null, ReviewSubscription.has(viewer.person(), null), PreparationForm.periods(Scoped.today(viewer)), PreparationForm.teams());
    }

    /** By the year of their last day; the quarter before its months where they end alike. */
    public List<Integer> years() {
        return reviews.stream().map(review -> review.lastDay).map(LocalDate::getYear).distinct().toList();
    }

    public List<MonthlyReview> of(int year) {
        return reviews.stream().filter(review -> review.lastDay.getYear() == year).toList();
    }
}
