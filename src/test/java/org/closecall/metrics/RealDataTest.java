package org.closecall.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Figures of real incidents against those computed independently; skipped where {@link RealData} is absent. */
class RealDataTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final double ROUNDED = 1e-6;

    @ParameterizedTest
    @EnumSource
    void everyRecordIsCountedAndOddOnesAreFlagged(RealData source) {
        var truth = source.truth();
        var flags = screen(source).flags().values();
        assertEquals(truth.get("count").asInt(), screen(source).counted());
        assertEquals(truth.get("zero_duration").asInt(), Collections.frequency(flags, DataFlag.ZERO_DURATION));
        assertEquals(truth.get("negative_duration").asInt(),
                Collections.frequency(flags, DataFlag.NEGATIVE_DURATION));
    }

    @ParameterizedTest
    @EnumSource
    void gapsBetweenStartsAgree(RealData source) {
        var truth = source.truth().get("mtbi_start_to_start");
        var gaps = StartGaps.between(source.spans().stream().map(Span::start).toList());
        assertEquals(truth.get("n_gaps").asInt(), gaps.gaps());
        assertEquals(truth.get("zero_gaps").asInt(), gaps.zeroGaps());
        assertEquals(truth.get("mean_h").asDouble(), gaps.meanHours(), ROUNDED);
        assertEquals(truth.get("median_h").asDouble(), gaps.medianHours(), ROUNDED);
    }

    @ParameterizedTest
    @EnumSource
    void durationsAgree(RealData source) {
        var truth = source.truth().get("duration_min_positive_only");
        var minutes = positiveMinutes(source);
        var summary = DurationSummary.of(minutes);
        assertEquals(truth.get("n").asInt(), summary.n());
        assertEquals(truth.get("mean").asDouble(), summary.mean(), ROUNDED);
        assertEquals(truth.get("median").asDouble(), summary.median(), ROUNDED);
        assertEquals(truth.get("sum").asDouble(), summary.total(), ROUNDED);
        assertEquals(truth.get("p90_cont").asDouble(), Percentiles.interpolated(minutes, 0.9), ROUNDED);
        assertEquals(truth.get("p90_disc").asDouble(), Percentiles.nearestRank(minutes, 0.9), ROUNDED);
    }

    @ParameterizedTest
    @EnumSource
    void kaplanMeierMedianAgreesWhereNothingIsOpen(RealData source) {
        var observations = screen(source).observations().values().stream().filter(one -> one.time() > 0).toList();
        var median = KaplanMeier.of(observations).median();
        assertEquals(source.truth().at("/duration_min_positive_only/median").asDouble(), median.value(), ROUNDED);
        assertEquals(0, median.open());
        assertTrue(median.interval().contains(median.value()));
    }

    @ParameterizedTest
    @EnumSource
    void unionOfOutagesAgrees(RealData source) {
        var truth = source.truth().get("union_of_intervals");
        var union = TimeRange.union(source.spans().stream().filter(span -> span.end().isAfter(span.start()))
                .map(span -> span.covered(NOW).orElseThrow()).toList());
        assertEquals(truth.get("merged_outages").asInt(), union.size());
        assertEquals(truth.get("downtime_h").asDouble(), TimeRange.totalHours(union), ROUNDED);
        var between = IntStream.range(1, union.size())
                .mapToDouble(i -> TimeRange.hours(union.get(i - 1).end(), union.get(i).start())).average();
        assertEquals(truth.get("mean_uptime_between_merged_h").asDouble(), between.orElseThrow(), ROUNDED);
    }

    @ParameterizedTest
    @EnumSource
    void everyYearCountsItsOwn(RealData source) {
        var spans = source.spans();
        source.truth().get("per_year_utc").properties().forEach(year -> {
            var start = Instant.parse(year.getKey() + "-01-01T00:00:00Z");
            var end = Instant.parse(Integer.parseInt(year.getKey()) + 1 + "-01-01T00:00:00Z");
            var frequency = IncidentFrequency.over(new TimeRange(start, end), spans, NOW);
            assertEquals(year.getValue().get("count").asInt(), frequency.incidents(), year::getKey);
        });
    }

    @Test
    void detectionTimesAndSourcesAgree() throws IOException {
        var truth = RealData.truth("gcp_detection_sample");
        var differences = new LinkedHashMap<String, Difference>();
        try (var rows = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get()
                .parse(Files.newBufferedReader(RealData.file(truth.get("file").asText())))) {
            rows.forEach(row -> differences.put(row.get("id") + row.getRecordNumber(),
                    detection(row.get("begin"), row.get("detected_at_utc"))));
        }
        var known = differences.values().stream().filter(one -> one.state() == Difference.State.KNOWN)
                .mapToDouble(Difference::minutes).toArray();
        assertEquals(truth.at("/ttd_min_all/n").asInt(), known.length);
        assertEquals(truth.at("/ttd_min_all/median").asDouble(), Percentiles.median(known), ROUNDED);
        assertEquals(truth.at("/ttd_min_all/min").asDouble(), Percentiles.interpolated(known, 0), ROUNDED);
        assertEquals(truth.get("ttd_negative").asInt(),
                differences.values().stream().filter(Difference::beforeImpact).count());
    }

    private static Difference detection(String begin, String detected) {
        var stamp = detected.isEmpty() ? Stamp.UNKNOWN : Stamp.at(Instant.parse(detected));
        return ResponseTimes.of(new Timeline(Stamp.at(OffsetDateTime.parse(begin).toInstant()), stamp, Stamp.UNKNOWN,
                Stamp.UNKNOWN, Stamp.UNKNOWN), NOW).timeToDetect();
    }

    private static DataQuality<Integer> screen(RealData source) {
        Map<Integer, Span> spans = new LinkedHashMap<>();
        source.spans().forEach(span -> spans.put(spans.size(), span));
        return DataQuality.screen(spans, NOW);
    }

    private static double[] positiveMinutes(RealData source) {
        return screen(source).observations().values().stream().mapToDouble(Observation::time)
                .filter(minutes -> minutes > 0).toArray();
    }
}
