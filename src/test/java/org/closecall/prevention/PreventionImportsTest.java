package org.closecall.prevention;

import static org.closecall.prevention.Facts.as;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.closecall.Browser;
import org.closecall.Statements;
import org.closecall.api.ApiTokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PreventionImportsTest {

    Browser member;

    @BeforeEach
    void start() {
        member = Facts.begin();
    }

    @Test
    void whatGoesOutComesInUnchanged() {
        var token = ApiTokens.made(member, "pipeline", "prevention:write");
        as(token).body("{\"key\": \"=1\", \"dryRun\": true, \"criticalPath\": 1, \"did\": \"two\\nlines, \\\"quoted\\\"\", " + Facts.RUN.substring(1)).post("/api/v1/remediations").then().statusCode(201);
        as(token).body(Facts.DEPLOYMENT.replace("OK\"", "FAILED\", \"restoredAt\": \"2026-01-05T10:20:00Z\", \"unplanned\": true, \"occurrence\": 1")).post("/api/v1/deployments").then().statusCode(201);
        as(token).body(Facts.EXPERIMENT.replaceFirst("\\{", "{\"occurrence\": 1, \"relation\": \"CAUSED\", \"tolerance\": 2, ")).post("/api/v1/experiments").then().statusCode(201);
        for (var kind : PreventionKind.values()) {
            var csv = new String(member.get("/prevention/exports/" + kind.path + ".csv").then().statusCode(200).contentType("text/csv").extract().asByteArray(), StandardCharsets.UTF_8);
            member.get(send(kind, csv)).then().body(allOf(containsString("There is nothing to change"), not(containsString("Not brought in:")), containsString("Unchanged")));
        }
    }

    @Test
    void saysOfEachLineWhatItWouldDoAndDoesItOnce() {
        var at = send(PreventionKind.DEPLOYMENT, """
                Application;Version;Deployed;Result;Rework;Run id;Colour
                payments;1.0;2026-01-05T10:00:00Z;OK;no;a;red
                Payments;1.1;2026-01-05 12:00;failure;yes;b;
                Nope;1.2;2026-01-05T10:00:00Z;OK;;c;
                1;1.3;soon;perhaps;maybe;d;
                2;1.4;2026-01-05T10:00:00Z;went well;;a;
                Search;1.5;2026-01-06T10:00:00Z;OK;;;
                search;1.5;2026-01-06T10:00:00Z;OK;;;
                """);
        member.get(at + "?outcome=REFUSED").then().body(allOf(containsString("There is no service “Nope”"), containsString("deployed: Write it as a date"), containsString("How did it go?"), containsString("unplanned: Yes or no"), containsString("Not brought in: Colour")));
        member.get(at + "?outcome=SKIPPED").then().body(allOf(containsString("stands in line 2"), containsString("stands in line 7")));
        member.get(at + "?outcome=CREATED").then().body(containsString("Bring in 3 new"));
        var digest = member.field("plan");
        for (var i = 0; i < 2; i++) {
            member.post(at + "/application", "plan", digest).then().statusCode(303);
        }
        assertEquals(3, Facts.count(PreventionKind.DEPLOYMENT));
        member.get(at).then().body(containsString("3 new and 0 changed"));
        var again = send(PreventionKind.DEPLOYMENT, "key,service,version,deployed,outcome\na,Payments,1.0,2026-01-05T10:00:00Z,FAILED\n,Search,1.5,2026-01-06T10:00:00Z,OK\n");
        member.get(again + "?outcome=SKIPPED").then().body(containsString("It is here already"));
        member.get(again + "?outcome=CHANGED").then().body(allOf(containsString("Bring in 1 changed"), containsString("<del>Went well</del> Failed")));
        member.post(again + "/application", "plan", "older").then().statusCode(409).body(containsString("has changed since you looked"));
        member.post(again + "/application", "plan", member.field("plan")).then().statusCode(303);
        member.get("/prevention/deployments?outcome=NOT_RESTORED&key=a").then().body(containsString("1 deployment found"));
        member.get("/prevention/deployments/1").then().body(containsString("Outcome: <del"));
    }

    @Test
    void isTheSendersAloneAndOfItsKind() {
        var at = send(PreventionKind.EXPERIMENT, "path,failure_mode,hypothesis,start,injected,checks\nPay by card,Host lost,Fine,2026-01-05T10:00:00Z,yes,3\n");
        member.get(at).then().statusCode(200).body(containsString("Bring in 1 new"));
        Browser.as("other").get(at).then().statusCode(404);
        member.get(at.replace("experiments", "deployments")).then().statusCode(404);
        member.get("/actions/imports/1").then().statusCode(404);
        upload(PreventionKind.EXPERIMENT, "a,a\n").then().statusCode(422).body(containsString("Two columns are called"));
    }

    @Test
    void aLongFileTakesAsManyStatementsAsAShortOne() {
        var few = statements(2);
        assertEquals(few, statements(400));
        assertTrue(few < 25, few + " statements");
    }

    private long statements(int lines) {
        var at = send(PreventionKind.REMEDIATION, "key,type,service,started,outcome\n" + IntStream.range(0, lines).mapToObj(i -> "k" + i + ",Disk full,Payments,2026-01-05T10:00:00Z,succeeded\n").collect(Collectors.joining()));
        return Statements.during(() -> member.get(at).then().statusCode(200));
    }

    private String send(PreventionKind kind, String csv) {
        return upload(kind, csv).then().statusCode(303).extract().header("Location").replaceFirst("^https?://[^/]+", "");
    }

    private Response upload(PreventionKind kind, String csv) {
        member.get("/prevention/imports/" + kind.path + "/new");
        return member.upload("/prevention/imports/" + kind.path, List.of(), "file", "file.csv", csv.getBytes(StandardCharsets.UTF_8));
    }
}
