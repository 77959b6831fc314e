package org.closecall.metrics;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * Real incident data with independently computed figures, never part of this repository: a folder named by the
 * system property closecall.shared, the environment variable CLOSECALL_SHARED, or ../shared/data beside the project.
 */
public enum RealData {
    GOOGLE("gcp_sample_2020_2022", "", "begin", "begin", "end"),
    GOOGLE_SNAPSHOT("gcp_snapshot_2022_07_03", "", "begin", "begin", "end"),
    GITHUB("github_sample_2010_2021", "/incidents", "started_at", "created_at", "resolved_at");

    private static final Path FOLDER = Path.of(Optional.ofNullable(System.getProperty("closecall.shared"))
            .or(() -> Optional.ofNullable(System.getenv("CLOSECALL_SHARED"))).orElse("../shared/data"));

    private final String key;
    private final String list;
    private final String start;
    private final String startElse;
    private final String end;

    RealData(String key, String list, String start, String startElse, String end) {
        this.key = key;
        this.list = list;
        this.start = start;
        this.startElse = startElse;
        this.end = end;
    }

    public JsonNode truth() {
        return truth(key);
    }

    List<Span> spans() {
        var incidents = json(truth().get("file").asText()).at(list);
        return StreamSupport.stream(incidents.spliterator(), false).map(this::span).toList();
    }

    private Span span(JsonNode incident) {
        var started = instant(incident.hasNonNull(start) ? incident.get(start) : incident.get(startElse));
        return incident.hasNonNull(end) ? Span.closed(started, instant(incident.get(end)))
                : Span.stillOpen(started);
    }

    /** The incidents as published. */
    public Path file() {
        return file(truth().get("file").asText());
    }

    static JsonNode truth(String key) {
        return json("truth.json").get(key);
    }

    /** A file of the folder; where it is absent the test is skipped. */
    static Path file(String name) {
        var file = FOLDER.resolve(name);
        assumeTrue(Files.isRegularFile(file), () -> "skipped: no real data here, " + file + " is absent");
        return file;
    }

    private static JsonNode json(String name) {
        try {
            return new ObjectMapper().readTree(file(name).toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Instant instant(JsonNode text) {
        return OffsetDateTime.parse(text.asText()).toInstant();
    }
}
