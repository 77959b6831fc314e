package org.closecall.people;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.closecall.Browser;
import org.closecall.Fixtures;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OrganisationsTest {

    Browser administrator;

    @BeforeEach
    void signIn() {
        Fixtures.organisation();
        administrator = Browser.as("administrator");
    }

    @Test
    void nameAndTimeZoneAreEdited() {
        administrator.get("/admin/organisation").then().statusCode(200).body(allOf(containsString("value=\"Larkspur\""), containsString("<option selected>Europe/Vienna</option>")));
        save("Larkspur", "Europe/Vienna", "Larkspur & Sons", "America/New_York").statusCode(303).header("Location", endsWith("/admin/organisation"));
        administrator.get("/admin/organisation").then().body(allOf(containsString("Larkspur &amp; Sons"), containsString("<option selected>America/New_York</option>"), containsString("The organisation is saved"), containsString("times in America/New York")));
        save("Larkspur & Sons", "America/New_York", "Larkspur & Sons", "America/New_York").statusCode(303);
        assertEquals(1, Change.count("subject", "organisation"));
    }

    @Test
    void aRefusedFormComesBackAsTyped() {
        save("Larkspur", "Europe/Vienna", "", "Mars/Olympus").statusCode(422)
                .body(allOf(containsString("What is the organisation called?"), containsString("Choose one of the listed time zones")));
        assertEquals("Europe/Vienna", current().timeZone);
    }

    @Test
    void theSecondSaverSeesBothVersions() {
        save("Larkspur", "Europe/Vienna", "Theirs", "Europe/Vienna").statusCode(303);
        save("Larkspur", "Europe/Vienna", "Mine", "UTC").statusCode(409)
                .body(allOf(containsString("Ada Administrator saved this before you"), containsString("Theirs"), containsString("value=\"Mine\""), containsString("name=\"wasName\" value=\"Theirs\"")));
        save("Larkspur", "Europe/Vienna", "Larkspur", "UTC").statusCode(409)
                .body(allOf(containsString("You changed different fields"), containsString("value=\"Theirs\""), containsString("<option selected>UTC</option>")));
        assertEquals("Theirs", current().name);
    }

    @Test
    void savingDoesNotGiveANumberTwice() {
        QuarkusTransaction.requiringNew().run(() -> {
            var held = Organisation.current();
            QuarkusTransaction.requiringNew().run(() -> assertEquals(1, Organisation.nextNumbers(7)));
            held.name = "Renamed";
        });
        assertEquals(8, QuarkusTransaction.requiringNew().call(() -> Organisation.nextNumbers(1)).longValue());
    }

    @Test
    void othersFindNothingHere() {
        var member = Browser.as("member");
        member.get("/admin/organisation").then().statusCode(404);
        member.post("/admin/organisation", "name", "Mine", "timeZone", "UTC").then().statusCode(404);
        Browser.visitor().get("/admin/organisation").then().statusCode(302);
        Browser.visitor().post("/admin/organisation", "name", "kept").then().statusCode(401).body(containsString("kept"));
    }

    private ValidatableResponse save(String wasName, String wasZone, String name, String zone) {
        return administrator.post("/admin/organisation", "wasName", wasName, "wasTimeZone", wasZone, "name", name, "timeZone", zone).then();
    }

    private static Organisation current() {
        return QuarkusTransaction.requiringNew().call(Organisation::current);
    }
}
