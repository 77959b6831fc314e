package org.closecall.store;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;

import io.quarkus.runtime.ApplicationLifecycleManager;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/** What must be there before Quarkus starts: a data folder of our own, a session key, a free port, a database. */
public final class Startup {

    private static final String DONE = "closecall.prepared";
    private static final String DATA = "closecall.data";
    private static final String JDBC_URL = "quarkus.datasource.jdbc.url";
    private static final String SESSION_KEY = "quarkus.http.auth.session.encryption-key";

    private Startup() {
    }

    /** Live reload runs main again in the same process: the folder and the database are kept over reloads. */
    public static void prepare() {
        if (System.getProperty(DONE) == null) {
            prepare(ConfigProvider.getConfig());
            System.setProperty(DONE, "true");
        }
    }

    /** Where an instance with these settings keeps its data, whether it runs or not. */
    public static Path dataFolder() {
        return Path.of(setting(ConfigProvider.getConfig(), DATA, "data")).toAbsolutePath().normalize();
    }

    private static void prepare(Config config) {
        var folder = DataFolder.open(dataFolder());
        System.setProperty(DATA, folder.path().toString());
        if (Boolean.parseBoolean(setting(config, "quarkus.http.host-enabled", "true"))) {
            requireFreePort(config);
        }
        if (setting(config, SESSION_KEY, "").isEmpty()) {
            System.setProperty(SESSION_KEY, folder.secret(DataFolder.SESSION_KEY));
        }
        var embedded = setting(config, JDBC_URL, "").isEmpty();
        if (embedded) {
            startStore(folder);
        } else {
            atExit(() -> leave(folder));
        }
        Schema.of(Database.configured(), embedded).upgrade();
    }

    private static void startStore(DataFolder folder) {
        var store = new EmbeddedStore(folder, PostgresProgram.in(folder.path().resolve("server")));
        atExit(() -> {
            store.close();
            leave(folder);
        });
        store.start().watched();
        System.setProperty(JDBC_URL, store.jdbcUrl());
        System.setProperty("quarkus.datasource.username", store.user());
        System.setProperty("quarkus.datasource.password", store.password());
    }

    private static void leave(DataFolder folder) {
        RunningInstance.forget(folder.path());
        folder.close();
    }

    /** Exit hooks run side by side with Quarkus' own, and the application needs its database while it drains. */
    private static void atExit(Runnable task) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            var application = ApplicationLifecycleManager.getCurrentApplication();
            if (application != null) {
                application.awaitShutdown();
            }
            task.run();
        }));
    }

    private static void requireFreePort(Config config) {
        var port = setting(config, "quarkus.http.port", "8080");
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(setting(config, "quarkus.http.host", "0.0.0.0"), Integer.parseInt(port)));
        } catch (IOException | IllegalArgumentException unusable) {
            throw new CannotStart("port " + port + " cannot be used (" + unusable.getMessage()
                    + "): stop what uses it, or set QUARKUS_HTTP_PORT to another");
        }
    }

    private static String setting(Config config, String name, String otherwise) {
        return config.getOptionalValue(name, String.class).orElse(otherwise);
    }
}
