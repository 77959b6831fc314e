package org.closecall.wording;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Arrays;
import org.closecall.Browser;
import org.closecall.Fixtures;
import org.closecall.people.Change;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class WordingRulesTest {

    private static final String RULES = "/admin/wording";
    private static final String[] RULE = {"name", "Magic", "reads", "TEXTS", "phrases", "by magic\n! no magic", "why", "It hides the work.", "question", "What did it take?", "inUse", "true"};

    Browser administrator;
    String why;

    @BeforeEach
    void signIn() {
        Fixtures.organisation();
        administrator = Browser.as("administrator");
        why = QuarkusTransaction.requiringNew().call(() -> WordingRule.found(1).why);
    }

    /** Seven come with the schema and are there for every test. */
    @AfterEach
    void leaveTheSeven() {
        QuarkusTransaction.requiringNew().run(() -> {
            WordingRule.delete("id > 7");
            WordingRule.update("archivedAt = null, why = ?1 where id = 1", why);
        });
    }

    @Test
    void oneIsAddedOnceAndRead() {
        administrator.get(RULES + "/new");
        var key = administrator.key();
        administrator.post(RULES, with("key", key)).then().statusCode(303);
        administrator.post(RULES, with("key", key)).then().statusCode(303);
        administrator.get(RULES).then().statusCode(200).body(allOf(containsString("“Magic” is read for from now on."), containsString("What did it take?")));
        assertEquals(1, WordingRule.count("name = 'Magic'"));
        check("It came back by magic. There was no magic.").then().statusCode(200).body(allOf(containsString(">by magic</mark>"), containsString("What did it take?"), not(containsString("no magic</mark>"))));
    }

    @Test
    void aRefusedOneKeepsEveryWord() {
        administrator.post(RULES, "name", "human ERROR", "reads", "NOWHERE", "phrases", "PERSON and PERSON", "why", "", "question", "").then().statusCode(422)
                .body(allOf(containsString("There is already a rule called Human error"), containsString("Choose what it reads"), containsString("PERSON stands once in a phrase"),
                        containsString("Which question gets further?"), containsString("value=\"human ERROR\""), containsString("PERSON and PERSON</textarea>")));
        administrator.post(RULES, "name", "Empty", "reads", "TEXTS", "phrases", "good one\n! ...", "why", "x", "question", "y").then().statusCode(422).body(containsString("“! ...” has no word in it"));
    }

    @Test
    void oneIsEditedSwitchedOffAndDefendedAgainstAnother() {
        administrator.get(RULES + "/1/edit").then().statusCode(200).body(containsString("human/operator/user"));
        var version = administrator.field("version");
        var phrases = administrator.field("phrases");
        administrator.post(RULES + "/1", "name", "Human error", "reads", "EVERYWHERE", "phrases", phrases, "why", "It ends the search.", "question", administrator.field("question"), "version", version)
                .then().statusCode(303);
        administrator.get(RULES).then().body(containsString("not in use"));
        check("human error").then().body(not(containsString("<mark")));
        administrator.get(RULES + "/1/edit");
        administrator.post(RULES + "/1", "name", "Error", "reads", "EVERYWHERE", "phrases", phrases, "why", "why?", "question", "what?", "version", version).then().statusCode(409)
                .body(allOf(containsString("Ada Administrator saved this before you"), containsString("value=\"Error\""), containsString("It ends the search.")));
        assertEquals(1, Change.count("subject = 'wording' and verb = 'edited'"));
    }

    @Test
    void belongToAdministrators() {
        Browser.as("member").get(RULES).then().statusCode(404);
        Browser.as("member").post(RULES, RULE).then().statusCode(404);
        Browser.visitor().get(RULES).then().statusCode(302);
        administrator.get(RULES + "/999/edit").then().statusCode(404);
        administrator.post(RULES + "/999", RULE).then().statusCode(404);
    }

    @Test
    void aCheckIsForThoseWhoWrite() {
        Browser.as("viewer").post("/wording-checks", "field", "x", "text", "human error", "reads", "TEXTS").then().statusCode(403);
        Browser.visitor().post("/wording-checks", "field", "x", "text", "human error").then().statusCode(401);
        check("<script>human error</script>").then().body(not(containsString("<script")));
        Browser.as("member").post("/wording-checks", "field", "title", "text", "Investigate the lag", "reads", "ACTIONS").then().statusCode(200).body(containsString(">Investigate</mark>"));
    }

    private Response check(String text) {
        return Browser.as("member").post("/wording-checks", "field", "summary", "text", text, "reads", "TEXTS");
    }

    private static String[] with(String name, String value) {
        var fields = Arrays.copyOf(RULE, RULE.length + 2);
        fields[RULE.length] = name;
        fields[RULE.length + 1] = value;
        return fields;
    }
}
