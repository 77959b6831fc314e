package org.closecall.notice;

import java.net.URI;
import java.util.Objects;
import org.eclipse.microprofile.config.ConfigProvider;

/** Where this installation is found from outside: mails are written where no request says it. */
final class Site {

    private Site() {
    }

    static String address() {
        return setting("closecall.address").replaceAll("/+$", "");
    }

    static String url(String path) {
        return address() + path;
    }

    static String host() {
        try {
            return Objects.requireNonNullElse(URI.create(address()).getHost(), "localhost");
        } catch (IllegalArgumentException unreadable) {
            return "localhost";
        }
    }

    static String sender() {
        return ConfigProvider.getConfig().getOptionalValue("quarkus.mailer.from", String.class).orElse("closecall@" + host());
    }

    private static String setting(String name) {
        return ConfigProvider.getConfig().getValue(name, String.class);
    }
}
