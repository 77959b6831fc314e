package org.closecall;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** How long the pages take on a large store, and how many statements. Prints; run by `mvn -Pbench verify`. */
@QuarkusTest
class LargeStoreBench {

    private static final int TIMES = 30;
    private static final int MOST_STATEMENTS = 25;
    private static final List<String> PAGES = List.of("/", "/occurrences", "/occurrences?sort=oldest", "/occurrences?text=certificate+expiry", "/occurrences?text=%2250000%22",
            "/occurrences?kind=NEAR_MISS&service=7&from=2020-01-01&to=2020-12-31", "/occurrences?tag=tag-77", "/occurrences?after=2020-06-01T00:00:00Z_43000",
            "/occurrences/50000", "/occurrences/50000/edit", "/occurrences/50000/history", "/report", "/services", "/services/7", "/reliability", "/reliability?month=2020-06");

    @Test
    void pages() {
        var began = System.nanoTime();
        LargeStore.fill();
        System.out.printf("filled in %.0f s%n", (System.nanoTime() - began) / 1e9);
        var member = Browser.as("member");
        for (var page : PAGES) {
            assertEquals(200, member.get(page).statusCode(), page);
            for (var i = 0; i < TIMES / 3; i++) {
                member.get(page);
            }
            var statements = Statements.during(() -> member.get(page));
            var times = LongStream.generate(() -> time(() -> member.get(page))).limit(TIMES).sorted().toArray();
            System.out.printf("%-75s median %6.1f ms, p95 %6.1f ms, %2d statements%n", page, times[TIMES / 2] / 1e6, times[TIMES * 95 / 100] / 1e6, statements);
            assertTrue(statements <= MOST_STATEMENTS, page + ": " + statements + " statements, times " + Arrays.toString(times));
        }
    }

    private static long time(Runnable visit) {
        var began = System.nanoTime();
        visit.run();
        return System.nanoTime() - began;
    }
}
