package org.closecall.store;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;

import org.eclipse.microprofile.config.ConfigProvider;

/** Where a database is and who may use it. */
public record Database(String url, String user, String password) {

    private static final Set<String> COMING_BACK = Set.of("57P01", "57P02", "57P03");
    /** Nobody answers at all. */
    private static final String AWAY = "08";

    /** The one of the settings, which are complete once an embedded one runs. */
    public static Database configured() {
        return new Database(setting("jdbc.url"), setting("username"), setting("password"));
    }

    /** Whether the settings name one of somebody's own. */
    public static boolean external() {
        return !setting("jdbc.url").isEmpty();
    }

    public Connection connect() {
        return connect(Duration.ZERO, false);
    }

    /** Waits that long for a server that stops, has crashed or starts: it comes back by itself. One that is watched does so also when it is gone. */
    Connection connect(Duration patience, boolean watched) {
        var end = System.nanoTime() + patience.toNanos();
        while (true) {
            try {
                return DriverManager.getConnection(url, user, password);
            } catch (SQLException failure) {
                var state = String.valueOf(failure.getSQLState());
                if (!COMING_BACK.contains(state) && !(watched && state.startsWith(AWAY)) || System.nanoTime() > end) {
                    throw new CannotStart("the database " + place() + " does not let us in: " + reason(failure));
                }
                EmbeddedStore.pause();
            }
        }
    }

    /** Without what may be said behind the question mark, which may be secret. */
    public String place() {
        return url.replaceFirst("^jdbc:", "").replaceFirst("\\?.*", "");
    }

    /** What the server or the driver says, in one line. */
    static String reason(SQLException failure) {
        return String.valueOf(failure.getMessage()).lines().findFirst().orElse("no reason given").strip();
    }

    private static String setting(String name) {
        return ConfigProvider.getConfig().getOptionalValue("quarkus.datasource." + name, String.class).orElse("");
    }
}
