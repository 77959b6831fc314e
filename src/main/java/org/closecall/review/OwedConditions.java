package org.closecall.review;

import jakarta.persistence.Query;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.closecall.web.Typed;
import org.closecall.web.Viewer;

/**
 * Which records owe a postmortem, as SQL conditions on occurrence o. Said here once for the record, the desk and the list:
 * the policy asks for one, it is over, none is published, and nobody said that none is needed. Imported records,
 * duplicates of others and what was over before the upgrade that began to ask owe none.
 */
final class OwedConditions {

    private static final String CELL = "case when o.kind = 'INCIDENT' then o.severity || '-HAPPENED' else o.potential_severity || '-' || o.likelihood end";
    private static final String OWED = "o.deleted_at is null and o.source is null and o.review_since >= (select g.reviews_since from organisation g) and " + CELL + """
             in (:asking)
            and not exists (select 1 from postmortem p where p.occurrence_id = o.id and p.published_at is not null)
            and not exists (select 1 from postmortem_exemption x where x.occurrence_id = o.id and x.ended_at is null)
            and not exists (select 1 from occurrence_link l join occurrence t on t.id = l.target_id
              where l.source_id = o.id and l.kind = 'DUPLICATE_OF' and l.removed_at is null and t.deleted_at is null)""";
    /** Who leads it, filed it, has or had a role in it, or began or facilitates its postmortem. */
    static final String MINE = """
            (o.lead_id = :me or o.filed_by = :me or o.id in (select r.occurrence_id from occurrence_role r where r.person_id = :me)
              or o.id in (select p.occurrence_id from postmortem p where p.created_by = :me or p.facilitator_id = :me))""";
    static final String OF_MY_TEAMS = """
            o.id in (select os.occurrence_id from occurrence_service os join service s on s.id = os.service_id join team t on t.id = s.team_id
              where t.lead_id = :me or t.id in (select m.team_id from team_member m where m.person_id = :me))""";

    final ReviewPolicy policy = ReviewRule.policy();
    final StringBuilder where = new StringBuilder(OWED);
    private final Map<String, Object> bound = new HashMap<>();

    OwedConditions() {
        var asking = policy.asking().values().stream().flatMap(List::stream).toList();
        bound.put("asking", asking.isEmpty() ? List.of("") : asking);
    }

    OwedConditions and(String condition) {
        where.append(" and ").append(condition);
        return this;
    }

    OwedConditions and(String condition, String name, Object value) {
        return and(condition).with(name, value);
    }

    OwedConditions with(String name, Object value) {
        bound.put(name, value);
        return this;
    }

    OwedConditions mine(Viewer viewer) {
        return and(MINE, "me", viewer.person().id);
    }

    OwedConditions ofMyTeams(Viewer viewer) {
        return and(OF_MY_TEAMS, "me", viewer.person().id);
    }

    /** What cannot be read matches nothing rather than everything. */
    OwedConditions id(String condition, String name, String typed) {
        return Typed.given(typed) ? and(condition, name, Typed.id(typed) == null ? -1L : Typed.id(typed)) : this;
    }

    /** The condition of what is late, one piece for each term the policy has. */
    String late(Viewer viewer) {
        var late = new StringBuilder("(false");
        policy.asking().forEach((days, cells) -> {
            late.append(" or ").append(CELL).append(" in (:cells").append(days).append(") and o.review_since < :late").append(days);
            bound.put("cells" + days, cells);
            bound.put("late" + days, Deadline.lateBefore(OwedPostmortem.today(viewer), viewer.organisation().zone(), days));
        });
        return late.append(")").toString();
    }

    <Q extends Query> Q bind(Q query) {
        bound.forEach(query::setParameter);
        return query;
    }
}
