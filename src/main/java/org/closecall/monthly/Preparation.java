package org.closecall.monthly;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.closecall.catalog.Team;
import org.closecall.chore.Chore;
import org.closecall.notice.Notice;
import org.closecall.notice.NoticeKind;
import org.closecall.people.Organisation;

/**
 * From the first working day of a month on there is a draft for the month before, and after the end of a quarter one for the
 * quarter: of the organisation, and of each team that somebody wants to hear of. It may be done at any time, twice or late:
 * the store keeps one of each, and who was told is not told again.
 */
@ApplicationScoped
class Preparation implements Chore {

    @Override
    public String name() {
        return "monthly-reviews";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(10);
    }

    @Override
    public void run(Instant now) {
        QuarkusTransaction.requiringNew().run(() -> {
            var organisation = Organisation.current();
            if (organisation != null) {
                prepare(LocalDate.ofInstant(now, organisation.zone()), organisation, now);
            }
        });
    }

    private static void prepare(LocalDate today, Organisation organisation, Instant now) {
        var month = YearMonth.from(today);
        if (today.isBefore(ReviewPeriod.firstWorkingDay(month))) {
            return;
        }
        for (var time : due(month)) {
            if (time.recorded(organisation.zone())) {
                Stream.concat(Stream.of((Team) null), ReviewSubscription.teams().stream()).forEach(team -> ready(time, team, now));
            }
        }
    }

    /** The month before, and where a quarter has just ended, that. */
    private static List<ReviewPeriod> due(YearMonth month) {
        var due = new ArrayList<>(List.of(ReviewPeriod.month(month.minusMonths(1))));
        var quarter = ReviewPeriod.quarterOf(month.minusMonths(1));
        if (quarter.last().equals(month.minusMonths(1))) {
            due.add(quarter);
        }
        return due;
    }

    private static void ready(ReviewPeriod time, Team team, Instant now) {
        var review = MonthlyReview.prepare(time, team, null, now);
        if (!review.frozen() && review.announce(now)) {
            Notice.tell(ReviewSubscription.subscribers(team), NoticeKind.MONTHLY_REVIEW, "A draft of the reliability review is ready: " + review.label(), review.address(), "monthly-review:" + review.id, now);
        }
    }
}
