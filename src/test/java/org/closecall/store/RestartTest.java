package org.closecall.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

class RestartTest {

    @TempDir
    static Path temporary;

    static DataFolder folder;
    static EmbeddedStore store;

    @BeforeAll
    static void start() throws Exception {
        folder = DataFolder.open(temporary);
        restart();
        StoreProcess.run(store, "create table kept as select 42 as answer");
    }

    @AfterAll
    static void stop() {
        store.close();
        folder.close();
    }

    @AfterEach
    void theRowIsStillThere() throws Exception {
        assertEquals("42", StoreProcess.ask(store, "select answer from kept"));
    }

    @Test
    void keeps_what_was_committed() {
        store.close();
        restart();
    }

    @Test
    void recovers_when_the_server_was_killed() throws Exception {
        var server = StoreProcess.server(temporary);
        server.destroyForcibly();
        server.onExit().get(60, TimeUnit.SECONDS);
        restart();
    }

    @Test
    void is_brought_back_where_it_was_when_the_server_alone_was_killed() throws Exception {
        var url = store.watched().jdbcUrl();
        var server = StoreProcess.server(temporary);
        // has its process id by then; that of whoever starts it would not mislead PostgreSQL
        var another = new ProcessBuilder("sleep", "300").start();
        var file = temporary.resolve("postgresql/postmaster.pid");
        Files.writeString(file, Files.readString(file).replaceFirst("\\d+", Long.toString(another.pid())));
        server.destroyForcibly();
        server.onExit().get(60, TimeUnit.SECONDS);
        for (var tries = 0; tries < 1_200 && !answers(); tries++) {
            Thread.sleep(50);
        }
        another.destroy();
        assertEquals(url, store.jdbcUrl());
        assertNotEquals(server.pid(), StoreProcess.server(temporary).pid());
        store.close();
        restart();
    }

    @Test
    void one_that_waits_for_its_last_guest_to_leave_is_not_taken_for_one_that_never_recovers() throws Exception {
        var guest = StoreProcess.connect(store);
        StoreProcess.program().run("", "pg_ctl", "stop", "-D", temporary.resolve("postgresql").toString(), "-m", "smart", "-W");
        for (var tries = 0; tries < 200 && answers(); tries++) {
            Thread.sleep(50);
        }
        assertEquals("57P03", assertThrows(SQLException.class, () -> StoreProcess.connect(store)).getSQLState());
        assertFalse(store.recovering());
        guest.close();
        restart();
    }

    @Test
    void replaces_a_server_that_outlived_its_application() throws Exception {
        var orphan = StoreProcess.server(temporary);
        restart();
        orphan.onExit().get(60, TimeUnit.SECONDS);
    }

    @Test
    void is_not_misled_when_another_program_has_the_dead_servers_process_id() throws Exception {
        var file = temporary.resolve("postgresql/postmaster.pid");
        var lines = Files.readString(file);
        store.close();
        Files.writeString(file, lines.replaceFirst("\\d+", Long.toString(ProcessHandle.current().pid())));
        restart();
    }

    @Test
    void is_durable_and_local_whatever_its_configuration_files_say() throws Exception {
        store.close();
        Files.writeString(temporary.resolve("postgresql/postgresql.auto.conf"), "fsync = off\nlisten_addresses = '*'\n");
        restart();
        assertEquals("on", StoreProcess.ask(store, "show fsync"));
        assertEquals("127.0.0.1", StoreProcess.ask(store, "show listen_addresses"));
    }

    private static boolean answers() {
        try {
            return "42".equals(StoreProcess.ask(store, "select answer from kept"));
        } catch (SQLException notYet) {
            return false;
        }
    }

    private static void restart() {
        store = new EmbeddedStore(folder, StoreProcess.program()).start();
    }
}
