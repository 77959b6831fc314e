package org.closecall.people;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;

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
}
