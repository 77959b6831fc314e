package org.closecall.monthly;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.closecall.action.ActionItem;
import org.closecall.action.ActionState;
import org.closecall.reliability.Scope;
import org.closecall.web.Formats;

/** What became of promises. Who owns what is said where it is acted on, and counted nowhere. */
record ActionLists(ReviewPeriod time, Scope scope) {

    private static final int EXPIRING_DAYS = 30;
    private static final String FROM = "from ActionItem a left join a.occurrence o where a.deletedAt is null and (o is null or o.deletedAt is null) and (:team is null or a.team.id = :team) and ";

    List<Listing> all() {
        return List.of(done(), overdue(), expiring(), accepted());
    }

    private Listing done() {
        var range = time.range(scope.zone());
        return list(Part.ACTIONS, "done", "Actions done", "Done for the first time in this time.", "No action was done in this time.", "a.firstDoneAt >= :from and a.firstDoneAt < :until",
                Map.of("from", range.start(), "until", range.end()), "a.firstDoneAt, a.id", "/actions?state=DONE,VERIFIED");
    }

    /** At the end of the time, or now where it is not over. */
    private Listing overdue() {
        var today = LocalDate.ofInstant(scope.now(), scope.zone());
        var day = time.to().isBefore(today) ? time.to() : today.minusDays(1);
        return list(Part.ACTIONS, "overdue", "Actions overdue", "Promised for " + Formats.day(day) + " or earlier, and not done by then.", "No action was late.",
                "a.dueOn <= :day and a.state not in (DROPPED, RISK_ACCEPTED) and (a.firstDoneAt is null and a.state in (OPEN, IN_PROGRESS) or a.firstDoneAt >= :until) and a.createdAt < :until",
                Map.of("day", day, "until", day.plusDays(1).atStartOfDay(scope.zone()).toInstant()), "a.dueOn, a.id", "/actions?show=late");
    }

    private Listing expiring() {
        return list(Part.ACTIONS, "expiring", "Accepted risks that end soon", "Open again within " + EXPIRING_DAYS + " days of the end of this time unless somebody accepts them again.", "No accepted risk ends soon.",
                "a.state = RISK_ACCEPTED and a.acceptedUntil <= :day", Map.of("day", time.to().plusDays(EXPIRING_DAYS)), "a.acceptedUntil, a.id", "/actions?show=expiring");
    }

    private Listing accepted() {
        return list(Part.RISKS, "accepted", "Accepted risks", "Somebody decided to live with these until a day.", "No risk is accepted.", "a.state = :accepted", Map.of("accepted", ActionState.RISK_ACCEPTED),
                "a.acceptedUntil, a.id", "/actions?state=RISK_ACCEPTED");
    }

    private Listing list(Part part, String id, String title, String say, String none, String condition, Map<String, Object> bound, String order, String all) {
        var query = ActionItem.getEntityManager().createQuery("select a " + FROM.replace("where", "left join fetch a.owner where") + condition + " order by " + order, ActionItem.class);
        var count = ActionItem.getEntityManager().createQuery("select count(a) " + FROM + condition, Long.class);
        Stream.of(query, count).forEach(one -> {
            one.setParameter("team", scope.team() == null ? null : scope.team().id);
            bound.forEach(one::setParameter);
        });
        var lines = query.setMaxResults(Listing.MOST).getResultList().stream().map(ActionLists::line).toList();
        return Listing.of(part, id, title, say, none, lines, count.getSingleResult(), all + (scope.team() == null ? "" : "&team=" + scope.team().id));
    }

    private static Listing.Line line(ActionItem action) {
        return new Listing.Line(action.title, "/actions/" + action.id, null, null, action.aim, action.state, null,
                Stream.of(action.owner == null ? "nobody owns it" : action.owner.name, action.dueOn == null ? null : "due " + Formats.day(action.dueOn),
                        action.acceptedUntil == null ? null : "accepted until " + Formats.day(action.acceptedUntil)).filter(Objects::nonNull).toList());
    }
}
