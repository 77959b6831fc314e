package org.closecall.notice;

import io.quarkus.hibernate.orm.panache.Panache;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.closecall.review.OwedPromise;
import org.closecall.web.Formats;

/** Everything that waits for one person's answer: to verify, to judge, to accept, to review, to write. */
final class QuestionReminders {

    private static final int WEEK = 7;
    private static final int FORTNIGHT = 14;
    private static final String FROM_ACTIONS = ActionReminders.FROM + "where" + ActionReminders.THERE;

    /** Neither who did it nor whose promise it is. */
    private static final String OTHER = "q.id <> a.done_by and q.id is distinct from a.owner_id and q.id is distinct from a.done_owner_id";
    /** One person rather than a crowd: who wanted it, leads the team or the record, is in the team, or administers. */
    private static final String TO_VERIFY = "select a.id, a.title, a.done_at, coalesce(" + other("c") + ", " + other("l") + ", (select q.id from person q where q.id = o.lead_id and q.deactivated_at is null and " + OTHER + "), "
            + "(select min(q.id) from team_member m join person q on q.id = m.person_id where m.team_id = t.id and q.deactivated_at is null and q.role <> 'VIEWER' and " + OTHER + "), "
            + "(select min(q.id) from person q where q.role = 'ADMINISTRATOR' and q.deactivated_at is null and " + OTHER + "))" + FROM_ACTIONS + "and a.state = 'DONE' and a.done_at >= :since";
    private static final String TO_JUDGE = "select a.id, a.title, a.judge_on, " + ActionReminders.DUTY + FROM_ACTIONS + "and a.state = 'VERIFIED' and a.effect is null and a.judge_on <= :today";
    private static final String ASKED = "select a.id, a.title, r.asked_at, r.approver_id, r.id" + ActionReminders.FROM + "join risk_acceptance r on r.action_id = a.id join person p on p.id = r.approver_id and p.deactivated_at is null where"
            + ActionReminders.THERE + "and r.decision is null";
    /** The one who looks after it, and the one who accepted it. */
    private static final String EXPIRING = "select a.id, a.title, a.accepted_until, unnest(array[" + ActionReminders.DUTY + ", (select p.id from risk_acceptance r join person p on p.id = r.decided_by and p.deactivated_at is null"
            + " where r.action_id = a.id and r.decision = 'ACCEPTED' order by r.id desc limit 1)])" + FROM_ACTIONS + "and a.state = 'RISK_ACCEPTED' and a.accepted_until <= :horizon";
    private static final String REVIEWS = """
            select o.number, p.title, i.asked_at, i.reviewer_id, i.id from review_invitation i join postmortem p on p.id = i.postmortem_id
              join occurrence o on o.id = p.occurrence_id join person q on q.id = i.reviewer_id and q.deactivated_at is null
            where i.ended_at is null and o.deleted_at is null and not exists (select 1 from review_verdict v where v.invitation_id = i.id)""";

    /** id and title of what it is about, when the asking began, and whom it waits for. */
    private record Question(Long id, String title, Object from, Long person, Long askedId) {

        Instant since() {
            return from instanceof Instant at ? at : ((OffsetDateTime) from).toInstant();
        }

        LocalDate on() {
            return ActionReminders.date(from);
        }

        String path() {
            return "/actions/" + id;
        }
    }

    private QuestionReminders() {
    }

    private static String other(String person) {
        return "case when %1$s.id <> a.done_by and %1$s.id is distinct from a.owner_id and %1$s.id is distinct from a.done_owner_id then %1$s.id end".formatted(person);
    }

    static Stream<Reminder> at(Moment moment) {
        return Stream.of(verify(moment), judge(moment), accept(moment), expiring(moment), review(moment), write(moment)).flatMap(all -> all);
    }

    private static Stream<Reminder> verify(Moment moment) {
        return asked(TO_VERIFY, "since", moment.policy().since).map(one -> new Reminder(one.person, NoticeKind.TO_VERIFY, "Done, and you are asked to check it: " + one.title, one.path(),
                "verify:action:" + one.id + ":" + one.since().getEpochSecond(), 1 + weeks(one.since(), moment)));
    }

    private static Stream<Reminder> judge(Moment moment) {
        return asked(TO_JUDGE, "today", today(moment)).map(one -> new Reminder(one.person, NoticeKind.TO_JUDGE, "Did it help? To be judged from " + Formats.day(one.on()) + ": " + one.title, one.path(),
                "judge:action:" + one.id + ":" + one.on(), 1 + (int) ((today(moment).toEpochDay() - one.on().toEpochDay()) / FORTNIGHT)));
    }

    /** That it is asked is told when it is asked; here it is only repeated. */
    private static Stream<Reminder> accept(Moment moment) {
        return asked(ASKED, null, null).filter(one -> weeks(one.since(), moment) > 0).map(one -> new Reminder(one.person, NoticeKind.ACCEPTANCE_ASKED, "Since " + Formats.day(one.since(), ZoneOffset.UTC) + " you are asked to accept a risk: " + one.title, one.path(),
                "accept:" + one.askedId, weeks(one.since(), moment)));
    }

    private static Stream<Reminder> expiring(Moment moment) {
        return asked(EXPIRING, "horizon", today(moment).plusDays(FORTNIGHT)).map(one -> new Reminder(one.person, NoticeKind.ACCEPTANCE_EXPIRING, "Its risk is accepted until " + Formats.day(one.on()) + ", then it is open again: " + one.title, one.path(),
                "expiring:action:" + one.id + ":" + one.on(), 1)).distinct();
    }

    private static Stream<Reminder> review(Moment moment) {
        return asked(REVIEWS, null, null).map(one -> new Reminder(one.person, NoticeKind.REVIEW_ASKED, "Since " + Formats.day(one.since(), ZoneOffset.UTC) + " your review is asked for: #" + one.id + " " + one.title,
                "/occurrences/" + one.id + "/postmortem", "review:" + one.askedId, weeks(one.since(), moment)));
    }

    private static Stream<Reminder> write(Moment moment) {
        return OwedPromise.all().stream().map(owed -> new Reminder(owed.person().id, NoticeKind.POSTMORTEM_OWED, new Promise(owed.due(), moment.today(owed.person().id)).inWords() + ": the postmortem of #" + owed.number() + " " + owed.title(),
                owed.path(), "owed:" + owed.number() + ":" + owed.due(), new Promise(owed.due(), moment.today(owed.person().id)).step(moment.policy().beforeDays))).filter(one -> one.step() > 0);
    }

    private static Stream<Question> asked(String sql, String name, Object value) {
        var query = Panache.getEntityManager().createNativeQuery(sql, Object[].class);
        if (name != null) {
            query.setParameter(name, value);
        }
        List<Object[]> rows = query.getResultList();
        return rows.stream().filter(row -> row[3] != null).map(row -> new Question(ActionReminders.number(row[0]), (String) row[1], row[2], ActionReminders.number(row[3]), row.length > 4 ? ActionReminders.number(row[4]) : null));
    }

    private static int weeks(Instant since, Moment moment) {
        return (int) Math.max(0, Duration.between(since, moment.now()).toDays() / WEEK);
    }

    private static LocalDate today(Moment moment) {
        return LocalDate.ofInstant(moment.now(), ZoneOffset.UTC);
    }
}
