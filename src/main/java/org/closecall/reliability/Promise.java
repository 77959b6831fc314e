package org.closecall.reliability;

import io.quarkus.hibernate.orm.panache.Panache;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.closecall.action.ActionState;
import org.closecall.action.Aim;
import org.closecall.action.Effect;

/** What figures need of an action. Nobody's name is among it. */
record Promise(long id, Instant createdAt, LocalDate dueOn, ActionState state, Instant firstDoneAt, Instant doneAt, Effect effect, LocalDate judgeOn,
        Aim aim, Long strategy, Long team, Long service, LocalDate acceptedUntil) {

    private static final String SQL = """
            select a.id, a.created_at, a.due_on, a.state, a.first_done_at, a.done_at, a.effect, a.judge_on, a.aim, a.strategy_id, a.team_id, a.service_id, a.accepted_until
            from action_item a left join occurrence o on o.id = a.occurrence_id where a.deleted_at is null and o.deleted_at is null%s order by a.id""";

    /** All of a scope, in one statement: what is unfinished counts whenever it was promised. */
    @SuppressWarnings("unchecked")
    static List<Promise> of(PromiseScope scope) {
        var query = Panache.getEntityManager().createNativeQuery(SQL.formatted(scope.conditions()));
        scope.parameters().forEach(query::setParameter);
        List<Object[]> rows = query.getResultList();
        return rows.stream().map(Promise::read).toList();
    }

    private static Promise read(Object[] row) {
        return new Promise(((Number) row[0]).longValue(), instant(row[1]), day(row[2]), ActionState.valueOf((String) row[3]), instant(row[4]), instant(row[5]),
                row[6] == null ? null : Effect.valueOf((String) row[6]), day(row[7]), Aim.valueOf((String) row[8]), number(row[9]), number(row[10]), number(row[11]), day(row[12]));
    }

    private static Instant instant(Object value) {
        return value instanceof java.time.OffsetDateTime at ? at.toInstant() : value instanceof java.sql.Timestamp at ? at.toInstant() : (Instant) value;
    }

    private static LocalDate day(Object value) {
        return value instanceof java.sql.Date date ? date.toLocalDate() : (LocalDate) value;
    }

    private static Long number(Object value) {
        return value == null ? null : ((Number) value).longValue();
    }

    /** Given up or lived with: in no rate, and listed apart. */
    boolean setAside() {
        return state == ActionState.DROPPED || state == ActionState.RISK_ACCEPTED;
    }

    boolean late(LocalDate today) {
        return state.unfinished() && dueOn != null && dueOn.isBefore(today);
    }
}
