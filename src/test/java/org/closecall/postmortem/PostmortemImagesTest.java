package org.closecall.postmortem;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import javax.imageio.ImageIO;
import org.closecall.Browser;
import org.closecall.Fixtures;
import org.closecall.attachment.Attachment;
import org.closecall.occurrence.Kind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PostmortemImagesTest {

    private static final byte[] WEBP = Base64.getDecoder().decode("UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA");

    Browser member;
    long number;
    String there;

    @BeforeEach
    void start() {
        Fixtures.organisation();
        member = Browser.as("member");
        number = Draft.started(member, Kind.INCIDENT, "Disk full");
        there = Draft.path(number);
    }

    static byte[] picture(String format, int width, int height) {
        try (var out = new ByteArrayOutputStream()) {
            ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), format, out);
            return out.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    @Test
    void aPastedPictureIsKeptAndShown() {
        var answer = paste("Error rate [1].png", picture("png", 20, 10));
        answer.then().statusCode(201).contentType(startsWith("text/plain")).body(equalTo("![Error rate \\[1\\]](/attachments/1/Error%20rate%20%5B1%5D.png)"));
        Draft.save(member, number, "impact", answer.asString()).then().statusCode(303);
        member.get(there).then().body(containsString("<img src=\"/attachments/1/Error%20rate%20%5B1%5D.png\" alt=\"Error rate [1]\" loading=\"lazy\" />"));
        for (var format : List.of("jpg", "gif")) {
            paste("x." + format, picture(format, 3, 3)).then().statusCode(201);
        }
        paste("x.webp", WEBP).then().statusCode(201);
    }

    @Test
    void whatIsNoPictureOrUnfoldsTooFarIsRefused() {
        paste("x.svg", "<svg onload=\"alert(1)\"/>".getBytes(StandardCharsets.UTF_8)).then().statusCode(422).body(containsString("x.svg is a page or a drawing"));
        paste("x.png", "%PDF-1.4 x".getBytes(StandardCharsets.UTF_8)).then().statusCode(422).body(containsString("is no picture"));
        paste("x.gif", "GIF89a/*<script>alert(1)</script>*/=1;".getBytes(StandardCharsets.UTF_8)).then().statusCode(422);
        paste("cut.png", "\u0089PNG\r\n\u001a\n\0\0\0\rIHDR".getBytes(StandardCharsets.ISO_8859_1)).then().statusCode(422).body(containsString("damaged"));
        var whole = picture("jpg", 9, 9);
        paste("cut.jpg", Arrays.copyOf(whole, whole.length - 2)).then().statusCode(422).body(containsString("cut.jpg cannot be read: it seems to be damaged"));
        paste("bomb.png", bomb()).then().statusCode(422).body(containsString("60000 × 60000 pixels"));
        paste("empty.png", new byte[0]).then().statusCode(422);
        member.postMultipart(there + "/pasted-images", "image", "text").then().statusCode(422).body(containsString("is no picture"));
        member.upload(there + "/pasted-images", List.of(), "image", "", new byte[0]).then().statusCode(422).body(equalTo("Choose a picture"));
        assertEquals(0, Attachment.count());
    }

    @Test
    void picturesOfADraftAreForMembersOnly() {
        paste("secret.png", picture("png", 2, 2)).then().statusCode(201);
        var viewer = Browser.as("viewer");
        viewer.get("/attachments/1/secret.png").then().statusCode(404);
        viewer.get("/occurrences/" + number).then().body(not(containsString("secret.png")));
        viewer.get("/occurrences/" + number + "/history").then().body(not(containsString("secret")));
        member.get("/occurrences/" + number).then().body(not(containsString("secret.png")));
        Draft.save(member, number, "impact", "![What it shows](/attachments/1/secret.png)").then().statusCode(303);
        Draft.publish(member, number);
        paste("later.png", picture("png", 3, 3)).then().statusCode(201);
        viewer.get("/attachments/2/later.png").then().statusCode(404);
        viewer.get("/attachments/1/secret.png").then().statusCode(200).contentType("image/png").header("Content-Security-Policy", "sandbox; default-src 'none'");
        member.post(there + "/withdrawal").then().statusCode(303);
        viewer.get("/attachments/1/secret.png").then().statusCode(404);
    }

    @Test
    void withoutScriptsItGoesToTheEndOfItsSection() {
        Draft.save(member, number, "impact", "Nobody could pay.").then().statusCode(303);
        attach("Errors over <time>", "impact", "graph.png", picture("png", 2, 2)).then().statusCode(303).header("Location", endsWith("/edit#impact"));
        assertEquals("Nobody could pay.\n\n![Errors over \\<time\\>](/attachments/1/graph.png)", Draft.body(number, "impact"));
        attach("", "summary", "graph.png", picture("png", 2, 2)).then().statusCode(303);
        assertEquals("![graph](/attachments/2/graph.png)", Draft.body(number, "summary"));
        member.get(there).then().body(containsString("alt=\"Errors over &lt;time&gt;\""));
    }

    @Test
    void aRefusedFormKeepsItsWords() {
        attach("What it shows", "nonsense", "x.svg", "<svg/>".getBytes(StandardCharsets.UTF_8)).then().statusCode(422)
                .body(allOf(containsString("x.svg is a page"), containsString("Choose one of these"), containsString("What it shows")));
        assertEquals("", Draft.body(number, "summary"));
    }

    @Test
    void sentTwiceItIsAttachedOnce() {
        member.get(there + "/images?section=impact");
        var form = List.of("key", member.key(), "section", "impact", "words", "");
        var same = picture("png", 2, 2);
        member.upload(there + "/images", form, "image", "a.png", same).then().statusCode(303);
        member.upload(there + "/images", form, "image", "a.png", same).then().statusCode(303);
        assertEquals("![a](/attachments/1/a.png)", Draft.body(number, "impact"));
        member.upload(there + "/images", form, "image", "a.png", picture("png", 3, 3)).then().statusCode(409);
        assertEquals(1, Attachment.count());
    }

    @Test
    void isRemovedAndRestored() {
        paste("a.png", picture("png", 2, 2)).then().statusCode(201);
        member.get(there + "/images").then().body(containsString("![a](/attachments/1/a.png)"));
        member.post(there + "/images/1/removal").then().statusCode(303);
        member.get("/attachments/1/a.png").then().statusCode(404);
        member.get(there + "/images").then().body(containsString("removed</span>"));
        member.post(there + "/images/1/restoration").then().statusCode(303);
        member.get("/attachments/1/a.png").then().statusCode(200);
        member.post(there + "/images/2/removal").then().statusCode(404);
        member.post("/occurrences/" + number + "/attachments/1/removal").then().statusCode(404);
    }

    @Test
    void previewsAsItWillBeRead() {
        Browser.as("viewer").post("/markdown-previews", "text", "x").then().statusCode(403);
        member.post("/markdown-previews", "text", "- [x] **done**, see #" + number + "\n\n<script>").then().statusCode(200)
                .body(allOf(containsString("<strong>done</strong>"), containsString("title=\"Disk full\""), containsString("aria-label=\"done\""), containsString("&lt;script&gt;"), not(containsString("<html"))));
        member.post("/markdown-previews", "text", " ").then().statusCode(200).body(containsString("Nothing written yet"));
    }

    @Test
    void onlyMembersMayAttach() {
        var viewer = Browser.as("viewer");
        viewer.upload(there + "/pasted-images", List.of(), "image", "a.png", picture("png", 2, 2)).then().statusCode(403);
        viewer.get(there + "/images").then().statusCode(403);
        member.upload("/occurrences/77/postmortem/pasted-images", List.of(), "image", "a.png", picture("png", 2, 2)).then().statusCode(404);
        assertTrue(Attachment.count() == 0);
    }

    private Response paste(String name, byte[] content) {
        return member.upload(there + "/pasted-images", List.of(), "image", name, content);
    }

    private Response attach(String words, String section, String name, byte[] content) {
        member.get(there + "/images");
        return member.upload(there + "/images", new ArrayList<>(List.of("key", member.key(), "words", words, "section", section)), "image", name, content);
    }

    /** Says it has 60,000 times 60,000 pixels. */
    private static byte[] bomb() {
        var small = picture("png", 1, 1);
        for (var at : new int[] {16, 20}) {
            small[at + 2] = (byte) (60_000 >> 8);
            small[at + 3] = (byte) 60_000;
        }
        return small;
    }
}
