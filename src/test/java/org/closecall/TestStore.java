package org.closecall;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import org.closecall.store.DataFolder;
import org.closecall.store.EmbeddedStore;
import org.closecall.store.PostgresProgram;

/**
 * One real PostgreSQL for all @QuarkusTest classes. META-INF/services names it, so no test class has to.
 * Quarkus loads this class anew for each test profile; a system property carries the server across.
 */
public class TestStore implements QuarkusTestResourceLifecycleManager {

    public static final Path PROGRAM = Path.of("target/postgresql-server");

    private static final String FOLDER = "closecall.test.folder";
    private static final String URL = "closecall.test.jdbc-url";
    private static final String MAIL_PORT = "closecall.test.mail-port";
    private static final String PASSWORD = "closecall.test.password";

    @Override
    public Map<String, String> start() {
        if (System.getProperty(URL) == null) {
            boot();
        }
        return Map.of("quarkus.datasource.jdbc.url", System.getProperty(URL),
                "quarkus.datasource.username", "closecall",
                "quarkus.datasource.password", System.getProperty(PASSWORD),
                "quarkus.http.auth.session.encryption-key", "only-for-tests-only-for-tests-only",
                "closecall.data", System.getProperty(FOLDER),
                // nobody listens there until a test starts a mail server
                "quarkus.mailer.mock", "false", "quarkus.mailer.host", "127.0.0.1", "quarkus.mailer.port", System.getProperty(MAIL_PORT), "quarkus.mailer.timeout", "20s");
    }

    @Override
    public void stop() {
        // the next test profile goes on with the same server; it ends with this process
    }

    private static void boot() {
        var folder = temporary();
        var store = new EmbeddedStore(DataFolder.open(folder), PostgresProgram.in(PROGRAM.toAbsolutePath())).start();
        Runtime.getRuntime().addShutdownHook(new Thread(store::close));
        System.setProperty(MAIL_PORT, String.valueOf(freePort()));
        System.setProperty(FOLDER, folder.toString());
        System.setProperty(PASSWORD, store.password());
        // tests need not wait for the disk
        System.setProperty(URL, store.jdbcUrl() + "?options=-c%20synchronous_commit=off");
    }

    public static int mailPort() {
        return Integer.getInteger(MAIL_PORT);
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory(Files.createDirectories(Path.of("target").toAbsolutePath()), "test-store-");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
