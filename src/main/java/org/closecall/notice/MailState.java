package org.closecall.notice;

import io.quarkus.qute.TemplateData;
import java.time.Instant;

/** How the mail is doing. failing is the mail that failed last while something still waits or was given up, or null. */
@TemplateData
public record MailState(boolean there, String host, String sender, String address, long waiting, Instant sent, OutgoingMail failing) {

    static MailState now() {
        return new MailState(MailServer.there(), MailServer.host(), Site.sender(), Site.address(), OutgoingMail.count("sentAt is null and givenUpAt is null"),
                OutgoingMail.getEntityManager().createQuery("select max(m.sentAt) from OutgoingMail m", Instant.class).getSingleResult(),
                OutgoingMail.find("from OutgoingMail m join fetch m.person where m.failedAt is not null and m.sentAt is null order by m.failedAt desc, m.id desc").firstResult());
    }
}
