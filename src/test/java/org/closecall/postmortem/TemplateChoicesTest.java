package org.closecall.postmortem;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.stringContainsInOrder;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import org.closecall.Browser;
import org.closecall.Fixtures;
import org.closecall.occurrence.Kind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class TemplateChoicesTest {

    Browser member;
    long number;

    @BeforeEach
    void start() {
        Fixtures.organisation();
        member = Browser.as("member");
        number = Draft.started(member, Kind.INCIDENT, "Disk full");
        Draft.save(member, number, "summary", "The disk was full.", "luck", "It was Sunday.");
    }

    @Test
    void keepsWhatIsNoLongerAskedAtTheEnd() {
        member.get(choice()).then().statusCode(200).body(allOf(containsString("value=\"FULL\" checked"), containsString("No longer asked: Summary, Impact"), containsString("New: What almost happened")));
        member.post(choice(), "template", "LIGHT").then().statusCode(303).header("Location", endsWith("/postmortem/edit"));
        member.get(Draft.path(number) + "/edit").then().body(allOf(containsString("Light, version 1"), containsString("0 of 4 sections written"),
                stringContainsInOrder("What almost happened", "One change", "Summary", "No longer asked", "The disk was full.</textarea>", "Where we were lucky", "It was Sunday.</textarea>"),
                not(containsString("Why were we surprised?"))));
        member.get(Draft.path(number)).then().body(stringContainsInOrder("Summary", "The disk was full.", "Where we were lucky"));
        member.get("/occurrences/" + number + "/history").then().body(allOf(containsString("took over a template"), containsString("Full, version 1")));
    }

    /** Somebody may have the page open with what is asked no longer: their text is not lost either. */
    @Test
    void savesWhatWasTypedIntoTheOldPage() {
        var other = Browser.as("other");
        other.get(Draft.path(number) + "/edit");
        var typed = Draft.typed(other, "impact", "Nobody could pay.");
        member.post(choice(), "template", "LIGHT").then().statusCode(303);
        other.post(Draft.path(number) + "/sections/impact", typed).then().statusCode(303).header("Location", endsWith("#impact"));
        other.get(Draft.path(number) + "/edit").then().body(containsString("Nobody could pay.</textarea>"));
        Draft.save(member, number, "summary", "").then().statusCode(303);
        member.get(Draft.path(number) + "/edit").then().body(not(containsString("name=\"summary\"")));
    }

    @Test
    void keepsTheFactorsInView() {
        Draft.addFactor(member, number, "Nobody counted the rows");
        var administrator = Browser.as("administrator");
        administrator.get("/admin/templates/new");
        administrator.post("/admin/templates", "key", administrator.key(), "name", "Bare", "review", "LIGHT", "row", "0", "title.0", "What happened?").then().statusCode(303);
        member.post(choice(), "template", "3").then().statusCode(303);
        for (var page : new String[] {"", "/edit"}) {
            member.get(Draft.path(number) + page).then().body(stringContainsInOrder("Contributing factors", "Nobody counted the rows"));
        }
    }

    @Test
    void comesBackAsItWas() {
        member.post(choice(), "template", "LIGHT").then().statusCode(303);
        member.post(choice(), "template", "FULL").then().statusCode(303);
        member.get(Draft.path(number) + "/edit").then().body(allOf(containsString("2 of 14 sections written"), containsString("The disk was full.</textarea>"), not(containsString("No longer asked"))));
        assertEquals("It was Sunday.", Draft.body(number, "luck"));
    }

    @Test
    void whatIsPublishedKeepsItsOwn() {
        Draft.publish(member, number);
        member.get(choice()).then().statusCode(303);
        member.post(choice(), "template", "LIGHT").then().statusCode(303);
        member.get(Draft.path(number) + "/edit").then().body(allOf(containsString("Full, version 1"), not(containsString("Write with another"))));
    }

    @Test
    void refusesWhatIsNoTemplate() {
        member.post(choice(), "template", "HUGE").then().statusCode(422).body(containsString("Choose one of these"));
        member.post(choice()).then().statusCode(422);
    }

    @Test
    void isForMembers() {
        Browser.as("viewer").post(choice(), "template", "LIGHT").then().statusCode(403);
        Browser.visitor().post(choice(), "template", "LIGHT").then().statusCode(401);
        member.get("/occurrences/77/postmortem/template").then().statusCode(404);
    }

    private String choice() {
        return Draft.path(number) + "/template";
    }
}
