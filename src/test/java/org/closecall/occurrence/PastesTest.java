package org.closecall.occurrence;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.closecall.Browser;
import org.closecall.Fixtures;
import org.closecall.people.Change;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PastesTest {

    private static final String PREVIEW = "/occurrences/1/paste-previews";
    private static final String PASTES = "/occurrences/1/pastes";

    Browser member;

    @BeforeEach
    void file() {
        Fixtures.organisation();
        member = Browser.as("member");
        member.get("/report");
        member.post("/occurrences", "key", member.key(), "kind", "INCIDENT", "narrative", "Something broke.", "noticed", "2026-01-05T13:50").then().statusCode(303);
    }

    @Test
    void showsWhatLinesBecomeAndWritesNothing() {
        member.get(PASTES + "/new").then().statusCode(200).body(containsString("Paste several lines"));
        member.post(PREVIEW, "pasted", "14:02 error rate at 12%\n14:03:10 alert fired\nno time\n25:99 broken\n<script>alert(1)</script>").then().statusCode(200)
                .body(allOf(containsString("3 rows from what you pasted"), containsString("value=\"2026-01-05T14:02\""), containsString("value=\"2026-01-05T14:03:10\""), containsString("value=\"SIGNAL\" selected"),
                        containsString("is not a time"), containsString("&lt;script&gt;"), containsString("alert fired\nno time")));
        assertEquals(0, TimelineEntry.count());
    }

    @Test
    void addsWhatIsKeptOnceWithOneLineOfHistory() {
        preview("14:02 first\n14:02 second\n14:03 not wanted\n14:04 last");
        var form = with("keep", "0", "keep", "1", "keep", "3");
        member.post(PASTES, form).then().statusCode(303).header("Location", endsWith("/occurrences/1#timeline"));
        member.post(PASTES, form).then().statusCode(303);
        assertEquals(List.of("first", "second", "last"), texts());
        assertEquals(1, Change.count("verb = 'added 3 timeline entries'"));
        member.get("/occurrences/1/history").then().body(allOf(containsString("added 3 timeline entries"), containsString("first")));
    }

    @Test
    void whatIsThereAlreadyIsMarkedAndNotAddedAgain() {
        preview("14:02 first\n14:03 second");
        member.post(PASTES, with("keep", "0", "keep", "1"));
        member.get("/occurrences/1");
        preview("14:02 first\n14:02 other\n14:03 second");
        assertEquals(2, member.page().split("There already: it is not added again", -1).length - 1);
        member.post(PASTES, with("keep", "0", "keep", "1", "keep", "2")).then().statusCode(303);
        member.get("/occurrences/1").then().body(allOf(containsString("1 timeline entry added, 2 were there already."), containsString("/removal\"")));
        assertEquals(List.of("first", "other", "second"), texts());
        preview("14:02 other");
        member.post(PASTES, with("keep", "0")).then().statusCode(303);
        member.get("/occurrences/1").then().body(containsString("Nothing was added: it was there already."));
        assertEquals(3, TimelineEntry.count());
    }

    @Test
    void takesAPasteBackAndBringsItBack() {
        preview("14:02 first\n14:03 second");
        member.post(PASTES, with("keep", "0", "keep", "1"));
        var undo = address(member.get("/occurrences/1"));
        assertTrue(undo.endsWith("/removal"), undo);
        member.post("/occurrences/1/timeline/1/removal");
        member.get("/occurrences/1");
        member.post(undo).then().statusCode(303);
        member.get("/occurrences/1").then().body(allOf(containsString("1 timeline entry removed."), not(containsString("second"))));
        member.post(undo).then().statusCode(303);
        member.post(undo.replace("removal", "restoration")).then().statusCode(303);
        assertEquals(List.of("second"), texts());
        member.post(undo.replace("/1/", "/2/")).then().statusCode(404);
        Browser.as("viewer").post(undo).then().statusCode(403);
    }

    @Test
    void keepsEveryRowOfARefusedForm() {
        preview("14:02 first\n14:03 second\n14:04 third");
        var form = new ArrayList<>(List.of(with("keep", "0", "keep", "1")));
        form.set(form.indexOf("first"), "");
        form.set(form.indexOf("2026-01-05T14:03"), "2999-01-05T14:03");
        member.post(PASTES, form.toArray(String[]::new)).then().statusCode(422)
                .body(allOf(containsString("Row 1: What happened?"), containsString("Row 2: This is in the future"), containsString("second"), containsString("third")));
        member.post(PASTES, with()).then().statusCode(422).body(containsString("No row is kept"));
        assertEquals(0, TimelineEntry.count());
    }

    @Test
    void refusesTooMuchAndNothing() {
        var many = IntStream.rangeClosed(1, 501).mapToObj(i -> "14:02 line " + i).collect(Collectors.joining("\n"));
        member.post(PREVIEW, "pasted", many).then().statusCode(422).body(allOf(containsString("At most 500 lines at once, and these are 501"), containsString("line 501")));
        member.post(PREVIEW, "pasted", " \n ").then().statusCode(422).body(containsString("Paste at least one line"));
        member.post(PREVIEW, "pasted", "2026-01-05").then().statusCode(422).body(containsString("nothing that happened"));
        member.post("/occurrences/77/paste-previews", "pasted", "x").then().statusCode(404);
        Browser.as("viewer").post(PREVIEW, "pasted", "x").then().statusCode(403);
        Browser.as("viewer").get(PASTES + "/new").then().statusCode(403);
    }

    @Test
    void takesFiveHundredLinesAtOnce() {
        preview(IntStream.rangeClosed(1, 500).mapToObj(i -> "14:02 line " + i).collect(Collectors.joining("\n")));
        var all = IntStream.range(0, 500).boxed().flatMap(i -> List.of("keep", i.toString()).stream()).toArray(String[]::new);
        member.postMultipart(PASTES, with(all)).then().statusCode(303);
        var texts = texts();
        assertEquals(500, texts.size());
        assertEquals("line 1", texts.get(0));
        assertEquals("line 500", texts.get(499));
    }

    @Test
    void keepsTheSideOfAClockChangeThatWasRead() {
        member.get("/report");
        member.post("/occurrences", "key", member.key(), "kind", "INCIDENT", "narrative", "At night.", "noticed", "2025-10-26T01:50").then().statusCode(303);
        member.post("/occurrences/2/paste-previews", "pasted", "02:50 a\n02:10 b").then().statusCode(200).body(allOf(containsString("taken as the first"), containsString("taken as the second")));
        member.post("/occurrences/2/pastes", with("keep", "0", "keep", "1")).then().statusCode(303);
        assertEquals(List.of("2025-10-26T00:50:00Z", "2025-10-26T01:10:00Z"), TimelineEntry.<TimelineEntry>list("order by id").stream().map(entry -> entry.at.toString()).toList());
        member.post("/occurrences/2/pastes", "read", "- -", "keep", "0", "keep", "1", "at", "2025-10-26T02:50", "at", "2025-10-26T02:20", "kind", "ACTION", "kind", "ACTION", "text", "c", "text", "d").then().statusCode(303);
        assertEquals(List.of("2025-10-26T00:50:00Z", "2025-10-26T01:20:00Z"), TimelineEntry.<TimelineEntry>list("id > 2 order by id").stream().map(entry -> entry.at.toString()).toList());
    }

    private void preview(String pasted) {
        member.post(PREVIEW, "pasted", pasted).then().statusCode(200);
    }

    /** The form of the last page as it is, but for what is kept. */
    private String[] with(String... keep) {
        var fields = new ArrayList<>(List.of("key", member.key(), "read", member.field("read")));
        var rows = member.fields("text").size();
        for (var i = 0; i < rows; i++) {
            fields.addAll(List.of("at", times().get(i), "kind", "ACTION", "text", member.fields("text").get(i)));
        }
        fields.addAll(List.of(keep));
        return fields.toArray(String[]::new);
    }

    private List<String> times() {
        return java.util.regex.Pattern.compile("name=\"at\" value=\"([^\"]*)\"").matcher(member.page()).results().map(found -> found.group(1)).toList();
    }

    private static String address(Response page) {
        return page.body().asString().replaceFirst("(?s).*action=\"(/occurrences/1/pastes/[^\"]+)\".*", "$1");
    }

    private static List<String> texts() {
        return TimelineEntry.<TimelineEntry>list("deletedAt is null order by at, id").stream().map(entry -> entry.text).toList();
    }
}
