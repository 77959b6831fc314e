package org.closecall.attachment;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.SequenceInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.closecall.Browser;
import org.closecall.Fixtures;
import org.closecall.Statements;
import org.closecall.web.FormKey;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AttachmentsTest {

    private static final String FILES = "/occurrences/1/attachments";
    private static final byte[] GIF = bytes("GIF89a\1\0\1\0\0\0\0!\u00fe\31<script>alert(1)</script>\0,\0\0\0\0\1\0\1\0\0\2\2D\1\0;");

    Browser member;

    @BeforeEach
    void file() {
        Fixtures.organisation();
        member = Browser.as("member");
        member.get("/report");
        member.post("/occurrences", "key", member.key(), "kind", "INCIDENT", "narrative", "Something broke.").then().statusCode(303);
    }

    @Test
    void keepsSeveralFilesAtOnceAndByteForByte() {
        var random = new Random(7);
        var picture = new byte[900_000];
        for (var i = 0; i < picture.length; i++) {
            picture[i] = (byte) random.nextInt(0xff);
        }
        System.arraycopy(bytes("\u00ff\u00d8\u00ff\u00da\0\2"), 0, picture, 0, 6);
        System.arraycopy(bytes("\u00ff\u00d9"), 0, picture, picture.length - 2, 2);
        attach("", "graph.jpg", picture, "app.log", bytes("14:02 error\n")).then().statusCode(303).header("Location", endsWith("/occurrences/1#files"));
        member.get("/occurrences/1").then().body(allOf(containsString("<img src=\"/attachments/1/graph.jpg\" alt=\"graph.jpg\""), containsString("/attachments/2/app.log"), containsString("879\u00a0KB"), containsString("2 attached"), containsString("Mia Member")));
        var answer = member.get("/attachments/1/graph.jpg");
        answer.then().statusCode(200).contentType("image/jpeg").header("Content-Length", "900000").header("X-Content-Type-Options", "nosniff")
                .header("Content-Disposition", startsWith("inline; filename=\"graph.jpg\"")).header("Cache-Control", "private, no-cache").header("Content-Security-Policy", "sandbox; default-src 'none'");
        assertEquals(1, answer.headers().getValues("Cache-Control").size() * answer.headers().getValues("Content-Security-Policy").size());
        assertArrayEquals(picture, answer.asByteArray());
        member.get("/occurrences/1/history").then().body(allOf(containsString("attached a file"), containsString("graph.jpg (879\u00a0KB)")));
    }

    @Test
    void answersNothingTwiceToWhoKnowsItAlready() {
        attach("", "a.txt", bytes("text")).then().statusCode(303);
        var tag = member.get("/attachments/1/a.txt").header("ETag");
        var again = asking(member, tag);
        again.then().statusCode(304).header("Cache-Control", "private, no-cache").header("ETag", tag);
        assertEquals(0, again.asByteArray().length);
        asking(member, "\"other\"").then().statusCode(200);
    }

    @Test
    void whatABrowserKeepsIsAskedForAgain() {
        attach("", "a.txt", bytes("text")).then().statusCode(303);
        var viewer = Browser.as("viewer");
        var tag = viewer.get("/attachments/1/a.txt").header("ETag");
        asking(viewer, tag).then().statusCode(304);
        asking(Browser.visitor(), tag).then().statusCode(302);
        member.post("/occurrences/1/removal");
        asking(viewer, tag).then().statusCode(404).header("Cache-Control", "no-store");
        member.post("/occurrences/1/restoration").then().statusCode(303);
        member.post(FILES + "/1/removal").then().statusCode(303);
        asking(viewer, tag).then().statusCode(404).header("Cache-Control", "no-store");
    }

    @Test
    void sentTwiceItIsAttachedOnce() {
        member.get(FILES + "/new");
        var form = List.of("key", member.key());
        member.upload(FILES, form, "files", "a.txt", bytes("text")).then().statusCode(303);
        member.upload(FILES, form, "files", "a.txt", bytes("text")).then().statusCode(303);
        assertEquals(1, Attachment.count());
        member.upload(FILES, form, "files", "b.txt", bytes("other")).then().statusCode(303);
        assertEquals(2, Attachment.count());
    }

    @Test
    void belongsToAnEntryOfTheTimeline() {
        member.get("/occurrences/1");
        member.post("/occurrences/1/timeline", "key", member.key(), "at", "2026-01-05T10:05", "kind", "SIGNAL", "text", "Seen").then().statusCode(303);
        member.get(FILES + "/new?entry=1").then().statusCode(200).body(containsString("To the entry of"));
        attach("1", "seen.png", IntactTest.PNG).then().statusCode(303).header("Location", endsWith("#entry-1"));
        member.get("/occurrences/1").then().body(allOf(containsString("/attachments/1/seen.png"), containsString("All of them with their entries")));
        member.post("/occurrences/1/timeline/1/removal").then().statusCode(303);
        member.get("/occurrences/1").then().body(allOf(containsString("/attachments/1/seen.png"), not(containsString("All of them with"))));
        member.get(FILES + "/new?entry=77").then().statusCode(404);
        member.get(FILES + "/new?entry=x").then().statusCode(404);
        attach("77", "a.txt", bytes("text")).then().statusCode(404);
    }

    @Test
    void aPolyglotNeverRuns() {
        attach("", "x.html", GIF).then().statusCode(303);
        var answer = member.get("/attachments/1/x.html");
        answer.then().statusCode(200).header("Content-Type", "image/gif").header("X-Content-Type-Options", "nosniff").header("Content-Security-Policy", "sandbox; default-src 'none'").header("Content-Disposition", containsString("x.html.gif"));
        attach("", "x.pdf", bytes("%PDF-1.4 <script>alert(1)</script>")).then().statusCode(303);
        member.get("/attachments/2/x.pdf").then().header("Content-Type", "application/pdf").header("Content-Security-Policy", startsWith("sandbox"));
        attach("", "x.js", bytes("alert(1)")).then().statusCode(303);
        member.get("/attachments/3/x.js").then().contentType(startsWith("text/plain")).header("Content-Disposition", startsWith("attachment; filename=\"x.js.txt\""));
    }

    @Test
    void refusesWhatCouldRunOrIsNothingAndKeepsTheRest() {
        attach("", "x.png", bytes("<html><script>alert(1)</script>"), "<b>.svg", bytes("<svg onload='alert(1)'/>"), "zip.pdf", bytes("PK\u0003\u0004"), "cut.png", Arrays.copyOf(IntactTest.PNG, 60), "empty.txt", new byte[0], "good.txt", bytes("text")).then().statusCode(422)
                .body(allOf(containsString("x.png is a page or a drawing"), containsString("&lt;b&gt;.svg is a page"), containsString("zip.pdf is neither"), containsString("cut.png cannot be read: it seems to be damaged"), containsString("empty.txt is empty"), containsString("<strong>Attached:</strong> good.txt")));
        assertEquals(1, Attachment.count());
        attach("").then().statusCode(422).body(containsString("Choose at least one file"));
        member.postMultipart(FILES, "files", "text in place of a file").then().statusCode(422).body(containsString("Choose at least one file"));
        member.upload(FILES, List.of(), "files", "", new byte[0]).then().statusCode(422).body(containsString("Choose at least one file"));
    }

    @Test
    void oneByteMoreThanTenMegabytesIsTooMuch() {
        var most = new byte[10 * 1024 * 1024];
        Arrays.fill(most, (byte) 'a');
        var more = Arrays.copyOf(most, most.length + 1);
        attach("", "more.txt", more).then().statusCode(422).body(containsString("more.txt has more than 10 MB"));
        attach("", "most.txt", most).then().statusCode(303);
        assertEquals(most.length, member.get("/attachments/1/most.txt").asByteArray().length);
    }

    @Test
    void moreThanAFormMayCarryIsSaidOnAPage() throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + FILES)).header("Content-Type", "multipart/form-data; boundary=x")
                .POST(HttpRequest.BodyPublishers.ofByteArray(new byte[65 * 1024 * 1024])).build();
        var answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        assertEquals(413, answer.statusCode());
        assertTrue(answer.body().contains("That is more than fits"), answer.body());
    }

    @Test
    void alsoWhenNobodySaidHowMuchItWouldBe() throws IOException, InterruptedException {
        for (var answer : List.of(endless(FILES, "multipart/form-data; boundary=x", "--x\r\nContent-Disposition: form-data; name=\"files\"; filename=\"a.txt\"\r\n\r\n"), endless("/occurrences", "application/x-www-form-urlencoded", "a="))) {
            assertEquals(413, answer.statusCode());
            assertTrue(answer.body().contains("That is more than fits"), answer.body());
        }
    }

    @Test
    void namesDoNoHarm() {
        for (var name : List.of("../../etc/passwd", "a\"; filename=\"evil.html", "quote's <img src=x onerror=alert(1)>.txt", "😀 Größe.txt", "%2e%2e%2f.txt", "...")) {
            attach("", name, bytes("text")).then().statusCode(303);
        }
        var page = member.get("/occurrences/1").body().asString();
        assertTrue(!page.contains("<img src=x") && !page.contains("../etc"), page);
        for (var id = 1; id <= 6; id++) {
            var answer = member.get("/attachments/" + id + "/x");
            answer.then().statusCode(200).contentType(startsWith("text/plain"));
            assertTrue(answer.header("Content-Disposition").matches("attachment; filename=\"[A-Za-z0-9._ -]+\"; filename\\*=UTF-8''[A-Za-z0-9._%-]+"), answer.header("Content-Disposition"));
        }
    }

    @Test
    void fiftyAreEnough() {
        var files = new Object[98];
        for (var i = 0; i < 49; i++) {
            files[2 * i] = i + ".txt";
            files[2 * i + 1] = bytes("Number " + i);
        }
        attach("", files).then().statusCode(303);
        member.get("/occurrences/1");
        var many = Statements.during(() -> member.get("/occurrences/1").then().statusCode(200));
        attach("", "fits.txt", bytes("x"), "not.txt", bytes("y")).then().statusCode(422).body(allOf(containsString("not.txt does not fit"), containsString("Attached:</strong> fits.txt")));
        member.post(FILES + "/1/removal");
        attach("", "now.txt", bytes("y")).then().statusCode(303);
        member.post(FILES + "/1/restoration").then().statusCode(303);
        member.get("/occurrences/1").then().body(containsString("does not fit"));
        for (var id = 2; id <= 50; id++) {
            member.post(FILES + "/" + id + "/removal");
        }
        member.get("/occurrences/1");
        assertEquals(many, Statements.during(() -> member.get("/occurrences/1").then().statusCode(200)));
    }

    @Test
    void isRemovedAndRestored() {
        attach("", "a.txt", bytes("text")).then().statusCode(303);
        member.post(FILES + "/1/removal").then().statusCode(303).header("Location", endsWith("#files"));
        member.post(FILES + "/1/removal").then().statusCode(303);
        member.get("/attachments/1/a.txt").then().statusCode(404);
        member.get("/occurrences/1").then().body(allOf(containsString("Removed files (1)"), not(containsString("href=\"/attachments/1"))));
        Browser.as("viewer").get("/occurrences/1").then().body(not(containsString("a.txt")));
        member.post(FILES + "/1/restoration").then().statusCode(303);
        member.get("/attachments/1/a.txt").then().statusCode(200);
        member.get("/occurrences/1/history").then().body(allOf(containsString("removed a file"), containsString("restored a file")));
    }

    @Test
    void isSeenByWhoSeesItsRecord() {
        attach("", "a.txt", bytes("text")).then().statusCode(303);
        var viewer = Browser.as("viewer");
        viewer.get("/occurrences/1").then().body(allOf(containsString("/attachments/1/a.txt"), not(containsString("/attachments/new"))));
        viewer.get("/attachments/1/a.txt").then().statusCode(200);
        Browser.visitor().get("/attachments/1/a.txt").then().statusCode(302);
        member.post("/occurrences/1/removal");
        viewer.get("/attachments/1/a.txt").then().statusCode(404);
        member.get("/attachments/1/a.txt").then().statusCode(200);
        attach("", "b.txt", bytes("text")).then().statusCode(409).body(containsString("b.txt"));
    }

    @Test
    void onlyMembersWriteAndOnlyWhatIsThere() {
        attach("", "a.txt", bytes("text")).then().statusCode(303);
        var viewer = Browser.as("viewer");
        viewer.get(FILES + "/new").then().statusCode(403);
        viewer.upload(FILES, List.of(), "files", "a.txt", bytes("text")).then().statusCode(403);
        viewer.post(FILES + "/1/removal").then().statusCode(403);
        Browser.visitor().get(FILES + "/new").then().statusCode(302);
        member.get("/occurrences/77/attachments/new").then().statusCode(404);
        member.upload("/occurrences/77/attachments", List.of(), "files", "a.txt", bytes("text")).then().statusCode(404);
        member.get("/report");
        member.post("/occurrences", "key", member.key(), "kind", "INCIDENT", "narrative", "Another.").then().statusCode(303);
        member.post("/occurrences/2/attachments/1/removal").then().statusCode(404);
        member.post(FILES + "/77/restoration").then().statusCode(404);
        member.get("/attachments/77/a.txt").then().statusCode(404);
        member.get("/attachments/x/a.txt").then().statusCode(404);
    }

    private Response attach(String entry, Object... files) {
        member.get("/password");
        return member.upload(FILES, List.of("key", FormKey.fresh(), "entry", entry), "files", files);
    }

    private HttpResponse<String> endless(String path, String type, String beginning) throws IOException, InterruptedException {
        var cookies = member.cookies().entrySet().stream().map(cookie -> cookie.getKey() + "=" + cookie.getValue()).collect(Collectors.joining("; "));
        var body = new SequenceInputStream(new ByteArrayInputStream(bytes(beginning)), new ByteArrayInputStream(new byte[65 * 1024 * 1024]));
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + path)).header("Content-Type", type).header("Cookie", cookies).timeout(Duration.ofSeconds(60))
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> body)).build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static Response asking(Browser browser, String known) {
        return RestAssured.given().redirects().follow(false).cookies(browser.cookies()).header("If-None-Match", known).get("/attachments/1/a.txt");
    }

    private static byte[] bytes(String content) {
        return content.getBytes(content.chars().allMatch(sign -> sign < 256) ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8);
    }
}
