package org.closecall.attachment;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import org.closecall.Browser;
import org.closecall.Fixtures;
import org.closecall.web.FormKey;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ReferencesTest {

    private static final String LINKS = "/occurrences/1/references";

    Browser member;

    @BeforeEach
    void file() {
        Fixtures.organisation();
        member = Browser.as("member");
        member.get("/report");
        member.post("/occurrences", "key", member.key(), "kind", "INCIDENT", "narrative", "Something broke.").then().statusCode(303);
    }

    @Test
    void addsALinkOnceWithItsHistory() {
        member.get(LINKS + "/new").then().statusCode(200);
        var key = member.key();
        for (var time = 0; time < 2; time++) {
            member.post(LINKS, "key", key, "url", " https://me:secret@chat.example.org:8443/a?b=c ", "title", "The  chat").then().statusCode(303).header("Location", endsWith("/occurrences/1#links"));
        }
        member.post(LINKS, "key", key, "url", "https://example.org/other").then().statusCode(409).body(containsString("You have sent this form before"));
        assertEquals(1, Reference.count());
        Browser.as("viewer").get("/occurrences/1").then().body(allOf(containsString("The chat</a>"), containsString(">chat.example.org<"), containsString("rel=\"noopener noreferrer\""), not(containsString("references/new"))));
        member.get("/occurrences/1/history").then().body(allOf(containsString("added a link"), containsString("The chat")));
    }

    @Test
    void isCalledWhatItsAddressIsWithoutATitle() {
        add("HTTPS://example.org/path", "");
        member.get("/occurrences/1").then().body(containsString("example.org/path</a>"));
    }

    @Test
    void keepsWhatWasTypedInARefusedForm() {
        for (var url : List.of("javascript:alert(1)", "data:text/html,x", "ftp://example.org", "example.org", "https://", "//example.org")) {
            add(url, "Typed <b>").then().statusCode(422).body(allOf(containsString("begins with http"), containsString("value=\"Typed &lt;b&gt;\"")));
        }
        add("", "x").then().statusCode(422).body(containsString("Where does it lead?"));
        add("https://example.org/" + "x".repeat(2_000), "x").then().statusCode(422).body(containsString("At most 2,000"));
        add("https://example.org", "x".repeat(201)).then().statusCode(422).body(containsString("At most 200"));
        assertEquals(0, Reference.count());
    }

    @Test
    void isRemovedAndTheHistoryKeepsIt() {
        add("https://example.org/gone", "Gone");
        member.post(LINKS + "/1/removal").then().statusCode(303);
        member.get("/occurrences/1").then().body(not(containsString("https://example.org/gone")));
        member.get("/occurrences/1/history").then().body(containsString("https://example.org/gone"));
        member.post(LINKS + "/1/removal").then().statusCode(404);
    }

    @Test
    void onlyMembersWriteAndOnlyWhatIsThere() {
        add("https://example.org", "x");
        Browser.as("viewer").get(LINKS + "/new").then().statusCode(403);
        Browser.as("viewer").post(LINKS, "url", "https://example.org").then().statusCode(403);
        Browser.as("viewer").post(LINKS + "/1/removal").then().statusCode(403);
        Browser.visitor().post(LINKS, "url", "https://kept.example.org").then().statusCode(401).body(containsString("https://kept.example.org"));
        member.get("/occurrences/77/references/new").then().statusCode(404);
        member.post("/occurrences/77/references", "url", "https://example.org").then().statusCode(404);
    }

    private Response add(String url, String title) {
        return member.post(LINKS, "key", FormKey.fresh(), "url", url, "title", title);
    }
}
