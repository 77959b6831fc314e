package org.closecall.people;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.closecall.Browser;
import org.closecall.Fixtures;
import org.closecall.catalog.Service;
import org.closecall.occurrence.Kind;
import org.closecall.occurrence.Moment;
import org.closecall.occurrence.Occurrence;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A form whose session ended on the way comes back whole, can be sent on after signing in, and then does its work. */
@QuarkusTest
class ResumptionsTest {

    private static final String TEXT = "\n  First line, \"quoted\" & <b>bold</b> ü 🌲\r\n\r\nThird line </textarea><script>alert(1)</script>\n ";

    Browser member;

    @BeforeEach
    void signIn() {
        Fixtures.organisation();
        member = Browser.as("member");
    }

    @Test
    void aPhoneThatForgotAllItsCookiesLosesNothing() {
        member.get("/report");
        var key = member.key();
        member.cookies().clear();
        member.post("/occurrences", "key", key, "kind", "HAZARD", "narrative", TEXT).then().statusCode(401);
        resume(Fixtures.PASSWORD).then().statusCode(200).body(containsString("You are signed in again"));
        send("/occurrences", "key", "kind", "narrative").then().statusCode(303);
        assertEquals(1, count());
    }

    @Test
    void whatWasTypedComesBackAndIsWrittenAfterSigningIn() {
        member.get("/report");
        var key = member.key();
        member.cookies().remove("signed-in");
        member.post("/occurrences", "key", key, "kind", "HAZARD", "narrative", TEXT).then().statusCode(401)
                .body(allOf(containsString("Your session ended while you were typing"), not(containsString("<script>alert"))));
        assertEquals(0, count());
        resume(Fixtures.PASSWORD).then().statusCode(200).body(allOf(containsString("You are signed in again"), not(containsString("Passwords and tokens"))));
        assertEquals(lines(TEXT), lines(member.field("narrative")));
        send("/occurrences", "key", "kind", "narrative").then().statusCode(303);
        assertEquals(lines(TEXT).strip(), lines(narrative(1)).strip());
        assertEquals(1, count());
    }

    @Test
    void aPasswordIsSaidToBeTypedAgain() {
        member.get("/password");
        member.cookies().remove("signed-in");
        member.post("/password", "current", Fixtures.PASSWORD, "password", "another plum tree 8").then().statusCode(401).body(containsString("Passwords and tokens are not kept in a page"));
        resume(Fixtures.PASSWORD).then().statusCode(200).body(containsString("Passwords and tokens are not kept in a page"));
        send("/password").then().statusCode(422).body(containsString("Your password until now"));
    }

    @Test
    void namesGivenTwiceStayTwo() {
        seedRecordAndServices();
        member.get("/occurrences/1/edit");
        var version = member.field("version");
        member.cookies().remove("signed-in");
        member.post("/occurrences/1", "version", version, "kind", "INCIDENT", "title", "Changed", "services", "1", "services", "3", "resolvedNone", "NOT_YET").then().statusCode(401);
        assertEquals(List.of("1", "3"), member.fields("kept.services"));
        resume(Fixtures.PASSWORD).then().statusCode(200);
        assertEquals(List.of("1", "3"), member.fields("services"));
        send("/occurrences/1", "version", "kind", "title", "services", "resolvedNone").then().statusCode(303);
        assertEquals(Set.of("Payments", "Mail"), services(1));
    }

    @Test
    void aWrongPasswordKeepsAll() {
        seedRecordAndServices();
        member.get("/report");
        member.cookies().remove("signed-in");
        member.post("/occurrences?from=desk", "key", member.key(), "kind", "HAZARD", "narrative", TEXT, "services", "1", "services", "3").then().statusCode(401);
        for (var attempt = 0; attempt < 2; attempt++) {
            resume("wrong horse battery").then().statusCode(422).body(containsString("E-mail and password do not go together."));
            assertEquals(lines(TEXT), lines(member.field("kept.narrative")));
            assertEquals(List.of("1", "3"), member.fields("kept.services"));
            assertEquals("/occurrences?from=desk", member.field("action"));
        }
        member.get("/").then().statusCode(302);
    }

