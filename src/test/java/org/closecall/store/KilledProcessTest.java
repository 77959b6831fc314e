package org.closecall.store;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

@Timeout(value = 5, unit = TimeUnit.MINUTES)
class KilledProcessTest {

    @TempDir
    Path folder;

    @Test
    void every_acknowledged_row_survives_the_death_of_the_whole_tree() throws Exception {
        var writer = StoreProcess.on(folder);
        readUntil(writer, 300);
        writer.killWholeTree(folder);
        var acknowledged = writer.output().lines().mapToInt(Integer::parseInt).max().orElse(300);
        try (var held = DataFolder.open(folder); var store = new EmbeddedStore(held, StoreProcess.program()).start();
                var connection = StoreProcess.connect(store)) {
            var row = connection.createStatement().executeQuery("select count(*), max(number) from written");
            row.next();
            assertTrue(row.getInt(1) >= acknowledged, row.getInt(1) + " rows, " + acknowledged + " acknowledged");
            assertEquals(row.getInt(1), row.getInt(2));
        }
    }

    @Test
    void a_second_process_is_refused_in_one_line_and_the_first_goes_on() throws Exception {
        var first = StoreProcess.on(folder);
        try {
            readUntil(first, 1);
            var second = StoreProcess.on(folder);
            var said = second.output().lines().toList();
            assertEquals(1, second.process.waitFor());
            assertEquals(1, said.size(), said::toString);
            assertTrue(said.get(0).startsWith("another Closecall is using " + folder), said.get(0));
            readUntil(first, 500);
        } finally {
            first.killWholeTree(folder);
        }
    }

    private static void readUntil(StoreProcess process, int number) throws Exception {
        for (var line = process.output().readLine(); !line.equals(Integer.toString(number)); line = process.output().readLine()) {
            Integer.parseInt(line);
        }
    }
}
