package org.closecall.notice;

import io.quarkus.hibernate.orm.panache.Panache;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.closecall.people.Person;

/** Which kinds one wants in the inbox and by mail: all, unless one has said otherwise. What may not be left is always in. */
record Wishes(Set<NoticeKind> inbox, Set<NoticeKind> mail) {

    private static final String SAVE = """
            insert into notice_wish (person_id, kind, inbox, mail) values (:person, :kind, :inbox, :mail)
            on conflict (person_id, kind) do update set inbox = excluded.inbox, mail = excluded.mail""";

    static Wishes of(Person person) {
        var inbox = EnumSet.allOf(NoticeKind.class);
        var mail = EnumSet.allOf(NoticeKind.class);
        List<Object[]> rows = Panache.getEntityManager().createNativeQuery("select kind, inbox, mail from notice_wish where person_id = :person", Object[].class)
                .setParameter("person", person.id).getResultList();
        rows.forEach(row -> Arrays.stream(NoticeKind.values()).filter(kind -> kind.name().equals(row[0])).forEach(kind -> {
            inbox.removeIf(one -> one == kind && !(Boolean) row[1]);
            mail.removeIf(one -> one == kind && !(Boolean) row[2]);
        }));
        return new Wishes(inbox, mail);
    }

    /** From what was chosen; what may not be left stays in. */
    static Wishes chosen(List<String> inbox, List<String> mail) {
        return new Wishes(kinds(kind -> inbox.contains(kind.name()) || !kind.inboxOptional()), kinds(kind -> mail.contains(kind.name()) || !kind.mailOptional()));
    }

    private static Set<NoticeKind> kinds(Predicate<NoticeKind> wanted) {
        return Arrays.stream(NoticeKind.values()).filter(wanted).collect(Collectors.toCollection(() -> EnumSet.noneOf(NoticeKind.class)));
    }

    /** What waits for the next mail and is no longer wanted there is not sent. */
    void save(Person person) {
        Arrays.stream(NoticeKind.values()).forEach(kind -> Panache.getEntityManager().createNativeQuery(SAVE).setParameter("person", person.id).setParameter("kind", kind.name())
                .setParameter("inbox", inbox.contains(kind)).setParameter("mail", mail.contains(kind)).executeUpdate());
        var left = EnumSet.complementOf(EnumSet.copyOf(mail));
        if (!left.isEmpty()) {
            Notice.update("byMail = false where person = ?1 and kind in ?2 and byMail = true and mailId is null", person, left);
        }
    }

    static void leaveMail(Person person, List<NoticeKind> kinds) {
        var wishes = of(person);
        kinds.stream().filter(NoticeKind::mailOptional).forEach(wishes.mail::remove);
        wishes.save(person);
    }
}
