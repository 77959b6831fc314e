package org.closecall.notice;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import java.time.Duration;
import java.time.Instant;
import org.closecall.chore.Chore;
import org.closecall.people.Organisation;
import org.closecall.people.Person;

/** Collects what is new for somebody into one mail, at the first chance within their working hours, and once a day at most. */
@ApplicationScoped
class Digests implements Chore {

    @Inject
    Reminders reminders;

    @Override
    public String name() {
        return "digests";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(5);
    }

    /** The reminders first, whenever their own turn is: with one mail a day, what is due today would else come tomorrow. */
    @Override
    public void run(Instant now) {
        if (MailServer.there()) {
            reminders.run(now);
            QuarkusTransaction.requiringNew().call(Notice::waitingForMail).forEach(person -> QuarkusTransaction.requiringNew().run(() -> write(person, now)));
        }
    }

    /** The mail and what it tells are written together; the lock and the one mail a day keep a second writer from doing it too. */
    private static void write(Long id, Instant now) {
        Person person = Person.findById(id, LockModeType.PESSIMISTIC_WRITE);
        var local = now.atZone(person.zone(Organisation.current()));
        if (!person.active() || !WorkingHours.of(person).cover(local) || OutgoingMail.writtenFor(person, local.toLocalDate())) {
            return;
        }
        var notices = Notice.toMail(person);
        if (!notices.isEmpty()) {
            var mail = OutgoingMail.to(person, Digest.of(person, local.toLocalDate(), notices).letter(), now);
            notices.forEach(notice -> notice.mailId = mail.id);
        }
    }
}
