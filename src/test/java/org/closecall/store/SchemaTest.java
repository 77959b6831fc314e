package org.closecall.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

/** In a schema of its own beside the tests' one. */
@QuarkusTest
class SchemaTest {

    @TempDir
    Path migrations;

    PGSimpleDataSource source;

    @BeforeEach
    void aPlaceOfItsOwn() throws SQLException, IOException {
        execute("create schema broken");
        source = new PGSimpleDataSource();
        source.setUrl(Database.configured().url());
        source.setCurrentSchema("broken");
        source.setUser(Database.configured().user());
        source.setPassword(Database.configured().password());
        Files.writeString(migrations.resolve("V0001__thing_create.sql"), "create table thing (id int);");
    }

    @AfterEach
    void leaveNothing() throws SQLException {
        execute("drop schema broken cascade");
    }

    @Test
    void aBrokenMigrationIsOneLineThatSaysWhichAndWhere() throws IOException {
        Files.writeString(migrations.resolve("V0002__thing_rename.sql"), "alter table thing add name text;\n\nalter table thing rename nmae to title;");
        assertRefused("migration V0002__thing_rename.sql fails in line 3: ERROR: column \"nmae\" does not exist");
        assertEquals("0001", schema().version());
    }

    @Test
    void aMigrationThatWasChangedAfterwardsIsNamed() throws IOException {
        schema().upgrade();
        Files.writeString(migrations.resolve("V0001__thing_create.sql"), "create table thing (id bigint);");
        assertRefused("Migration checksum mismatch for migration version 0001");
    }

    @Test
    void aNewerDatabaseIsLeftAlone() throws IOException {
        Files.writeString(migrations.resolve("V0002__thing_tell.sql"), "alter table thing add told boolean;");
        schema().upgrade();
        Files.delete(migrations.resolve("V0002__thing_tell.sql"));
        assertRefused("the database has the schema 0002 of a newer Closecall");
    }

    @Test
    void aDatabaseThatIsNotThereIsNamedWithoutItsPassword() {
        var reason = assertThrows(CannotStart.class, () -> Schema.of(new Database("jdbc:postgresql://127.0.0.1:1/closecall?password=hidden", "closecall", "secret")));
        assertTrue(reason.getMessage().startsWith("the database postgresql://127.0.0.1:1/closecall does not let us in: Connection to 127.0.0.1:1 refused"), reason.getMessage());
        assertFalse(reason.getMessage().contains("hidden") || reason.getMessage().contains("secret"), reason.getMessage());
    }

    @Test
    void aDatabaseThatIsComingBackIsWaitedFor() throws Exception {
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var answers = new Thread(() -> {
                answer(server, "57P03", "the database system is in recovery mode");
                answer(server, "28P01", "password authentication failed");
            });
            answers.start();
            var reason = assertThrows(CannotStart.class, () -> Schema.of(new Database("jdbc:postgresql://127.0.0.1:" + server.getLocalPort() + "/closecall?sslmode=disable", "closecall", "secret")));
            assertTrue(reason.getMessage().contains("password authentication failed"), reason.getMessage());
            answers.join();
        }
    }

    @Test
    void anEmbeddedOneThatIsGoneIsWaitedFor() throws Exception {
        var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        free.close();
        var brought = new Thread(() -> {
            EmbeddedStore.pause();
            try (var server = new ServerSocket(free.getLocalPort(), 1, InetAddress.getLoopbackAddress())) {
                answer(server, "28P01", "password authentication failed");
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        });
        brought.start();
        var reason = assertThrows(CannotStart.class, () -> Schema.of(new Database("jdbc:postgresql://127.0.0.1:" + free.getLocalPort() + "/closecall?sslmode=disable", "closecall", "secret"), true));
        assertTrue(reason.getMessage().contains("password authentication failed"), reason.getMessage());
        brought.join();
    }

    /** As a server refuses a connection. */
    private static void answer(ServerSocket server, String state, String message) {
        try (var client = server.accept(); var out = new DataOutputStream(client.getOutputStream())) {
            client.getInputStream().read(new byte[1024]);
            var fields = ("SFATAL\0C" + state + "\0M" + message + "\0\0").getBytes(StandardCharsets.UTF_8);
            out.writeByte('E');
            out.writeInt(fields.length + 4);
            out.write(fields);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void assertRefused(String why) {
        var reason = assertThrows(CannotStart.class, () -> schema().upgrade());
        assertTrue(reason.getMessage().contains(why), reason.getMessage());
        assertEquals(1, reason.getMessage().lines().count());
    }

    private Schema schema() {
        return Schema.of(source, "filesystem:" + migrations);
    }

    private static void execute(String statement) throws SQLException {
        try (var connection = Database.configured().connect()) {
            connection.createStatement().execute(statement);
        }
    }
}
