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
import java.time.Instant;
import org.closecall.people.Person;
import org.closecall.web.Typed;
import org.hibernate.query.NativeQuery;

/** Something one person is told: one line in the inbox, and one in the next mail where that is wanted and possible. */
@Entity
public class Notice extends PanacheEntityBase {

    private static final int LONGEST = 500;
    private static final String TELL = """
            insert into notice (person_id, kind, text, path, key, at, inbox, by_mail)
            select p.id, :kind, :text, :path, :key, :now, coalesce(w.inbox, true), :mail and coalesce(w.mail, true)
            from person p left join notice_wish w on w.person_id = p.id and w.kind = :kind
            where p.id = :person and p.deactivated_at is null
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
     * told once. Who has left is told nothing.
     */
    public static void tell(Person to, NoticeKind kind, String text, String path, String key, Instant now) {
        // only this entity is flushed: the caller may not be done with its own
        getEntityManager().createNativeQuery(TELL).unwrap(NativeQuery.class).addSynchronizedEntityClass(Notice.class)
                .setParameter("person", to.id).setParameter("kind", kind.name()).setParameter("text", Typed.shortened(Typed.line(text), LONGEST))
                .setParameter("path", path).setParameter("key", key).setParameter("now", now).setParameter("mail", MailServer.there()).executeUpdate();
    }
}
