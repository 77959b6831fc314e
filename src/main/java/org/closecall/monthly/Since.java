package org.closecall.monthly;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.qute.TemplateData;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.closecall.reliability.Dashboard;
import org.closecall.reliability.Scope;

/**
 * What a frozen review would say otherwise today: was, is. Nothing of it changes what was frozen.
 *
 * @param differences what is another number or another cell by now; the first of many
 * @param more how many more there are
 * @param records those of its twelve months that were changed since
 * @param redefined numbers are defined in another way by now, which may be all there is to it
 */
@TemplateData
public record Since(List<Difference> differences, int more, List<Changed> records, boolean redefined) {

    private static final int MOST = 40;
    private static final String SQL = """
            select o.number, o.title, o.deleted_at is not null, max(c.at), string_agg(distinct c.verb, ', ')
            from change c join occurrence o on o.id = c.occurrence_id
            where c.at > :frozen and c.subject = 'occurrence' and (o.number = any(:records) or o.occurred_at >= :from and o.occurred_at < :until
              and (cast(:team as bigint) is null or exists (select 1 from occurrence_service x join service s on s.id = x.service_id where x.occurrence_id = o.id and s.team_id = cast(:team as bigint))))
            group by o.id order by max(c.at) desc, o.id limit""" + " " + MOST;

    /** what: the number, or the chart, its row and its column. was and is are null where there was nothing, or is nothing any more. */
    @TemplateData
    public record Difference(String what, String was, String is) {
    }

    /** at: when it was changed last; verbs: what was done to it. */
    @TemplateData
    public record Changed(long number, String title, boolean removed, Instant at, String verbs) {
    }

    static Since of(MonthlyReview review, Document frozen, Scope scope) {
        var differences = corrected(review, frozen, scope);
        var shown = differences.subList(0, Math.min(MOST, differences.size()));
        return new Since(shown, differences.size() - shown.size(), records(review, frozen, scope), frozen.about().definitions() != Dashboard.DEFINITIONS);
    }

    /** What differs by the data: what also the passing of time alone would have changed, such as the length of what goes on, is no correction. */
    private static List<Difference> corrected(MonthlyReview review, Document frozen, Scope scope) {
        var differences = Numbers.differences(frozen.numbers(), Numbers.of(review.time(), scope));
        if (differences.isEmpty()) {
            return differences;
        }
        var then = new Scope(scope.period(), scope.which(), scope.zone(), frozen.about().at());
        var corrected = Numbers.differences(frozen.numbers(), Numbers.of(review.time(), then)).stream().map(Difference::what).collect(Collectors.toSet());
        return differences.stream().filter(one -> corrected.contains(one.what())).toList();
    }

    private static List<Changed> records(MonthlyReview review, Document frozen, Scope scope) {
        var year = review.time().year(scope.zone());
        List<Object[]> rows = Panache.getEntityManager().createNativeQuery(SQL, Object[].class).setParameter("frozen", review.frozenAt).setParameter("records", frozen.numbers().records().toArray(Long[]::new))
                .setParameter("from", year.start()).setParameter("until", year.end()).setParameter("team", scope.team() == null ? null : scope.team().id.toString()).getResultList();
        return rows.stream().map(row -> new Changed(((Number) row[0]).longValue(), (String) row[1], (Boolean) row[2], (Instant) row[3], (String) row[4])).toList();
    }

    /** Nothing is different, as far as this can be seen. */
    public boolean none() {
        return differences.isEmpty() && records.isEmpty();
    }

    public int count() {
        return records.size();
    }

    static void compare(String what, String was, String is, List<Difference> into) {
        if (!Objects.equals(was, is)) {
            into.add(new Difference(what, was, is));
        }
    }

    static List<Difference> list() {
        return new ArrayList<>();
    }
}
