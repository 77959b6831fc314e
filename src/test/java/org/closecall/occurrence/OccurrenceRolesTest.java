package org.closecall.occurrence;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.closecall.AtOnce;
import org.closecall.Browser;
import org.closecall.Fixtures;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OccurrenceRolesTest {

    private static final String ROLES = "/occurrences/1/roles";
    private static final String MIA = "2";
    private static final String OTTO = "3";

    Browser member;

    @BeforeEach
    void file() {
        Fixtures.organisation();
        member = Browser.as("member");
        member.get("/report");
        member.post("/occurrences", "key", member.key(), "kind", "INCIDENT", "narrative", "Something broke.", "over", "NO").then().statusCode(303);
    }

    @Test
    void takesARoleAndHandsItOver() {
        give("Scribe", MIA);
        give("Scribe", OTTO);
        give("Scribe", OTTO);
        assertEquals(List.of("Scribe Mia Member over", "Scribe Otto Other now"), roles());
        member.get("/occurrences/1").then().body(allOf(containsString("Scribe"), containsString("Otto Other"), containsString("Take or hand over")));
        member.get(ROLES).then().body(allOf(containsString("Mia Member"), containsString(", by Mia Member")));
        member.get("/occurrences/1/history").then().body(containsString("handed a role over"));
        member.post(ROLES + "/2/ending").then().statusCode(303);
        member.post(ROLES + "/2/ending").then().statusCode(303);
        assertEquals(List.of("Scribe Mia Member over", "Scribe Otto Other over"), roles());
    }

    @Test
    void theIncidentLeadIsTheRecordsLead() {
        give("Incident lead", MIA);
        assertEquals("Mia Member", lead());
        edit("lead", OTTO);
        assertEquals(List.of("Incident lead Mia Member over", "Incident lead Otto Other now"), roles());
        edit("lead", "");
        assertEquals(List.of("Incident lead Mia Member over", "Incident lead Otto Other over"), roles());
        edit("lead", OTTO);
        member.post(ROLES + "/3/ending").then().statusCode(303);
        assertEquals(null, lead());
    }

    @Test
    void aRoleMayHaveAnyName() {
        member.post(ROLES, "role", "OTHER", "other", " ", "person", MIA).then().statusCode(422).body(containsString("Name the role"));
        member.post(ROLES, "role", "OTHER", "other", "Talks to the <bank>", "person", MIA).then().statusCode(303);
        member.get("/occurrences/1").then().body(containsString("Talks to the &lt;bank&gt;"));
        member.post(ROLES, "role", "OTHER", "other", "TALKS TO the <bank>", "person", OTTO).then().statusCode(303);
        assertEquals(List.of("Talks to the <bank> Mia Member over", "Talks to the <bank> Otto Other now"), roles());
    }

    @Test
    void twoAtOnceLeaveOne() {
        var other = Browser.as("other");
        member.get(ROLES);
        other.get(ROLES);
        AtOnce.sorted(() -> member.post(ROLES, "role", "Scribe", "person", MIA).statusCode(), () -> other.post(ROLES, "role", "Scribe", "person", OTTO).statusCode());
        assertEquals(1, OccurrenceRole.count("until is null"));
        assertEquals(2, OccurrenceRole.count());
    }

    @Test
    void refusesWhatIsNotThere() {
        member.post(ROLES, "role", "", "other", "Kept", "person", "").then().statusCode(422).body(allOf(containsString("Choose a role"), containsString("Choose who takes it"), containsString("value=\"Kept\"")));
        member.post(ROLES, "role", "Scribe", "person", "77").then().statusCode(422);
        member.post(ROLES + "/77/ending").then().statusCode(404);
        member.get("/occurrences/77/roles").then().statusCode(404);
        var viewer = Browser.as("viewer");
        viewer.get(ROLES).then().statusCode(200).body(not(containsString("<form class=\"stack\"")));
        viewer.post(ROLES, "role", "Scribe", "person", MIA).then().statusCode(403);
        viewer.post(ROLES + "/1/ending").then().statusCode(403);
    }

    private void give(String role, String person) {
        member.get(ROLES);
        member.post(ROLES, "key", member.key(), "role", role, "person", person).then().statusCode(303);
    }

    private void edit(String field, String value) {
        member.get("/occurrences/1/edit");
        member.post("/occurrences/1", "version", member.field("version"), "kind", "INCIDENT", "title", "x", "mitigatedNone", "NOT_YET", "resolvedNone", "NOT_YET", field, value).then().statusCode(303);
    }

    private static String lead() {
        return QuarkusTransaction.requiringNew().call(() -> {
            var lead = Occurrence.numbered(1).lead;
            return lead == null ? null : lead.name;
        });
    }

    private static List<String> roles() {
        return QuarkusTransaction.requiringNew().call(() -> OccurrenceRole.of(Occurrence.numbered(1)).stream().map(role -> role.role + " " + role.person.name + (role.until == null ? " now" : " over")).toList());
    }
}
