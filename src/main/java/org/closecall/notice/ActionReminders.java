package org.closecall.notice;

import io.quarkus.hibernate.orm.panache.Panache;
import java.sql.Date;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.closecall.people.Person;
import org.closecall.people.Role;

/** Actions that are due or late. Nothing here asks how the record is doing that they came from: they outlive it. */
final class ActionReminders {

    /** Far enough for the longest notice there may be. */
    private static final int HORIZON_DAYS = 30;
    /** The lead hears of it again that many weeks later. */
    private static final int ESCALATE_AGAIN = 4;

    /** Who may look after it, if they are still here. */
    static final String FROM = """
             from action_item a left join occurrence o on o.id = a.occurrence_id left join service s on s.id = a.service_id
              left join team t on t.id = coalesce(a.team_id, s.team_id)
              left join person w on w.id = a.owner_id and w.deactivated_at is null
              left join person l on l.id = t.lead_id and l.deactivated_at is null and l.role <> 'VIEWER'
              left join person c on c.id = a.created_by and c.deactivated_at is null and c.role <> 'VIEWER'
            """;
    static final String THERE = " a.deleted_at is null and (o.id is null or o.deleted_at is null) ";
    static final String ADMINISTRATOR = "(select min(x.id) from person x where x.role = 'ADMINISTRATOR' and x.deactivated_at is null)";
    /** Its owner; where there is none, the lead of its team, or whoever wrote it down. */
    static final String DUTY = "coalesce(w.id, l.id, c.id, " + ADMINISTRATOR + ")";

    private static final String DUE = "select a.id, a.title, a.due_on, " + DUTY + ", w.name, l.id, (select z.until from snooze z where z.action_id = a.id and z.ended_at is null)"
            + FROM + "where" + THERE + "and a.state in ('OPEN', 'IN_PROGRESS') and a.due_on <= :horizon "
            // what invented people owe is nobody's business, however late
            + "and not exists (select 1 from person d where d.id = " + DUTY + " and d.sample) order by a.due_on, a.id";

    private record Due(Long id, String title, Promise promise, Long duty, String owner, Long lead, LocalDate snoozed) {

        String series(String what) {
            return what + ":action:" + id + ":" + promise.due();
        }

        String path() {
            return "/actions/" + id;
        }
    }

    private ActionReminders() {
    }

    static Stream<Reminder> at(Moment moment) {
        List<Object[]> rows = Panache.getEntityManager().createNativeQuery(DUE, Object[].class).setParameter("horizon", LocalDate.ofInstant(moment.now(), ZoneOffset.UTC).plusDays(HORIZON_DAYS)).getResultList();
        var administrators = Person.active(Role.ADMINISTRATOR).stream().map(one -> one.id).toList();
        return rows.stream().filter(row -> row[3] != null).map(row -> due(row, moment)).flatMap(due -> Stream.concat(forOwner(due, moment), escalated(due, moment, administrators)));
    }

    private static Due due(Object[] row, Moment moment) {
        var duty = number(row[3]);
        return new Due(number(row[0]), (String) row[1], new Promise(date(row[2]), moment.today(duty)), duty, (String) row[4], number(row[5]), date(row[6]));
    }

    private static Stream<Reminder> forOwner(Due due, Moment moment) {
        var step = due.promise.step(moment.policy().beforeDays);
        var asleep = due.snoozed != null && !due.promise.today().isAfter(due.snoozed);
        return step == 0 || asleep ? Stream.empty() : Stream.of(new Reminder(due.duty, due.promise.kind(), due.promise.inWords() + ": " + due.title + (due.owner == null ? " (nobody owns it)" : ""), due.path(), due.series("due"), step));
    }

    /** However long its owner sleeps. Whoever is reminded as its owner anyway is not told twice. */
    private static Stream<Reminder> escalated(Due due, Moment moment, List<Long> administrators) {
        var over = due.promise.weeks() - moment.policy().escalateWeeks;
        var to = due.lead != null && !due.lead.equals(due.duty) ? List.of(due.lead) : administrators;
        return over < 0 ? Stream.empty() : to.stream().filter(one -> !one.equals(due.duty)).map(one -> new Reminder(one, NoticeKind.ESCALATED,
                due.promise.inWords() + ", " + (due.owner == null ? "nobody owns it" : "owner " + due.owner) + ": " + due.title, due.path(), due.series("late"), over / ESCALATE_AGAIN));
    }

    static Long number(Object value) {
        return value == null ? null : ((Number) value).longValue();
    }

    static LocalDate date(Object value) {
        return value instanceof Date date ? date.toLocalDate() : (LocalDate) value;
    }
}
