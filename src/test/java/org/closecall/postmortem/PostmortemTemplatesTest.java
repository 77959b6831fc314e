package org.closecall.postmortem;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.stringContainsInOrder;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.closecall.Browser;
import org.closecall.Fixtures;
import org.closecall.Statements;
import org.closecall.occurrence.Kind;
import org.closecall.occurrence.Occurrence;
import org.closecall.people.Change;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PostmortemTemplatesTest {

    private static final String TEMPLATES = "/admin/templates";
    private static final Pattern CHECKED = Pattern.compile("type=\"(?:checkbox|radio)\" name=\"([^\"]+)\" value=\"([^\"]+)\"[^>]* checked>");

    Browser administrator;
    Browser member;

    @BeforeEach
    void signIn() {
        Fixtures.organisation();
        administrator = Browser.as("administrator");
        member = Browser.as("member");
    }

    @Test
    void twoComeWithTheApplication() {
        administrator.get(TEMPLATES).then().statusCode(200).body(stringContainsInOrder("Full", "all incidents; all near misses; all hazards", "as a full review", "Light", "as a light review"));
        administrator.get(TEMPLATES + "/1/edit").then().statusCode(200).body(stringContainsInOrder("Summary", "Trigger", "Contributing factors", "Timeline", "Where we were lucky", "Defence layers",
                "Why were we surprised?", "Never again: two answers", "Open questions", "Internal note and external message"));
    }

    @Test
    void areCopiedIntoOnesOfOnesOwn() {
        administrator.get(TEMPLATES + "/new?from=2").then().statusCode(200).body(containsString("value=\"Copy of Light\""));
        var fields = form("name", "Security", "title.0", "What nearly leaked", "fits", "NEAR_MISS-SEV1");
        send(TEMPLATES, fields).then().statusCode(303).header("Location", endsWith(TEMPLATES));
        send(TEMPLATES, fields).then().statusCode(303);
        assertEquals(3, count("PostmortemTemplate"));
        administrator.get(TEMPLATES).then().body(allOf(containsString("Security"), containsString("near misses SEV1"), containsString("“Security” can be chosen")));
        administrator.get(TEMPLATES + "/3/edit").then().body(allOf(containsString("name=\"key.0\" value=\"almost\""), containsString("added")));
        administrator.get(TEMPLATES + "/new?from=77").then().statusCode(404);
    }

    @Test
    void areBuiltPartByPartWithoutAScript() {
        administrator.get(TEMPLATES + "/new");
        send(TEMPLATES + "/arrangements", form("name", "Mine", "title.0", "What <happened>", "move", "add.TIMELINE")).then().statusCode(200).body(containsString("value=\"Mine\""));
        send(TEMPLATES + "/arrangements", form("move", "up.3"));
        send(TEMPLATES + "/arrangements", form("move", "remove.1"));
        assertEquals(List.of("What <happened>", "Timeline", "Actions"), titles());
        assertEquals(2, count("PostmortemTemplate"));
        send(TEMPLATES, form()).then().statusCode(303);
        administrator.get(TEMPLATES + "/3/edit").then().body(containsString("name=\"key.0\" value=\"what-happened\""));
        assertEquals(List.of("What <happened>", "Timeline", "Actions"), titles());
    }

    @Test
    void comeBackAsTypedWhenRefused() {
        administrator.get(TEMPLATES + "/new");
        send(TEMPLATES, form("name", "LIGHT", "hint", "x".repeat(301), "title.0", "", "guidance.0", "Typed <text>", "review", "NONE")).then().statusCode(422)
                .body(allOf(containsString("There is already a template called Light"), containsString("Part 1: what is its heading?"), containsString("Typed &lt;text&gt;"), containsString("At most 300"), containsString("Choose one of the two")));
        send(TEMPLATES, "name", "Empty", "review", "FULL").then().statusCode(422).body(containsString("It asks for no text"));
    }

    @Test
    void otherPartsAreAnotherVersion() {
        var old = Draft.started(member, Kind.NEAR_MISS, "Almost");
        administrator.get(TEMPLATES + "/2/edit");
        send(TEMPLATES + "/2", form("hint", "Short.")).then().statusCode(303);
        administrator.get(TEMPLATES).then().body(containsString("“Light” is saved."));
        administrator.get(TEMPLATES + "/2/edit");
        send(TEMPLATES + "/2", form("title.0", "What nearly happened", "note", "Plainer words")).then().statusCode(303);
        administrator.get(TEMPLATES).then().body(containsString("written with Light, version 2"));
        administrator.get(TEMPLATES + "/2/edit").then().body(allOf(containsString("Plainer words"), containsString("made version 2"), containsString("Ada Administrator")));
        send(TEMPLATES + "/2", form()).then().statusCode(303);
        assertEquals(3, count("TemplateVersion"));
        administrator.get(TEMPLATES + "/2/versions/1").then().statusCode(200).body(allOf(containsString("What almost happened"), containsString("As it came")));
        administrator.get(TEMPLATES + "/2/versions/9").then().statusCode(404);
        member.get(Draft.path(old) + "/edit").then().body(allOf(containsString("What almost happened"), containsString("Take over version 2")));
        var fresh = Draft.started(member, Kind.NEAR_MISS, "Again");
        member.get(Draft.path(fresh) + "/edit").then().body(allOf(containsString("What nearly happened"), containsString("name=\"almost\""), not(containsString("Take over"))));
    }

    @Test
    void twoAdministratorsKeepBoth() {
        administrator.get(TEMPLATES + "/2/edit");
        var mine = form("title.0", "Mine");
        var both = form("title.0", "Theirs", "guidance.1", "Of theirs?");
        send(TEMPLATES + "/2", both).then().statusCode(303);
        send(TEMPLATES + "/2", mine).then().statusCode(409).body(allOf(containsString("Ada Administrator saved this before you"), containsString("Theirs"), containsString("value=\"Mine\""), containsString("Of theirs?</textarea>")));
        send(TEMPLATES + "/2", form()).then().statusCode(303);
        administrator.get(TEMPLATES + "/2/edit");
        assertEquals("Mine", titles().get(0));
        assertEquals("Of theirs?", administrator.field("guidance.1"));
    }

    @Test
    void goIntoTheArchiveAndComeBackButOneStays() {
        var draft = Draft.started(member, Kind.NEAR_MISS, "Almost");
        administrator.post(TEMPLATES + "/2/archive").then().statusCode(303);
        member.get(Draft.path(Draft.occurrence(Kind.HAZARD, "Wet floor"))).then().body(allOf(containsString("value=\"FULL\" checked"), not(containsString("value=\"LIGHT\""))));
        member.get(Draft.path(draft) + "/edit").then().statusCode(200).body(containsString("What almost happened"));
        administrator.post(TEMPLATES + "/1/archive").then().statusCode(303);
        administrator.get(TEMPLATES).then().body(containsString("it is the only one left"));
        administrator.post(TEMPLATES + "/2/return").then().statusCode(303);
        assertEquals(2, QuarkusTransaction.requiringNew().call(() -> TemplateVersion.inUse().size()));
        assertEquals(2, QuarkusTransaction.requiringNew().call(() -> Change.count("subject = 'template'")));
    }

    @Test
    void whatSuitsTheRecordIsProposed() {
        administrator.get(TEMPLATES + "/new");
        send(TEMPLATES, form("name", "Hazards", "title.0", "The danger", "review", "LIGHT", "fits", "HAZARD-UNKNOWN", "fits", "HAZARD-SEV1")).then().statusCode(303);
        member.get(Draft.path(Draft.occurrence(Kind.HAZARD, "Wet floor"))).then().body(containsString("value=\"3\" checked"));
        member.get(Draft.path(Draft.occurrence(Kind.NEAR_MISS, "Almost"))).then().body(containsString("value=\"LIGHT\" checked"));
        member.get(Draft.path(Draft.occurrence(Kind.INCIDENT, "Down"))).then().body(containsString("value=\"FULL\" checked"));
        var number = Draft.occurrence(Kind.INCIDENT, "Down again");
        member.post(Draft.path(number), "template", "3").then().statusCode(303);
        member.get(Draft.path(number) + "/edit").then().body(allOf(containsString("The danger"), containsString("0 of 1 sections")));
    }

    @Test
    void areForAdministrators() {
        for (var browser : List.of(Browser.as("viewer"), member)) {
            browser.get(TEMPLATES).then().statusCode(404);
            browser.post(TEMPLATES + "/arrangements", "move", "up.1").then().statusCode(404);
            browser.post(TEMPLATES + "/1/archive").then().statusCode(404);
        }
        administrator.get(TEMPLATES + "/77/edit").then().statusCode(404);
        administrator.post(TEMPLATES + "/77", "name", "x").then().statusCode(404);
        administrator.get(TEMPLATES + "/1/archive").then().statusCode(405);
    }

    @Test
    void theListAsksTheDatabaseTheSameHoweverManyThereAre() {
        administrator.get(TEMPLATES);
        var few = Statements.during(() -> administrator.get(TEMPLATES));
        for (var name : List.of("One", "Two", "Three")) {
            administrator.get(TEMPLATES + "/new?from=1");
            send(TEMPLATES, form("name", name)).then().statusCode(303);
        }
        administrator.get(TEMPLATES);
        assertTrue(Statements.during(() -> administrator.get(TEMPLATES)) <= few);
    }

    /** All the page's fields as a browser sends them, some typed over. */
    private String[] form(String... typed) {
        var all = new ArrayList<String>();
        var over = new ArrayList<String>();
        for (var i = 0; i < typed.length; i += 2) {
            over.add(typed[i]);
        }
        for (var name : administrator.fieldNames().stream().distinct().filter(name -> !over.contains(name) && !"csrf-token".equals(name)).toList()) {
            if (!name.startsWith("required.") && !"fits".equals(name) && (!"review".equals(name) || administrator.page().contains("type=\"hidden\" name=\"review\""))) {
                administrator.fields(name).forEach(value -> all.addAll(List.of(name, value)));
            }
        }
        CHECKED.matcher(administrator.page()).results().filter(field -> !over.contains(field.group(1))).forEach(field -> all.addAll(List.of(field.group(1), field.group(2))));
        all.addAll(List.of(typed));
        return all.toArray(String[]::new);
    }

    private Response send(String address, String... fields) {
        return administrator.post(address, fields);
    }

    private List<String> titles() {
        return administrator.fieldNames().stream().filter(name -> name.startsWith("title.")).map(administrator::field).toList();
    }

    private static long count(String entity) {
        return QuarkusTransaction.requiringNew().call(() -> Occurrence.getEntityManager().createQuery("select count(*) from " + entity, Long.class).getSingleResult());
    }
}
