package org.closecall.reliability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.closecall.Browser;
import org.closecall.Fixtures;
import org.closecall.exchange.Importing;
import org.closecall.metrics.RealData;
import org.closecall.people.Organisation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The figures of real incidents, imported, against those computed independently; skipped where {@link RealData} is
 * absent. Where definitions differ, the difference is what the page says it is.
 */
@QuarkusTest
class RealDataFiguresTest {

    private static final double ROUNDED = 1e-5;

    private static Browser load(RealData... sources) {
        var files = Stream.of(sources).map(RealData::file).toList();
        Fixtures.organisation();
        QuarkusTransaction.requiringNew().run(() -> Organisation.current().timeZone = "UTC");
        files.forEach(Importing::file);
        return Browser.as("viewer");
    }

    private static JsonPath json(Browser viewer, String query) {
        return Records.figures(viewer, query);
    }

    @ParameterizedTest
    @EnumSource
    void countsGapsAndMediansEqualThoseComputedIndependently(RealData source) {
        var truth = source.truth();
        var viewer = load(source);
        var figures = json(viewer, "month=all");
        assertEquals(truth.get("count").asInt(), figures.getInt("period.incidents.count"));
        assertEquals(truth.at("/mtbi_start_to_start/n_gaps").asInt(), figures.getInt("period.gapBetweenStarts.n"));
        assertEquals(truth.at("/mtbi_start_to_start/zero_gaps").asInt(), figures.getInt("period.gapBetweenStarts.zero"));
        assertEquals(truth.at("/mtbi_start_to_start/mean_h").asDouble(), figures.getDouble("period.gapBetweenStarts.meanHours"), ROUNDED);
        assertEquals(truth.at("/mtbi_start_to_start/median_h").asDouble(), figures.getDouble("period.gapBetweenStarts.medianHours"), ROUNDED);
        assertEquals(truth.at("/duration_min_positive_only/n").asInt(), figures.getInt("period.timeToResolve.n"));
        assertEquals(truth.at("/duration_min_positive_only/median").asDouble(), figures.getDouble("period.timeToResolve.medianMinutes"), ROUNDED);
        // a time that occurred, not one interpolated: p90_disc, not p90_cont
        assertEquals(truth.at("/duration_min_positive_only/p90_disc").asDouble(), figures.getDouble("period.timeToResolve.p90Minutes"), ROUNDED);
        assertEquals(truth.get("zero_duration").asInt(), remarked(figures, "TIME_UNKNOWN", "TIME_TO_RESOLVE"));
        assertEquals(truth.get("negative_duration").asInt(), remarked(figures, "NEGATIVE", "TIME_TO_RESOLVE"));
    }

    private static int remarked(JsonPath figures, String reason, String measure) {
        List<Map<String, Object>> remarks = figures.getList("remarks");
        return remarks.stream().filter(remark -> remark.get("reason").equals(reason) && ((List<?>) remark.get("measures")).contains(measure))
                .mapToInt(remark -> ((List<?>) remark.get("numbers")).size()).sum();
    }

    @ParameterizedTest
    @EnumSource
    void everyMonthAndYearCountsItsOwn(RealData source) {
        var viewer = load(source);
        var months = new LinkedHashMap<String, Integer>();
        json(viewer, "month=all").<Map<String, Object>>getList("months").stream().filter(month -> ((Number) month.get("incidents")).intValue() > 0)
                .forEach(month -> months.put((String) month.get("month"), ((Number) month.get("incidents")).intValue()));
        var expected = new LinkedHashMap<String, Integer>();
        source.truth().get("per_month_utc").properties().forEach(month -> expected.put(month.getKey(), month.getValue().asInt()));
        assertEquals(expected, months);
        source.truth().get("per_year_utc").properties().forEach(year -> {
            var figures = json(viewer, "from=" + year.getKey() + "-01-01&to=" + year.getKey() + "-12-31");
            assertEquals(year.getValue().get("count").asInt(), figures.getInt("period.incidents.count"), year::getKey);
            var median = year.getValue().at("/duration_min_positive_only/median");
            assertEquals(median.isNull(), figures.get("period.timeToResolve.medianMinutes") == null, year::getKey);
            if (!median.isNull()) {
                assertEquals(median.asDouble(), figures.getDouble("period.timeToResolve.medianMinutes"), ROUNDED, year::getKey);
            }
        });
    }

    @Test
    void bothTogetherAreTheSumAndThePageSaysWhyOthersDiffer() {
        var viewer = load(RealData.GOOGLE, RealData.GITHUB);
        var both = RealData.GOOGLE.truth().get("count").asInt() + RealData.GITHUB.truth().get("count").asInt();
        assertEquals(both, json(viewer, "month=all").getInt("period.incidents.count"));
        var september = RealData.GOOGLE.truth().at("/per_month_utc/2020-09").asInt() + RealData.GITHUB.truth().at("/per_month_utc/2020-09").asInt();
        assertEquals(september, json(viewer, "month=2020-09").getInt("period.incidents.count"));
        var page = viewer.get("/reliability?month=all").body().asString();
        assertTrue(page.contains("Why another tool may show another number") && page.contains("Over, but nobody knows since when"));
    }
}
