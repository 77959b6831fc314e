package org.closecall.notice;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.quarkus.arc.Arc;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.closecall.Fixtures;
import org.closecall.TestStore;

/** A real mail server, and what tests of reminders need besides. */
final class Post implements AutoCloseable {

    private GreenMail server = started();

    private static GreenMail started() {
        var server = new GreenMail(new ServerSetup(TestStore.mailPort(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        return server;
    }

    /** To whom and about what, in the order they came. */
    List<String> received() {
        return mails().stream().map(Post::line).toList();
    }

    List<MimeMessage> mails() {
        return Arrays.asList(server.getReceivedMessages());
    }

    /** Nobody listens any more. */
    void fails() {
        server.stop();
    }

    void works() {
        server = started();
    }

    @Override
    public void close() {
        server.stop();
    }

    static String line(MimeMessage mail) {
        try {
            return mail.getRecipients(Message.RecipientType.TO)[0].toString().replaceFirst("@.*", "") + ": " + mail.getSubject();
        } catch (MessagingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    /** Of the member, in a team that other leads; written down by the administrator. Returns its id. */
    static long action(String title, LocalDate due, Long occurrence, Instant at) {
        return QuarkusTransaction.requiringNew().call(() -> ((Number) entities().createNativeQuery("""
                with made as (insert into action_item (occurrence_id, title, owner_id, due_on, aim, created_by, created_at, origin, state, state_since, team_id)
                values (nullif(:occurrence, 0), :title, :owner, :due, 'REDUCE_IMPACT', :by, :at, 'NONE', 'OPEN', :at, (select min(id) from team)) returning id, created_at, created_by),
                  step as (insert into action_transition (action_id, target, at, by_id) select id, 'OPEN', created_at, created_by from made)
                select id from made""")
                .setParameter("occurrence", occurrence == null ? 0L : occurrence).setParameter("title", title).setParameter("owner", Fixtures.person("member").id).setParameter("due", due)
                .setParameter("by", Fixtures.person("administrator").id).setParameter("at", at).getSingleResult()).longValue());
    }

    static int sql(String sql) {
        return QuarkusTransaction.requiringNew().call(() -> entities().createNativeQuery(sql).executeUpdate());
    }

    static Object one(String sql) {
        return QuarkusTransaction.requiringNew().call(() -> entities().createNativeQuery(sql).getSingleResult());
    }

    private static EntityManager entities() {
        return Arc.container().instance(EntityManager.class).get();
    }
}
