package org.closecall.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.arc.Arc;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.closecall.Fixtures;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Real incidents with independently computed figures. They are not part of this repository: without them the tests are skipped. */
@QuarkusTest
class RealImportTest {

    private static final Path FOLDER = Path.of(Optional.ofNullable(System.getProperty("closecall.shared"))
            .or(() -> Optional.ofNullable(System.getenv("CLOSECALL_SHARED"))).orElse("../shared/data"));
    private static final String GOOGLE = "gcp-incidents/incidents_2020-2022.json";
    private static final String GITHUB = "github-statuspage/incidents_2010-2021.json";

    @Inject
    ImportJobs jobs;

    @BeforeEach
    void organisation() {
        assumeTrue(Files.isDirectory(FOLDER), () -> "skipped: no real data here, " + FOLDER + " is absent");
        Fixtures.organisation();
    }

    @Test
    void countsAndMonthsEqualTheTruth() throws IOException {
        assertEquals("447 records: 447 new, 0 changed, 0 unchanged, 0 skipped, 0 refused", bringIn(GOOGLE));
        assertEquals("1,028 records: 1,028 new, 0 changed, 0 unchanged, 0 skipped, 0 refused", bringIn(GITHUB));
        assertTruth("gcp_sample_2020_2022", "google-cloud");
        assertTruth("github_sample_2010_2021", "statuspage:kctbh9vrtdwd");
        assertEquals(447L + 1028, number("select max(number) from occurrence"));
    }

    @Test
    void importingAgainChangesNothing() throws IOException {
        bringIn(GOOGLE);
        bringIn(GITHUB);
        var before = store();
        assertEquals("447 records: 0 new, 0 changed, 447 unchanged, 0 skipped, 0 refused", bringIn(GOOGLE));
        assertEquals("1,028 records: 0 new, 0 changed, 1,028 unchanged, 0 skipped, 0 refused", bringIn(GITHUB));
        assertEquals(before, store());
        assertEquals("157 records: 0 new, 0 changed, 156 unchanged, 1 skipped, 0 refused", bringIn("gcp-incidents/incidents_snapshot_2022-07-03.json"));
        assertEquals(before, store());
    }

    @Test
    void openIncidentsStayOpenAndMaintenancesOut() throws IOException {
        assertEquals("1 records: 1 new, 0 changed, 0 unchanged, 0 skipped, 0 refused", bringIn("statuspage-unresolved/github_summary_with_open_critical_incident.json"));
        assertEquals("244 records: 0 new, 0 changed, 0 unchanged, 244 skipped, 0 refused", bringIn("statuspage-unresolved/digitalocean_scheduled_maintenances.json"));
        assertEquals(1L, number("select count(*) from occurrence where severity = 'SEV1' and resolved_state = 'NOT_YET' and mitigated_state = 'NOT_YET'"));
    }

    private static void assertTruth(String name, String source) throws IOException {
        var truth = new ObjectMapper().readTree(FOLDER.resolve("truth.json").toFile()).get(name);
        assertEquals(truth.get("count").asLong(), number("select count(*) from occurrence where source = '" + source + "'"));
        assertEquals(months(truth.get("per_month_utc")), months(source));
        var unknown = number("select count(*) from occurrence where resolved_state = 'UNKNOWN' and source = '" + source + "'");
        assertEquals(truth.get("zero_duration").asLong(), unknown);
        var backwards = number("select count(*) from occurrence where resolved_at < started_at and source = '" + source + "'");
        assertEquals(truth.get("negative_duration").asLong(), backwards);
    }

    private static Map<String, Long> months(JsonNode truth) {
        var months = new TreeMap<String, Long>();
        truth.fields().forEachRemaining(month -> months.put(month.getKey(), month.getValue().asLong()));
        return months;
    }

    private static Map<String, Long> months(String source) {
        var months = new TreeMap<String, Long>();
        rows("select to_char(occurred_at at time zone 'UTC', 'YYYY-MM'), count(*) from occurrence where source = '" + source + "' group by 1")
                .forEach(row -> months.put((String) row[0], ((Number) row[1]).longValue()));
        return months;
    }

    private static Map<String, Long> store() {
        return Map.of("occurrences", number("select count(*) from occurrence"), "versions", number("select max(version) from occurrence"),
                "changes", number("select count(*) from change"), "entries", number("select count(*) from timeline_entry"),
                "services", number("select count(*) from service"), "last number", number("select last_number from organisation"));
    }

    /** The report's line of counts. */
    private String bringIn(String file) throws IOException {
        var report = jobs.atOnce(file, Files.readAllBytes(FOLDER.resolve(file)), false);
        return report.text().lines().skip(1).findFirst().orElseThrow();
    }

    private static long number(String sql) {
        return inTransaction(() -> ((Number) entities().createNativeQuery(sql).getSingleResult()).longValue());
    }

    private static List<Object[]> rows(String sql) {
        return inTransaction(() -> entities().createNativeQuery(sql, Object[].class).getResultList());
    }

    private static <T> T inTransaction(Supplier<T> question) {
        return QuarkusTransaction.requiringNew().call(question::get);
    }

    private static EntityManager entities() {
        return Arc.container().instance(EntityManager.class).get();
    }
}
