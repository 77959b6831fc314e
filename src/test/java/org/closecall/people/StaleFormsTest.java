package org.closecall.people;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.closecall.Browser;
import org.closecall.Fixtures;
import org.closecall.occurrence.Occurrence;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A form whose token no longer fits loses nothing; one that another site sends gets nowhere. */
@QuarkusTest
class StaleFormsTest {

    Browser member;

    @BeforeEach
    void signIn() {
        Fixtures.organisation();
        member = Browser.as("member");
    }

    @ParameterizedTest
    @ValueSource(strings = {"AAAAAAAAAAAAAAAAAAAAAA", "x", ""})
    void comesBackWholeAndIsWrittenWhenSentAgain(String cookie) {
        member.get("/report");
        var key = member.key();
        if (cookie.isEmpty()) {
            member.cookies().remove("csrf-token");
        } else {
            member.cookies().put("csrf-token", cookie);
        }
        member.post("/occurrences", "key", key, "kind", "HAZARD", "narrative", "A \"lamp\" <hangs>\nloose").then().statusCode(400)
                .body(allOf(containsString("Nothing is lost"), containsString("A &quot;lamp&quot; &lt;hangs&gt;"), not(containsString("Passwords and tokens"))));
        assertEquals(0, count());
        member.post("/occurrences", "key", member.field("key"), "kind", member.field("kind"), "narrative", member.field("narrative")).then().statusCode(303);
        assertEquals(1, count());
    }

    @Test
    void aPasswordIsInNoPage() {
        member.stale("/password", false, "current", Fixtures.PASSWORD, "password", "another plum tree 8").then().statusCode(400).body(allOf(containsString("Passwords and tokens are not kept in a page"), not(containsString(Fixtures.PASSWORD)), not(containsString("another plum"))));
        member.cookies().remove("signed-in");
        member.post("/password", "current", Fixtures.PASSWORD, "password", "another plum tree 8").then().statusCode(401).body(allOf(containsString("Passwords and tokens are not kept in a page"), not(containsString(Fixtures.PASSWORD)), not(containsString("another plum"))));
    }

    @Test
    void aSignInLeadsBackToItsPage() {
        Browser.visitor().stale("/sign-in", false, "email", "member@example.org", "password", Fixtures.PASSWORD, "next", "/report?kind=HAZARD").then().statusCode(400)
                .body(allOf(containsString("href=\"/sign-in?next=%2Freport%3Fkind%3DHAZARD\""), not(containsString("Send it again</button>")), not(containsString(Fixtures.PASSWORD))));
        Browser.visitor().stale("/sign-in", false, "next", "//evil.example").then().statusCode(400).body(allOf(containsString("href=\"/sign-in?next=%2F\""), not(containsString("evil"))));
    }

    @Test
    void noFieldOfASecretIsKept() throws IOException {
        try (var templates = Files.walk(Path.of("frontend-templates", "templates"))) {
            var secret = templates.filter(Files::isRegularFile).flatMap(StaleFormsTest::secret).collect(Collectors.toSet());
            assertTrue(secret.containsAll(Set.of("password", "current", "token")) && Sent.UNKEPT.containsAll(secret), secret::toString);
        }
    }

    /** Over plain HTTP a proxy may send us another name than the browser has asked. */
    @Test
    void theAddressThatIsSetIsOursToo() {
        var ours = ConfigProvider.getConfig().getValue("closecall.address", String.class);
        member.saying("Host", "inside.example", "Origin", ours).stale("/occurrences", false, "narrative", "Written here").then().statusCode(400).body(containsString("Written here"));
        member.saying("Origin", "http://evil.example").stale("/occurrences", false, "narrative", "Planted").then().statusCode(400).body(not(containsString("Planted")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"cross-site", "same-site", "x"})
    void whatAnotherSiteSendsIsNeitherTakenNorOffered(String site) {
        member.get("/report");
        var key = member.key();
        member.saying("Sec-Fetch-Site", site);
        member.post("/occurrences", "key", key, "kind", "HAZARD", "narrative", "Planted").then().statusCode(400).body(allOf(containsString("This form cannot be accepted"), not(containsString("Planted"))));
        member.cookies().remove("signed-in");
        member.post("/occurrences", "key", key, "kind", "HAZARD", "narrative", "Planted").then().statusCode(400).body(not(containsString("Planted")));
        assertEquals(0, count());
    }

    @Test
    void anOlderBrowserSaysByItsOriginWhereAFormIsFrom() {
        member.saying("Origin", "http://evil.example").stale("/occurrences", false, "narrative", "Planted").then().statusCode(400).body(not(containsString("Planted")));
        member.cookies().remove("signed-in");
        member.post("/occurrences", "narrative", "Planted").then().statusCode(302);
    }

    @Test
    void whatAnotherSiteSendsIsNotWaitedForToEnd() throws IOException {
        try (var socket = new Socket("127.0.0.1", RestAssured.port)) {
            socket.setSoTimeout(5_000);
            socket.getOutputStream().write("POST /sign-out HTTP/1.1\r\nHost: x\r\nSec-Fetch-Site: cross-site\r\nTransfer-Encoding: chunked\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertTrue(answer.startsWith("HTTP/1.1 400 ") && answer.contains("This form cannot be accepted"), answer);
        }
    }

    /** Their token is looked for in forms only: other bodies would pass without one. */
    @Test
    void whatIsNoFormIsNotTaken() {
        for (var type : List.of("text/plain", "application/json")) {
            given().cookies(member.cookies()).contentType(type).body("x=y").post("/sign-out").then().statusCode(400);
        }
        given().cookies(member.cookies()).post("/sign-out").then().statusCode(400);
        member.get("/").then().statusCode(200);
    }

    private static Stream<String> secret(Path template) {
        try {
            return Pattern.compile("[{<][^{}<>]* name=\"(\\w+)\"[^{}<>]* type=\"password\"").matcher(Files.readString(template)).results().map(found -> found.group(1));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static long count() {
        return QuarkusTransaction.requiringNew().call(() -> Occurrence.count());
    }
}
