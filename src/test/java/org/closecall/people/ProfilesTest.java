package org.closecall.people;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import org.closecall.Browser;
import org.closecall.Fixtures;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ProfilesTest {

    Browser viewer;

    @BeforeEach
    void signIn() {
        Fixtures.organisation();
        viewer = Browser.as("viewer");
    }

    @Test
    void showsTimesInOnesOwnZone() {
        var member = Browser.as("member");
        member.get("/report");
        member.post("/occurrences", "key", member.key(), "kind", "INCIDENT", "narrative", "Night", "noticed", "2026-01-05T02:16").then().statusCode(303);
        viewer.get("/occurrences/1").then().body(containsString(">02:16<"));
        viewer.get("/profile").then().statusCode(200).body(allOf(containsString("Vera Viewer"), containsString("The organisation’s (Europe/Vienna)")));
        for (var times = 0; times < 2; times++) {
            viewer.post("/profile", "timeZone", "Asia/Tokyo").then().statusCode(303).header("Location", endsWith("/profile"));
        }
        viewer.get("/occurrences/1").then().body(containsString(">10:16<"));
        member.get("/occurrences/1").then().body(containsString(">02:16<"));
        viewer.post("/profile", "timeZone", "").then().statusCode(303);
        viewer.get("/occurrences/1").then().body(containsString(">02:16<"));
    }

    @Test
    void refusesAZoneThatIsNone() {
        viewer.post("/profile", "timeZone", "Mars/Olympus").then().statusCode(422).body(containsString("Choose one of the listed time zones"));
        viewer.get("/occurrences").then().statusCode(200);
    }

    @Test
    void everybodySwitchesShortcutsForThemselves() {
        viewer.get("/").then().body(allOf(containsString("<dialog class=\"shortcuts\""), containsString("href=\"/profile\"")));
        viewer.get("/profile").then().statusCode(200).body(allOf(containsString("value=\"true\" checked"), containsString("href=\"/password\"")));
        viewer.post("/profile").then().statusCode(303);
        viewer.get("/profile").then().body(allOf(containsString("keyboard shortcuts are off."), not(containsString("value=\"true\" checked")), not(containsString("<dialog"))));
        Browser.as("member").get("/").then().body(containsString("<dialog"));
        viewer.post("/profile", "shortcuts", "true").then().statusCode(303);
        viewer.get("/").then().body(containsString("<dialog"));
    }

    @Test
    void nameAndThemeAreOnesOwn() {
        viewer.post("/profile", "name", " ", "timeZone", "", "theme", "pink").then().statusCode(422).body(allOf(containsString("Your name, as colleagues know you"), containsString("Choose one of the themes")));
        viewer.post("/profile", "name", "Vera V.", "timeZone", "", "theme", "dark", "shortcuts", "true").then().statusCode(303);
        viewer.get("/").then().body(allOf(containsString("Vera V."), containsString("data-bs-theme=\"dark\"")));
        Browser.as("viewer").get("/").then().body(containsString("data-bs-theme=\"dark\""));
        viewer.post("/theme", "theme", "light", "back", "/").then().statusCode(303);
        Browser.as("viewer").get("/").then().body(containsString("data-bs-theme=\"light\""));
        Browser.as("member").get("/").then().body(not(containsString("data-bs-theme")));
    }

    /** What no field of the form asks for is not taken from it. */
    @Test
    void nothingElseIsTakenFromTheForm() {
        viewer.post("/profile", "name", "Vera", "timeZone", "", "role", "ADMINISTRATOR", "email", "x@example.org", "passwordHash", "x", "id", "1", "person.role", "ADMINISTRATOR", "sessionStamp", "9", "deactivatedAt", "2020-01-01").then().statusCode(303);
        var vera = Fixtures.person("viewer");
        assertEquals(Role.VIEWER, vera.role);
        assertEquals(0, vera.sessionStamp);
        viewer.get("/admin/people").then().statusCode(404);
    }

    @Test
    void visitorsHaveNone() {
        Browser.visitor().get("/profile").then().statusCode(302);
        Browser.visitor().get("/sign-in").then().body(not(containsString("<dialog")));
    }
}
