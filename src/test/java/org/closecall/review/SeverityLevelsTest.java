package org.closecall.review;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.closecall.Browser;
import org.closecall.Fixtures;
import org.closecall.occurrence.Severity;
import org.closecall.people.Change;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SeverityLevelsTest {

    private static final String LEVELS = "/admin/severities";

    Browser administrator;
    List<SeverityLevel> before;

    @BeforeEach
    void signIn() {
        Fixtures.organisation();
        administrator = Browser.as("administrator");
        before = QuarkusTransaction.requiringNew().call(() -> SeverityLevel.all());
    }

    /** The five come with the schema and are there for every test. */
    @AfterEach
    void leaveTheFive() {
        QuarkusTransaction.requiringNew().run(() -> {
            ReviewRule.deleteAll();
            before.forEach(level -> SeverityLevel.update("meaning = ?1, examples = ?2, response = ?3 where severity = ?4", level.meaning, level.examples, level.response, level.severity));
        });
    }

    @Test
    void areExplainedWhereOneIsChosen() {
        var member = Browser.as("member");
        for (var page : List.of("/report?kind=INCIDENT", "/report?kind=HAZARD", "/severities")) {
            member.get(page).then().statusCode(200).body(allOf(containsString("What the levels mean"), containsString("no way around it")));
        }
        file("INCIDENT", "severity", "SEV1");
        member.get("/occurrences/1/edit").then().body(containsString("no way around it"));
        Browser.as("viewer").get("/severities").then().statusCode(200).body(allOf(containsString("At once, at any hour"), not(containsString("/admin/severities"))));
        Browser.visitor().get("/severities").then().statusCode(302);
    }

    @Test
    void areChangedWithTheirHistory() {
        administrator.get(LEVELS).then().statusCode(200);
        administrator.post(LEVELS, "SEV1.meaning", "The <b>building</b> burns", "was.SEV1.meaning", administrator.field("was.SEV1.meaning"), "SEV5.HAPPENED", "LIGHT", "was.SEV5.HAPPENED", "NONE").then().statusCode(303);
        Browser.as("viewer").get("/severities").then().body(containsString("The &lt;b&gt;building&lt;/b&gt; burns"));
        administrator.get(LEVELS).then().body(allOf(containsString("It shows wherever"), containsString("SEV1 meaning"), containsString("SEV5 review")));
        assertEquals(1, QuarkusTransaction.requiringNew().call(() -> ReviewRule.count()));
        administrator.post(LEVELS, "SEV5.HAPPENED", "NONE", "was.SEV5.HAPPENED", "LIGHT").then().statusCode(303);
        assertEquals(0, QuarkusTransaction.requiringNew().call(() -> ReviewRule.count()));
        var changes = QuarkusTransaction.requiringNew().call(() -> Change.count());
        administrator.post(LEVELS, "SEV5.HAPPENED", "NONE").then().statusCode(303);
        assertEquals(changes, QuarkusTransaction.requiringNew().call(() -> Change.count()));
    }

    @Test
    void keepTheTextOfARefusedForm() {
        administrator.post(LEVELS, "SEV1.meaning", " ", "SEV2.meaning", "Typed text", "SEV3.examples", "x".repeat(2_001), "SEV4.RARE", "MAYBE").then().statusCode(422)
                .body(allOf(containsString("SEV1: say something"), containsString("Typed text"), containsString("SEV3: at most 2,000"), containsString("Choose one of the three")));
    }

    @Test
    void sayByWhenAReviewIsDue() {
        administrator.get(LEVELS).then().body(containsString("name=\"SEV1.HAPPENED.days\" inputmode=\"numeric\" maxlength=\"9\" value=\"5\""));
        administrator.post(LEVELS, "SEV1.HAPPENED", "FULL", "SEV1.HAPPENED.days", "3", "SEV5.RARE", "LIGHT", "SEV5.RARE.days", "").then().statusCode(303);
        Browser.as("viewer").get("/severities").then().body(allOf(containsString("within 3\u00a0working days"), containsString("within 10\u00a0working days")));
        administrator.get(LEVELS).then().body(allOf(containsString("SEV1 review, working days"), containsString("value=\"3\"")));
        administrator.post(LEVELS, "SEV1.HAPPENED.days", "5", "SEV5.RARE", "NONE", "SEV5.RARE.days", "junk").then().statusCode(303);
        assertEquals(0, QuarkusTransaction.requiringNew().call(() -> ReviewRule.count()));
        for (var days : List.of("0", "366", "-1", "five", "1e2", "99999999999")) {
            administrator.post(LEVELS, "SEV2.HAPPENED", "LIGHT", "SEV2.HAPPENED.days", days, "was.SEV2.HAPPENED", "junk").then().statusCode(422)
                    .body(allOf(containsString("SEV2: a number of working days from 1 to 365"), containsString("value=\"" + days + "\""), containsString("id=\"SEV2.HAPPENED.days-error\"")));
        }
    }

    @Test
    void twoAdministratorsKeepBoth() {
        administrator.get(LEVELS);
        var was = administrator.field("was.SEV1.meaning");
        administrator.post(LEVELS, "SEV1.meaning", "Theirs", "was.SEV1.meaning", was).then().statusCode(303);
        administrator.post(LEVELS, "SEV1.meaning", was, "was.SEV1.meaning", was, "SEV2.meaning", "Mine too", "was.SEV2.meaning", QuarkusTransaction.requiringNew().call(() -> SeverityLevel.<SeverityLevel>findById(Severity.SEV2).meaning)).then().statusCode(409)
                .body(allOf(containsString("Taken from theirs"), containsString("Mine too"), containsString("Theirs</textarea>")));
        administrator.post(LEVELS, "SEV1.meaning", "Mine", "was.SEV1.meaning", was).then().statusCode(409).body(allOf(containsString("Mine</textarea>"), containsString("Theirs")));
    }

    @Test
    void areForAdministrators() {
        for (var who : List.of("viewer", "member")) {
            Browser.as(who).get(LEVELS).then().statusCode(404);
            Browser.as(who).post(LEVELS, "SEV1.meaning", "x").then().statusCode(404);
        }
        Browser.visitor().post(LEVELS, "SEV1.meaning", "kept").then().statusCode(401).body(containsString("kept"));
    }

    @Test
    void theRecordSaysHowMuchReviewItAsksFor() {
        file("NEAR_MISS", "potential", "OCCASIONAL-SEV1");
        file("INCIDENT", "severity", "SEV4");
        file("HAZARD", "potential", "RARE-SEV5");
        file("INCIDENT");
        var member = Browser.as("member");
        member.get("/occurrences/1").then().body(allOf(containsString("Postmortem owed</strong>: full, by"), containsString("Not needed, because")));
        member.get("/occurrences/1/postmortem").then().body(allOf(containsString("asks for a full review"), containsString("value=\"FULL\" checked")));
        member.get("/occurrences/2").then().body(containsString("This asks for a light review, due 10\u00a0working days after it is resolved"));
        member.get("/occurrences/2/postmortem").then().body(containsString("value=\"LIGHT\" checked"));
        member.get("/occurrences/3").then().body(allOf(containsString("This asks for no review"), not(containsString("Not needed, because"))));
        member.get("/occurrences/4").then().body(not(containsString("This asks for")));
        member.get("/occurrences/4/postmortem").then().body(containsString("value=\"FULL\" checked"));
    }

    private static void file(String kind, String... answers) {
        var member = Browser.as("member");
        member.get("/report");
        var all = new java.util.ArrayList<>(List.of("key", member.key(), "kind", kind, "narrative", "Something.", "another", "true"));
        all.addAll(List.of(answers));
        member.post("/occurrences", all.toArray(String[]::new)).then().statusCode(303);
    }
}
