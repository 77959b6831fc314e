package org.closecall.store.backup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.closecall.FullStore;
import org.closecall.TestStore;
import org.closecall.store.CannotStart;
import org.closecall.store.DataFolder;
import org.closecall.store.Database;
import org.closecall.store.EmbeddedStore;
import org.closecall.store.PostgresProgram;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** One store after the other: the first test fills the second store, the others find it filled. */
@QuarkusTest
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class BackupTest {

    private static final Instant NOW = Instant.parse("2026-11-22T06:00:00Z");

    @TempDir
    static Path temporary;

    static DataFolder folder;
    static EmbeddedStore other;
    static byte[] backup;

    Connection there;

    @BeforeEach
    void connect() throws SQLException {
        if (other == null) {
            folder = DataFolder.open(temporary);
            other = new EmbeddedStore(folder, PostgresProgram.in(TestStore.PROGRAM.toAbsolutePath())).start();
        }
        there = again();
    }

    @AfterEach
    void disconnect() throws SQLException {
        there.close();
    }

    @AfterAll
    static void stop() {
        other.close();
        folder.close();
    }

    @Test
    @Order(1)
    void everythingComesBackAsItWas() throws Exception {
        FullStore.fill();
        try (var here = Database.configured().connect(); var after = again()) {
            var out = new ByteArrayOutputStream();
            var written = Backup.write(here, "a key", NOW, out);
            backup = out.toByteArray();
            var told = Restore.into(there, false, in(backup));
            assertEquals(Contents.of(here), Contents.of(after));
            assertEquals(written.rows(), told.rows() + leftOut(here));
            assertEquals("a key", told.sessionKey());
            assertTrue(told.rows() > 500, told::toString);
        }
    }

    @Test
    @Order(2)
    void whatIsThereIsNotOverwrittenUnasked() throws Exception {
        var before = Contents.of(again());
        refused("there is a Closecall with data", false, backup);
        assertEquals(before, Contents.of(there));
    }

    @Test
    @Order(3)
    void aFileThatIsTornOrChangedChangesNothing() throws Exception {
        var before = Contents.of(again());
        refused("ends too soon or was changed", true, Arrays.copyOf(backup, backup.length / 2));
        refused("is not a backup of Closecall", true, "something else".getBytes(StandardCharsets.UTF_8));
        refused("newer Closecall", true, heading("format=1\nmade=2026-11-22T06:00:00Z\nserver=18\nmigration.0=9999 1\n"));
        refused("newer Closecall", true, heading("format=2\n"));
        refused("other migrations", true, heading("format=1\nmade=2026-11-22T06:00:00Z\nserver=18\nmigration.0=0001 1\n"));
        var reason = assertThrows(Unusable.class, () -> Restore.check(in(changed("tag"))));
        assertTrue(reason.getMessage().contains("the rows of tag in this backup are not those that were written into it"), reason.getMessage());
        assertEquals(before, Contents.of(there));
    }

    @Test
    @Order(4)
    void whatNoClosecallMadeIsNamedAndStays() throws Exception {
        var theirs = "create table ledger (id bigserial); create view accounts as select 1 as one; create function add(int) returns int language sql return $1; create type colour as enum ('red')";
        there.createStatement().execute(theirs);
        var before = Contents.of(again());
        refused("what no Closecall made (accounts, add(integer), colour, ledger): nothing was changed", true, backup);
        assertEquals(before, Contents.of(there));
        there.createStatement().execute("drop table ledger; drop view accounts; drop function add(int); drop type colour");
    }

    @Test
    @Order(5)
    void itIsOneMomentHoweverMuchIsWrittenMeanwhile() throws Exception {
        var out = new ByteArrayOutputStream();
        var goOn = new AtomicBoolean(true);
        var ready = new AtomicBoolean();
        var writer = new Thread(() -> writeInStep(goOn, ready));
        writer.start();
        while (!ready.get()) {
            Thread.sleep(5);
        }
        Backup.write(there, null, NOW, out);
        goOn.set(false);
        writer.join();
        try (var connection = again(); var after = again()) {
            var told = Restore.into(connection, true, in(out.toByteArray()));
            assertNull(told.sessionKey());
            var kept = Contents.one(after, "select count(*) from form_key where location = '/step'");
            assertEquals(kept, Contents.one(after, "select count(*) from team where name like 'Step %'"));
            assertTrue(Integer.parseInt(kept) > 0, kept);
        }
    }

    @Test
    @Order(6)
    void whatAnotherBackupIsWritingIsLeftAlone() throws Exception {
        var file = temporary.resolve("backup.zip");
        var part = Files.writeString(temporary.resolve("backup.zip.part"), "half");
        var refused = assertThrows(Unusable.class, () -> BackupCommand.whole(file, out -> null));
        assertTrue(refused.getMessage().contains("another backup is writing it"), refused.getMessage());
        assertEquals("there is no folder " + temporary.resolve("nowhere"), assertThrows(Unusable.class, () -> BackupCommand.whole(temporary.resolve("nowhere/backup.zip"), out -> null)).getMessage());
        assertEquals("half", Files.readString(part));
        Files.delete(part);
        assertThrows(IOException.class, () -> BackupCommand.whole(file, out -> {
            throw new IOException("full");
        }));
        assertTrue(Files.notExists(part) && Files.notExists(file));
        BackupCommand.whole(file, out -> null);
        assertTrue(Files.exists(file) && Files.notExists(part));
    }

    @Test
    @Order(7)
    void aSessionKeyThatCannotBeKeptIsNoFailedRestore() {
        var err = System.err;
        var said = new ByteArrayOutputStream();
        System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
        try {
            var told = new Restore.Told(NOW, "0135", "0135", 1, 1, "a key", List.of());
            var code = RestoreCommand.restored(told, "here", key -> {
                throw new CannotStart("no space left");
            });
            assertEquals(1, code);
            assertTrue(said.toString(StandardCharsets.UTF_8).startsWith("All rows are restored, but the backup's session key is not kept: no space left"), said::toString);
        } finally {
            System.setErr(err);
        }
    }

    /** Two tables that are far apart in the file, one row each in one transaction. */
    private static void writeInStep(AtomicBoolean goOn, AtomicBoolean ready) {
        try (var connection = again(); var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (var step = 1; goOn.get(); step++) {
                statement.executeUpdate("insert into form_key (key, digest, location, person_id, used_at) values (gen_random_uuid(), '', '/step', 1, now())");
                statement.executeUpdate("insert into team (name, created_at) values ('Step " + step + "', now())");
                connection.commit();
                ready.set(step > 20);
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static int leftOut(Connection here) throws SQLException {
        var rows = 0;
        for (var table : Contents.ask(here, "select table_name from information_schema.tables where table_name like 'as\\_it\\_came%'")) {
            rows += Integer.parseInt(Contents.one(here, "select count(*) from " + table));
        }
        return rows;
    }

    /** The same file with one letter of one row another one. */
    private static byte[] changed(String table) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var from = new ZipInputStream(in(backup)); var zip = new ZipOutputStream(out)) {
            for (var entry = from.getNextEntry(); entry != null; entry = from.getNextEntry()) {
                var bytes = from.readAllBytes();
                if (entry.getName().equals(Backup.TABLES + table)) {
                    bytes[bytes.length - 2] ^= 1;
                }
                zip.putNextEntry(new ZipEntry(entry.getName()));
                zip.write(bytes);
            }
        }
        return out.toByteArray();
    }

    private static byte[] heading(String text) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(Heading.ENTRY));
            zip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return out.toByteArray();
    }

    private static void refused(String why, boolean replace, byte[] file) throws SQLException {
        try (var connection = again()) {
            var reason = assertThrows(Unusable.class, () -> Restore.into(connection, replace, in(file)));
            assertTrue(reason.getMessage().contains(why), reason.getMessage());
        }
    }

    private static Connection again() throws SQLException {
        return DriverManager.getConnection(other.jdbcUrl(), other.user(), other.password());
    }

    private static ByteArrayInputStream in(byte[] bytes) {
        return new ByteArrayInputStream(bytes);
    }
}
