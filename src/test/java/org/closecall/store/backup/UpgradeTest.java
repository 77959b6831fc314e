package org.closecall.store.backup;

import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.InputStream;
import java.sql.SQLException;
import java.util.List;
import org.closecall.Browser;
import org.closecall.store.Database;
import org.closecall.store.Schema;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A store that an older Closecall filled through its own pages long ago: something of everything there was then. */
@QuarkusTest
class UpgradeTest {

    private static final String OLD = "/fixtures/store/backup-0040.zip";

    @BeforeAll
    static void asAnOlderClosecallLeftIt() throws SQLException, IOException {
        try (var connection = Database.configured().connect(); var in = old()) {
            // the other tests' own, over which nothing would be restored
            for (var table : Contents.ask(connection, "select table_name from information_schema.tables where table_name like 'as\\_it\\_came%'")) {
                connection.createStatement().execute("drop table " + table);
            }
            Restore.into(connection, true, in, true);
            assertEquals("0040", new Store(connection).history().stream().reduce((one, next) -> next).orElseThrow().split(" ")[0]);
        }
        Schema.of(Database.configured()).upgrade();
        forget();
    }

    /** The other tests expect to find nothing but what the migrations make. */
    @AfterAll
    static void asTheTestsExpectIt() throws SQLException {
        var schema = Schema.of(Database.configured());
        schema.clear();
        schema.upgrade();
        forget();
    }

    /** Whatever figures the application keeps of what lay here a moment ago. */
    private static void forget() throws SQLException {
        try (var connection = Database.configured().connect()) {
            connection.createStatement().execute("insert into touch (part) values ('ALL')");
        }
    }

    @Test
    void nothingIsLostOnTheWay() throws SQLException, IOException {
        try (var connection = Database.configured().connect()) {
            var schema = Schema.of(Database.configured());
            assertEquals(schema.newest(), schema.version());
            assertNotEquals("0040", schema.version());
            for (var table : List.of("occurrence", "timeline_entry", "action_item", "attachment_content", "postmortem", "person", "change")) {
                assertEquals(rows(table), Contents.one(connection, "select count(*) from " + table), table);
            }
        }
    }

    @Test
    void itsPagesOpen() {
        var member = Browser.as("member");
        for (var path : List.of("/", "/occurrences", "/occurrences/1", "/occurrences/1/history", "/occurrences/1/edit", "/occurrences/8", "/occurrences/1/postmortem", "/occurrences/1/postmortem/edit", "/occurrences/3/postmortem",
                "/actions", "/actions/1", "/actions/4", "/services", "/services/1", "/teams", "/library", "/library?q=certificate", "/reliability", "/reliability/2026-01", "/inbox")) {
            member.get(path).then().statusCode(200);
        }
        member.get("/occurrences/1").then().body(containsString("The certificate of"));
        Browser.as("administrator").get("/admin/people").then().statusCode(200);
    }

    @Test
    void andItIsWrittenOn() {
        var member = Browser.as("member");
        member.get("/report");
        member.post("/occurrences", "key", member.key(), "kind", "HAZARD", "narrative", "Found after the upgrade.").then().statusCode(303);
    }

    /** As the file says. */
    private static String rows(String table) throws SQLException, IOException {
        try (var in = old()) {
            var reading = new Reading(in);
            for (var each : reading.heading().tables()) {
                reading.rows(each, row -> { });
            }
            return reading.sums().get(table).split(" ")[0];
        }
    }

    private static InputStream old() {
        return UpgradeTest.class.getResourceAsStream(OLD);
    }
}
