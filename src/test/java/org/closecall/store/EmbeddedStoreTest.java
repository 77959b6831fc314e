package org.closecall.store;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class EmbeddedStoreTest {

    @TempDir
    static Path temporary;

    static DataFolder folder;
    static EmbeddedStore store;

    @BeforeAll
    static void start() {
        folder = DataFolder.open(temporary.resolve("a folder with spaces"));
        store = new EmbeddedStore(folder, StoreProcess.program()).start();
    }

    @AfterAll
    static void stop() {
        store.close();
        folder.close();
    }

    @Test
    void runs_with_durable_settings_on_the_loopback() throws SQLException {
        assertEquals("on", StoreProcess.ask(store, "show fsync"));
        assertEquals("on", StoreProcess.ask(store, "show synchronous_commit"));
        assertEquals("on", StoreProcess.ask(store, "show full_page_writes"));
        assertEquals("127.0.0.1", StoreProcess.ask(store, "show listen_addresses"));
    }

    @Test
    void speaks_utf8_with_a_collation_that_never_changes() throws SQLException {
        assertEquals("UTF8", StoreProcess.ask(store, "show server_encoding"));
        assertEquals("C.UTF-8", StoreProcess.ask(store,
                "select datlocale from pg_database where datname = 'closecall' and datlocprovider = 'b'"));
    }

    @Test
    void its_role_is_no_superuser_and_may_create_trigrams() throws SQLException {
        assertEquals("off", StoreProcess.ask(store, "show is_superuser"));
        StoreProcess.run(store, "create extension pg_trgm");
        assertEquals("1", StoreProcess.ask(store, "select similarity('Zürich', 'zürich')"));
    }

    @Test
    void asks_everybody_for_the_password() {
        assertRefused("closecall", "wrong");
        assertRefused("closecall", "");
        assertRefused("postgres", "");
        assertRefused("postgres", store.password());
    }

    private static void assertRefused(String user, String password) {
        var refusal = assertThrows(SQLException.class, () -> DriverManager.getConnection(store.jdbcUrl(), user, password).close());
        assertTrue(refusal.getMessage().contains("password"), refusal.getMessage());
    }
}
