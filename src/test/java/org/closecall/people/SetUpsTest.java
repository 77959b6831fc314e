package org.closecall.people;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import org.closecall.AtOnce;
import org.closecall.Browser;
import org.closecall.Fixtures;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SetUpsTest {

    private static final String PASSWORD = "violet kettle moon";

    Browser visitor = Browser.visitor();

    @BeforeEach
    void empty() {
        Fixtures.empty();
    }

    @Test
    void anEmptyStoreLeadsEverybodyToIt() {
        visitor.get("/").then().statusCode(302).header("Location", endsWith("/sign-in"));
        visitor.get("/sign-in").then().statusCode(303).header("Location", endsWith("/set-up"));
        visitor.get("/set-up").then().statusCode(200).body(containsString("Set up Closecall"));
    }

    @Test
    void makesTheOrganisationAndItsFirstAdministratorAndSignsIn() {
        setUp(visitor, "  Larkspur ", "Ada@Example.ORG", PASSWORD).then().statusCode(303).header("Location", endsWith("/"));
        visitor.get("/").then().statusCode(200).body(allOf(containsString("Welcome, Ada."), containsString("Larkspur"), containsString("An empty desk")));
        visitor.get("/admin/people").then().statusCode(200).body(containsString("ada@example.org"));
        var person = Fixtures.person("ada");
        assertEquals(Role.ADMINISTRATOR, person.role);
        assertNotEquals(PASSWORD, person.passwordHash);
    }

    @Test
    void isGoneOnceUsed() {
        setUp(visitor, "Larkspur", "ada@example.org", PASSWORD).then().statusCode(303);
        var late = Browser.visitor();
        late.get("/set-up").then().statusCode(404);
        setUp(late, "Taken over", "eve@example.org", PASSWORD).then().statusCode(404);
        assertEquals("Larkspur", name());
        assertEquals(1, count());
    }

    @Test
    void twoAtOnceMakeOne() {
        var first = opened();
        var second = opened();
        var answers = AtOnce.sorted(() -> setUp(first, "First", "one@example.org", PASSWORD).statusCode(),
                () -> setUp(second, "Second", "two@example.org", PASSWORD).statusCode());
        assertEquals(List.of(303, 404), answers);
        assertEquals(1, count());
    }

    @Test
    void keepsWhatWasTypedButThePassword() {
        setUp(visitor, "Larkspur & <Sons>", "not an address", "short").then().statusCode(422)
                .body(allOf(containsString("Larkspur &amp; &lt;Sons&gt;"), containsString("value=\"not an address\""), containsString("This is not an e-mail address"),
                        containsString("At least 12 characters"), containsString("<option selected>Europe/Vienna"), not(containsString("value=\"short\""))));
        assertEquals(0, count());
    }

    @Test
    void refusesZonesThatAreOffsetsOrUnknown() {
        visitor.get("/set-up");
        for (var zone : new String[] {"+02:00", "Etc/GMT+2", "Mars/Olympus", ""}) {
            visitor.post("/set-up", "organisation", "Larkspur", "timeZone", zone, "name", "Ada", "email", "ada@example.org", "password", PASSWORD)
                    .then().statusCode(422).body(containsString("Choose one of the listed time zones"));
        }
    }

    private static Browser opened() {
        var browser = Browser.visitor();
        browser.get("/set-up");
        return browser;
    }

    private static Response setUp(Browser browser, String organisation, String email, String password) {
        if (browser.page().isEmpty()) {
            browser.get("/set-up");
        }
        return browser.post("/set-up", "organisation", organisation, "timeZone", "Europe/Vienna", "name", "Ada", "email", email, "password", password);
    }

    private static String name() {
        return QuarkusTransaction.requiringNew().call(() -> Organisation.current().name);
    }

    private static long count() {
        return QuarkusTransaction.requiringNew().call(() -> Person.count());
    }
}
