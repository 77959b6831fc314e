package org.closecall.action;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.qute.TemplateData;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.closecall.web.Viewer;

/** What actions ask of somebody, by what they ask: each sort with its first few and how many there are. */
@TemplateData
public record Mine(List<Group> groups) {

    private static final int MOST = 5;

    /** In the order of the desk. Each is a list of ids, its sort key and how many there are; at most a few. */
    public enum Ask {
        LATE("Late", "?show=late&owner=%s", "a.owner_id = :me and a.state in ('OPEN', 'IN_PROGRESS') and a.due_on < :today", "a.due_on"),
        THIS_WEEK("Due within a week", "?show=week&owner=%s", "a.owner_id = :me and a.state in ('OPEN', 'IN_PROGRESS') and a.due_on between cast(:today as date) and cast(:today as date) + 7", "a.due_on"),
        DECIDE("A risk to accept or not", "?show=decide", "a.state in ('OPEN', 'IN_PROGRESS') and exists (select 1 from risk_acceptance r where r.action_id = a.id and r.decision is null and r.approver_id = :me)", "a.state_since"),
        VERIFY("To be verified by you", "?show=verify", """
                a.state = 'DONE' and a.done_by <> :me and a.owner_id is distinct from :me and a.done_owner_id is distinct from :me and (a.created_by = :me
                or a.team_id in (select m.team_id from team_member m where m.person_id = :me union select t.id from team t where t.lead_id = :me)
                or :administrator and (a.created_by = a.done_by or a.created_by = a.owner_id) and not exists (
                  select 1 from (select m.team_id, m.person_id from team_member m union all select t.id, t.lead_id from team t) x
                  where x.team_id = a.team_id and x.person_id <> a.done_by and x.person_id is distinct from a.owner_id))""", "a.state_since"),
        JUDGE("Did it help?", "?show=judge", "a.state = 'VERIFIED' and a.judge_on <= :today and (coalesce(a.owner_id, a.created_by) = :me or a.verified_by = :me)", "a.judge_on"),
        EXPIRING("Accepted risks that come back", "?show=expiring", """
                a.state = 'RISK_ACCEPTED' and a.accepted_until <= cast(:today as date) + 14 and (a.owner_id = :me
                or exists (select 1 from risk_acceptance r where r.action_id = a.id and r.decision = 'ACCEPTED' and r.approver_id = :me))""", "a.accepted_until"),
        LATER("Later, or without a date", "?show=mine", "a.owner_id = :me and a.state in ('OPEN', 'IN_PROGRESS') and (a.due_on is null or a.due_on > cast(:today as date) + 7)", "coalesce(a.due_on, 'infinity')");

        public final String label;
        /** The list with all of them, or the nearest there is, of the person with that id. */
        private final String query;
        private final String condition;
        private final String key;

        Ask(String label, String query, String condition, String key) {
            this.label = label;
            this.query = query;
            this.condition = condition;
            this.key = key;
        }

        private String sql() {
            return "(select '%s', a.id, count(*) over () from action_item a left join occurrence o on o.id = a.occurrence_id where a.deleted_at is null and o.deleted_at is null and %s order by %s, a.id limit %d)"
                    .formatted(this, condition, key, MOST);
        }
    }

    @TemplateData
    public record Group(Ask ask, List<ActionItem> actions, long total, Long me) {

        public String list() {
            return "/actions" + ask.query.formatted(me);
        }

        public boolean more() {
            return total > actions.size();
        }
    }

    private static final String SQL = Arrays.stream(Ask.values()).map(Ask::sql).collect(Collectors.joining(" union all "));

    private record Row(Ask ask, Long id, long total) {
    }

    /** Two statements, however much there is. */
    public static Mine of(Viewer viewer) {
        var rows = rows(viewer);
        var actions = ActionList.load(rows.stream().map(Row::id).distinct().toList()).stream().collect(Collectors.toMap(action -> action.id, action -> action));
        return new Mine(Arrays.stream(Ask.values()).map(ask -> group(ask, rows.stream().filter(row -> row.ask == ask).toList(), actions, viewer.person().id)).filter(group -> group.total > 0).toList());
    }

    private static Group group(Ask ask, List<Row> rows, Map<Long, ActionItem> actions, Long me) {
        return new Group(ask, rows.stream().map(row -> actions.get(row.id)).toList(), rows.isEmpty() ? 0 : rows.get(0).total, me);
    }

    @SuppressWarnings("unchecked")
    private static List<Row> rows(Viewer viewer) {
        List<Object[]> found = Panache.getEntityManager().createNativeQuery(SQL).setParameter("me", viewer.person().id).setParameter("today", viewer.today())
                .setParameter("administrator", viewer.administrator()).getResultList();
        return found.stream().map(row -> new Row(Ask.valueOf((String) row[0]), ((Number) row[1]).longValue(), ((Number) row[2]).longValue())).toList();
    }
}
