package org.closecall.postmortem;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import org.closecall.Browser;
import org.closecall.Fixtures;
import org.closecall.occurrence.Kind;
import org.closecall.occurrence.Occurrence;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class InsertionTest {

    Browser member;
    long number;

    @BeforeEach
    void start() {
        Fixtures.organisation();
        member = Browser.as("member");
        number = Draft.started(member, Kind.INCIDENT, "Disk full");
    }

    @Test
    void putsAQuestionAtTheEndOfTheChosenSectionAndSavesTheRest() {
        Draft.save(member, number, "summary", "Full.", "surprise", "We thought it was empty.", "into", "surprise", "insert", "KNOWLEDGE.0").then().statusCode(303);
        assertEquals("Full.", Draft.body(number, "summary"));
        assertEquals("We thought it was empty.\n\n**What had you seen before that looked like this?**", Draft.body(number, "surprise"));
    }

    @Test
    void putsTheQuestionsOfTheWordingHelpIntoItsSection() {
        Draft.save(member, number, "response", "We failed to notice it. The on-call engineer should have checked.", "insert", "advice.response").then().statusCode(303);
        assertTrue(Draft.body(number, "response").matches("(?s).*checked\\.\\n\\n\\*\\*What .*\\?\\*\\*\\n\\n\\*\\*What .*\\?\\*\\*"), Draft.body(number, "response"));
        member.get(Draft.path(number) + "/edit").then().body(allOf(containsString("Some of the words judge rather than explain"), containsString("value=\"advice.response\"")));
    }

    @Test
    void aQuestionWithoutAnAnswerIsNotWrittenYet() {
        var before = member.get(Draft.path(number) + "/edit").asString().replaceAll("(?s).*?(\\d+ of \\d+ sections written).*", "$1");
        Draft.save(member, number, "response", Draft.body(number, "response"), "into", "response", "insert", "KNOWLEDGE.0").then().statusCode(303);
        Draft.save(member, number, "response", Draft.body(number, "response"), "into", "response", "insert", "CUES.0").then().statusCode(303);
        member.get(Draft.path(number) + "/edit").then().body(containsString(before));
        assertTrue(Draft.body(number, "response").startsWith("**What had you seen"), Draft.body(number, "response"));
        assertFalse(item().done());
        member.get(Draft.path(number)).then().body(not(containsString("What had you seen before that looked like this?")));
        Draft.save(member, number, "response", Draft.body(number, "response") + "\n\nNothing like it.").then().statusCode(303);
        assertTrue(item().done());
        member.get(Draft.path(number) + "/edit").then().body(not(containsString(before)));
        member.get(Draft.path(number)).then().body(containsString("What had you seen before that looked like this?"));
    }

    @Test
    void onlyBoldLinesThatAskAreQuestions() {
        for (var nothing : new String[] {"", "\n", "**Why?**", "  **Why?**\n\n**And then?** \n"}) {
            assertFalse(Texts.says(nothing), nothing);
        }
        for (var something : new String[] {"Why?", "**Bold.**", "**Why?** Because.", "**Why?**\nBecause.", "**Why?** So **what?**"}) {
            assertTrue(Texts.says(something), something);
        }
    }

    @Test
    void leavesATextAloneWhenTheQuestionOrTheSectionIsNotThere() {
        for (var insert : new String[] {"CUES.99", "CUES", "NOTHING.1", "advice.nowhere", "", "CUES.-1"}) {
            Draft.save(member, number, "summary", "Full.", "into", "nowhere", "insert", insert).then().statusCode(303);
            assertEquals("Full.", Draft.body(number, "summary"));
        }
        member.get(Draft.path(number) + "/edit").then().body(not(containsString("Some of the words judge")));
    }

    private Checklist.Item item() {
        return QuarkusTransaction.requiringNew().call(() -> Checklist.of(Postmortem.of(Occurrence.numbered(number))).items().stream().filter(one -> one.anchor().equals("response")).findFirst().orElseThrow());
    }
}
