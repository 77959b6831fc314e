package org.closecall.action;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.closecall.Browser;
import org.closecall.Fixtures;
import org.closecall.Statements;
import org.closecall.people.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ActionImportsTest {

    private static final List<String> AWKWARD = List.of("=1+1", "'=quoted", "\"quoted\", with; commas", "-dash", "Plain", "🙂 Ünïcode");

    Browser member;
    String due;

    @BeforeEach
    void start() {
        Fixtures.organisation();
        member = Browser.as("member");
        due = LocalDate.now().plusYears(1).toString();
    }

    @Test
    void whatGoesOutComesInUnchanged() {
        AWKWARD.forEach(this::action);
        var csv = csv("");
        assertTrue(csv.contains("'=1+1") && csv.contains("''=quoted") && csv.contains("'-dash"), csv);
        assertEquals(AWKWARD.size() + 1, csv.split("\r\n(?=\\d|$)").length, csv);
        show(send(csv)).then().body(allOf(containsString("There is nothing to change"), not(containsString("/application")), containsString("Not brought in: state")));
        show(send(csv.replace("Plain", "Plainer").replace("Mia Member", "otto other"))).then().body(allOf(containsString("Bring in 6 changed"), containsString("<del>Plain</del> Plainer"), containsString("Otto Other")));
        member.get("/actions.csv?text=plain").then().body(not(containsString("dash")));
    }

    @Test
    void saysOfEachLineWhatItWouldDoAndDoesItOnce() {
        action("There already");
        var at = send("Action item;Aim;Assignee;Due date;Colour\nNew one;detect sooner;member@example.org;" + due + ";red\nNo owner here;DETECT_SOONER;Nobody Known;;\nBad day;Reduce impact;;tomorrow;\n;Reduce impact;;;\nNo aim;;;;\nthere ALREADY;Reduce impact;;;\nNew one;detect sooner;;;\n");
        show(at).then().body(allOf(containsString("“Nobody Known” is not known here"), containsString("Write it as a date"), containsString("What will be done?"), containsString("Choose one of the three"), containsString("line 3"), containsString("Not brought in: Colour")));
        member.get(at + "?outcome=SKIPPED").then().body(allOf(containsString("It is here already"), containsString("stands in line 2")));
        assertEquals(1, count());
        member.get(at + "?outcome=CREATED").then().body(allOf(containsString("Bring in 1 new"), containsString("Mia Member")));
        var digest = digest();
        for (var i = 0; i < 2; i++) {
            member.post(at + "/application", "plan", digest).then().statusCode(303);
        }
        assertEquals(2, count());
        member.get(at).then().body(containsString("1 new and 0 changed"));
        member.get("/actions/2").then().body(allOf(containsString("New one"), containsString("added it")));
        show(send("title;aim\nNew one;detect sooner\n")).then().body(containsString("It is here already"));
    }

    @Test
    void isShownAgainWhenThingsHaveChangedSince() {
        action("First");
        var at = send("id,title\n1,Second\n99,Nothing\n");
        show(at).then().body(allOf(containsString("There is no action 99"), containsString("Bring in 1 changed")));
        var digest = digest();
        QuarkusTransaction.requiringNew().run(() -> ActionItem.update("title = 'Third', version = version + 1 where id = 1"));
        member.post(at + "/application", "plan", digest).then().statusCode(409).body(containsString("has changed since you looked"));
        member.post(at, "column", "0", "column", "").then().statusCode(303);
        show(at).then().body(containsString("No line can be brought in as it is"));
    }

    @Test
    void refusesWhatIsNoSuchFile() {
        for (var bad : List.of("title,Title\nx,y\n", "\"never closed\n", "\n")) {
            upload(bad.getBytes(StandardCharsets.UTF_8)).then().statusCode(422);
        }
        for (var open : List.of("title,aim\nx,y\n\"never closed,z\n", "title,aim\r\nx,y\r\nfirst,\"never closed\r\nmore\r\n")) {
            upload(open.getBytes(StandardCharsets.UTF_8)).then().statusCode(422).body(allOf(containsString("Line 3: a quotation mark is opened and never closed"), not(containsString("Exception"))));
        }
        upload("title,aim\n\"x\"y,z\n".getBytes(StandardCharsets.UTF_8)).then().statusCode(422).body(allOf(containsString("Line 2: after a closing quotation mark"), not(containsString("Exception"))));
        upload(new byte[] {'t', (byte) 0xff}).then().statusCode(422).body(containsString("not UTF-8"));
        upload(("title\n" + "x\n".repeat(5_001)).getBytes(StandardCharsets.UTF_8)).then().statusCode(422).body(containsString("More than 5,000 lines"));
        var at = send("title,aim\nx,detect sooner\n");
        Browser.as("other").get(at).then().statusCode(404);
        Browser.as("viewer").get("/actions/imports/new").then().statusCode(403);
    }

    @Test
    void aLongFileTakesAsManyStatementsAsAShortOne() {
        QuarkusTransaction.requiringNew().run(() -> Fixtures.person("Mia Member", "twin", Role.MEMBER));
        var few = statements(2);
        assertEquals(few, statements(400));
        assertTrue(few < 25, few + " statements");
        show(send("title,aim,owner\nWhose,detect sooner,Mia Member\n")).then().body(containsString("could be several"));
    }

    private long statements(int lines) {
        var at = send("title,aim,owner\n" + IntStream.range(0, lines).mapToObj(i -> "Line " + i + ",detect sooner,Otto Other\n").collect(Collectors.joining()));
        return Statements.during(() -> show(at));
    }

    private void action(String title) {
        QuarkusTransaction.requiringNew().run(() -> {
            var action = new ActionItem();
            action.title = title;
            action.description = "Two\nlines";
            action.aim = Aim.DETECT_SOONER;
            action.origin = Origin.NONE;
            action.owner = Fixtures.person("member");
            action.dueOn = LocalDate.parse(due);
            action.add(null, Fixtures.person("member"), Instant.now());
        });
    }

    private String csv(String query) {
        return new String(member.get("/actions.csv" + query).then().statusCode(200).contentType("text/csv").extract().asByteArray(), StandardCharsets.UTF_8);
    }

    private String send(String csv) {
        return upload(csv.getBytes(StandardCharsets.UTF_8)).then().statusCode(303).extract().header("Location").replaceFirst("^https?://[^/]+", "");
    }

    private Response upload(byte[] content) {
        member.get("/actions/imports/new");
        return member.upload("/actions/imports", List.of(), "file", "actions.csv", content);
    }

    private Response show(String at) {
        var answer = member.get(at);
        assertEquals(200, answer.statusCode());
        return answer;
    }

    private String digest() {
        return member.field("plan");
    }

    private static long count() {
        return QuarkusTransaction.requiringNew().call(() -> ActionItem.count());
    }
}
