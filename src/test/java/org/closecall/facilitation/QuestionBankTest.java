package org.closecall.facilitation;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.closecall.Browser;
import org.closecall.Fixtures;
import org.closecall.occurrence.Kind;
import org.closecall.occurrence.Occurrence;
import org.closecall.people.Change;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class QuestionBankTest {

    private static final String BANK = "/admin/questions";

    Browser administrator;
    Map<Subject, String> before;

    @BeforeEach
    void signIn() {
        Fixtures.organisation();
        administrator = Browser.as("administrator");
        before = QuarkusTransaction.requiringNew().call(() -> QuestionGroup.all().stream().collect(Collectors.toMap(group -> group.subject, group -> group.questions)));
    }

    /** They come with the schema and are there for every test. */
    @AfterEach
    void leaveThem() {
        QuarkusTransaction.requiringNew().run(() -> before.forEach((subject, questions) -> QuestionGroup.update("questions = ?1 where subject = ?2", questions, subject)));
    }

    @Test
    void isEditedAsAWhole() {
        administrator.get(BANK).then().statusCode(200).body(containsString("What did you notice first"));
        administrator.post(BANK, form("CUES", "Who <saw> what?\r\n\r\nWhat did it look like?")).then().statusCode(303);
        administrator.get(BANK).then().body(allOf(containsString("Who &lt;saw&gt; what?"), containsString("They are beside every postmortem")));
        assertEquals(List.of("Who <saw> what?", "What did it look like?"), QuarkusTransaction.requiringNew().call(() -> QuestionGroup.all().get(0).lines()));
        assertEquals(1, Change.count("subject = 'questions'"));
    }

    @Test
    void twoAtOnceLoseNothing() {
        var other = Browser.as("administrator");
        administrator.get(BANK);
        other.get(BANK);
        var mine = form(administrator, "CUES", "Mine?");
        var theirs = form(other, "CUES", "Theirs?");
        other.post(BANK, theirs).then().statusCode(303);
        administrator.post(BANK, mine).then().statusCode(409).body(allOf(containsString("Theirs?"), containsString("Mine?</textarea>")));
    }

    @Test
    void refusesWhatIsTooLongAndKeepsIt() {
        administrator.get(BANK);
        administrator.post(BANK, form("HELP", "What? ".repeat(2_000))).then().statusCode(422).body(allOf(containsString("Help: at most 10,000 characters"), containsString("What? What?")));
    }

    @Test
    void belongsToAdministrators() {
        Browser.as("member").get(BANK).then().statusCode(404);
        Browser.as("member").post(BANK, "CUES", "x").then().statusCode(404);
        Browser.visitor().get(BANK).then().statusCode(302);
    }

    @Test
    void printsASheetForTheRoom() {
        var member = Browser.as("member");
        QuarkusTransaction.requiringNew().run(() -> {
            var occurrence = new Occurrence();
            occurrence.kind = Kind.INCIDENT;
            occurrence.title = "Disk full";
            occurrence.file(Fixtures.person("member"), Instant.now());
        });
        member.get("/occurrences/1/facilitation").then().statusCode(200).body(allOf(containsString("Disk full"), containsString("What mattered most at that moment?"), containsString("limit the impact")));
        member.get("/occurrences/999/facilitation").then().statusCode(404);
        Browser.as("viewer").get("/occurrences/1/facilitation").then().statusCode(403);
        Browser.visitor().get("/occurrences/1/facilitation").then().statusCode(302);
    }

    private String[] form(String name, String value) {
        administrator.get(BANK);
        return form(administrator, name, value);
    }

    private static String[] form(Browser browser, String changed, String value) {
        var fields = new ArrayList<String>();
        for (var subject : Subject.values()) {
            fields.add(subject.name());
            fields.add(subject.name().equals(changed) ? value : browser.field(subject.name()));
            fields.add("was." + subject.name());
            fields.add(browser.field("was." + subject.name()));
        }
        return fields.toArray(String[]::new);
    }
}
