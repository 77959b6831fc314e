package org.closecall.slo;

import static org.closecall.slo.Store.PATH;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.closecall.Browser;
import org.closecall.Fixtures;
import org.closecall.exchange.Outcome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OpenSloTest {

    /** Two objectives, an SLI of its own, and what is passed over. */
    private static final String FILE = """
            apiVersion: openslo/v1
            kind: Service
            metadata: {name: pay, displayName: Payments}
            spec: {}
            ---
            apiVersion: openslo/v1
            kind: SLI
            metadata: {name: answered}
            spec:
              description: Answered within 2 s
              ratioMetric:
                counter: true
                good: {metricSource: {type: Prometheus, spec: {query: "sum(rate(ok[5m]))", step: 0.50}}}
                total: {metricSource: {type: Prometheus, spec: {query: 'sum(rate(all[5m]))'}}}
            ---
            apiVersion: openslo/v1
            kind: SLO
            metadata: {name: checkout, displayName: Checkout, labels: {team: Nobody}}
            spec:
              description: "yes"
              service: pay
              indicatorRef: answered
              timeWindow: [{duration: 4w, isRolling: true}]
              budgetingMethod: Occurrences
              objectives:
                - {displayName: Inner, target: 0.99950}
                - {displayName: Contract, targetPercent: 99.5}
              alertPolicies: [{alertPolicyRef: fast}]
            ---
            apiVersion: openslo/v1
            kind: SLO
            metadata: {name: uptime}
            spec:
              service: Payments
              indicator: {metadata: {name: up, displayName: It is up}, spec: {ratioMetric: {good: {}, total: {}}}}
              timeWindow: [{duration: 1Q, calendar: {startTime: 2022-01-01 00:00:00, timeZone: America/New_York}}]
              budgetingMethod: Timeslices
              objectives: [{target: 0.9999999, timeSliceTarget: 0.95, timeSliceWindow: 5m}]
            """;

    Browser member;

    @BeforeEach
    void start() {
        Fixtures.organisation();
        member = Browser.as("member");
        Store.service("Payments");
        Store.service("Mail");
    }

    @Test
    void isShownBeforeAndBroughtInWhenConfirmed() {
        preview(FILE).body(allOf(containsString("Nothing has been saved yet"), containsString("Checkout: Inner"), containsString("there is no team “Nobody” here"), containsString("alertPolicies are left out"),
                containsString("the calendar is that of Europe/Vienna here, not of America/New_York"), containsString("used by the SLOs that refer to it")));
        assertEquals(0, Objective.count());
        var plan = member.field("plan");
        var yaml = member.field("yaml");
        member.post(PATH + "/imports/applications", "plan", "another", "yaml", yaml).then().statusCode(409).body(containsString("Something here has changed since you looked"));
        member.post(PATH + "/imports/applications", "plan", plan, "yaml", yaml).then().statusCode(303);
        member.get(PATH).then().body(allOf(containsString("99.95\u00a0% of requests"), containsString("99.5\u00a0% of requests"), containsString("99.99999\u00a0% of time")));
        member.get(PATH + "/1").then().body(allOf(containsString("Answered within 2 s"), containsString("rolling 28 days")));
        preview(FILE).body(allOf(containsString("There is nothing to change"), containsString("unchanged")));
    }

    @Test
    void whatGoesOutComesBackTheSame() {
        bring(FILE);
        var before = snapshots();
        var all = member.get(PATH + "/openslo.yaml").then().statusCode(200).contentType("application/yaml").extract().asString();
        assertTrue(all.contains("step: 0.50") && all.contains("timeSliceTarget: 0.95") && all.contains("target: 0.9999999") && all.contains("description: 'yes'"), all);
        assertEquals(List.of(Outcome.UNCHANGED), plan(all).lines().stream().map(OpenSloLine::outcome).distinct().toList());
        in(work -> Objective.getEntityManager().createNativeQuery("truncate objective cascade").executeUpdate());
        bring(all);
        assertEquals(before, snapshots());
        assertEquals(all, member.get(PATH + "/openslo.yaml").asString());
    }

    @Test
    void objectivesMadeHereSurviveTheWayOutAndIn() {
        for (var i = 0; i < WindowKind.values().length; i++) {
            Store.make(member, "service", "1", "name", "Nr. %d: \"%s\" #x".formatted(i, i == 0 ? "true" : "007"), "description", "# Heading\r\n\r\n- a: b", "kind", i == 1 ? "REQUESTS" : "TIME", "target", "99." + i + "7", "windowKind", WindowKind.values()[i].name(), "days", "11",
                    "good", "No: 5xx", "policy", "Line one\n  two: {x}").then().statusCode(303);
        }
        Store.make(member, "service", "2", "name", "Whole", "kind", "TIME", "target", "100", "windowKind", "MONTH", "good", "x").then().statusCode(303);
        var all = member.get(PATH + "/openslo.yaml").asString();
        assertTrue(all.startsWith("# mail-whole is left out"), all);
        assertEquals(3, plan(all).of(Outcome.UNCHANGED));
        var one = member.get(PATH + "/2/openslo.yaml").asString().replace("target: 0.9917", "target: 0.5");
        assertEquals(1, plan(one).of(Outcome.CHANGED));
        bring(one);
        member.get(PATH + "/2").then().body(allOf(containsString("50\u00a0% of requests"), containsString("edited")));
    }

    @Test
    void refusesByNameWhatIsNotSupported() {
        refuses("There is no service “Nowhere” here", "service: Payments", "service: Nowhere");
        refuses("budgetingMethod RatioTimeslices is not supported", "Timeslices", "RatioTimeslices");
        refuses("calendar window of 1Y is not supported", "1Q", "1Y");
        refuses("calendar.startTime 2022-02-01 00:00:00 is not supported", "2022-01-01", "2022-02-01");
        refuses("needs target or targetPercent, and not both", "target: 0.9999999", "target: 0.9, targetPercent: 90");
        refuses("five decimals of a per cent at most", "0.9999999", "0.99999999");
        refuses("a target is above 0 and below 100", "0.9999999", "1.0");
        refuses("metadata.name must be", "name: uptime", "name: Up_Time");
        refuses("neither rolling nor has it a calendar", "calendar: {startTime: 2022-01-01 00:00:00, timeZone: America/New_York}", "isRolling: false");
        refuses("apiVersion openslo/v1alpha is not supported", "openslo/v1\nkind: SLO\nmetadata: {name: uptime}", "openslo/v1alpha\nkind: SLO\nmetadata: {name: uptime}");
        refuses("There is no kind SLX", "SLO\nmetadata: {name: uptime}", "SLX\nmetadata: {name: uptime}");
    }

    @Test
    void readsNoTrapsAndKeepsTheText() {
        var bomb = new StringBuilder("a: &a [x, x]\n");
        for (var i = 'b'; i < 'z'; i++) {
            bomb.append(i).append(": &").append(i).append(" [").append("*%c, *%c, *%c".formatted(i - 1, i - 1, i - 1)).append("]\n");
        }
        for (var junk : List.of("{", "- [", bomb.toString(), "[".repeat(200), "a: 1\na: 2")) {
            assertThrows(YamlNodes.Unreadable.class, () -> YamlNodes.documents(junk), junk);
        }
        preview422("<b>: {").body(containsString("&lt;b&gt;: {</textarea>"));
        preview422("").body(containsString("Choose a file or paste its text"));
        preview422("--- !!javax.script.ScriptEngineManager [x]").body(containsString("This is not YAML that can be read. Global tag is not allowed"));
        preview("--- 5\n--- [x]\n---\n").body(allOf(containsString("There is nothing to change"), containsString("this is no OpenSLO document")));
    }

    private void refuses(String why, String instead, String of) {
        assertTrue(FILE.contains(instead), instead);
        var refused = plan(FILE.replace(instead, of)).lines().stream().filter(line -> line.outcome() == Outcome.REFUSED).flatMap(line -> line.why().stream()).toList();
        assertTrue(refused.stream().anyMatch(one -> one.contains(why)), () -> why + " is not in " + refused);
    }

    private static OpenSloPlan plan(String text) {
        return QuarkusTransaction.requiringNew().call(() -> OpenSloPlan.of(text, Store.VIENNA));
    }

    private static void bring(String text) {
        in(work -> OpenSloPlan.of(text, Store.VIENNA).write(Fixtures.person("member"), Instant.parse("2026-01-01T00:00:00Z")));
    }

    private static void in(Consumer<Void> work) {
        QuarkusTransaction.requiringNew().run(() -> work.accept(null));
    }

    private static List<String> snapshots() {
        return QuarkusTransaction.requiringNew().call(() -> Objective.all().stream().map(one -> one.handle + one.snapshot() + one.openSlo).toList());
    }

    private ValidatableResponse preview(String yaml) {
        return sent(yaml).statusCode(200);
    }

    private ValidatableResponse preview422(String yaml) {
        return sent(yaml).statusCode(422);
    }

    private ValidatableResponse sent(String yaml) {
        member.get(PATH + "/imports/new").then().statusCode(200);
        return member.postMultipart(PATH + "/imports/previews", "yaml", yaml).then();
    }
}
