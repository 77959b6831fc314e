package org.closecall.prevention;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import org.closecall.Browser;
import org.closecall.Fixtures;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PreventionPagesTest {

    private static final List<String> ALL = List.of("/prevention/remediations", "/prevention/deployments", "/prevention/experiments");

    Browser member;

    @BeforeEach
    void start() {
        member = Facts.begin();
    }

    @Test
    void sayWhatTheyAreForWhileThereIsNothing() {
        member.get("/prevention").then().statusCode(200).body(allOf(containsString("What heals by itself"), containsString("Most incidents begin with a change"), containsString("aria-current=\"page\"")));
        ALL.forEach(page -> member.get(page).then().statusCode(200).body(allOf(containsString("<section class=\"card empty-cc\""), containsString(page + "/new"))));
        Browser.as("viewer").get("/prevention/experiments").then().body(not(containsString("/prevention/experiments/new")));
        Fixtures.organisation();
        Browser.as("member").get("/prevention/experiments").then().body(containsString("Define critical paths first"));
    }

    @Test
    void keepTheTextOfARefusedForm() {
        refused("/prevention/remediations", "type", "Kept <b>", "startedAt", "2126-01-01T10:00", "unattended", "true", "did", "Kept & more").then()
                .body(allOf(containsString("Kept &lt;b&gt;"), containsString("Which service did it help?"), containsString("This is in the future"), containsString("Which occurrence did it resolve"), containsString("Kept &amp; more")));
        refused("/prevention/deployments", "service", "1", "release", "", "deployedAt", "when", "outcome", "FAILED", "restoredAt", "2026-01-05T10:00").then()
                .body(allOf(containsString("Which version was it?"), containsString("value=\"when\""), containsString("<option value=\"FAILED\" selected>")));
        refused("/prevention/experiments", "criticalPath", "9", "mode", "Host lost", "checks", "two", "checksFailed", "1", "recovered", "MAYBE").then()
                .body(allOf(containsString("There is no critical path “9”"), containsString("A whole number"), containsString("What did you expect"), containsString("value=\"two\"")));
        ALL.forEach(page -> assertEquals(404, member.get(page + "/1").statusCode()));
    }

    @Test
    void addEditAndRemoveOneWithItsHistory() {
        var address = Facts.add(member, "/prevention/experiments", "criticalPath", "1", "mode", "Host lost", "hypothesis", "Nobody *notices*", "startedAt", "2026-01-05T10:00", "endedAt", "2026-01-05T10:20", "injected", "true",
                "checks", "4", "checksFailed", "1", "tolerance", "0", "recovered", "NO", "occurrence", "#1", "relation", "FOUND");
        member.get(address).then().statusCode(200).body(allOf(containsString("refuted"), containsString("<em>notices</em>"), containsString("It found it"), containsString("1 of 4")));
        member.get(address + "/edit");
        var version = member.field("version");
        var same = new String[] {"version", version, "criticalPath", "1", "mode", "Host lost", "hypothesis", "Nobody *notices*", "startedAt", member.field("startedAt"), "endedAt", member.field("endedAt"), "injected", "true",
            "checks", "4", "checksFailed", "1", "tolerance", "1", "recovered", "YES", "occurrence", "#1", "relation", "FOUND"};
        member.post(address, same).then().statusCode(303);
        member.get(address).then().body(allOf(containsString("hypothesis held"), containsString("Failed checks tolerated: <del class=\"quiet\">0</del> <ins class=\"plain\">1</ins>"), not(containsString("Started: <del"))));
        same[5] = "Network gone";
        same[19] = "0";
        Browser.as("other").get(address);
        member.post(address, same).then().statusCode(409).body(allOf(containsString("Nothing is lost"), containsString("Network gone"), containsString("Save mine over it")));
        member.post("/prevention/removals/experiments/1").then().statusCode(303);
        member.get("/prevention/experiments").then().body(containsString("No experiment yet"));
        member.get(address).then().statusCode(200).body(allOf(containsString("removed"), containsString("Restore it")));
        member.post("/prevention/removals/experiments/1/undo").then().statusCode(303);
        member.get("/prevention/experiments?path=1&type=HOST+LOST&outcome=VALID&occurrence=%231&from=2026-01-05&to=2026-01-05").then().body(allOf(containsString("1 experiment found"), containsString(address)));
        for (var none : List.of("path=x", "outcome=JUNK", "from=x", "to=2026-01-04", "type=other", "occurrence=2", "service=2")) {
            member.get("/prevention/experiments?" + none).then().statusCode(200).body(containsString("No experiment matches"));
        }
    }

    @Test
    void oneFormMakesOne() {
        member.get("/prevention/deployments/new");
        var form = new String[] {"key", member.key(), "service", "1", "release", "1.2", "deployedAt", "2026-01-05T10:00", "outcome", "OK"};
        for (var i = 0; i < 2; i++) {
            member.post("/prevention/deployments", form).then().statusCode(303);
        }
        form[5] = "1.3";
        member.post("/prevention/deployments", form).then().statusCode(409).body(containsString("You have sent this form before"));
        assertEquals(1, Facts.count(PreventionKind.DEPLOYMENT));
        member.get("/prevention/deployments?service=1&path=1&team=1&outcome=OK").then().body(containsString("1 deployment found"));
        member.get("/prevention/deployments?outcome=NOT_RESTORED").then().body(containsString("No deployment matches"));
    }

    @Test
    void viewersReadOnly() {
        Facts.add(member, "/prevention/remediations", "type", "Disk full", "service", "1", "startedAt", "2026-01-05T10:00", "outcome", "SUCCEEDED");
        var viewer = Browser.as("viewer");
        viewer.get("/prevention/remediations/1").then().statusCode(200).body(not(containsString("/prevention/removals")));
        viewer.get("/prevention/remediations/1/edit").then().statusCode(403);
        viewer.post("/prevention/remediations/1", "type", "x").then().statusCode(403);
        viewer.post("/prevention/removals/remediations/1").then().statusCode(403);
        viewer.get("/prevention/imports/deployments/new").then().statusCode(403);
        for (var nothing : List.of("/prevention/remediations/x", "/prevention/imports/dogs/new", "/prevention/exports/dogs.csv", "/prevention/removals/remediations/x")) {
            assertEquals(nothing.contains("removals") ? 405 : 404, member.get(nothing).statusCode(), nothing);
        }
        member.post("/prevention/removals/dogs/1").then().statusCode(404);
        Browser.visitor().get("/prevention").then().statusCode(302);
    }

    private Response refused(String page, String... fields) {
        member.get(page + "/new");
        var all = new ArrayList<>(List.of("key", member.key()));
        all.addAll(List.of(fields));
        var answer = member.post(page, all.toArray(String[]::new));
        assertEquals(422, answer.statusCode());
        return answer;
    }
}
