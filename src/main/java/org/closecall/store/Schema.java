package org.closecall.store;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.sql.DataSource;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.jboss.logging.Logger;

/** The schema, brought up to date before anything else looks at it. Where that fails, one line says so and what to do. */
public final class Schema {

    static final String LOCATION = "migrations";

    private static final Logger LOG = Logger.getLogger(Schema.class);
    private static final Pattern SCRIPT = Pattern.compile("V[0-9][\\w.]*\\.sql");
    private static final Pattern MESSAGE = Pattern.compile("(?m)^Message +: (.*)$");
    private static final Pattern LINE = Pattern.compile("(?m)^Line +: (\\d+)$");

    /** After 1, 2, 4 and 8 seconds. */
    private static final int RETRIES = 4;

    private final FluentConfiguration settings;

    private Schema(FluentConfiguration settings) {
        this.settings = settings;
    }

    /** Asks for a connection itself first, because only its own refusal says why in one line. A server that loses a process just now comes back by itself. */
    public static Schema of(Database database) {
        return of(database, false);
    }

    /** watched: whether a server that is gone is brought back. */
    static Schema of(Database database, boolean watched) {
        try (var connection = database.connect(EmbeddedStore.PATIENCE, watched)) {
            return new Schema(settings(LOCATION).connectRetries(RETRIES).dataSource(database.url(), database.user(), database.password()));
        } catch (SQLException closing) {
            throw new CannotStart("the database " + database.place() + " hung up: " + Database.reason(closing));
        }
    }

    public static Schema of(DataSource source) {
        return of(source, LOCATION);
    }

    static Schema of(DataSource source, String location) {
        return new Schema(settings(location).dataSource(source));
    }

    /** Null where nothing has been made yet. */
    public String version() {
        var current = settings.load().info().current();
        return current == null ? null : current.getVersion().getVersion();
    }

    /** The newest that this Closecall knows. */
    public String newest() {
        return Arrays.stream(settings.load().info().all()).filter(migration -> migration.getState().isResolved()).map(migration -> migration.getVersion())
                .max(Comparator.naturalOrder()).map(MigrationVersion::getVersion).orElse("0");
    }

    public void upgrade() {
        upgradeTo(MigrationVersion.LATEST);
    }

    /** As it was when an older Closecall was new. */
    public void upgradeTo(String version) {
        upgradeTo(MigrationVersion.fromVersion(version));
    }

    /** Takes everything out of it. */
    public void clear() {
        try {
            copy().cleanDisabled(false).load().clean();
        } catch (FlywayException failure) {
            throw new CannotStart(failed(failure.getMessage()));
        }
    }

    private void upgradeTo(MigrationVersion target) {
        try {
            var flyway = copy().target(target).load();
            refuseNewer(flyway);
            var done = flyway.migrate();
            if (done.migrationsExecuted > 0) {
                LOG.infof("The schema was brought from version %s to %s", Objects.requireNonNullElse(done.initialSchemaVersion, "0"), done.targetSchemaVersion);
            }
        } catch (FlywayException failure) {
            throw new CannotStart(failed(failure.getMessage()));
        }
    }

    /** An older Closecall would write what the newer one no longer expects. */
    private static void refuseNewer(Flyway flyway) {
        var current = flyway.info().current();
        if (current != null && current.getState().isApplied() && !current.getState().isResolved()) {
            throw new CannotStart("the database has the schema " + current.getVersion() + " of a newer Closecall: start that one, or restore a backup made before the upgrade");
        }
    }

    private FluentConfiguration copy() {
        return new FluentConfiguration(settings.getClassLoader()).configuration(settings);
    }

    private static FluentConfiguration settings(String location) {
        return Flyway.configure().locations(location);
    }

    private static String failed(String said) {
        var script = first(SCRIPT.matcher(said), 0);
        var message = first(MESSAGE.matcher(said), 1);
        if (script == null || message == null) {
            return "the database cannot be brought up to date: " + String.join(" ", said.lines().map(String::strip).filter(line -> !line.isEmpty()).toList());
        }
        var line = first(LINE.matcher(said), 1);
        return "migration " + script + " fails" + (line == null ? "" : " in line " + line) + ": " + message.strip()
                + " (nothing of this migration was kept; docs/operate.md, Upgrade, says what to do)";
    }

    private static String first(Matcher matcher, int group) {
        return matcher.find() ? matcher.group(group) : null;
    }
}
