package org.closecall.notice;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Random;
import java.util.stream.IntStream;
import org.closecall.Browser;
import org.closecall.Fixtures;
import org.closecall.Statements;
import org.closecall.people.Person;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class InboxTest {

    private static final Instant NOW = Instant.parse("2026-11-19T09:00:00Z");

    @Inject
    Reminders reminders;

    @Inject
    Digests digests;

    Browser member;

    @BeforeEach
    void signIn() {
        Fixtures.organisation();
        member = Browser.as("member");
    }

    @Test
    void tellsOnceAndOpensWhatItIsAbout() {
        tell("member", "Otto Other asks you <b>something</b>", "one");
        tell("member", "Otto Other asks you again", "one");
        tell("other", "For Otto", "one");
        member.get("/inbox").then().body(allOf(containsString("Otto Other asks you &lt;b&gt;something"), containsString("side__count\">1 new"), not(containsString("again")), not(containsString("For Otto"))));
        member.post("/inbox/1/reading").then().statusCode(303).header("Location", endsWith("/actions"));
        member.get("/inbox").then().body(allOf(containsString("Nothing new"), not(containsString("side__count\">1 new"))));
        member.get("/inbox?show=all").then().body(containsString("something"));
        var others = Post.one("select max(id) from notice");
        member.post("/inbox/" + others + "/reading").then().statusCode(404);
        assertEquals(1L, Post.one("select count(*) from notice where read_at is null"));
    }

    @Test
    void pagesByKeyInTheSameFewStatementsAndReadsWhatWasSeen() {
        IntStream.range(0, InboxPage.PAGE + 5).forEach(each -> tell("member", "Number " + each, "n" + each));
        var few = Statements.during(() -> member.get("/inbox?show=all&before=4"));
        var many = Statements.during(() -> member.get("/inbox").then().body(allOf(containsString("Number 54"), not(containsString("Number 4<")))));
        assertEquals(few, many);
        member.get("/inbox?before=6").then().body(containsString("Number 4<"));
        tell("member", "Later", "later");
        member.get("/inbox?before=" + (InboxPage.PAGE + 6));
        member.post("/inbox/readings", "upTo", String.valueOf(InboxPage.PAGE + 5)).then().statusCode(303);
        member.get("/inbox").then().body(allOf(containsString("Later"), not(containsString("Number"))));
        member.get("/inbox?before=x").then().statusCode(200);
    }

    @Test
    void asksWhatOneWantsAndKeepsItButNotWhatOthersWaitFor() {
        member.get("/inbox/settings").then().body(allOf(containsString("Mail"), not(containsString("Mail and jobs"))));
        member.post("/inbox/settings", "from", "17", "to", "9").then().statusCode(422).body(allOf(containsString("Choose one day at least"), containsString("It must end after it begins")));
        member.post("/inbox/settings", "mail", "DUE_SOON", "inbox", "COMMENTED", "day", "SATURDAY", "from", "6", "to", "24").then().statusCode(303);
        tell(NoticeKind.MENTIONED);
        tell(NoticeKind.DUE_SOON);
        tell(NoticeKind.COMMENTED);
        tell(NoticeKind.OVERDUE);
        assertEquals("MENTIONED ff, DUE_SOON ft, COMMENTED tf, OVERDUE tt", Post.one("select string_agg(kind || ' ' || case when inbox then 't' else 'f' end || case when by_mail then 't' else 'f' end, ', ' order by id) from notice"));
        member.get("/inbox/settings").then().body(containsString("value=\"SATURDAY\" checked"));
        assertEquals("32 6 24", Post.one("select days || ' ' || from_hour || ' ' || to_hour from working_hours"));
    }

    @Test
    void leavesMailsByTheirLinksWithoutSigningIn() {
        var id = Fixtures.person("member").id;
        tell(NoticeKind.MENTIONED);
        var one = UnsubscribeLink.path(id, "MENTIONED");
        var visitor = Browser.visitor();
        visitor.get(one).then().statusCode(200).body(allOf(containsString("Send me no more of these"), containsString("Mentioned")));
        assertEquals(true, Post.one("select by_mail from notice"));
        visitor.post(one).then().statusCode(200).body(containsString("No more of these mails"));
        assertEquals(false, Post.one("select by_mail from notice"));
        visitor.get(UnsubscribeLink.path(id, "MENTIONED").replace("MENTIONED", "COMMENTED")).then().statusCode(404);
        // as a mail program does, which has no form token
        var all = UnsubscribeLink.path(id, UnsubscribeLink.ALL) + OneClick.END;
        RestAssured.given().formParam("List-Unsubscribe", "One-Click").post(all.replace("/" + id + "/", "/" + (id + 1) + "/")).then().statusCode(404);
        RestAssured.given().formParam("List-Unsubscribe", "One-Click").post(all).then().statusCode(200).body(containsString("No more mails but for changes to your own account and what others wait for: Your account, Overdue, Passed on to you, Risk to accept."));
        RestAssured.get(all).then().statusCode(200).body(containsString("Changes to your own account and what others wait for still come by mail"));
        tell(NoticeKind.COMMENTED);
        tell(NoticeKind.OVERDUE);
        assertEquals("OVERDUE", Post.one("select kind from notice where by_mail"));
    }

    @Test
    void aMailBeginsWithWhatIsUrgentAndIsNeverEndless() {
        IntStream.range(0, Digest.MOST + 3).forEach(each -> tell("member", "Number " + each, "n" + each));
        tell(NoticeKind.OVERDUE);
        var letter = QuarkusTransaction.requiringNew().call(() -> {
            var me = Person.withEmail("member@example.org");
            return Digest.of(me, LocalDate.now(), Notice.toMail(me)).letter();
        });
        assertEquals("Text (and " + (Digest.MOST + 3) + " more)", letter.subject());
        assertEquals(true, letter.text().contains("4 more in your inbox: http") && letter.html().contains(">4 more in your inbox<") && !letter.text().contains("Number " + (Digest.MOST - 1)), letter.text());
    }

    @Test
    void putsOffAnActionWithAReasonForAWhile() {
        var id = Post.action("Mend it", LocalDate.now().plusDays(1), null, NOW);
        member.get("/actions/" + id).then().body(containsString("/actions/" + id + "/snooze"));
        member.get("/actions/" + id + "/snooze");
        member.post("/actions/" + id + "/snooze", "key", member.key(), "until", "2099-01-01", "reason", "").then().statusCode(422).body(allOf(containsString("At most 30 days"), containsString("What does it wait for?"), containsString("2099-01-01")));
        member.get("/actions/" + id + "/snooze");
        var until = LocalDate.now().plusDays(9);
        var key = member.key();
        member.post("/actions/" + id + "/snooze", "key", key, "until", until.toString(), "reason", "The vendor’s patch").then().statusCode(303);
        member.post("/actions/" + id + "/snooze", "key", key, "until", until.toString(), "reason", "The vendor’s patch").then().statusCode(303);
        assertEquals(1L, Post.one("select count(*) from snooze"));
        member.get("/actions/" + id).then().body(allOf(containsString("No reminders until"), containsString("The vendor’s patch"), containsString("put off the reminders")));
        reminders.run(Instant.now());
        assertEquals(0L, Post.one("select count(*) from notice where series is not null"));
        // a sleeping owner does not keep it from being passed on
        reminders.run(Instant.now().plusSeconds(86400L * 8));
        assertEquals(0L, Post.one("select count(*) from notice where series is not null"));
        Post.sql("update snooze set until = until + 30");
        reminders.run(Instant.now().plusSeconds(86400L * 23));
        assertEquals("ESCALATED", Post.one("select string_agg(kind, ' ') from notice where series is not null"));
        member.post("/actions/" + id + "/snooze/removal").then().statusCode(303);
        reminders.run(Instant.now().plusSeconds(86400L * 23));
        assertEquals("ESCALATED OVERDUE", Post.one("select string_agg(kind, ' ' order by kind) from notice where series is not null"));
        member.post("/actions/" + id + "/snooze/removal").then().statusCode(404);
    }

    @Test
    void onlyWhoseRemindersTheyAreAndWhoeverLeadsPutThemOff() {
        var id = Post.action("Mend it", LocalDate.now().plusDays(1), null, NOW);
        var until = LocalDate.now().plusDays(9).toString();
        var other = Browser.as("other");
        other.get("/actions/" + id).then().body(not(containsString("/snooze")));
        other.get("/actions/" + id + "/snooze").then().statusCode(403).body(allOf(containsString("They go to Mia Member"), not(containsString("name=\"until\""))));
        other.post("/actions/" + id + "/snooze", "until", until, "reason", "Not now").then().statusCode(403);
        assertEquals(0L, Post.one("select count(*) from snooze"));
        var administrator = Browser.as("administrator");
        administrator.get("/actions/" + id + "/snooze").then().statusCode(200);
        administrator.post("/actions/" + id + "/snooze", "key", administrator.key(), "until", until, "reason", "Holiday").then().statusCode(303);
        member.get("/inbox").then().body(containsString("put off your reminders until"));
        other.post("/actions/" + id + "/snooze/removal").then().statusCode(403);
        Post.sql("update snooze set ended_at = made_at, ended_by = made_by");
        Post.sql("insert into team (name, lead_id, created_at) values ('Payments', " + Fixtures.person("other").id + ", now())");
        Post.sql("update action_item set team_id = (select max(id) from team)");
        other.get("/actions/" + id + "/snooze").then().statusCode(200);
        Post.sql("update action_item set team_id = null, owner_id = null");
        Browser.as("other").get("/actions/" + id).then().body(containsString("/actions/" + id + "/snooze"));
    }

    /** Whoever took an account over reads its inbox first. */
    @Test
    void aChangeToTheAccountIsMailedAlsoWhenItWasRead() {
        tell(NoticeKind.ACCESS);
        tell(NoticeKind.MENTIONED);
        member.get("/inbox");
        member.post("/inbox/readings", "upTo", String.valueOf(Post.one("select max(id) from notice"))).then().statusCode(303);
        assertEquals(0L, Post.one("select count(*) from notice where read_at is null"));
        digests.run(NOW);
        assertEquals("ACCESS", Post.one("select string_agg(kind, ' ') from notice where mail_id is not null"));
        digests.run(NOW.plusSeconds(86400));
        assertEquals(1L, Post.one("select count(*) from outgoing_mail"));
    }

    /** Neither that an hour ago somebody else had to do it, nor that the reminders had not run yet. */
    @Test
    void aMailSaysWhatIsSoWhenItIsWritten() {
        var due = Post.action("Late one", LocalDate.parse("2026-11-10"), null, NOW);
        var passed = Post.action("Passed on", null, null, NOW);
        var done = Post.action("Done since", null, null, NOW);
        for (var id : new long[] {due, passed, done}) {
            told(NoticeKind.ASSIGNED, "Yours: " + id + ".", "given:action:" + id + ":0");
        }
        Post.sql("update action_item set owner_id = " + Fixtures.person("other").id + " where id = " + passed);
        Post.sql("update action_item set state = 'DONE', done_at = now(), done_by = owner_id where id = " + done);
        var me = Fixtures.person("member").id;
        Post.sql("insert into risk_acceptance (action_id, reason, until, asked_by, asked_at, approver_id, decision, decided_by, decided_at) values (%1$d, 'r', '2027-01-01', %2$d, now(), %2$d, 'WITHDRAWN', %2$d, now()), (%1$d, 'r', '2027-01-01', %2$d, now(), %2$d, null, null, null)".formatted(due, me));
        var asked = ((Number) Post.one("select max(id) from risk_acceptance")).longValue();
        told(NoticeKind.ACCEPTANCE_ASKED, "Withdrawn", "asked:risk:" + (asked - 1));
        told(NoticeKind.ACCEPTANCE_ASKED, "Still asked", "asked:risk:" + asked);
        digests.run(NOW);
        var mail = String.valueOf(Post.one("select text from outgoing_mail where person_id = " + me));
        assertEquals(true, mail.contains("1 week late") && mail.contains("Still asked") && mail.contains("Yours: " + due + "."), mail);
        assertEquals(false, mail.contains("Withdrawn") || mail.contains("Yours: " + passed + ".") || mail.contains("Yours: " + done + "."), mail);
        member.get("/inbox").then().body(allOf(containsString("Still asked"), not(containsString("Withdrawn")), not(containsString("Yours: " + passed + "."))));
    }

    @Test
    void administratorsDecideWhenAndSeeWhetherMailGoes() throws Exception {
        var administrator = Browser.as("administrator");
        try (var post = new Post()) {
            administrator.get("/admin/reminders").then().body(allOf(containsString("127.0.0.1"), containsString("Send me a test mail")));
            administrator.post("/admin/reminders/test-mail").then().statusCode(303);
            assertEquals("administrator: Test mail from Closecall, Larkspur", post.received().get(0));
        }
        administrator.post("/admin/reminders", "beforeDays", "x", "escalateWeeks", "0").then().statusCode(422).body(allOf(containsString("A number from 0 to 20"), containsString("value=\"x\"")));
        administrator.post("/admin/reminders", "beforeDays", "5", "escalateWeeks", "3", "wasBeforeDays", "3", "wasEscalateWeeks", "3").then().statusCode(303);
        administrator.post("/admin/reminders", "beforeDays", "4", "escalateWeeks", "3", "wasBeforeDays", "3", "wasEscalateWeeks", "3").then().statusCode(409).body(containsString("saved this before you"));
        Post.sql("update reminder_policy set before_days = 3, escalate_weeks = 3");
        System.setProperty("quarkus.mailer.host", "mail.invalid");
        try {
            administrator.get("/admin/reminders").then().body(allOf(containsString("No mail server is set up"), containsString("is not mailed afterwards")));
            reminders.run(NOW);
            reminders.run(NOW.plusSeconds(1000000));
            assertEquals(1L, Post.one("select count(*) from notice where text = '" + Reminders.NO_MAIL + "' and not by_mail"));
        } finally {
            System.clearProperty("quarkus.mailer.host");
        }
    }

    @Test
    void asksForReviewsUntilTheyAreGiven() {
        var other = Browser.as("other");
        other.get("/report");
        other.post("/occurrences", "key", other.key(), "kind", "HAZARD", "narrative", "A loose cable", "noticed", "2026-11-18T09:00").then().statusCode(303);
        other.get("/occurrences/1/postmortem");
        other.post("/occurrences/1/postmortem", "template", "LIGHT").then().statusCode(303);
        other.post("/occurrences/1/postmortem/review", "reviewers", String.valueOf(Fixtures.person("member").id), "word", "").then().statusCode(303);
        member.get("/inbox").then().body(containsString("Otto Other asks for your review: #1"));
        reminders.run(Instant.now());
        assertEquals(1L, Post.one("select count(*) from notice where series like 'review:%'"));
        reminders.run(Instant.now().plusSeconds(86400L * 8));
        member.get("/inbox").then().body(allOf(containsString("your review is asked for: #1"), not(containsString("Otto Other asks for your review"))));
        member.post("/occurrences/1/postmortem/verdict", "verdict", "APPROVED", "text", "").then().statusCode(303);
        reminders.run(Instant.now().plusSeconds(86400L * 8));
        member.get("/inbox").then().body(not(containsString("your review is asked for: #1")));
    }

    /** Law: steps never go down as days pass, there is one a week at most once it is due, and they begin the given working days before. */
    @Test
    void stepsOnlyGoUp() {
        var random = new Random(20261121);
        for (var round = 0; round < 300; round++) {
            var due = LocalDate.parse("2026-01-01").plusDays(random.nextInt(900));
            var before = random.nextInt(21);
            var last = 0;
            for (var day = due.minusDays(40); day.isBefore(due.plusDays(60)); day = day.plusDays(1)) {
                var step = new Promise(due, day).step(before);
                assertEquals(day.isBefore(Promise.before(due, before)) ? 0 : day.isBefore(due) ? 1 : 2 + (int) (day.toEpochDay() - due.toEpochDay()) / 7, step);
                assertEquals(true, step >= last, due + " " + day);
                last = step;
            }
        }
        assertEquals(LocalDate.parse("2026-11-18"), Promise.before(LocalDate.parse("2026-11-23"), 3));
        assertEquals(LocalDate.parse("2026-11-19"), Promise.before(LocalDate.parse("2026-11-22"), 2));
    }

    private static void tell(NoticeKind kind) {
        QuarkusTransaction.requiringNew().run(() -> Notice.tell(Person.withEmail("member@example.org"), kind, "Text", "/actions", kind.name(), NOW));
    }

    private static void told(NoticeKind kind, String text, String key) {
        QuarkusTransaction.requiringNew().run(() -> Notice.tell(Person.withEmail("member@example.org"), kind, text, "/actions", key, NOW));
    }

    private static void tell(String who, String text, String key) {
        QuarkusTransaction.requiringNew().run(() -> Notice.tell(Person.withEmail(who + "@example.org"), NoticeKind.MENTIONED, text, "/actions", key, NOW));
    }
}
