package org.closecall.review;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.qute.TemplateData;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.closecall.action.Due;
import org.closecall.occurrence.Occurrence;
import org.closecall.postmortem.Postmortem;
import org.closecall.postmortem.ReviewMeeting;
import org.closecall.web.Viewer;

/** A record that owes a postmortem: postmortem is what is there of it, or null; meeting the one to come, or null. */
@TemplateData
public record OwedPostmortem(Occurrence occurrence, Demand demand, Due due, Postmortem postmortem, ReviewMeeting meeting) {

    /** Those of the viewer, then those of the viewer's teams; each longest owed first. Viewers write none. */
    public static List<OwedPostmortem> waitingFor(Viewer viewer, int most) {
        if (!viewer.member()) {
            return List.of();
        }
        var mine = ids(new OwedConditions().mine(viewer), most);
        var ofTeams = mine.size() == most ? List.<Long>of() : ids(new OwedConditions().ofMyTeams(viewer).and(OwedConditions.MINE + " is not true"), most - mine.size());
        return load(Stream.concat(mine.stream(), ofTeams.stream()).toList(), viewer);
    }

    @SuppressWarnings("unchecked")
    static List<Long> ids(OwedConditions conditions, int most) {
        var sql = "select o.id from occurrence o where " + conditions.where + " order by o.review_since, o.number";
        return conditions.bind(Panache.getEntityManager().createNativeQuery(sql, Long.class)).setMaxResults(most).getResultList();
    }

    /** In the order of the ids, in four statements. */
    static List<OwedPostmortem> load(List<Long> ids, Viewer viewer) {
        if (ids.isEmpty()) {
            return List.of();
        }
        var policy = ReviewRule.policy();
        List<Occurrence> found = Occurrence.list("from Occurrence o left join fetch o.lead where o.id in ?1", ids);
        var postmortems = Postmortem.of(found);
        var meetings = ReviewMeeting.coming(postmortems.values(), viewer.now());
        return found.stream().sorted(Comparator.comparing(occurrence -> ids.indexOf(occurrence.id))).map(occurrence -> {
            var postmortem = postmortems.get(occurrence.id);
            return new OwedPostmortem(occurrence, policy.demand(occurrence), due(occurrence, policy.demand(occurrence), viewer), postmortem, postmortem == null ? null : meetings.get(postmortem.id));
        }).toList();
    }

    /** The days are the organisation's, like its months. */
    static Due due(Occurrence occurrence, Demand demand, Viewer viewer) {
        return new Due(Deadline.of(occurrence.reviewSince, viewer.organisation().zone(), demand.workingDays()), today(viewer), false);
    }

    static LocalDate today(Viewer viewer) {
        return viewer.now().atZone(viewer.organisation().zone()).toLocalDate();
    }

    public boolean isOf(Postmortem other) {
        return postmortem != null && postmortem.id.equals(other.id);
    }

    /** Where one goes on with it, or begins. */
    public String path() {
        return postmortem == null ? "/occurrences/" + occurrence.number + "/postmortem" : postmortem.path() + "/edit";
    }
}
