package org.closecall.store.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;

import org.closecall.store.CannotStart;
import org.closecall.store.DataFolder;
import org.closecall.store.Database;
import org.closecall.store.EmbeddedStore;
import org.closecall.store.PostgresProgram;
import org.closecall.store.RunningInstance;
import org.closecall.store.Startup;
import org.eclipse.microprofile.config.ConfigProvider;

/** The database that the settings name; an embedded one that does not run is started for as long as this is open. */
final class Opened implements AutoCloseable {

    private static final String SESSION_KEY = "quarkus.http.auth.session.encryption-key";

    private final Database database;
    private final DataFolder folder;
    private final EmbeddedStore started;

    private Opened(Database database, DataFolder folder, EmbeddedStore started) {
        this.database = database;
        this.folder = folder;
        this.started = started;
    }

    /** Beside whoever uses it. */
    static Opened toRead() {
        if (Database.external()) {
            return new Opened(Database.configured(), null, null);
        }
        var running = RunningInstance.on(Startup.dataFolder()).flatMap(instance -> EmbeddedStore.running(Startup.dataFolder()));
        if (running.isPresent()) {
            return new Opened(running.get(), null, null);
        }
        if (!Files.isDirectory(Startup.dataFolder().resolve("postgresql"))) {
            throw new Unusable("there is no Closecall in " + Startup.dataFolder());
        }
        return start(DataFolder.open(Startup.dataFolder()));
    }

    /** Alone: nobody may write into what is being overwritten. */
    static Opened toWrite() {
        var folder = DataFolder.open(Startup.dataFolder());
        return Database.external() ? new Opened(Database.configured(), folder, null) : start(folder);
    }

    private static Opened start(DataFolder folder) {
        var store = new EmbeddedStore(folder, PostgresProgram.in(folder.path().resolve("server")));
        try {
            store.start();
            return new Opened(store.database(), folder, store);
        } catch (CannotStart reason) {
            store.close();
            folder.close();
            throw reason;
        }
    }

    Connection connect() {
        return database.connect();
    }

    String place() {
        return Database.external() ? database.place() : Startup.dataFolder().toString();
    }

    /** The one kept in the data folder; null when the settings give another, or none was made yet. */
    static String sessionKey() throws IOException {
        var file = Startup.dataFolder().resolve(DataFolder.SESSION_KEY);
        return keyIsGiven() || Files.notExists(file) ? null : Files.readString(file).strip();
    }

    static boolean keyIsGiven() {
        return ConfigProvider.getConfig().getOptionalValue(SESSION_KEY, String.class).filter(key -> !key.isEmpty()).isPresent();
    }

    void keepSessionKey(String key) {
        folder.keep(DataFolder.SESSION_KEY, key);
    }

    @Override
    public void close() {
        if (started != null) {
            started.close();
        }
        if (folder != null) {
            folder.close();
        }
    }
}
