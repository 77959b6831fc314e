package org.closecall.people;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.closecall.Browser;
import org.closecall.Fixtures;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class SignInsTest {

    Browser visitor = Browser.visitor();

    @BeforeEach
    void organisation() {
        Fixtures.organisation();
    }

    @ParameterizedTest
    @ValueSource(strings = {"member@example.org", "MEMBER@Example.Org", "  member@example.org "})
    void anEMailHasNoCase(String email) {
        signIn(email, Fixtures.PASSWORD, "").then().statusCode(303);
        visitor.get("/").then().statusCode(200).body(containsString("Mia Member"));
    }

    @Test
    void aWrongPasswordAndAnUnknownEMailLookTheSame() {
        Fixtures.deactivate("other");
        var wrong = refused("member@example.org", "wrong horse battery");
        assertEquals(wrong, refused("nobody@example.org", "wrong horse battery"));
        assertEquals(wrong, refused("other@example.org", Fixtures.PASSWORD));
        assertEquals(wrong, refused("member@example.org", ""));
        assertTrue(wrong.contains("E-mail and password do not go together."));
        assertTrue(wrong.contains("value=\"E-MAIL\""), "keeps the e-mail");
    }

    @ParameterizedTest
    @ValueSource(strings = {"//evil.example", "/\\evil.example", "\\\\evil.example", "https://evil.example/", "https:evil.example", "javascript:alert(1)",
        "/%0d%0aLocation:%20https://evil.example", "/\t/evil.example", "/\r\n/evil.example", " //evil.example", "evil.example", "@evil.example", "//evil.example|", "/#a#b", "/sign-in", "/sign-out", ""})
    void neverLeavesTheSite(String next) {
        var location = URI.create(signIn("member@example.org", Fixtures.PASSWORD, next).header("Location"));
        assertEquals("localhost", location.getHost());
        assertTrue(location.getPath().equals("/") || next.startsWith("/%"), location.toString());
        var onwards = visitor.get("/sign-in?next=" + URLEncoder.encode(next, StandardCharsets.UTF_8));
        assertEquals(303, onwards.statusCode());
        assertEquals(location, URI.create(onwards.header("Location")));
    }

    /** As a browser sends it, or somebody writes it into a chat. */
    @ParameterizedTest
    @CsvSource({"text=a|b, text=a%7Cb", "text=100%, text=100%25", "text=%zz%20%4, text=%25zz%20%254", "text={x}^`<\">[], text=%7Bx%7D%5E%60%3C%22%3E%5B%5D"})
    void whatNoAddressMayHoldIsEncoded(String typed, String encoded) {
        visitor.get("/sign-in?next=" + URLEncoder.encode("/occurrences?" + typed, StandardCharsets.UTF_8)).then().statusCode(200);
        assertEquals("/occurrences?" + encoded, visitor.field("next"));
        signIn("member@example.org", Fixtures.PASSWORD, "/occurrences?" + typed).then().statusCode(303).header("Location", endsWith("/occurrences?" + encoded));
        visitor.get("/sign-in?next=" + URLEncoder.encode("/occurrences?" + typed, StandardCharsets.UTF_8)).then().statusCode(303).header("Location", endsWith("/occurrences?" + encoded));
    }

    @Test
    void goesOnToWhereTheVisitorWanted() {
        var wanted = "/occurrences?kind=NEAR_MISS&text=a%20%26%20b&sort=oldest";
        var way = visitor.get(wanted);
        way.then().statusCode(302);
        visitor.get(way.header("Location").replaceFirst("^https?://[^/]+", "")).then().statusCode(200);
        var next = visitor.field("next");
        assertEquals(wanted, next);
        signIn("member@example.org", Fixtures.PASSWORD, next).then().statusCode(303).header("Location", endsWith(wanted));
    }

    @Test
    void keepsWhereTheVisitorWantedWhenThePasswordIsWrong() {
        signIn("member@example.org", "wrong horse battery", "/report?kind=HAZARD").then().statusCode(422);
        assertEquals("/report?kind=HAZARD", visitor.field("next"));
    }

    @Test
    void theCookieIsForTheServerOnlyAndLastsAWorkingWeek() {
        var cookie = signIn("member@example.org", Fixtures.PASSWORD, "").detailedCookie("signed-in");
        assertTrue(cookie.isHttpOnly());
        assertEquals("Lax", cookie.getSameSite());
        assertEquals("/", cookie.getPath());
        assertEquals(Duration.ofDays(5).toSeconds(), cookie.getMaxAge());
    }

    @Test
    void aForgedOrBrokenCookieIsNobodys() {
        var real = Browser.as("member").cookies().get("signed-in");
        for (var forged : new String[] {"x", "1.0", real.substring(1), real.substring(0, real.length() - 4) + "AAAA", real + real}) {
            var browser = Browser.visitor();
            browser.cookies().put("signed-in", forged);
            browser.get("/occurrences").then().statusCode(302);
        }
    }

    @Test
    void signsOut() {
        var member = Browser.as("member");
        member.get("/").then().statusCode(200);
        member.post("/sign-out").then().statusCode(303).header("Location", endsWith("/sign-in"));
        member.get("/sign-in").then().statusCode(200).body(containsString("You are signed out."));
        member.get("/").then().statusCode(302);
    }

    @Test
    void whoIsDeactivatedIsOutAtOnce() {
        var member = Browser.as("member");
        member.get("/report").then().statusCode(200);
        Fixtures.deactivate("member");
        member.post("/occurrences", "key", member.key(), "kind", "HAZARD", "narrative", "Too late").then().statusCode(401);
        member.get("/occurrences").then().statusCode(302);
    }

    @Test
    void doesNotSignInWithoutTheFormsToken() {
        visitor.get("/sign-in");
        visitor.forge("/sign-in", "email", "member@example.org", "password", Fixtures.PASSWORD).then().statusCode(400)
                .body(allOf(containsString("This form cannot be accepted"), containsString("<html lang=\"en\"")));
        visitor.get("/").then().statusCode(302);
    }

    @Test
    void aVisitorSeesNoNavigation() {
        visitor.get("/sign-in").then().statusCode(200).body(not(containsString("<nav")));
    }

    /** The page, with what differs for every page taken out. */
    private String refused(String email, String password) {
        var answer = signIn(email, password, "");
        answer.then().statusCode(422);
        return answer.body().asString().replace(email, "E-MAIL").replaceAll("name=\"csrf-token\" value=\"[^\"]+\"", "");
    }

    private Response signIn(String email, String password, String next) {
        return visitor.post("/sign-in", "email", email, "password", password, "next", next);
    }
}