    /** As it comes over a network: a piece ends wherever it likes. */
    @Test
    void aValueIsTheSameWhereverItsPieceEnds() throws IOException, InterruptedException {
        var form = "--bound\r\nContent-Disposition: form-data; name=\"keep\"\r\n\r\n447\r\n--bound\r\nContent-Disposition: form-data; name=\"text\"\r\n\r\nsaid\r\n--bound--\r\n";
        for (var end = form.indexOf("447"); end < form.indexOf("447") + 16; end++) {
            try (var socket = new Socket("127.0.0.1", RestAssured.port)) {
                var out = socket.getOutputStream();
                out.write(("POST /occurrences/1/pastes HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: multipart/form-data; boundary=bound\r\nContent-Length: " + form.length() + "\r\n\r\n" + form.substring(0, end)).getBytes(StandardCharsets.US_ASCII));
                out.flush();
                Thread.sleep(60);
                out.write(form.substring(end).getBytes(StandardCharsets.US_ASCII));
                var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                assertTrue(answer.contains("<textarea name=\"kept.keep\" hidden>\n447</textarea><textarea name=\"kept.text\" hidden>\nsaid</textarea>"), end + ": " + answer);
            }
        }
    }

    @Test
    void twoHundredKilobytesComeBackToo() {
        var text = "A long postmortem, line by line.\n".repeat(6_250);
        member.get("/report");
        member.cookies().remove("signed-in");
        member.post("/occurrences", "narrative", text).then().statusCode(401);
        resume(Fixtures.PASSWORD).then().statusCode(200);
        assertEquals(text, lines(member.field("narrative")));
    }

    @Test
    void whatIsTooLargeToComeBackIsSaidToBe() {
        member.get("/report");
        member.cookies().remove("signed-in");
        member.post("/occurrences", "narrative", "x".repeat(5_000_000)).then().statusCode(413).body(containsString("That is more than fits"));
    }

    @Test
    void aLongPasteComesBackBeforeAndAfterItsPreview() {
        seedRecordAndServices();
        var pasted = IntStream.range(0, 500).mapToObj(line -> "14:%02d:%02d Zeile <%d> „ü“ 🌲".formatted(line / 60, line % 60, line)).collect(Collectors.joining("\n"));
        member.get("/occurrences/1/pastes/new");
        member.cookies().remove("signed-in");
        member.post("/occurrences/1/paste-previews", "pasted", pasted).then().statusCode(401);
        resume(Fixtures.PASSWORD).then().statusCode(200);
        send("/occurrences/1/paste-previews", "pasted").then().statusCode(200).body(containsString("500 rows from what you pasted"));
        var rows = new ArrayList<>(List.of("key", member.key(), "read", member.field("read")));
        member.fields("text").forEach(text -> rows.addAll(List.of("at", "2026-01-05T10:00", "kind", "OBSERVATION", "text", text)));
        IntStream.range(0, 500).forEach(row -> rows.addAll(List.of("keep", String.valueOf(row))));
        member.cookies().remove("signed-in");
        member.postMultipart("/occurrences/1/pastes", rows.toArray(String[]::new)).then().statusCode(401).body(containsString("Your session ended while you were typing"));
        resume(Fixtures.PASSWORD).then().statusCode(200).body(containsString("action=\"/occurrences/1/pastes\" enctype=\"multipart/form-data\""));
        carryOn("/occurrences/1/pastes").then().statusCode(303);
        member.get("/occurrences/1").then().body(allOf(containsString("500 entries"), containsString("Zeile &lt;499&gt; „ü“ &#x1f332;")));
    }

    @Test
    void filesAreNamedToBeChosenAgainAndTheRestIsKept(@TempDir Path folder) throws IOException {
        seedRecordAndServices();
        member.get("/occurrences/1/attachments/new");
        var key = member.key();
        var picture = Files.write(folder.resolve("<b>graph.png"), new byte[6_000_000]).toFile();
        var log = Files.writeString(folder.resolve("app.log"), "14:02 error").toFile();
        member.cookies().remove("signed-in");
        member.upload("/occurrences/1/attachments", List.of("key", key, "entry", ""), "files", List.of(picture, log)).then().statusCode(401)
                .body(allOf(containsString("Only files cannot be kept"), containsString("<strong>&lt;b&gt;graph.png</strong>, <strong>app.log</strong>")));
        resume("wrong horse battery").then().statusCode(422).body(containsString("<strong>app.log</strong>"));
        resume(Fixtures.PASSWORD).then().statusCode(200).body(allOf(containsString("app.log</label>"), containsString("name=\"files\" type=\"file\" multiple required")));
        assertEquals(key, member.field("key"));
        member.upload("/occurrences/1/attachments", List.of("key", key, "entry", ""), "files", List.of(log)).then().statusCode(303);
        member.get("/occurrences/1").then().body(containsString("app.log"));
    }

