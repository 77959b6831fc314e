package org.closecall.postmortem;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import org.closecall.Browser;
import org.closecall.Fixtures;
import org.closecall.occurrence.Kind;
import org.closecall.occurrence.Occurrence;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class LuckTest {

    Browser member;
    long number;

    @BeforeEach
    void start() {
        Fixtures.organisation();
        member = Browser.as("member");
        number = Draft.started(member, Kind.INCIDENT, "Disk full");
    }

    @Test
    void whatWasLuckBecomesAHazardInOneClick() {
        Draft.save(member, number, "luck", "Twice over:\n- The talk about **load** had been given <here>\n- It was night", "summary", "typed beside it").then().statusCode(303);
        member.get(Draft.path(number) + "/edit").then().body(allOf(containsString("value=\"The talk about load had been given &lt;here&gt;\""), containsString("value=\"It was night\""), not(containsString("value=\"Twice over"))));
        for (var twice = 0; twice < 2; twice++) {
            Draft.save(member, number, "summary", "more of it", "hazard", "It was night").then().statusCode(303);
        }
        assertEquals(2, Occurrence.count());
        assertEquals("more of it", Draft.body(number, "summary"));
        member.get("/occurrences/2").then().body(allOf(containsString("It was night"), containsString("we were lucky with this."), containsString("Related to")));
        member.get(Draft.path(number) + "/edit").then().body(allOf(containsString("hazard #2"), not(containsString("value=\"It was night\""))));
    }

    @Test
    void paragraphsBesideAListAreLuckToo() {
        Draft.save(member, number, "luck", "The dry run\ncaught it.\n\nAnd what is more:\n\n1. It was night\n   and cold\n\n   indeed\n- Anna was there\n\nNobody paid.").then().statusCode(303);
        member.get(Draft.path(number) + "/edit").then().body(allOf(containsString("value=\"The dry run caught it.\""), containsString("value=\"It was night\""), containsString("value=\"Anna was there\""), containsString("value=\"Nobody paid.\""),
                not(containsString("value=\"And what")), not(containsString("value=\"indeed"))));
    }

    @Test
    void whatIsNotThereBecomesNothing() {
        Draft.save(member, number, "luck", "Paragraph one.\n\nParagraph two.", "hazard", "Forged").then().statusCode(303);
        assertEquals(1, Occurrence.count());
        Draft.save(member, number, "hazard", "Paragraph two.").then().statusCode(303);
        assertEquals(2, Occurrence.count());
    }
}
