package org.closecall.notice;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.ws.rs.NotFoundException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.closecall.people.Person;
import org.closecall.web.Typed;
import org.hibernate.query.NativeQuery;

/** Something one person is told: one line in the inbox, and one in the next mail where that is wanted and possible. */
@Entity
public class Notice extends PanacheEntityBase {

    static final int LONGEST = 500;
    private static final String UNREAD = " and readAt is null and settledAt is null";
    /** Whoever took an account over could read in its inbox what its owner must hear of. */
    private static final String TO_MAIL = "n.byMail = true and n.mailId is null and (n.readAt is null or n.kind = ACCESS) and n.settledAt is null";
    private static final String TELL = """
            insert into notice (person_id, kind, text, path, key, at, inbox, by_mail)
            select p.id, :kind, :text, :path, :key, :now, coalesce(w.inbox, true), :mail and coalesce(w.mail, true)
            from person p left join notice_wish w on w.person_id = p.id and w.kind = :kind
            where p.id in (:persons) and p.deactivated_at is null
            on conflict (person_id, key) do nothing""";

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;
    @ManyToOne(fetch = FetchType.LAZY)
    public Person person;
    @Enumerated(EnumType.STRING)
    public NoticeKind kind;
    public String text;
    public String path;
    public String key;
    /** What it reminds of, and how far that has gone; null for what is told only once. */
    public String series;
    public Integer step;
    public Instant at;
    public boolean inbox;
    public boolean byMail;
    public Long mailId;
    public Instant readAt;
    public Instant settledAt;

    /**
     * In the caller's transaction. text is one plain sentence, path the page it opens. Told twice with one key, the person is
     * told once. Who has left is told nothing, nor is who was invented.
     */
    public static void tell(Person to, NoticeKind kind, String text, String path, String key, Instant now) {
        tell(List.of(to), kind, text, path, key, now);
    }

    /** Many in one statement. */
    public static void tell(Collection<Person> to, NoticeKind kind, String text, String path, String key, Instant now) {
        var persons = to.stream().filter(person -> !person.sample).map(person -> person.id).toList();
        if (persons.isEmpty()) {
            return;
        }
        // only this entity is flushed: the caller may not be done with its own
        getEntityManager().createNativeQuery(TELL).unwrap(NativeQuery.class).addSynchronizedEntityClass(Notice.class)
                .setParameter("persons", persons).setParameter("kind", kind.name()).setParameter("text", Typed.shortened(Typed.line(text), LONGEST))
                .setParameter("path", path).setParameter("key", key).setParameter("now", now).setParameter("mail", MailServer.there()).executeUpdate();
    }

    /** For the first of what will be reminded of again: series:0 is its key, and the reminders go on from there. */
    public static void open(Person to, NoticeKind kind, String text, String path, String series, Instant now) {
        Reminder.tell(List.of(new Reminder(to.id, kind, text, path, series, 0)), now);
    }

    /** Newest first, those older than the one with the id before, or the newest. */
    static List<Notice> of(Person person, boolean unreadOnly, Long before, int most) {
        return find("person = ?1 and inbox = true and id < ?2" + (unreadOnly ? UNREAD : "") + " order by id desc", person, before == null ? Long.MAX_VALUE : before).page(0, most).list();
    }

    static long unread(Person person) {
        return count("person = ?1 and inbox = true" + UNREAD, person);
    }

    /** One's own only. */
    static Notice of(Person person, long id) {
        Notice found = find("id = ?1 and person = ?2 and inbox = true", id, person).firstResult();
        if (found == null) {
            throw new NotFoundException();
        }
        return found;
    }

    void read(Instant now) {
        if (readAt == null) {
            readAt = now;
        }
    }

    /** Not what came after the page was made: nobody has seen that. */
    static int readAll(Person person, long upTo, Instant now) {
        return update("readAt = ?1 where person = ?2 and inbox = true and id <= ?3" + UNREAD, now, person, upTo);
    }

    /** What was read in the inbox already, or is settled, is not sent after that; but for changes to the account itself. */
    static List<Notice> toMail(Person person) {
        return list("from Notice n where n.person = ?1 and " + TO_MAIL + " order by n.id", person);
    }

    static List<Long> waitingForMail() {
        return getEntityManager().createQuery("select distinct n.person.id from Notice n where " + TO_MAIL, Long.class).getResultList();
    }

    public boolean unread() {
        return readAt == null && settledAt == null;
    }
}
