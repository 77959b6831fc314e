package org.closecall.reliability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.closecall.Browser;
import org.closecall.Fixtures;
import org.closecall.Statements;
import org.junit.jupiter.api.Test;

/** The store that bin/load measures is still one that the schema allows and the dashboard can show. */
@QuarkusTest
class FilledStoreTest {

    private static final int RECORDS = 2000;
    private static final String YEAR = "from=2025-01-01&to=2025-12-31";

    @Inject
    DataSource source;

    private void fill() throws IOException, SQLException {
        try (var connection = source.getConnection(); var statement = connection.createStatement()) {
            for (var sql : Files.readString(Path.of("src", "load", "fill.sql")).replace("{records}", String.valueOf(RECORDS)).replace("{until}", "2026-01-01").split(";\n")) {
                statement.execute(sql);
            }
        }
    }

    @Test
    void aTenthLiesInTheYearAndEveryFigureHasSomething() throws IOException, SQLException {
        Fixtures.organisation();
        fill();
        var viewer = Browser.as("viewer");
        var figures = Records.figures(viewer, YEAR);
        int incidents = figures.getInt("period.incidents.count"), nearMisses = figures.getInt("period.nearMisses.count");
        assertEquals(RECORDS / 10.0 * 0.9, incidents + nearMisses, 12);
        assertTrue(figures.getInt("period.incidents.triggers") < incidents);
        for (var measured : new String[] {"timeToDetect", "timeToMitigate", "timeToResolve"}) {
            assertTrue(figures.getDouble("period." + measured + ".p90Minutes") > figures.getDouble("period." + measured + ".medianMinutes"), measured);
        }
        var first = Statements.during(() -> viewer.get("/reliability?" + YEAR).then().statusCode(200));
        assertTrue(first <= 40, first + " statements");
    }
}
