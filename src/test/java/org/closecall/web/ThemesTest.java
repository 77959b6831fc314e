package org.closecall.web;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.closecall.Browser;
import org.closecall.Fixtures;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ThemesTest {

    Browser viewer;

    @BeforeEach
    void signIn() {
        Fixtures.organisation();
        viewer = Browser.as("viewer");
    }

    @Test
    void followsTheSystemUntilOneIsChosen() {
        viewer.get("/").then().body(not(containsString("<html lang=\"en\" data-bs-theme")));
        choose("dark", "/occurrences?kind=HAZARD").then().statusCode(303).header("Location", endsWith("/occurrences?kind=HAZARD"));
        viewer.get("/").then().body(allOf(containsString("<html lang=\"en\" data-bs-theme=\"dark\""), containsString("Switch to light theme")));
        choose("light", "/");
        viewer.get("/").then().body(containsString("<html lang=\"en\" data-bs-theme=\"light\""));
    }

    @Test
    void comesBackToThePageItWasChosenOn() {
        viewer.get("/occurrences?text=a%20%26%20%22b%22");
        assertEquals("/occurrences?text=a%20%26%20%22b%22", viewer.field("back"));
        choose("dark", "https://evil.example/").then().statusCode(303).header("Location", not(containsString("evil")));
    }

    @Test
    void lastsAYearAndIsKeptFromScripts() {
        var cookie = choose("dark", "/").detailedCookie("theme");
        assertTrue(cookie.isHttpOnly());
        assertEquals("Lax", cookie.getSameSite());
        assertEquals(365 * 24 * 3600, cookie.getMaxAge());
    }

    @Test
    void whatIsNoThemeFollowsTheSystemAgain() {
        choose("dark", "/");
        choose("\"><script>", "/").then().statusCode(303);
        viewer.get("/").then().body(not(containsString("<html lang=\"en\" data-bs-theme")));
        viewer.cookies().put("theme", "solarized");
        viewer.get("/").then().body(not(containsString("solarized")));
    }

    @Test
    void errorPagesWearItToo() {
        choose("dark", "/");
        viewer.get("/nothing").then().statusCode(404).body(containsString("data-bs-theme=\"dark\""));
    }

    private Response choose(String theme, String back) {
        return viewer.post("/theme", "theme", theme, "back", back);
    }
}
