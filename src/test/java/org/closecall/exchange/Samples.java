package org.closecall.exchange;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The fictional files that tests import, and small ones made on the spot. */
final class Samples {

    private Samples() {
    }

    static byte[] bytes(String name) {
        try (var file = Samples.class.getResourceAsStream("/fixtures/exchange/" + name)) {
            return file.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static String text(String name) {
        return new String(bytes(name), StandardCharsets.UTF_8);
    }

    static List<Incoming> read(String json) {
        return read(json.getBytes(StandardCharsets.UTF_8));
    }

    static List<Incoming> read(byte[] content) {
        var file = JsonFile.read(content);
        return Format.of(file).incoming(file);
    }

    static Incoming record(List<Incoming> records, String id) {
        return records.stream().filter(incoming -> incoming.externalId().equals(id)).findFirst().orElseThrow();
    }

    /** One Google Cloud incident; fields replace or add to the usual ones, as JSON. */
    static String google(String... more) {
        return "[" + googleRecord(more) + "]";
    }

    static String googleRecord(String... more) {
        return "{\"id\": \"one\", \"begin\": \"2026-01-01T00:00:00Z\", \"modified\": \"2026-01-02T00:00:00Z\", \"external_desc\": \"Something broke\""
                + (more.length == 0 ? "" : ", " + String.join(", ", more)) + "}";
    }
}
