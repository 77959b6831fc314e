package org.closecall.postmortem;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.stringContainsInOrder;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import org.closecall.AtOnce;
import org.closecall.Browser;
import org.closecall.Fixtures;
import org.closecall.occurrence.Kind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class FactorsTest {

    Browser member;
    long number;

    @BeforeEach
    void start() {
        Fixtures.organisation();
        member = Browser.as("member");
        number = Draft.started(member, Kind.INCIDENT, "Disk full");
    }

    @Test
    void addsAFactor() {
        member.get(factors() + "/new").then().statusCode(200).body(containsString("Misleading signal"));
        member.post(factors(), "key", member.key(), "category", "11", "text", "The check spoke plain HTTP", "howKnown", "read in review")
                .then().statusCode(303).header("Location", endsWith("/postmortem/edit#factors"));
        member.get(Draft.path(number) + "/edit").then().body(allOf(containsString("The check spoke plain HTTP"), containsString("Monitoring and alerting"), containsString("read in review")));
        member.get("/occurrences/" + number + "/history").then().body(containsString("added a contributing factor"));
    }

    @Test
    void theSameFormSentTwiceAddsOne() {
        member.get(factors() + "/new");
        var key = member.key();
        for (var i = 0; i < 2; i++) {
            member.post(factors(), "key", key, "category", "1", "text", "Once", "howKnown", "", "more", "true").then().statusCode(303).header("Location", endsWith("/factors/new"));
        }
        assertEquals(1, ContributingFactor.count());
    }

    @Test
    void keepsTheTextOfARefusedForm() {
        member.get(factors() + "/new");
        member.post(factors(), "key", member.key(), "category", "99", "text", " ", "howKnown", "Somebody <said> so").then().statusCode(422)
                .body(allOf(containsString("What contributed?"), containsString("Choose what it is about"), containsString("Somebody &lt;said&gt; so")));
        assertEquals(0, ContributingFactor.count());
    }

    @Test
    void editsAndDeletesAFactor() {
        Draft.addFactor(member, number, "Two caches were empty");
        member.get(factors() + "/1/edit").then().statusCode(200).body(containsString("Two caches were empty"));
        member.post(factors() + "/1", "version", "0", "category", "4", "text", "Three caches were empty", "howKnown", "counted").then().statusCode(303);
        member.get(Draft.path(number)).then().body(allOf(containsString("Three caches were empty"), containsString("counted")));
        member.post(factors() + "/1/removal").then().statusCode(303).header("Location", endsWith("#factors"));
        member.get(Draft.path(number)).then().body(not(containsString("Three caches were empty")));
        member.get("/occurrences/" + number + "/history").then().body(allOf(containsString("removed a contributing factor"), containsString("Three caches were empty")));
        member.post(factors() + "/1/removal").then().statusCode(404);
    }

    @Test
    void showsBothVersionsWhenTwoSaveTheSame() {
        Draft.addFactor(member, number, "Two caches were empty");
        Browser.as("other").post(factors() + "/1", "version", "0", "category", "4", "text", "Their wording", "howKnown", "").then().statusCode(303);
        member.post(factors() + "/1", "version", "0", "category", "1", "text", "My wording", "howKnown", "").then().statusCode(409)
                .body(allOf(containsString("Their wording"), containsString("My wording"), containsString("name=\"version\" value=\"1\"")));
        member.post(factors() + "/1", "version", "1", "category", "1", "text", "My wording", "howKnown", "").then().statusCode(303);
    }

    @Test
    void keepsTheTextOfARefusedEdit() {
        Draft.addFactor(member, number, "Two caches were empty");
        member.post(factors() + "/1", "version", "0", "category", "1", "text", "", "howKnown", "typed").then().statusCode(422).body(containsString("typed"));
    }

    @Test
    void keepsWhereOneCanSeeForOneself() {
        member.get(factors() + "/new");
        member.post(factors(), "key", member.key(), "category", "1", "text", "A loop", "howKnown", "", "evidence", "javascript:alert(1)").then().statusCode(422)
                .body(allOf(containsString("An address that begins with http:// or https://"), containsString("value=\"javascript:alert(1)\"")));
        member.post(factors(), "key", member.key(), "category", "1", "text", "A loop", "howKnown", "", "evidence", " https://e.org/graph?a=1&b=\"2\" ").then().statusCode(303);
        member.get(Draft.path(number)).then().body(containsString("href=\"https://e.org/graph?a=1&amp;b=&quot;2&quot;\""));
        member.get(Draft.path(number) + "/edit").then().body(containsString("href=\"https://e.org/graph"));
        member.get("/occurrences/" + number + "/history").then().body(containsString("https://e.org/graph"));
    }

    @Test
    void drawsAndTellsWhatLedToWhat() {
        List.of("Too little <room>", "Slow answers", "Retries").forEach(text -> Draft.addFactor(member, number, text));
        member.get(Draft.path(number)).then().body(not(containsString("graph__svg")));
        Draft.save(member, number, "trigger", "A *holiday*").then().statusCode(303);
        lead(1, "0", "2", "3").then().statusCode(303);
        member.get(Draft.path(number)).then().body(allOf(containsString("“Too little &lt;room&gt;” leads to 2. “Slow answers” and 3. “Retries”."), containsString("<title>1. Configuration: Too little &lt;room&gt;</title>"),
                containsString(">A holiday</text>"), stringContainsInOrder("leads to <a href=\"#factor-2\">2</a> and <a href=\"#factor-3\">3</a>")));
        member.get("/occurrences/" + number + "/history").then().body(allOf(containsString("Leads to"), containsString("Slow answers")));
        lead(1, "1", "3").then().statusCode(303);
        member.get(Draft.path(number)).then().body(allOf(containsString("leads to 3. “Retries”."), not(containsString("2. “Slow"))));
        member.post(factors() + "/3/removal").then().statusCode(303);
        member.get(Draft.path(number)).then().body(not(containsString("graph__svg")));
        member.get("/occurrences/" + number + "/history").then().body(containsString("Came of"));
    }

    @Test
    void neverInACircle() {
        List.of("One", "Two", "Three").forEach(text -> Draft.addFactor(member, number, text));
        lead(1, "0", "1").then().statusCode(422).body(containsString("“One” leads to this one already"));
        lead(1, "0", "2").then().statusCode(303);
        lead(2, "0", "3").then().statusCode(303);
        lead(3, "0", "1").then().statusCode(422).body(allOf(containsString("“One” leads to this one already, straight or by way of others"), containsString("value=\"1\" checked")));
        lead(3, "0", "99", "x").then().statusCode(303);
        Draft.addFactor(member, number, "Four");
        var other = Browser.as("other");
        assertEquals(List.of(303, 422), AtOnce.sorted(() -> lead(member, 3, "0", "4").statusCode(), () -> lead(other, 4, "0", "3").statusCode()));
    }

    @Test
    void twoWhoSayDifferentThingsAreShownBoth() {
        List.of("One", "Two").forEach(text -> Draft.addFactor(member, number, text));
        lead(1, "0", "2").then().statusCode(303);
        lead(1, "0").then().statusCode(409).body(allOf(containsString("Somebody saved this factor"), containsString("Leads to"), containsString("name=\"version\" value=\"1\"")));
        member.post(factors() + "/2/removal").then().statusCode(303);
        lead(1, "1").then().statusCode(303);
    }

    @Test
    void othersMayNotTouchThem() {
        Draft.addFactor(member, number, "Two caches were empty");
        var viewer = Browser.as("viewer");
        viewer.get(factors() + "/new").then().statusCode(403);
        viewer.get(factors() + "/1/edit").then().statusCode(403);
        viewer.post(factors(), "text", "x").then().statusCode(403);
        viewer.post(factors() + "/1", "text", "x").then().statusCode(403);
        viewer.post(factors() + "/1/removal").then().statusCode(403);
        Browser.visitor().get(factors() + "/new").then().statusCode(302);
        member.forge(factors() + "/1/removal").then().statusCode(400);
        assertEquals(1, ContributingFactor.count());
    }

    @Test
    void aFactorIsFoundOnlyInItsOwnPostmortem() {
        Draft.addFactor(member, number, "Two caches were empty");
        var another = Draft.started(member, Kind.INCIDENT, "Disk full again");
        member.get(Draft.path(another) + "/factors/1/edit").then().statusCode(404);
        member.post(Draft.path(another) + "/factors/1/removal").then().statusCode(404);
        member.get(factors() + "/x/edit").then().statusCode(404);
        member.get(Draft.path(Draft.occurrence(Kind.HAZARD, "Not begun")) + "/factors/new").then().statusCode(404);
    }

    @Test
    void takesFormsNotVisits() {
        member.get(factors()).then().statusCode(405);
        member.get(factors() + "/1").then().statusCode(405);
        member.get(factors() + "/1/removal").then().statusCode(405);
    }

    private Response lead(long factor, String version, String... to) {
        return lead(member, factor, version, to);
    }

    private Response lead(Browser by, long factor, String version, String... to) {
        var fields = new ArrayList<>(List.of("version", version, "category", "2", "text", QuarkusTransaction.requiringNew().call(() -> ContributingFactor.<ContributingFactor>findById(factor).text), "howKnown", ""));
        List.of(to).forEach(other -> fields.addAll(List.of("leadsTo", other)));
        return by.post(factors() + "/" + factor, fields.toArray(String[]::new));
    }

    private String factors() {
        return Draft.path(number) + "/factors";
    }
}
