package org.closecall.notice;

import org.eclipse.microprofile.config.ConfigProvider;

/** Whether there is one to send with: the host of quarkus.mailer.host. */
final class MailServer {

    /** What application.properties says as long as nobody says otherwise: Quarkus' own default would be localhost. */
    private static final String NONE = "mail.invalid";

    private MailServer() {
    }

    static boolean there() {
        return !host().equals(NONE);
    }

    static String host() {
        return ConfigProvider.getConfig().getOptionalValue("quarkus.mailer.host", String.class).orElse(NONE);
    }
}
