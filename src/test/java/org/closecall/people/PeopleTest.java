package org.closecall.people;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Set;
import org.closecall.AtOnce;
import org.closecall.Browser;
import org.closecall.Fixtures;
import org.closecall.Statements;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PeopleTest {

    Browser administrator;

    @BeforeEach
    void signIn() {
        Fixtures.organisation();
        administrator = Browser.as("administrator");
    }

    @Test
    void areListedWithTheirRoles() {
        administrator.get("/admin/people").then().statusCode(200)
                .body(allOf(containsString("Vera Viewer"), containsString("member@example.org"), containsString("Administrator"), containsString("Nobody is invited at the moment"), containsString("/admin/imports")));
    }

    @Test
    void aNewRoleEndsTheSessionAndStaysInTheHistory() {
        var member = Browser.as("member");
        administrator.post(path("member"), "role", "VIEWER").then().statusCode(303).header("Location", endsWith("/admin/people"));
        member.get("/").then().statusCode(302).header("Location", containsString("/sign-in"));
        Browser.as("member").get("/report").then().statusCode(403);
        administrator.get(path("member") + "/edit").then().body(allOf(containsString("changed the role"), containsString("<del class=\"quiet\">Member</del>")));
    }

    @Test
    void theSameRoleChangesNothing() {
        var member = Browser.as("member");
        administrator.post(path("member"), "role", "MEMBER").then().statusCode(303);
        member.get("/").then().statusCode(200);
        assertEquals(0, Change.count());
    }

    @Test
    void aRoleThatIsNoneIsRefused() {
        administrator.post(path("member"), "role", "BOSS").then().statusCode(422).body(containsString("Choose one of the roles"));
        administrator.post(path("member")).then().statusCode(422).body(containsString("Choose one of the roles"));
    }

    @Test
    void theLastAdministratorStays() {
        administrator.post(path("administrator"), "role", "MEMBER").then().statusCode(422).body(containsString("make another person administrator first"));
        administrator.post(path("administrator") + "/deactivation").then().statusCode(422).body(containsString("You cannot deactivate yourself"));
        assertTrue(Fixtures.person("administrator").administrator());
    }

    @Test
    void whoStepsDownStaysSignedIn() {
        administrator.post(path("other"), "role", "ADMINISTRATOR").then().statusCode(303);
        administrator.post(path("administrator"), "role", "MEMBER").then().statusCode(303).header("Location", endsWith("/"));
        administrator.get("/report").then().statusCode(200);
        administrator.get("/admin/people").then().statusCode(404);
    }

    @Test
    void twoWhoDemoteEachOtherAtOnceLeaveOneAdministrator() {
        administrator.post(path("other"), "role", "ADMINISTRATOR").then().statusCode(303);
        var other = Browser.as("other");
        other.get("/admin/people");
        administrator.get("/admin/people");
        oneOf(AtOnce.sorted(() -> administrator.post(path("other"), "role", "MEMBER").statusCode(), () -> other.post(path("administrator"), "role", "MEMBER").statusCode()));
        assertEquals(1, Person.active(Role.ADMINISTRATOR).size());
    }

    @Test
    void aDeactivatedPersonIsOutUntilReactivated() {
        var member = Browser.as("member");
        administrator.post(path("member") + "/deactivation").then().statusCode(303);
        member.get("/").then().statusCode(302);
        Browser.visitor().post("/sign-in", "email", "member@example.org", "password", Fixtures.PASSWORD).then().statusCode(422);
        administrator.get("/admin/people").then().body(containsString("deactivated"));
        administrator.post(path("member") + "/deactivation").then().statusCode(303);
        administrator.post(path("member") + "/reactivation").then().statusCode(303);
        administrator.post(path("member") + "/reactivation").then().statusCode(303);
        Browser.as("member").get("/").then().statusCode(200);
        assertEquals(List.of("deactivated", "reactivated"), Change.<Change>list("order by id").stream().map(change -> change.verb).toList());
    }

    @Test
    void aNewPasswordDoesNotUndoTheDeactivationItCrossed() {
        var path = path("member");
        QuarkusTransaction.requiringNew().run(() -> {
            var crossing = Person.withEmail("member@example.org");
            administrator.post(path + "/deactivation").then().statusCode(303);
            crossing.changePassword("another plum tree 8");
        });
        assertFalse(Fixtures.person("member").active());
    }

    @Test
    void manyArePagedByNameWithoutMoreStatements() {
        administrator.get("/admin/people");
        var few = Statements.during(() -> administrator.get("/admin/people"));
        QuarkusTransaction.requiringNew().run(() -> Person.getEntityManager().createNativeQuery(
                "insert into person (name, email, password_hash, role, created_at) select 'Same Name', 'p' || n || '@example.org', 'x', 'VIEWER', now() from generate_series(1, 150) n").executeUpdate());
        assertEquals(few, Statements.during(() -> administrator.get("/admin/people")));
        var next = administrator.get("/admin/people").htmlPath().getString("**.find { it.name() == 'a' && it.@href.text().contains('?after=') }.@href");
        administrator.get(next).then().statusCode(200).body(allOf(containsString("Vera Viewer"), not(containsString("Ada Administrator</a>"))));
    }

    @Test
    void areFoundByNameEMailRoleAndState() {
        Fixtures.deactivate("other");
        for (var query : List.of("text=MEMB", "text=mia&may=MEMBER&state=active", "may=MEMBER&state=active")) {
            administrator.get("/admin/people?" + query).then().statusCode(200).body(allOf(containsString("Mia Member</a>"), not(containsString("Vera Viewer</a>")), not(containsString("Otto Other</a>"))));
        }
        administrator.get("/admin/people?state=deactivated").then().body(allOf(containsString("Otto Other</a>"), not(containsString("Mia Member</a>"))));
        for (var nobody : List.of("text=%25", "text=_", "text=%5C", "text=%27--", "text=%00", "text=mia&may=VIEWER")) {
            administrator.get("/admin/people?" + nobody).then().statusCode(200).body(nobody.contains("%00") ? containsString("Mia Member</a>") : not(containsString("Mia Member</a>")));
        }
        QuarkusTransaction.requiringNew().run(() -> Person.getEntityManager().createNativeQuery(
                "insert into person (name, email, password_hash, role, created_at) select 'Same Name', 'p' || n || '@example.org', 'x', 'VIEWER', now() from generate_series(1, 150) n").executeUpdate());
        var next = administrator.get("/admin/people?may=VIEWER&text=e").htmlPath().getString("**.find { it.name() == 'a' && it.@rel.text() == 'next' }.@href");
        assertTrue(next.contains("may=VIEWER") && next.contains("text=e"), next);
        administrator.get(next).then().body(allOf(containsString("Vera Viewer</a>"), not(containsString("Ada Administrator</a>"))));
    }

    @Test
    void nameAndEMailAreChangedWhereNobodyElseHasThem() {
        var identity = path("member") + "/identity";
        administrator.post(identity, "name", "", "email", "x", "wasName", "Mia Member", "wasEmail", "member@example.org").then().statusCode(422).body(allOf(containsString("The name colleagues know"), containsString("This is not an e-mail address")));
        administrator.post(identity, "name", "Mia M.", "email", "VIEWER@example.org").then().statusCode(422).body(allOf(containsString("Vera Viewer has an account with this e-mail"), containsString("value=\"Mia M.\"")));
        administrator.post(identity, "name", "Mia Married", "email", "Mia@Example.org", "wasName", "Mia Member", "wasEmail", "member@example.org").then().statusCode(303);
        Browser.visitor().post("/sign-in", "email", "mia@example.ORG", "password", Fixtures.PASSWORD).then().statusCode(303);
        administrator.post("/admin/people/" + Fixtures.person("mia").id + "/identity", "name", "Mia Mine", "email", "mia@example.org", "wasName", "Mia Member", "wasEmail", "member@example.org").then().statusCode(409)
                .body(allOf(containsString("Mia Married"), containsString("value=\"Mia Mine\"")));
    }

    @Test
    void oneEMailIsOneAccountWhateverItsCase() {
        var twin = assertThrows(RuntimeException.class, () -> QuarkusTransaction.requiringNew().run(() -> Person.getEntityManager().createNativeQuery(
                "insert into person (name, email, password_hash, role, created_at) values ('Twin', 'MEMBER@Example.org', 'x', 'VIEWER', now())").executeUpdate()));
        assertTrue(twin.toString().contains("person_email"), twin::toString);
    }

    @Test
    void twoWhoLeaveOrDemoteTheOtherAtOnceLeaveOneAdministrator() {
        administrator.post(path("other"), "role", "ADMINISTRATOR").then().statusCode(303);
        var other = Browser.as("other");
        other.get("/admin/people");
        administrator.get("/admin/people");
        oneOf(AtOnce.sorted(() -> administrator.post(path("other") + "/deactivation").statusCode(), () -> other.post(path("administrator"), "role", "MEMBER").statusCode()));
        assertEquals(1, Person.active(Role.ADMINISTRATOR).size());
    }

    /** The other is told that nobody would be left, or comes so late that the first has ended the session. */
    private static void oneOf(List<Integer> answers) {
        assertEquals(303, answers.get(0), answers::toString);
        assertTrue(Set.of(401, 422).contains(answers.get(1)), answers::toString);
    }

    @Test
    void othersFindNothingHere() {
        for (var who : List.of("viewer", "member")) {
            var browser = Browser.as(who);
            for (var path : List.of("/admin/people", "/admin/people/1/edit")) {
                browser.get(path).then().statusCode(404);
            }
            for (var path : List.of("/admin/people/1", "/admin/people/1/deactivation", "/admin/people/1/reactivation", "/admin/people/1/reset", "/admin/people/1/sign-out", "/admin/people/1/identity")) {
                browser.post(path, "role", "ADMINISTRATOR").then().statusCode(404);
            }
        }
        Browser.visitor().get("/admin/people").then().statusCode(302);
        Browser.visitor().post("/admin/people/1", "role", "ADMINISTRATOR").then().statusCode(401);
    }

    @Test
    void whoIsNotThereIsNotFoundAndFormsAreNotVisited() {
        administrator.get("/admin/people/99/edit").then().statusCode(404);
        for (var path : List.of("/admin/people/99", "/admin/people/99/deactivation", "/admin/people/99/reactivation", "/admin/people/99/reset", "/admin/people/99/sign-out", "/admin/people/99/identity")) {
            administrator.post(path, "role", "MEMBER").then().statusCode(404);
        }
        for (var path : List.of("/admin/people/1", "/admin/people/1/deactivation", "/admin/people/1/reactivation", "/admin/people/1/reset", "/admin/people/1/sign-out", "/admin/people/1/identity")) {
            administrator.get(path).then().statusCode(405);
        }
    }

    private static String path(String who) {
        return "/admin/people/" + Fixtures.person(who).id;
    }
}
