package org.closecall.notice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.closecall.Fixtures;
import org.closecall.TestClock;
import org.closecall.catalog.Team;
import org.closecall.chore.Jobs;
import org.closecall.chore.Running;
import org.closecall.occurrence.Kind;
import org.closecall.occurrence.Moment;
import org.closecall.occurrence.Occurrence;
import org.closecall.people.Person;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Weeks pass in seconds: two instances work on one database, and a real mail server takes what they send. */
@QuarkusTest
class RemindersTest {

    private static final ZoneId VIENNA = ZoneId.of("Europe/Vienna");
    private static final LocalDate DUE = LocalDate.parse("2027-03-12");
    private static final String TITLE = "Check the chain on every host";
    private static final Duration POLLING = Duration.ofMillis(40);
    private static final Duration A_ROUND = Duration.ofMinutes(6);

    @Inject
    Jobs jobs;

    private final List<Running> instances = new ArrayList<>();
    private Post post;

    @BeforeEach
    void begin() {
        Fixtures.organisation();
        Post.sql("delete from scheduled_tasks");
        QuarkusTransaction.requiringNew().run(() -> {
            var team = new Team();
            team.name = "Payments";
            team.lead = Person.withEmail("other@example.org");
            team.createdAt = Instant.now();
            team.persist();
        });
        TestClock.set(local("2027-03-01T10:00"));
        post = new Post();
        start();
    }

    @AfterEach
    void end() {
        stop();
        post.close();
        TestClock.putRight();
        Post.sql("delete from scheduled_tasks");
    }

    @Test
    void anActionLateForThreeWeeksIsMailedOfOnceEachTime() {
        var action = Post.action(TITLE, DUE, closedIncident(), local("2027-03-01T10:00"));
        pass("2027-03-08T10:00");
        assertEquals(List.of(), post.received());
        // told in the night, mailed in the morning
        pass("2027-03-09T03:00");
        assertEquals(1L, Post.one("select count(*) from notice"));
        assertEquals(List.of(), post.received());
        pass("2027-03-09T09:05");
        pass("2027-03-09T16:00");
        var told = new ArrayList<>(List.of("member: Due soon, on 12 Mar 2027: " + TITLE));
        assertEquals(told, post.received());
        stop();
        start();
        pass("2027-03-12T10:00");
        told.add("member: Due on 12 Mar 2027: " + TITLE);
        assertEquals(told, post.received());
        // the clock is put back, and right again
        pass("2027-03-10T10:00");
        pass("2027-03-12T15:00");
        assertEquals(told, post.received());
        pass("2027-03-19T10:00");
        told.add("member: 1 week late, due on 12 Mar 2027: " + TITLE);
        pass("2027-03-26T10:00");
        told.add("member: 2 weeks late, due on 12 Mar 2027: " + TITLE);
        assertEquals(told, post.received());
        pass("2027-04-02T10:00");
        assertEquals(told.size() + 2, post.received().size(), post.received()::toString);
        assertTrue(post.received().containsAll(List.of("member: 3 weeks late, due on 12 Mar 2027: " + TITLE, "other: 3 weeks late, due on 12 Mar 2027, owner Mia Member: " + TITLE)), post.received()::toString);
        Post.sql("update action_item set state = 'DONE', done_at = '2027-04-02 12:00Z', done_by = owner_id where id = " + action);
        pass("2027-04-09T10:00");
        assertEquals("administrator: Done, and you are asked to check it: " + TITLE, post.received().get(post.received().size() - 1));
        assertEquals(told.size() + 3, post.received().size(), post.received()::toString);
        assertEquals(0L, Post.one("select count(*) from notice where kind in ('DUE_SOON', 'DUE_TODAY', 'OVERDUE', 'ESCALATED') and settled_at is null"));
    }

    @Test
    void weeksThatNobodyWorkedAreNotMadeUpFor() {
        Post.action(TITLE, DUE, null, local("2027-03-01T10:00"));
        Post.action("Another one", DUE.plusDays(7), null, local("2027-03-01T10:00"));
        stop();
        TestClock.set(local("2027-03-27T08:00"));
        start();
        // a Saturday
        pass("2027-03-27T10:00");
        assertEquals(List.of(), post.received());
        pass("2027-03-29T08:40");
        assertEquals(List.of(), post.received());
        pass("2027-03-29T09:01");
        assertEquals(List.of("member: 2 weeks late, due on 12 Mar 2027: " + TITLE + " (and 1 more)"), post.received());
    }

    @Test
    void whatCannotBeSentIsSentLaterAndAdministratorsHearOfIt() throws Exception {
        Post.action(TITLE, DUE, null, local("2027-03-01T10:00"));
        post.fails();
        pass("2027-03-09T09:05");
        pass("2027-03-09T10:00");
        pass("2027-03-09T11:00");
        assertEquals("administrator@example.org", Post.one("select p.email from notice n join person p on p.id = n.person_id where n.kind = 'SYSTEM'"));
        post.works();
        pass("2027-03-10T10:00");
        pass("2027-03-10T15:00");
        assertEquals(List.of("administrator: " + Post.one("select text from notice where kind = 'SYSTEM'"), "member: Due soon, on 12 Mar 2027: " + TITLE), post.received().stream().sorted().toList());
        var mail = post.mails().stream().filter(one -> Post.line(one).startsWith("member")).findFirst().orElseThrow();
        assertEquals(Post.one("select message_id from outgoing_mail where id = 1"), mail.getMessageID());
        assertEquals("List-Unsubscribe=One-Click", mail.getHeader("List-Unsubscribe-Post")[0]);
    }

    private void start() {
        instances.add(jobs.begin("one", POLLING));
        instances.add(jobs.begin("two", POLLING));
    }

    private void stop() {
        instances.forEach(Running::close);
        instances.clear();
    }

    /** Until everything that is to be done at that time is done: what one job writes the next may send. */
    private static void pass(String to) {
        TestClock.set(local(to));
        for (var round = 0; round < 3; round++) {
            var from = local(to).plus(A_ROUND.multipliedBy(round));
            TestClock.set(from);
            for (var tries = 0; !done(from); tries++) {
                assertTrue(tries < 1000, () -> "Nothing is done at " + to);
                LockSupport.parkNanos(20_000_000);
            }
        }
    }

    private static boolean done(Instant from) {
        return Post.one("select count(*) from scheduled_tasks where task_name in ('reminders', 'digests', 'mail') and last_success >= '%s' and last_success < '%s' and not picked".formatted(from, from.plusSeconds(60))).equals(3L);
    }

    private static Instant local(String time) {
        return LocalDateTime.parse(time).atZone(VIENNA).toInstant();
    }

    private static Long closedIncident() {
        return QuarkusTransaction.requiringNew().call(() -> {
            var occurrence = new Occurrence();
            occurrence.kind = Kind.INCIDENT;
            occurrence.title = "Over";
            occurrence.started = Moment.at(local("2027-02-25T10:00"));
            occurrence.resolved = Moment.at(local("2027-02-26T10:00"));
            return occurrence.file(Person.withEmail("member@example.org"), local("2027-02-26T11:00")).id;
        });
    }
}
