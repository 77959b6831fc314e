package org.closecall.notice;

import io.quarkus.mailer.Mail;
import io.quarkus.mailer.reactive.ReactiveMailer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/** Where mail leaves the house. */
@ApplicationScoped
class Postbox {

    private static final Duration PATIENCE = Duration.ofSeconds(25);

    @Inject
    ReactiveMailer mailer;

    /** Throws what the server said, or that it said nothing. */
    void send(OutgoingMail written) {
        var mail = Mail.withText(written.person.email, written.subject, written.text).setHtml(written.html).setFrom(Site.sender())
                .addHeader("Message-ID", written.messageId).addHeader("Auto-Submitted", "auto-generated");
        if (written.unsubscribe != null) {
            mail.addHeader("List-Unsubscribe", "<" + Site.url(written.unsubscribe + OneClick.END) + ">").addHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }
        mailer.send(mail).await().atMost(PATIENCE);
    }
}
