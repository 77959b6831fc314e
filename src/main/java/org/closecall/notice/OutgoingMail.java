package org.closecall.notice;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.closecall.people.Person;
import org.closecall.people.Role;
import org.closecall.web.Formats;
import org.closecall.web.Typed;

/** A mail to be sent, or sent. It is written together with what it tells; sending it comes later, and again until it works. */
@Entity
public class OutgoingMail extends PanacheEntityBase {

    private static final List<Duration> PAUSES = List.of(Duration.ofMinutes(1), Duration.ofMinutes(5), Duration.ofMinutes(15), Duration.ofHours(1),
            Duration.ofHours(4), Duration.ofHours(12), Duration.ofHours(12), Duration.ofHours(12), Duration.ofHours(12));
    private static final int WORRYING = 3;
    private static final int LONGEST_FAILURE = 300;
    /** Locked until the end of the transaction, passing over what others are sending. What a clock set back put off too far is due too. */
    private static final String NEXT = """
            select * from outgoing_mail where sent_at is null and given_up_at is null
              and (next_try_at <= :now or next_try_at > cast(:now as timestamptz) + interval '13 hours')
            order by next_try_at, id limit 1 for update skip locked""";

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;
    @ManyToOne(fetch = FetchType.LAZY)
    public Person person;
    /** Null for a test. */
    public LocalDate day;
    public String subject;
    public String text;
    public String html;
    public String messageId;
    /** The path that leaves all that may be left; null where nothing may. */
    public String unsubscribe;
    public Instant createdAt;
    public Instant nextTryAt;
    public int tries;
    public String failure;
    public Instant failedAt;
    public Instant sentAt;
    public Instant givenUpAt;

    static OutgoingMail to(Person person, Letter letter, Instant now) {
        var mail = new OutgoingMail();
        mail.person = person;
        mail.day = letter.day();
        mail.subject = letter.subject();
        mail.text = letter.text();
        mail.html = letter.html();
        mail.unsubscribe = letter.unsubscribe();
        mail.messageId = "<" + UUID.randomUUID() + "@" + Site.host() + ">";
        mail.createdAt = now;
        mail.nextTryAt = now;
        mail.persistAndFlush();
        return mail;
    }

    static boolean writtenFor(Person person, LocalDate day) {
        return count("person = ?1 and day = ?2", person, day) > 0;
    }

    /** Null when nothing is to be sent now. */
    static OutgoingMail next(Instant now) {
        List<OutgoingMail> found = getEntityManager().createNativeQuery(NEXT, OutgoingMail.class).setParameter("now", now).getResultList();
        return found.isEmpty() ? null : found.get(0);
    }

    /** Whether it was sent. What was accepted and is not committed after that is sent once more, under the same id. */
    boolean attempt(Postbox postbox, Instant now) {
        if (!person.active()) {
            failure = "The person has left";
            givenUpAt = now;
            return true;
        }
        try {
            postbox.send(this);
            sentAt = now;
            return true;
        } catch (RuntimeException refused) {
            fail(refused, now);
            return false;
        }
    }

    private void fail(RuntimeException refused, Instant now) {
        failure = Typed.shortened(Typed.line(Objects.requireNonNullElse(refused.getMessage(), refused.toString())).replaceFirst("^[\\w.$]+Exception: ", ""), LONGEST_FAILURE);
        failedAt = now;
        tries++;
        if (tries > PAUSES.size()) {
            givenUpAt = now;
        } else {
            nextTryAt = now.plus(PAUSES.get(tries - 1));
        }
        if (tries >= WORRYING) {
            var day = now.toString().substring(0, 10);
            Person.active(Role.ADMINISTRATOR).forEach(one -> Notice.tell(one, NoticeKind.SYSTEM, "Mail cannot be sent: " + failure, "/admin/reminders", "mail-fails:" + day, now));
        }
    }

    public String inWords() {
        return "to " + person.name + ", " + (day == null ? "a test" : "what was new on " + Formats.day(day));
    }
}
