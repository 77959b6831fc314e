package org.closecall.web;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.HashSet;
import java.util.List;
import org.closecall.Browser;
import org.closecall.Fixtures;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ErrorPagesTest {

    Browser viewer;
    Browser member;

    @BeforeEach
    void signIn() {
        Fixtures.organisation();
        viewer = Browser.as("viewer");
        member = Browser.as("member");
    }

    @Test
    void whatIsNotThere() {
        page(member.get("/nothing"), 404, "There is nothing here");
        page(member.get("/occurrences/99"), 404, "There is nothing here");
        page(member.get("/admin/people"), 404, "There is nothing here");
        page(member.post("/nothing"), 404, "There is nothing here");
    }

    @Test
    void whatTheRoleMayNot() {
        page(viewer.get("/report"), 403, "Your role cannot do this");
        page(viewer.post("/occurrences"), 403, "Your role cannot do this");
    }

    @Test
    void aFormsAddressVisited() {
        page(member.get("/sign-out"), 405, "This address takes forms, not visits");
    }

    @Test
    void aFormWithoutItsToken() {
        page(member.forge("/occurrences"), 400, "Send it again");
        page(member.forge("/sign-out"), 400, "Send it again");
        page(Browser.visitor().forge("/sign-in"), 400, "Send it again");
    }

    /** Whether a browser says it by itself, or an older one by the form's origin. */
    @Test
    void aFormOfAnotherSite() {
        for (var browser : List.of(member.fresh(), Browser.visitor())) {
            page(browser.saying("Sec-Fetch-Site", "cross-site").forge("/sign-in"), 400, "This form cannot be accepted");
        }
        page(member.saying("Origin", "https://elsewhere.example").forge("/occurrences"), 400, "This form cannot be accepted");
    }

    @Test
    void moreThanFits() {
        member.get("/report");
        page(member.post("/occurrences", "narrative", "x".repeat(5_000_000)), 413, "That is more than fits");
    }

    @Test
    void aFailureOfOursSaysNothingOfItsInside() {
        page(member.get("/failing"), 500, "Something went wrong on our side").then().body(not(containsString("secret detail"))).body(not(containsString("Exception")));
        page(member.post("/failing"), 500, "Something went wrong on our side").then().body(not(containsString("secret detail")));
    }

    @Test
    void whatIsTooMuchAtOnceSaysWhenToComeBack() {
        page(member.get("/failing/busy"), 503, "Too busy for this just now").then().header("Retry-After", "30");
    }

    @Test
    void aDatabaseThatIsAwayIsNoFailureOfOurs() {
        for (var state : List.of("08006", "57P01", "57P03", "53300", "25006")) {
            page(member.get("/failing/without?state=" + state), 503, "The database is away").then().header("Retry-After", "15")
                    .body(allOf(containsString("http-equiv=\"refresh\" content=\"15\""), not(containsString("secret detail"))));
        }
        page(member.get("/failing/full"), 503, "The database is away");
        page(member.get("/failing/uncommitted"), 503, "The database is away");
        page(member.get("/failing/without?state=23505"), 500, "Something went wrong on our side").then().body(not(containsString("http-equiv=\"refresh\"")));
        // a browser that sends by itself again would not know whether it may
        for (var path : List.of("/failing/without", "/failing/early")) {
            page(member.post(path, "narrative", "It <went>"), 503, "The database is away").then().header("Retry-After", "15")
                    .body(allOf(containsString("nothing is filed twice"), containsString("It &lt;went&gt;"), containsString("action=\"" + path + "\""), containsString("Send it again"), not(containsString("http-equiv=\"refresh\""))));
            // the browser has the password still, and may send it once more
            page(member.post(path, "email", "m@example.org", "password", "plum tree"), 503, "The database is away").then().body(allOf(containsString("Reload this page"), not(containsString("plum tree"))));
        }
    }

    @Test
    void eachRefusalHasItsOwnPage() {
        var titles = new HashSet<String>();
        for (var status : List.of(400, 401, 403, 404, 405, 406, 408, 409, 413, 414, 422, 429, 500, 503)) {
            var answer = member.get("/failing/refused?status=" + status);
            answer.then().statusCode(status).contentType(startsWith("text/html")).body(containsString(answer.header("X-Request-Id") + "</code>"));
            titles.add(answer.htmlPath().getString("html.head.title"));
        }
        assertEquals(14, titles.size(), titles::toString);
    }

    @Test
    void addressesThatCannotBeRead() {
        for (var path : new String[] {"/occurrences/99999999999999999999", "/occurrences/-1", "/occurrences/1%00", "/services/x", "/%2e%2e/etc/passwd", "/static/nothing.js"}) {
            page(member.get(path), 404, "There is nothing here");
        }
    }

    /** A page of ours in itself, with the request's id and a way back. */
    private static Response page(Response answer, int status, String title) {
        answer.then().statusCode(status).contentType(startsWith("text/html"))
                .body("html.head.title", is(title + " · Closecall"))
                .body(allOf(containsString(answer.header("X-Request-Id") + "</code>"), containsString("href=\"/\"")));
        return answer;
    }
}
