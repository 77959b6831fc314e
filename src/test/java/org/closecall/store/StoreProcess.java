package org.closecall.store;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.stream.Stream;

import org.closecall.TestStore;

/** A process of its own on a data folder, so that tests can meet it from outside and kill it. */
class StoreProcess {

    final Process process;

    private StoreProcess(Process process) {
        this.process = process;
    }

    static StoreProcess on(Path folder) throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new StoreProcess(new ProcessBuilder(java, "-cp", System.getProperty("java.class.path"),
                StoreProcess.class.getName(), folder.toString()).redirectError(ProcessBuilder.Redirect.DISCARD).start());
    }

    /** Writes rows for ever and prints each number only after its commit came back. */
    public static void main(String... arguments) throws Exception {
        try (var store = new EmbeddedStore(DataFolder.open(Path.of(arguments[0])), program()).start();
                var connection = connect(store);
                var statement = connection.createStatement()) {
            statement.execute("create table written (number int primary key)");
            for (var number = 1; number > 0; number++) {
                statement.execute("insert into written values (" + number + ")");
                System.out.println(number);
            }
        } catch (CannotStart reason) {
            System.out.println(reason.getMessage());
            System.exit(1);
        }
    }

    static PostgresProgram program() {
        return PostgresProgram.in(TestStore.PROGRAM.toAbsolutePath());
    }

    static ProcessHandle server(Path folder) throws IOException {
        return ProcessHandle.of(Long.parseLong(Files.readAllLines(folder.resolve("postgresql/postmaster.pid")).get(0).strip()))
                .orElseThrow();
    }

    static void run(EmbeddedStore store, String statement) throws SQLException {
        try (var connection = connect(store)) {
            connection.createStatement().execute(statement);
        }
    }

    static String ask(EmbeddedStore store, String question) throws SQLException {
        try (var connection = connect(store)) {
            var row = connection.createStatement().executeQuery(question);
            row.next();
            return row.getString(1);
        }
    }

    static Connection connect(EmbeddedStore store) throws SQLException {
        return DriverManager.getConnection(store.jdbcUrl(), store.user(), store.password());
    }

    BufferedReader output() {
        return process.inputReader();
    }

    /** As the kernel or a power cut would, application and database in no particular order. */
    void killWholeTree(Path folder) throws IOException {
        var server = server(folder);
        Stream.concat(Stream.of(process.toHandle(), server), server.descendants()).toList()
                .forEach(ProcessHandle::destroyForcibly);
    }
}
