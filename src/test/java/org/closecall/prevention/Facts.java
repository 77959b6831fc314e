package org.closecall.prevention;

import static io.restassured.RestAssured.given;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.util.stream.Stream;
import org.closecall.Browser;
import org.closecall.Fixtures;

/** What the tests of this package begin with: two services of a team, a critical path over the first, an incident. */
final class Facts {

    static final String RUN = "{\"type\": \"Disk full\", \"service\": \"Payments\", \"startedAt\": \"2026-01-05T10:00:00Z\", \"finishedAt\": \"2026-01-05T10:01:00Z\", \"outcome\": \"SUCCEEDED\"}";
    static final String DEPLOYMENT = "{\"service\": \"Payments\", \"version\": \"1.2\", \"deployedAt\": \"2026-01-05T10:00:00Z\", \"outcome\": \"OK\"}";
    static final String EXPERIMENT = "{\"criticalPath\": \"Pay by card\", \"failureMode\": \"Host lost\", \"hypothesis\": \"Nobody notices\", \"startedAt\": \"2026-01-05T10:00:00Z\", \"injected\": true, \"checks\": 3, \"recovered\": true}";

    private Facts() {
    }

    static Browser begin() {
        Fixtures.organisation();
        var member = Browser.as("member");
        add(member, "/teams", "name", "Money");
        add(member, "/services", "name", "Payments", "tier", "1", "team", "1");
        add(member, "/services", "name", "Search", "tier", "2");
        add(member, "/critical-paths", "name", "Pay by card", "services", "1");
        member.get("/report");
        member.post("/occurrences", "key", member.key(), "kind", "INCIDENT", "narrative", "The disk was full.", "service", "1", "noticed", "2026-01-05T11:00", "severity", "SEV3", "over", "RESOLVED", "overAt", "2026-01-05T11:02").then().statusCode(303);
        return member;
    }

    /** The path of what the form made. */
    static String add(Browser browser, String path, String... fields) {
        browser.get(path + "/new").then().statusCode(200);
        var answer = browser.post(path, Stream.concat(Stream.of("key", browser.key()), Stream.of(fields)).toArray(String[]::new));
        answer.then().statusCode(303);
        return URI.create(answer.header("Location")).getPath();
    }

    static RequestSpecification as(String token) {
        return given().header("Authorization", "Bearer " + token).contentType("application/json");
    }

    static long count(PreventionKind kind) {
        return QuarkusTransaction.requiringNew().call(() -> (Long) PreventionRecord.getEntityManager().createQuery("select count(*) from " + kind.type().getSimpleName()).getSingleResult());
    }
}
