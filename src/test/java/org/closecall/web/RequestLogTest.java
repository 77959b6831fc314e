package org.closecall.web;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import org.closecall.Browser;
import org.closecall.Fixtures;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RequestLogTest {

    Browser member;

    @BeforeEach
    void signIn() {
        Fixtures.organisation();
        member = Browser.as("member");
    }

    @Test
    void everyKindOfAnswerIsProtected() {
        member.get("/report");
        for (var answer : List.of(member.get("/"), member.post("/sign-in", "email", "x"), member.get("/nothing"), member.get("/sign-out"), member.get("/failing"),
                member.forge("/occurrences"), member.post("/theme", "theme", "dark"), member.post("/occurrences", "kind", ""), Browser.as("viewer").get("/report"),
                member.get("/occurrences.csv"), Browser.visitor().get("/"), Browser.visitor().post("/occurrences", "x", "y"), Browser.visitor().get("/sign-in"),
                Browser.visitor().get("/q/health"), Browser.visitor().get("/q/metrics"), Browser.as("administrator").get("/q/metrics"), member.get("/q/metrics"))) {
            isProtected(answer);
            assertEquals("no-store", answer.header("Cache-Control"), () -> answer.statusCode() + " may be kept");
        }
    }

    @Test
    void staticFilesAreProtectedAndKept() {
        var page = Browser.visitor().get("/sign-in").body().asString();
        var bundled = Pattern.compile("(?:href|src)=\"(/static/bundle/[^\"]+)\"").matcher(page).results().map(found -> found.group(1)).toList();
        assertEquals(2, bundled.size(), "style sheet and script");
        bundled.forEach(path -> isProtected(kept(path, "public, max-age=31536000, immutable")));
        List.of("/static/theme.js", "/static/icons.svg", "/static/favicon.svg").forEach(path -> isProtected(kept(path, "public, max-age=86400")));
        isProtected(Browser.visitor().get("/static/nothing.js"));
    }

    @Test
    void aMissingStaticFileIsNotKept() {
        var answer = Browser.visitor().get("/static/bundle/nothing.js");
        assertTrue(answer.statusCode() >= 300, "there is none");
        assertEquals("no-store", answer.header("Cache-Control"));
    }

    @Test
    void everyRequestHasAnIdOfItsOwn() {
        var ids = new HashSet<String>();
        for (var i = 0; i < 20; i++) {
            assertTrue(ids.add(member.get("/nothing").header("X-Request-Id")));
        }
        member.get("/nothing").then().header("X-Request-Id", not(equalTo("GIVEN")));
    }

    @Test
    void writesOneLineForARequest() {
        var lines = linesDuring("GET /occurrences", () -> member.get("/occurrences?text=secret").then().statusCode(200));
        assertEquals(1, lines.size(), lines::toString);
        assertTrue(lines.get(0).matches("[0-9A-V]{8,9} GET /occurrences 200 \\d+ ms"), lines.get(0));
    }

    @Test
    void keepsTheSecretOfAnInvitationOutOfTheLog() {
        var lines = linesDuring("GET /invitations", () -> Browser.visitor().get("/invitations/0123456789abcdef0123456789abcdef").then().statusCode(404));
        assertEquals(1, lines.size(), lines::toString);
        assertFalse(lines.toString().contains("0123456789"), lines::toString);
    }

    @Test
    void healthIsOpenToAll() {
        for (var path : List.of("/q/health", "/q/health/live", "/q/health/ready")) {
            Browser.visitor().get(path).then().statusCode(200).body(containsString("\"UP\""));
        }
    }

    @Test
    void figuresOfOperationAreForAdministrators() {
        Browser.visitor().get("/q/metrics").then().statusCode(302).header("Location", startsWith("/sign-in"));
        for (var who : List.of("viewer", "member")) {
            Browser.as(who).get("/q/metrics").then().statusCode(403).body(not(containsString("jvm_")));
        }
        Browser.as("administrator").get("/q/metrics").then().statusCode(200).body(containsString("jvm_memory_used_bytes"));
    }

    @Test
    void nothingElseIsOpen() {
        for (var path : List.of("/q", "/q/dev", "/q/openapi", "/q/info", "/q/arc", "/nothing", "/admin", "/sign-inn", "/staticx", "/themes", "/set-up/x", "//", "/.git/config", "/q/healthx")) {
            Browser.visitor().get(path).then().statusCode(302).header("Location", startsWith("/sign-in"));
        }
        // what only programs ask for leads them to no page
        Browser.visitor().get("/api/v1/nothing").then().statusCode(401);
    }

    private static Response kept(String path, String howLong) {
        var answer = Browser.visitor().get(path);
        answer.then().statusCode(200).header("Cache-Control", howLong);
        return answer;
    }

    private static void isProtected(Response answer) {
        answer.then().header("Content-Security-Policy", allOf(startsWith("default-src 'self';"), containsString("frame-ancestors 'none'"), containsString("base-uri 'none'"),
                containsString("form-action 'self'"), not(containsString("unsafe")))).header("X-Content-Type-Options", "nosniff").header("Referrer-Policy", "same-origin")
                .header("X-Frame-Options", "DENY").header("Cross-Origin-Opener-Policy", "same-origin").header("Cross-Origin-Resource-Policy", "same-origin").header("Permissions-Policy", containsString("camera=()"))
                .header("X-Request-Id", not(equalTo(null)));
    }

    /** Those of one address: the line of the request before may be late. */
    private static List<String> linesDuring(String address, Runnable something) {
        var lines = new CopyOnWriteArrayList<String>();
        var logger = Logger.getLogger("org.closecall.requests");
        var before = logger.getLevel();
        var handler = new Handler() {
            @Override
            public void publish(LogRecord line) {
                var said = line instanceof org.jboss.logmanager.ExtLogRecord full ? full.getFormattedMessage() : line.getMessage();
                if (said.contains(address)) {
                    lines.add(said);
                }
            }

            @Override
            public void flush() {
            }

            @Override
            public void close() {
            }
        };
        logger.setLevel(Level.INFO);
        logger.addHandler(handler);
        try {
            something.run();
            for (var waited = 0; lines.isEmpty() && waited < 500; waited++) {
                Thread.sleep(20);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            logger.removeHandler(handler);
            logger.setLevel(before);
        }
        return lines;
    }
}
