package org.closecall.people;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
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
        AtOnce.sorted(() -> administrator.post(path("other"), "role", "MEMBER").statusCode(), () -> other.post(path("administrator"), "role", "MEMBER").statusCode());
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
    void othersFindNothingHere() {
        for (var who : List.of("viewer", "member")) {
            var browser = Browser.as(who);
            for (var path : List.of("/admin/people", "/admin/people/1/edit")) {
                browser.get(path).then().statusCode(404);
            }
            for (var path : List.of("/admin/people/1", "/admin/people/1/deactivation", "/admin/people/1/reactivation")) {
                browser.post(path, "role", "ADMINISTRATOR").then().statusCode(404);
            }
        }
        Browser.visitor().get("/admin/people").then().statusCode(302);
        Browser.visitor().post("/admin/people/1", "role", "ADMINISTRATOR").then().statusCode(401);
    }

    @Test
    void whoIsNotThereIsNotFoundAndFormsAreNotVisited() {
        administrator.get("/admin/people/99/edit").then().statusCode(404);
        for (var path : List.of("/admin/people/99", "/admin/people/99/deactivation", "/admin/people/99/reactivation")) {
            administrator.post(path, "role", "MEMBER").then().statusCode(404);
        }
        for (var path : List.of("/admin/people/1", "/admin/people/1/deactivation", "/admin/people/1/reactivation")) {
            administrator.get(path).then().statusCode(405);
        }
    }

    private static String path(String who) {
        return "/admin/people/" + Fixtures.person(who).id;
    }
}
