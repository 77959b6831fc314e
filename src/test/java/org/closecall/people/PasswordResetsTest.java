package org.closecall.people;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.closecall.AtOnce;
import org.closecall.Browser;
import org.closecall.Fixtures;
import org.closecall.store.RunningInstance;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PasswordResetsTest {

    private static final String GOOD = "quiet harbour town 4";

    @ConfigProperty(name = "closecall.data")
    Path data;

    Browser administrator;

    @BeforeEach
    void signIn() {
        Fixtures.organisation();
        administrator = Browser.as("administrator");
    }

    @Test
    void aLinkOfAnAdministratorMakesANewPasswordOnce() {
        var member = Browser.as("member");
        var link = link("member");
        administrator.get(account("member")).then().body(not(containsString("One-time link")));
        member.get("/").then().statusCode(200);
        var mia = Browser.visitor();
        mia.get(link).then().statusCode(200).body(allOf(containsString("For Mia Member"), containsString("member@example.org")));
        mia.post(link, "password", "short").then().statusCode(422).body(allOf(containsString("At least 12 characters"), not(containsString("value=\"short\""))));
        mia.post(link, "password", GOOD).then().statusCode(303);
        mia.get("/").then().statusCode(200).body(containsString("Your new password is set"));
        member.get("/").then().statusCode(302);
        mia.get("/inbox").then().body(allOf(containsString("Ada Administrator made a link"), containsString("changed by a link")));
        Browser.visitor().post("/sign-in", "email", "member@example.org", "password", Fixtures.PASSWORD).then().statusCode(422);
        Browser.visitor().get(link).then().statusCode(404).body(containsString("This link no longer works"));
        Browser.visitor().post(link, "password", GOOD).then().statusCode(404);
    }

    @Test
    void aNewerLinkEndsTheOneBeforeAndADayEndsAll() {
        var first = link("member");
        var second = link("member");
        Browser.visitor().get(first).then().statusCode(404);
        Browser.visitor().get(second).then().statusCode(200);
        QuarkusTransaction.requiringNew().run(() -> PasswordReset.update("expiresAt = ?1 where revokedAt is null", Instant.now().minusSeconds(1)));
        Browser.visitor().post(second, "password", GOOD).then().statusCode(404);
        var third = link("member");
        Fixtures.deactivate("member");
        Browser.visitor().get(third).then().statusCode(404);
        administrator.post("/admin/people/" + Fixtures.person("member").id + "/reset").then().statusCode(422).body(containsString("reactivate it first"));
    }

    @Test
    void aLinkEndsWithTheOldPasswordAndWithWhoeverMadeIt() {
        var first = link("member");
        Browser.as("member").post("/password", "current", Fixtures.PASSWORD, "password", GOOD).then().statusCode(303);
        Browser.visitor().get(first).then().statusCode(404);
        Browser.visitor().post(first, "password", GOOD + "!").then().statusCode(404);
        var second = link("member");
        Browser.visitor().get(second).then().statusCode(200);
        Fixtures.deactivate("administrator");
        Browser.visitor().post(second, "password", GOOD + "!").then().statusCode(404);
        QuarkusTransaction.requiringNew().run(() -> Person.update("deactivatedAt = null, role = ?1 where email = 'administrator@example.org'", Role.MEMBER));
        Browser.visitor().get(second).then().statusCode(404);
        Browser.visitor().post(second, "password", GOOD + "!").then().statusCode(404);
        QuarkusTransaction.requiringNew().run(() -> Person.update("role = ?1 where email = 'administrator@example.org'", Role.ADMINISTRATOR));
        Browser.visitor().get(second).then().statusCode(200);
    }

    @Test
    void usedTwiceAtOnceItWorksOnce() {
        var link = link("member");
        var one = Browser.visitor();
        var two = Browser.visitor();
        one.get(link);
        two.get(link);
        assertEquals(List.of(303, 404), AtOnce.sorted(() -> one.post(link, "password", GOOD).statusCode(), () -> two.post(link, "password", GOOD + "!").statusCode()));
    }

    @Test
    void aLinkOpensTheDoorForWhoHasToWait() {
        for (var time = 0; time < 13; time++) {
            Browser.visitor().post("/sign-in", "email", "member@example.org", "password", "wrong horse battery");
        }
        var counted = failuresOfAddresses();
        Browser.visitor().post(link("member"), "password", GOOD).then().statusCode(303);
        assertEquals(counted, failuresOfAddresses(), "others may be guessing there");
        Browser.visitor().post("/sign-in", "email", "member@example.org", "password", GOOD).then().statusCode(303);
    }

    @Test
    void onlyADigestIsKept() {
        var token = link("member").substring(PasswordResets.PATH.length());
        assertEquals(Token.digest(token), PasswordReset.<PasswordReset>findAll().singleResult().tokenDigest);
    }

    @Test
    void theServersCommandMakesOneForTheLastAdministrator() throws InterruptedException {
        for (var tries = 0; RunningInstance.on(data).isEmpty() && tries < 100; tries++) {
            Thread.sleep(100);
        }
        var said = command(RunningInstance.on(data).get().token(), "ADMINISTRATOR@example.org").then().statusCode(200).extract().asString();
        var link = said.lines().findFirst().get().replaceFirst("^https?://[^/]+", "");
        assertTrue(link.matches("/password-resets/[\\w-]{32}") && said.contains("Ada Administrator chooses a new password"), said);
        var ada = Browser.visitor();
        ada.post(link, "password", GOOD).then().statusCode(303);
        ada.get("/admin/access").then().body(containsString("Somebody on the server"));
        command(RunningInstance.on(data).get().token(), "nobody@example.org").then().statusCode(422).body(containsString("Nobody here has the e-mail nobody@example.org"));
        QuarkusTransaction.requiringNew().run(() -> Person.invent("Ines Invented", "ines@example.org", Instant.now()));
        command(RunningInstance.on(data).get().token(), "ines@example.org").then().statusCode(422).body(containsString("Nobody is behind this account: it came with the sample"));
        command("x", "administrator@example.org").then().statusCode(401);
        given().contentType("text/plain").body("administrator@example.org").post("/api/v1/resets").then().statusCode(401);
        assertEquals(1, PasswordReset.count());
    }

    private static List<Integer> failuresOfAddresses() {
        return QuarkusTransaction.requiringNew().call(() -> SignInDelay.<SignInDelay>list("key like 'ADDRESS%'").stream().map(delay -> delay.failures).toList());
    }

    private static Response command(String token, String email) {
        return given().header("Authorization", "Bearer " + token).contentType("text/plain;charset=UTF-8").body(email).post("/api/v1/resets");
    }

    private String link(String who) {
        administrator.post("/admin/people/" + Fixtures.person(who).id + "/reset").then().statusCode(303);
        return URI.create(administrator.get(account(who)).htmlPath().getString("**.find { it.@id == 'secret' }.@value")).getPath();
    }

    private static String account(String who) {
        return "/admin/people/" + Fixtures.person(who).id + "/edit";
    }
}
