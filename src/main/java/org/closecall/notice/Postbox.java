package org.closecall.notice;

import io.quarkus.mailer.Mail;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/** Where mail leaves the house. */
@ApplicationScoped
class Postbox {

    private static final Duration PATIENCE = Duration.ofSeconds(25);

    @Inject
    ReactiveMailer mailer;

    @Inject
    Vertx vertx;

    private Context loop;

    /** One for all mails: begun elsewhere, the client may begin to listen when the server's greeting has already passed. */
    @PostConstruct
    void begin() {
        loop = vertx.getOrCreateContext();
    }

    /** Throws what the server said, or that it said nothing. */
    void send(OutgoingMail written) {
        var mail = Mail.withText(written.person.email, written.subject, written.text).setHtml(written.html).setFrom(Site.sender())
                .addHeader("Message-ID", written.messageId).addHeader("Auto-Submitted", "auto-generated");
        if (written.unsubscribe != null) {
            mail.addHeader("List-Unsubscribe", "<" + Site.url(written.unsubscribe + OneClick.END) + ">").addHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }
        Uni.createFrom().deferred(() -> mailer.send(mail)).runSubscriptionOn(work -> loop.runOnContext(ignored -> work.run())).await().atMost(PATIENCE);
    }
}
