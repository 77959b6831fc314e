package org.closecall.calendar;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import org.closecall.Browser;
import org.closecall.Fixtures;
import org.closecall.Statements;
import org.closecall.action.ActionItem;
import org.closecall.action.Aim;
import org.closecall.action.Origin;
import org.closecall.catalog.Team;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class FeedsTest {

    private static final Pattern ADDRESS = Pattern.compile("value=\"http://[^/]+(/calendar/[\\w-]{32}\\.ics)\"");
    private static final List<String> AWKWARD = List.of("Line\r\nbreak, comma; semicolon \\ backslash: \"quoted\" \u0007bell", "🙂".repeat(100), "é".repeat(200), "BEGIN:VEVENT\nEND:VCALENDAR", "Plain");

    Browser member;

    @BeforeEach
    void start() {
        Fixtures.organisation();
        member = Browser.as("member");
    }

    @Test
    void everyTitleArrivesWholeInWhatTheStandardAllows() throws Exception {
        AWKWARD.forEach(title -> action(title, "member", LocalDate.of(2999, 1, 1)));
        action("Somebody else's", "other", LocalDate.of(2999, 1, 1));
        action("Without a day", "member", null);
        var address = made("");
        var text = new String(RestAssured.get(address).then().statusCode(200).contentType("text/calendar").extract().asByteArray(), StandardCharsets.UTF_8);
        assertTrue(text.endsWith("END:VCALENDAR\r\n"));
        for (var line : text.split("\r\n")) {
            assertTrue(line.getBytes(StandardCharsets.UTF_8).length <= 75, line);
            assertTrue(line.chars().noneMatch(sign -> sign < ' ' && sign != '\t' || sign == 0x7f || sign == 0xfffd), line);
        }
        var calendar = parsed(text);
        assertFalse(calendar.validate(true).hasErrors(), () -> calendar.validate(true).getEntries().toString());
        var titles = calendar.<VEvent>getComponents().stream().map(event -> event.getSummary().getValue()).collect(Collectors.toSet());
        assertEquals(AWKWARD.stream().map(title -> "Due: " + title.replace("\r\n", "\n").replace("\u0007", "")).collect(Collectors.toSet()), titles);
        assertTrue(text.contains("DTSTART;VALUE=DATE:29990101\r\n") && text.contains("DTEND;VALUE=DATE:29990102\r\n") && text.contains("TRANSP:TRANSPARENT"), text);
    }

    @Test
    void changesKeepTheUidAndRaiseTheSequence() throws Exception {
        action("Plain", "member", LocalDate.of(2999, 1, 1));
        var address = made("");
        var first = RestAssured.get(address).then().extract();
        var tag = first.header("ETag");
        RestAssured.given().header("If-None-Match", tag).get(address).then().statusCode(304).header("Cache-Control", "private, max-age=300");
        member.get("/actions/1/edit");
        member.post("/actions/1", "version", member.field("version"), "title", "Plainer", "aim", "DETECT_SOONER", "owner", Fixtures.person("member").id.toString(), "dueOn", LocalDate.now().plusYears(1).toString()).then().statusCode(303);
        var second = RestAssured.given().header("If-None-Match", tag).get(address).then().statusCode(200).extract().asString();
        assertEquals(raw(first.asString(), "UID"), raw(second, "UID"));
        assertTrue(Integer.parseInt(raw(second, "SEQUENCE")) > Integer.parseInt(raw(first.asString(), "SEQUENCE")));
        member.post("/actions/1/completion", "evidence", "done").then().statusCode(303);
        assertTrue(parsed(RestAssured.get(address).asString()).getComponents().isEmpty());
    }

    @Test
    void onlyTheAddressThatIsGoodOpensIt() {
        var first = made("");
        member.get("/calendars").then().body(allOf(not(containsString(first)), containsString("not read yet")));
        RestAssured.get(first).then().statusCode(200);
        member.get("/calendars").then().body(containsString("last read"));
        var second = made("");
        RestAssured.get(first).then().statusCode(404);
        RestAssured.get("/calendar/" + "x".repeat(32) + ".ics").then().statusCode(404);
        Browser.as("other").post("/calendars/2/revocation").then().statusCode(404);
        RestAssured.get(second).then().statusCode(200);
        member.post("/calendars/2/revocation").then().statusCode(303);
        RestAssured.get(second).then().statusCode(404);
        var third = made("");
        Fixtures.deactivate("member");
        RestAssured.get(third).then().statusCode(404);
    }

    @Test
    void aTeamsHoldsWhatItsMembersOwnForIt() {
        var team = QuarkusTransaction.requiringNew().call(() -> {
            var made = new Team();
            made.name = "Money";
            made.createdAt = Instant.now();
            made.lead = Fixtures.person("member");
            made.persist();
            return made;
        });
        action("Of the team", "other", LocalDate.of(2999, 1, 1));
        QuarkusTransaction.requiringNew().run(() -> ActionItem.update("team = ?1", team));
        Browser.as("other").post("/calendars", "team", team.id.toString()).then().statusCode(404);
        var address = made(team.id.toString());
        RestAssured.get(address).then().statusCode(200).body(allOf(containsString("SUMMARY:Due: Of the team"), containsString("X-WR-CALNAME:Closecall: Money")));
        var few = Statements.during(() -> RestAssured.get(address));
        for (var i = 0; i < 5; i++) {
            action("More " + i, "other", LocalDate.of(2999, 1, 1));
        }
        QuarkusTransaction.requiringNew().run(() -> ActionItem.update("team = ?1", team));
        assertEquals(few, Statements.during(() -> RestAssured.get(address)));
    }

    private static void action(String title, String owner, LocalDate due) {
        QuarkusTransaction.requiringNew().run(() -> {
            var action = new ActionItem();
            action.title = title;
            action.aim = Aim.DETECT_SOONER;
            action.origin = Origin.NONE;
            action.owner = Fixtures.person(owner);
            action.dueOn = due;
            action.add(null, Fixtures.person("member"), Instant.now());
        });
    }

    private String made(String team) {
        member.post("/calendars", "team", team).then().statusCode(303);
        member.get("/calendars");
        var found = ADDRESS.matcher(member.page());
        assertTrue(found.find(), "no address on the page");
        return found.group(1);
    }

    private static Calendar parsed(String text) throws Exception {
        return new CalendarBuilder().build(new StringReader(text));
    }

    private static String raw(String text, String property) throws Exception {
        return parsed(text).getComponents().get(0).<Property>getProperty(property).orElseThrow().getValue();
    }
}
