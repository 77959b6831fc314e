package org.closecall.people;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;

import io.quarkus.test.junit.QuarkusTest;
import org.closecall.Browser;
import org.closecall.Fixtures;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ResumptionsTest {

    private static final String LONG = "A long story & <b>more</b>. ".repeat(10_000);

    @BeforeEach
    void begin() {
        Fixtures.organisation();
    }

    @Test
    void aFormWhoseSessionEndedIsKeptAndSentAgain() {
        var typing = Browser.visitor();
        typing.post("/services", "name", "Typed for hours", "description", LONG, "tier", "2").then().statusCode(401)
                .body(allOf(containsString("Nothing is lost"), containsString("Typed for hours"), containsString("A long story &amp; &lt;b&gt;more")));
        typing.post("/sign-in/resumption", "email", "member@example.org", "password", "wrong", "action", "/services", "kept.name", "Typed for hours").then().statusCode(422)
                .body(allOf(containsString("do not go together"), containsString("Typed for hours")));
        typing.post("/sign-in/resumption", "email", "member@example.org", "password", Fixtures.PASSWORD, "action", "/services", "kept.name", "Typed for hours", "kept.tier", "2")
                .then().statusCode(200).body(allOf(containsString("action=\"/services\""), containsString("Typed for hours")));
        typing.post("/services", "name", "Typed for hours", "tier", "2").then().statusCode(303);
    }
}
