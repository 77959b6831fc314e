package org.closecall.web;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
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
        page(member.forge("/occurrences"), 400, "This form cannot be accepted");
        page(member.forge("/sign-out"), 400, "This form cannot be accepted");
        page(Browser.visitor().forge("/sign-in"), 400, "This form cannot be accepted");
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