    @Test
    void aFieldNamedLikeTheSignInsDoesNotCollideWithIt() {
        var administrator = Browser.as("administrator");
        administrator.get("/admin/people");
        administrator.cookies().remove("signed-in");
        administrator.post("/admin/invitations", "key", administrator.key(), "name", "Nora New", "email", "nora@example.org", "role", "VIEWER", "action", "/evil").then().statusCode(401);
        assertEquals("nora@example.org", administrator.field("kept.email"));
        assertEquals("/admin/invitations", administrator.field("action"));
        assertTrue(administrator.field("email").isEmpty());
    }

    @Test
    void theFormIsNeverSentToAnotherSite() {
        for (var action : new String[] {"https://evil.example/", "//evil.example", "/\\evil.example"}) {
            member.postMultipart("/sign-in/resumption", "action", action, "email", "member@example.org", "password", Fixtures.PASSWORD, "kept.x", "y").then().statusCode(200)
                    .body(allOf(not(containsString("evil.example")), containsString("action=\"/\"")));
        }
    }

    @Test
    void theSessionOfAChangedPasswordEndsTheSameWay() {
        var elsewhere = Browser.as("member");
        elsewhere.get("/report");
        member.post("/password", "current", Fixtures.PASSWORD, "password", "another plum tree 8").then().statusCode(303);
        elsewhere.post("/occurrences", "narrative", "Still here").then().statusCode(401);
        assertEquals("Still here", elsewhere.field("kept.narrative"));
    }

    private Response resume(String password) {
        return carry("/sign-in/resumption", "email", "member@example.org", "password", password);
    }

    /** Presses the button of the page: every hidden field goes along as a browser would send it. */
    private Response carry(String path, String... more) {
        var fields = new ArrayList<>(List.of(more));
        member.fieldNames().stream().filter(name -> name.startsWith("kept.") || name.startsWith("chosen.") || name.matches("action|multipart|secret")).distinct()
                .forEach(name -> member.fields(name).forEach(value -> fields.addAll(List.of(name, value))));
        return member.postMultipart(path, fields.toArray(String[]::new));
    }

    /** Every field of the page, as a browser sends it. */
    private Response carryOn(String path) {
        var fields = new ArrayList<String>();
        member.fieldNames().stream().distinct().filter(name -> !name.equals("csrf-token")).forEach(name -> member.fields(name).forEach(value -> fields.addAll(List.of(name, value))));
        return member.postMultipart(path, fields.toArray(String[]::new));
    }

    private Response send(String path, String... names) {
        var fields = new ArrayList<String>();
        for (var name : names) {
            member.fields(name).forEach(value -> fields.addAll(List.of(name, value)));
        }
        return member.post(path, fields.toArray(String[]::new));
    }

    /** A browser sends every end of line as CR LF. */
    private static String lines(String text) {
        return text.replace("\r\n", "\n");
    }

    private static void seedRecordAndServices() {
        QuarkusTransaction.requiringNew().run(() -> {
            List.of("Payments", "Search", "Mail").forEach(name -> Service.create(name, 1, null, Instant.now()));
            var occurrence = new Occurrence();
            occurrence.kind = Kind.INCIDENT;
            occurrence.title = "Before";
            occurrence.started = Moment.UNKNOWN;
            occurrence.file(Person.withEmail("member@example.org"), Instant.now());
        });
    }

    private static long count() {
        return QuarkusTransaction.requiringNew().call(() -> Occurrence.count());
    }

    private static String narrative(long number) {
        return QuarkusTransaction.requiringNew().call(() -> Occurrence.numbered(number).narrative);
    }

    private static Set<String> services(long number) {
        return QuarkusTransaction.requiringNew().call(() -> Occurrence.numbered(number).services.stream().map(service -> service.name).collect(Collectors.toSet()));
    }
}
