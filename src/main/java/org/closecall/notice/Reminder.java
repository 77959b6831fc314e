package org.closecall.notice;

import io.quarkus.hibernate.orm.panache.Panache;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.closecall.web.Typed;
import org.hibernate.query.NativeQuery;

/**
 * What somebody should be reminded of now. The series says of what, the step how far it has gone; steps only go up. What
 * was missed is not made up for: the present step is told, the ones before never.
 */
record Reminder(Long person, NoticeKind kind, String text, String path, String series, int step) {

    private static final String GIVEN = "unnest(cast(:persons as bigint[]), cast(:series as text[]), cast(:steps as int[])";
    /** Whatever a clock does, nobody is told again what was told, nor an earlier step of it. */
    private static final String TELL = """
            insert into notice (person_id, kind, text, path, key, series, step, at, inbox, by_mail)
            select r.person, r.kind, r.text, r.path, r.series || ':' || r.step, r.series, r.step, :now, coalesce(w.inbox, true), :mail and coalesce(w.mail, true)
            from\s""" + GIVEN + """
            , cast(:kinds as text[]), cast(:texts as text[]), cast(:paths as text[])) with ordinality as r(person, series, step, kind, text, path, place)
            join person p on p.id = r.person and p.deactivated_at is null and not p.sample
            left join notice_wish w on w.person_id = r.person and w.kind = r.kind
            where not exists (select 1 from notice n where n.person_id = r.person and n.series = r.series and n.step >= r.step)
            order by r.place
            on conflict (person_id, key) do nothing""";
    /** What is done, was given to somebody else, has another date, or has gone further. */
    private static final String SETTLE = """
            update notice n set settled_at = :now where n.series is not null and n.read_at is null and n.settled_at is null
              and not exists (select 1 from\s""" + GIVEN + """
            ) as r(person, series, step) where r.person = n.person_id and r.series = n.series and r.step <= n.step)""";

    /** How many of them are new. */
    static int tell(List<Reminder> reminders, Instant now) {
        return reminders.isEmpty() ? 0 : bound(TELL, reminders).setParameter("kinds", texts(reminders, one -> one.kind.name())).setParameter("texts", texts(reminders, one -> Typed.shortened(Typed.line(one.text), Notice.LONGEST)))
                .setParameter("paths", texts(reminders, Reminder::path)).setParameter("mail", MailServer.there()).setParameter("now", now).executeUpdate();
    }

    /** standing are all there are at this moment. */
    static void settle(List<Reminder> standing, Instant now) {
        bound(SETTLE, standing).setParameter("now", now).executeUpdate();
    }

    private static NativeQuery<?> bound(String sql, List<Reminder> reminders) {
        return Panache.getEntityManager().createNativeQuery(sql).unwrap(NativeQuery.class).addSynchronizedEntityClass(Notice.class)
                .setParameter("persons", reminders.stream().map(Reminder::person).toArray(Long[]::new)).setParameter("series", texts(reminders, Reminder::series))
                .setParameter("steps", reminders.stream().map(Reminder::step).toArray(Integer[]::new));
    }

    private static String[] texts(List<Reminder> reminders, Function<Reminder, String> text) {
        return reminders.stream().map(text).toArray(String[]::new);
    }
}
