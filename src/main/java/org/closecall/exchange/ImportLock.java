package org.closecall.exchange;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.closecall.web.AdvisoryLock;

/** One import at a time, whichever process or instance runs it. The database lets go of the lock when the process dies. */
final class ImportLock implements AutoCloseable {

    /** Any two numbers that nothing else in the database locks. */
    private static final String KEY = "1129074531, 6";

    private static final int TRIES = 8;
    private static final long BETWEEN_TRIES = 100;

    private final Connection connection;

    private ImportLock(Connection connection) {
        this.connection = connection;
    }

    /** Empty when another import holds it for longer than it takes to finish. Never inside a transaction, which would take the connection with it. */
    static Optional<ImportLock> take(DataSource database) {
        try {
            var connection = database.getConnection();
            for (var tries = 0; tries < TRIES; tries++) {
                if (ask(connection, "select pg_try_advisory_lock(" + KEY + ")")) {
                    return Optional.of(new ImportLock(connection));
                }
                Thread.sleep(BETWEEN_TRIES);
            }
            connection.close();
            return Optional.empty();
        } catch (SQLException | InterruptedException failure) {
            throw new IllegalStateException(failure);
        }
    }

    static boolean held() {
        return AdvisoryLock.held(KEY);
    }

    @Override
    public void close() {
        try (connection) {
            ask(connection, "select pg_advisory_unlock(" + KEY + ")");
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static boolean ask(Connection connection, String question) throws SQLException {
        try (var statement = connection.createStatement(); var answer = statement.executeQuery(question)) {
            answer.next();
            return answer.getBoolean(1);
        }
    }
}
