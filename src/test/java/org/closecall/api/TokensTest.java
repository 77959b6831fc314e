package org.closecall.api;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Instant;
import org.closecall.Browser;
import org.closecall.Fixtures;
import org.closecall.people.Person;
import org.closecall.people.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class TokensTest {

    private static final String ACTIONS = "/api/v1/actions";
    private static final String ACTION = "{\"title\": \"Try it\", \"aim\": \"DETECT_SOONER\"}";

    Browser member;

    @BeforeEach
    void start() {
        Fixtures.organisation();
        member = Browser.as("member");
    }

    @Test
    void opensTheApiUntilItIsRevoked() {
        var text = ApiTokens.made(member, "release script", "actions:read");
        assertTrue(TokenText.wellFormed(text), text);
        member.get("/tokens").then().body(allOf(not(containsString(text)), containsString("release script"), containsString("never used")));
        read(text).then().statusCode(200).contentType("application/json");
        member.get("/tokens").then().body(containsString("last used"));
        QuarkusTransaction.requiringNew().run(() -> assertFalse(ApiToken.<ApiToken>listAll().get(0).digest.contains(text), "kept in the clear"));
        member.post("/tokens/1/revocation").then().statusCode(303);
        read(text).then().statusCode(401).header("WWW-Authenticate", containsString("invalid_token")).contentType("application/problem+json").body("detail", equalTo("This token has been revoked"));
        member.get("/tokens").then().body(containsString("Revoked"));
    }

    @Test
    void endsByItselfAndWithItsPerson() {
        var text = ApiTokens.made(member, "script", "actions:read");
        QuarkusTransaction.requiringNew().run(() -> ApiToken.update("expiresAt = ?1", Instant.now().minusSeconds(1)));
        read(text).then().statusCode(401).body("detail", equalTo("This token has expired"));
        QuarkusTransaction.requiringNew().run(() -> ApiToken.update("expiresAt = ?1", Instant.now().plusSeconds(60)));
        read(text).then().statusCode(200);
        Fixtures.deactivate("member");
        read(text).then().statusCode(401).body("detail", containsString("no longer here"));
    }

    @Test
    void mayWhatItsScopesSayAndNoMoreThanItsPerson() {
        write(ApiTokens.made(member, "reader", "actions:read")).then().statusCode(403).contentType("application/problem+json").body("detail", containsString("actions:write"));
        var writer = ApiTokens.made(member, "writer", "actions:write");
        read(writer).then().statusCode(403);
        write(writer).then().statusCode(201);
        QuarkusTransaction.requiringNew().run(() -> Person.update("role = ?1 where email = 'member@example.org'", Role.VIEWER));
        write(writer).then().statusCode(403).body("detail", containsString("only reads"));
        var viewer = Browser.as("viewer");
        viewer.get("/tokens");
        viewer.post("/tokens", "key", viewer.key(), "name", "mine", "scopes", "actions:write", "days", "30", "until", "").then().statusCode(422).body(containsString("A viewer only reads"));
    }

    @Test
    void nothingElseOpensTheApi() {
        given().redirects().follow(false).get(ACTIONS).then().statusCode(401).header("WWW-Authenticate", "Bearer").header("Location", nullValue()).contentType("application/problem+json");
        member.get(ACTIONS).then().statusCode(401);
        given().cookies(member.cookies()).contentType("application/json").body(ACTION).post(ACTIONS).then().statusCode(401);
        var text = ApiTokens.made(member, "script", "actions:read");
        read(text.substring(0, text.length() - 1) + (text.endsWith("0") ? "1" : "0")).then().statusCode(401).body("detail", equalTo("There is no such token"));
        given().redirects().follow(false).header("Authorization", "Bearer " + text).get("/actions").then().statusCode(302);
        given().header("Authorization", "Bearer " + text).get("/api/v1/nothing").then().statusCode(404).contentType("application/problem+json");
    }

    @Test
    void keepsTheTextOfARefusedForm() {
        member.get("/tokens");
        member.post("/tokens", "key", member.key(), "name", "kept name", "days", "DATE", "until", "2020-01-01").then().statusCode(422)
                .body(allOf(containsString("kept name"), containsString("Choose what it may be used for"), containsString("This day has passed"), containsString("2020-01-01")));
        member.get("/tokens");
        var key = member.key();
        for (var i = 0; i < 2; i++) {
            member.post("/tokens", "key", key, "name", "once", "scopes", "actions:read", "days", "30", "until", "").then().statusCode(303);
        }
        assertEquals(1L, QuarkusTransaction.requiringNew().call(() -> ApiToken.count()));
        Browser.as("other").post("/tokens/1/revocation").then().statusCode(404);
    }

    @Test
    void aServiceActsUnderTheNameOfWhoMadeIt() {
        var administrator = Browser.as("administrator");
        administrator.get("/admin/tokens");
        administrator.post("/admin/tokens", "key", administrator.key(), "name", "deploy bot", "role", "MEMBER", "scopes", "actions:write", "days", "365", "until", "").then().statusCode(303);
        var text = ApiTokens.shown(administrator, "/admin/tokens");
        write(text).then().statusCode(201).body("createdBy.name", equalTo("Ada Administrator"));
        member.get("/actions/1").then().body(containsString("through the token “deploy bot”"));
        member.post("/actions/1/completion", "evidence", "Seen").then().statusCode(303);
        given().header("Authorization", "Bearer " + text).contentType("application/json").body("{\"to\": \"VERIFIED\"}").post(ACTIONS + "/1/transitions").then().statusCode(409).body("detail", containsString("A service verifies nothing"));
        administrator.get("/admin/tokens").then().body(allOf(containsString("service, member"), containsString("made by Ada Administrator"), not(containsString(text))));
        Fixtures.deactivate("administrator");
        write(text).then().statusCode(201);
        member.get("/admin/tokens").then().statusCode(404);
    }

    private static Response read(String token) {
        return given().redirects().follow(false).header("Authorization", "Bearer " + token).get(ACTIONS);
    }

    private static Response write(String token) {
        assertNotNull(token);
        return given().header("Authorization", "Bearer " + token).contentType("application/json").body(ACTION).post(ACTIONS);
    }
}
