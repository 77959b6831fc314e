package org.closecall.exchange;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.sql.DataSource;
import org.closecall.Fixtures;
import org.closecall.occurrence.Occurrence;
import org.closecall.store.RunningInstance;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@QuarkusTest
class LocalImportsTest {

    @ConfigProperty(name = "closecall.data")
    Path data;

    @Inject
    DataSource database;

    @TempDir
    Path temporary;

    @BeforeEach
    void organisation() throws InterruptedException {
        Fixtures.organisation();
        for (var tries = 0; RunningInstance.on(data).isEmpty() && tries < 100; tries++) {
            Thread.sleep(100);
        }
    }

    @Test
    void saysWhatItDid() {
        send(token(), false, Samples.bytes("statuspage.json")).then().statusCode(200)
                .body(allOf(containsString("incidents.json (Statuspage)\n7 records: 5 new, 0 changed, 0 unchanged, 2 skipped, 0 refused\n"),
                        containsString("  skipped s-planned Moving a rack: Planned maintenance, not an incident\n")));
        assertEquals(5, occurrences());
    }

    @Test
    void aDryRunWritesNothing() {
        send(token(), true, Samples.bytes("google.json")).then().statusCode(200).body(containsString("dry run: nothing is written\n6 records: 6 new"));
        assertEquals(0, occurrences());
    }

    @Test
    void refusesAsAWholeAndSaysWhere() {
        send(token(), false, "[]".getBytes(StandardCharsets.UTF_8)).then().statusCode(422).body(containsString("Refused as a whole, nothing was written. Unknown format"));
        var many = ("[" + Samples.googleRecord() + ",{}".repeat(30) + "]").getBytes(StandardCharsets.UTF_8);
        send(token(), false, many).then().statusCode(422).body(allOf(containsString("30 records of it cannot be understood"), containsString("refused record 21: "),
                not(containsString("refused record 22: ")), containsString("... and 10 more")));
        assertEquals(0, occurrences());
    }

    @Test
    void takesNothingFromStrangers() {
        send("guess", false, Samples.bytes("google.json")).then().statusCode(401).header("WWW-Authenticate", "Bearer").body(equalTo(""));
        given().contentType("application/octet-stream").body(Samples.bytes("google.json")).post("/api/v1/imports").then().statusCode(401);
        given().header("Authorization", token()).contentType("application/octet-stream").body(Samples.bytes("google.json")).post("/api/v1/imports").then().statusCode(401);
        given().get("/api/v1/imports").then().statusCode(405);
        assertEquals(0, occurrences());
    }

    @Test
    void oneAtATime() {
        try (var other = ImportLock.take(database).orElseThrow()) {
            send(token(), false, Samples.bytes("google.json")).then().statusCode(422).body(containsString("Another import is running"));
        }
    }

    @Test
    void waitsForTheOrganisation() {
        Fixtures.empty();
        send(token(), false, Samples.bytes("google.json")).then().statusCode(422).body(containsString("not set up yet"));
    }

    @Test
    void theCommandGoesThroughTheRunningInstance() throws IOException {
        var file = Files.write(temporary.resolve("größe & co.json"), Samples.bytes("google.json"));
        assertEquals(0, ImportCommand.run(List.of(file.toString(), "--dry-run")));
        assertEquals(0, occurrences());
        assertEquals(0, ImportCommand.run(List.of(file.toString())));
        assertEquals(6, occurrences());
        assertEquals("größe & co.json", QuarkusTransaction.requiringNew().call(() -> ImportRun.withId(2).fileName));
    }

    @Test
    void theCommandEndsWithACodeThatSaysWhetherItWentWell() throws IOException {
        var broken = Files.writeString(temporary.resolve("broken.json"), "{");
        assertEquals(1, ImportCommand.run(List.of(broken.toString())));
        assertEquals(1, ImportCommand.run(List.of(temporary.resolve("missing.json").toString())));
        assertEquals(2, ImportCommand.run(List.of()));
        assertEquals(2, ImportCommand.run(List.of("a.json", "b.json")));
        assertEquals(2, ImportCommand.run(List.of("--wet-run")));
        assertEquals(0, ImportCommand.run(List.of("--help")));
    }

    private String token() {
        return RunningInstance.on(data).orElseThrow().token();
    }

    private static Response send(String token, boolean dryRun, byte[] content) {
        return given().header("Authorization", "Bearer " + token).contentType("application/octet-stream").queryParam("dryRun", dryRun)
                .queryParam("file", "incidents.json").body(content).post("/api/v1/imports");
    }

    private static long occurrences() {
        return QuarkusTransaction.requiringNew().call(() -> Occurrence.count());
    }
}
