package org.closecall.notice;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.closecall.chore.Chore;
import org.closecall.people.Person;
import org.closecall.people.Role;

/** Tells everybody what is due from them now. All it needs to know is in the database, so it may be done at any time, twice or late. */
@ApplicationScoped
class Reminders implements Chore {

    static final String NO_MAIL = "No mail server is set up: people are told in their inbox only.";

    @Override
    public String name() {
        return "reminders";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(5);
    }

    @Override
    public void run(Instant now) {
        QuarkusTransaction.requiringNew().run(() -> {
            var moment = Moment.of(now);
            if (moment != null) {
                remind(moment);
            }
        });
    }

    /** One at a time: mails are collected right after it, which may be elsewhere. */
    private static void remind(Moment moment) {
        ReminderPolicy.changing();
        var standing = Stream.concat(ActionReminders.at(moment), QuestionReminders.at(moment)).toList();
        Reminder.tell(standing, moment.now());
        Reminder.settle(standing, moment.now());
        Overtaken.settle(moment.now());
        if (!MailServer.there()) {
            Person.active(Role.ADMINISTRATOR).forEach(one -> Notice.tell(one, NoticeKind.SYSTEM, NO_MAIL, "/admin/reminders", "no-mail-server", moment.now()));
        }
    }
}
