package org.closecall.postmortem;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.closecall.Browser;
import org.closecall.Fixtures;
import org.closecall.occurrence.Kind;
import org.closecall.people.Change;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PollsTest {

    Browser member;
    long number;

    @BeforeEach
    void publish() {
        Fixtures.organisation();
        member = Browser.as("member");
        number = Draft.started(member, Kind.INCIDENT, "Disk full");
        Draft.publish(member, number);
    }

    @Test
    void countsFromThreeAnswersOn() {
        answer(Browser.as("viewer"), "yes", "no").then().statusCode(303).header("Location", endsWith("#poll"));
        answer(Browser.as("other"), "yes", "yes");
        member.get(Draft.path(number)).then().body(allOf(containsString("Two questions"), not(containsString("readers who answered"))));
        answer(member, "no", "yes");
        member.get(Draft.path(number)).then().body(allOf(containsString("2 of 3 readers who answered"), containsString("2 would attend")));
        Browser.as("administrator").get(poll()).then().body(allOf(containsString("2 of 3 readers"), not(containsString("Vera Viewer"))));
    }

    @Test
    void oneAnswerAPersonThatMayChange() {
        for (var learned : new String[] {"yes", "no", "no"}) {
            answer(member, learned, "yes").then().statusCode(303);
        }
        assertEquals(1, PollAnswer.count());
        member.get(poll()).then().body(containsString("value=\"no\" checked"));
        member.get(Draft.path(number)).then().body(containsString("Change your answers"));
        assertEquals(0, Change.count("verb like '%poll%' or verb like '%answer%'"));
    }

    @Test
    void keepsWhatWasAnsweredOfARefusedForm() {
        answer(member, "yes", "").then().statusCode(422).body(allOf(containsString("Yes or no?"), containsString("value=\"yes\" required checked")));
        assertEquals(0, PollAnswer.count());
    }

    @Test
    void draftsAskNobody() {
        member.post(Draft.path(number) + "/withdrawal");
        member.get(poll()).then().statusCode(404);
        answer(member, "yes", "yes").then().statusCode(404);
        member.get(Draft.path(number)).then().body(not(containsString("Two questions")));
        Browser.visitor().get(poll()).then().statusCode(302);
        member.forge(poll()).then().statusCode(400);
    }

    private Response answer(Browser by, String learned, String again) {
        return by.post(poll(), "learned", learned, "again", again);
    }

    private String poll() {
        return Draft.path(number) + "/poll";
    }
}
