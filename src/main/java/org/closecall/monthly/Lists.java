package org.closecall.monthly;

import io.quarkus.arc.Arc;
import io.quarkus.arc.InstanceHandle;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.closecall.occurrence.Kind;
import org.closecall.occurrence.Occurrence;
import org.closecall.postmortem.Postmortem;
import org.closecall.postmortem.ReviewMeeting;
import org.closecall.prevention.Experiment;
import org.closecall.reliability.Scope;
import org.closecall.slo.Budget;
import org.closecall.slo.Budgets;
import org.closecall.web.Formats;

/** What a review names: a few statements for each list, whatever their length. */
record Lists(ReviewPeriod time, Scope scope, MonthlyReview review) {

    private static final String OF_TEAM = " and (:team is null or exists (select 1 from o.services s where s.team.id = :team))";

    static List<Listing> of(ReviewPeriod time, Scope scope, MonthlyReview review) {
        var lists = new Lists(time, scope, review);
        var all = new ArrayList<Listing>();
        all.add(Notables.of(time, scope, review));
        all.add(Notables.left(scope, review));
        all.add(lists.lessons());
        all.addAll(new ActionLists(time, scope).all());
        all.add(lists.hazards());
        all.add(lists.budgets());
        all.add(lists.meetings());
        all.add(lists.experiments());
        Arc.container().listAll(Contribution.class).stream().map(InstanceHandle::get).map(one -> one.listing(time.from(), time.to(), scope)).forEach(all::add);
        return all.stream().filter(Objects::nonNull).toList();
    }

    private Listing lessons() {
        var range = time.range(scope.zone());
        var from = "from Postmortem p join p.occurrence o where p.publishedAt >= :from and p.publishedAt < :until and o.deletedAt is null" + OF_TEAM;
        var query = Postmortem.getEntityManager().createQuery("select p " + from.replace("join p.occurrence", "join fetch p.occurrence") + " order by p.publishedAt, p.id", Postmortem.class);
        var count = Postmortem.getEntityManager().createQuery("select count(p) " + from, Long.class);
        Stream.of(query, count).forEach(one -> one.setParameter("from", range.start()).setParameter("until", range.end()).setParameter("team", team()));
        var lines = query.setMaxResults(Listing.MOST).getResultList().stream().map(this::lesson).toList();
        return Listing.of(Part.LESSONS, "lessons", "Lessons published", "Postmortems published in this time.", "No postmortem was published in this time.", lines, count.getSingleResult(), "/library");
    }

    private Listing.Line lesson(Postmortem postmortem) {
        var occurrence = postmortem.occurrence;
        return new Listing.Line(postmortem.title, postmortem.path(), occurrence.kind, occurrence.shownSeverity(), null, null, null,
                List.of("#" + occurrence.number, "published " + Formats.day(postmortem.publishedAt, scope.zone())));
    }

    /** Those nobody has removed the cause of. */
    private Listing hazards() {
        var where = "from Occurrence o where o.deletedAt is null and o.kind = HAZARD and o.resolved.state = NOT_YET and o.occurredAt < :until" + OF_TEAM;
        var query = Occurrence.getEntityManager().createQuery("select o " + where + " order by o.potentialSeverity nulls last, o.occurredAt, o.number", Occurrence.class);
        var count = Occurrence.getEntityManager().createQuery("select count(o) " + where, Long.class);
        Stream.of(query, count).forEach(one -> one.setParameter("until", time.range(scope.zone()).end()).setParameter("team", team()));
        var lines = query.setMaxResults(Listing.MOST).getResultList().stream().map(this::hazard).toList();
        return Listing.of(Part.RISKS, "hazards", "Hazards still there", "Unsafe conditions that nobody has removed yet.", "No hazard is open.", lines, count.getSingleResult(),
                "/occurrences?kind=" + Kind.HAZARD + "&progress=UNRESOLVED" + (scope.team() == null ? "" : "&team=" + team()));
    }

    private Listing.Line hazard(Occurrence hazard) {
        return new Listing.Line(hazard.heading(), "/occurrences/" + hazard.number, hazard.kind, hazard.potentialSeverity, null, null, null,
                Stream.of("known since " + Formats.day(hazard.occurredAt, scope.zone()), hazard.likelihood == null ? null : "likelihood: " + hazard.likelihood.label.toLowerCase()).filter(Objects::nonNull).toList());
    }

    /** As they stood at the end of the time; null without objectives, since the charts have all of them. */
    private Listing budgets() {
        var budgets = Budgets.of(null, scope.team(), time.range(scope.zone()).until(scope.now()).end(), scope.zone());
        var spent = budgets.stream().filter(Budget::spent).toList();
        var lines = spent.stream().limit(Listing.MOST).map(budget -> new Listing.Line(budget.objective().name, budget.objective().address(), null, null, null, null, null,
                List.of(budget.objective().service.name, budget.windowLabel(), "consumed " + budget.consumedText(), "left " + budget.remainingText()))).toList();
        return budgets.isEmpty() ? null : Listing.of(Part.BUDGETS, "budgets-spent", "Error budgets spent", "Nothing was left of these at the end of this time.", "No error budget was spent.", lines, spent.size(), "/prevention/slos");
    }

    private Listing meetings() {
        var lines = ReviewMeeting.from(scope.now(), scope.team(), Listing.MOST).stream().map(meeting -> new Listing.Line(meeting.postmortem.title, meeting.postmortem.path() + "/review", null, null, null, null, meeting.startsAt,
                Stream.of("#" + meeting.postmortem.occurrence.number, meeting.place).filter(Objects::nonNull).toList())).toList();
        return Listing.of(Part.AHEAD, "meetings", "Review meetings to come", "Meetings about postmortems that are set.", "No review meeting is set.", lines, lines.size(), null);
    }

    private Listing experiments() {
        var range = time.range(scope.zone());
        var from = "from Experiment e join fetch e.criticalPath p where e.deletedAt is null and e.at >= :from and e.at < :until and (:team is null or p.team.id = :team)";
        var query = Experiment.getEntityManager().createQuery("select e " + from + " order by e.at, e.id", Experiment.class);
        var count = Experiment.getEntityManager().createQuery("select count(e) " + from.replace("fetch ", ""), Long.class);
        Stream.of(query, count).forEach(one -> one.setParameter("from", range.start()).setParameter("until", range.end()).setParameter("team", team()));
        var lines = query.setMaxResults(Listing.MOST).getResultList().stream().map(one -> new Listing.Line(one.title(), one.address(), null, null, null, null, one.at, List.of(one.shown().label))).toList();
        return Listing.of(Part.AHEAD, "experiments", "Experiments", "Chaos experiments of this time.", "No experiment was made in this time.", lines, count.getSingleResult(), "/prevention/experiments");
    }

    private Long team() {
        return scope.team() == null ? null : scope.team().id;
    }
}
