package org.closecall.occurrence;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.closecall.Browser;
import org.closecall.Fixtures;
import org.closecall.people.Change;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ImpactTest {

    Browser member;

    @BeforeEach
    void file() {
        Fixtures.organisation();
        member = Browser.as("member");
        member.get("/report");
        member.post("/occurrences", "key", member.key(), "kind", "INCIDENT", "narrative", "Something broke.").then().statusCode(303);
    }

    @Test
    void keepsKindsAndHowManyFeltIt() {
        edit("impactKinds", "WRONG_DATA", "impactKinds", "ERRORS", "impactKinds", "JUNK", "customers", " 2,470 ").then().statusCode(303);
        assertEquals(Set.of(ImpactKind.ERRORS, ImpactKind.WRONG_DATA), extent().kinds);
        assertEquals(2470, extent().customers);
        member.get("/occurrences/1").then().body(allOf(containsString("Errors, Wrong data"), containsString("2,470 affected")));
        member.get("/occurrences/1/edit").then().body(allOf(containsString("value=\"2,470\""), containsString("value=\"ERRORS\" checked"), not(containsString("value=\"COST\" checked"))));
        edit("impactKinds", "NONE", "share", "12,50 %").then().statusCode(303);
        member.get("/occurrences/1").then().body(containsString("12.5\u00a0% of all affected"));
        member.get("/occurrences/1/history").then().body(allOf(containsString("Kinds of impact"), containsString("Customers affected"), containsString("2,470")));
        member.get("/occurrences.csv").then().body(allOf(containsString("impact_kinds,customers_affected,customers_affected_percent,potential_impact"), containsString("none,,12.50,")));
    }

    @Test
    void savingUnchangedChangesNothing() {
        edit("impactKinds", "COST", "share", "0.5").then().statusCode(303);
        var changes = count();
        edit("impactKinds", "COST", "share", "0.50").then().statusCode(303);
        assertEquals(changes, count());
    }

    @Test
    void keepsWhatIsTypedInARefusedForm() {
        for (var junk : List.of("-1", "many", "1.5", "12,34", "9999999999999")) {
            edit("customers", junk).then().statusCode(422).body(allOf(containsString("A whole number from 0 on"), containsString("value=\"" + junk + "\"")));
        }
        for (var junk : List.of("100.01", "-1", "200", "half", "1.234", "%")) {
            edit("share", junk).then().statusCode(422).body(allOf(containsString("A share from 0 to 100"), containsString("value=\"" + junk + "\"")));
        }
        edit("customers", "5", "share", "5").then().statusCode(422).body(containsString("Either the number or the share"));
        edit("impactKinds", "NONE", "impactKinds", "COST").then().statusCode(422).body(allOf(containsString("None cannot stand beside"), containsString("value=\"COST\" checked")));
        edit("potentialImpact", "x".repeat(10_001)).then().statusCode(422).body(containsString("At most 10,000"));
        edit("customers", "0").then().statusCode(303);
        edit("share", "100 %").then().statusCode(303);
    }

    @Test
    void nearMissesHaveWhatCouldHaveBeen() {
        edit("kind", "NEAR_MISS", "potentialImpact", "Nobody could have paid for an hour").then().statusCode(303);
        member.get("/occurrences/1").then().body(containsString("Nobody could have paid for an hour"));
        member.post("/occurrences/1/postmortem", "template", "LIGHT").then().statusCode(303);
        member.get("/occurrences/1/postmortem/edit").then().body(containsString("Nobody could have paid for an hour"));
    }

    @Test
    void twoPeopleKeepBoth() {
        member.get("/occurrences/1/edit");
        var version = member.field("version");
        edit("customers", "7").then().statusCode(303);
        member.post("/occurrences/1", "version", version, "kind", "INCIDENT", "title", "Mine", "customers", "", "detection", "UNKNOWN").then().statusCode(409)
                .body(allOf(containsString("name=\"customers\" type=\"text\" value=\"7\""), containsString("value=\"Mine\"")));
    }

    @Test
    void bringsBackWhatWasThere() {
        edit("impactKinds", "COST", "impactKinds", "LOST_DATA", "share", "12.5").then().statusCode(303);
        edit("customers", "3").then().statusCode(303);
        var last = QuarkusTransaction.requiringNew().call(() -> Change.<Change>find("verb = 'edited' order by id desc").firstResult().id);
        member.get("/occurrences/1/history");
        member.post("/occurrences/1/history/" + last + "/restoration", "field", "Kinds of impact").then().statusCode(303);
        member.post("/occurrences/1/history/" + last + "/restoration", "field", "Customers affected").then().statusCode(303);
        assertEquals("Lost data, Cost 12.5\u00a0%", extent().kindNames() + " " + extent().customerWords());
    }

    private Response edit(String... fields) {
        member.get("/occurrences/1/edit");
        var all = new ArrayList<>(List.of("version", member.field("version"), "title", "T", "detection", "UNKNOWN"));
        all.addAll(List.of(fields));
        if (!all.contains("kind")) {
            all.addAll(List.of("kind", "INCIDENT"));
        }
        return member.post("/occurrences/1", all.toArray(String[]::new));
    }

    private static Extent extent() {
        return QuarkusTransaction.requiringNew().call(() -> Occurrence.numbered(1).extent);
    }

    private static long count() {
        return QuarkusTransaction.requiringNew().call(() -> Change.count());
    }
}
