package org.closecall.people;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.closecall.AtOnce;
import org.closecall.Browser;
import org.closecall.Fixtures;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@QuarkusTest
class InvitationsTest {

    private static final String GOOD = "a quiet harbour town";

    Browser administrator;

    @BeforeEach
    void signIn() {
        Fixtures.organisation();
        administrator = Browser.as("administrator");
    }

    @Test
    void theLinkIsShownOnceAndMakesAnAccount() {
        var link = invite("Priya Halloran", "Priya@Example.org", "MEMBER");
        administrator.get("/admin/people").then().body(allOf(not(containsString("One-time link")), containsString("priya@example.org"), containsString("Withdraw")));
        var priya = Browser.visitor();
        priya.get(link).then().statusCode(200).body("html.head.title", is("Invitation · Closecall"))
                .body(allOf(containsString("Join Larkspur"), containsString("value=\"Priya Halloran\""), containsString("value=\"priya@example.org\""), containsString("as a member")));
        priya.post(link, "name", "Priya H.", "password", GOOD).then().statusCode(303).header("Location", endsWith("/"));
        priya.get("/").then().statusCode(200).body(containsString("Welcome, Priya H."));
        priya.get("/report").then().statusCode(200);
        priya.get("/admin/people").then().statusCode(404);
        Browser.visitor().post("/sign-in", "email", "priya@example.org", "password", GOOD).then().statusCode(303);
        administrator.get("/admin/people").then().body(containsString("Nobody is invited at the moment"));
    }

    @Test
    void aUsedLinkIsGone() {
        var link = invite("Priya Halloran", "priya@example.org", "VIEWER");
        Browser.visitor().post(link, "name", "Priya", "password", GOOD).then().statusCode(303);
        Browser.visitor().get(link).then().statusCode(404).body(containsString("This invitation no longer works"));
        Browser.visitor().post(link, "name", "Again", "password", GOOD).then().statusCode(404);
        assertEquals(5, Person.count());
    }

    @Test
    void acceptedTwiceAtOnceMakesOneAccount() {
        var link = invite("Priya Halloran", "priya@example.org", "MEMBER");
        var one = Browser.visitor();
        var two = Browser.visitor();
        one.get(link);
        two.get(link);
        assertEquals(List.of(303, 404), AtOnce.sorted(() -> one.post(link, "name", "One", "password", GOOD).statusCode(),
                () -> two.post(link, "name", "Two", "password", GOOD).statusCode()));
        assertEquals(5, Person.count());
    }

    @Test
    void unknownAndExpiredLinksAreGone() {
        Browser.visitor().get("/invitations/" + "x".repeat(32)).then().statusCode(404).body(containsString("no longer works"));
        var link = invite("Priya Halloran", "priya@example.org", "MEMBER");
        QuarkusTransaction.requiringNew().run(() -> Invitation.update("expiresAt = ?1", Instant.now().minusSeconds(1)));
        Browser.visitor().get(link).then().statusCode(404);
        Browser.visitor().post(link, "name", "Late", "password", GOOD).then().statusCode(404);
        administrator.get("/admin/people").then().body(allOf(containsString("too old since"), containsString("Invite again")));
        administrator.post("/admin/invitations/1/link").then().statusCode(303);
        Browser.visitor().get(shown()).then().statusCode(200);
    }

    @Test
    void aWeakPasswordIsRefusedAndTheNameKept() {
        var link = invite("Priya Halloran", "priya@example.org", "MEMBER");
        var priya = Browser.visitor();
        priya.post(link, "name", "P. Halloran", "password", "short").then().statusCode(422)
                .body(allOf(containsString("At least 12 characters"), containsString("value=\"P. Halloran\""), not(containsString("short\""))));
        priya.post(link, "name", "", "password", "password1234").then().statusCode(422)
                .body(allOf(containsString("passwords that are tried first"), containsString("Your name, as colleagues know you")));
        assertEquals(4, Person.count());
    }

    @Test
    void aRefusedInvitationComesBackAsTyped() {
        administrator.get("/admin/people");
        administrator.post("/admin/invitations", "key", administrator.key(), "name", "Mia again", "email", "x@example.org", "role", "BOSS").then().statusCode(422)
                .body(allOf(containsString("value=\"Mia again\""), containsString("Choose one of the roles")));
        administrator.post("/admin/invitations", "name", "Mia again", "email", "MEMBER@example.org", "role", "MEMBER").then().statusCode(422)
                .body(containsString("Mia Member has an account with this e-mail"));
        administrator.post("/admin/invitations", "name", "", "email", "nobody", "role", "MEMBER").then().statusCode(422)
                .body(allOf(containsString("This is not an e-mail address"), containsString("The name colleagues know")));
        assertEquals(0, Invitation.count());
    }

    @Test
    void aSecondInvitationEndsTheFirst() {
        var first = invite("Priya", "priya@example.org", "MEMBER");
        var second = invite("Priya", "PRIYA@example.org", "VIEWER");
        Browser.visitor().get(first).then().statusCode(404);
        Browser.visitor().get(second).then().statusCode(200).body(containsString("as a viewer"));
    }

    @Test
    void theSameFormSentTwiceInvitesOnce() {
        administrator.get("/admin/people");
        var key = administrator.key();
        for (var time = 0; time < 2; time++) {
            administrator.post("/admin/invitations", "key", key, "name", "Priya", "email", "priya@example.org", "role", "MEMBER").then().statusCode(303);
        }
        assertEquals(1, Invitation.count());
    }

    @Test
    void aLostLinkIsReplaced() {
        var lost = invite("Priya", "priya@example.org", "MEMBER");
        administrator.post("/admin/invitations/1/link").then().statusCode(303);
        var fresh = shown();
        Browser.visitor().get(lost).then().statusCode(404);
        Browser.visitor().get(fresh).then().statusCode(200);
    }

    @Test
    void aWithdrawnLinkIsGone() {
        var link = invite("Priya", "priya@example.org", "MEMBER");
        administrator.post("/admin/invitations/1/withdrawal").then().statusCode(303);
        administrator.get("/admin/people").then().body(allOf(containsString("The invitation of Priya is withdrawn"), containsString("Nobody is invited")));
        Browser.visitor().post(link, "name", "Priya", "password", GOOD).then().statusCode(404);
        administrator.post("/admin/invitations/1/withdrawal").then().statusCode(303);
        administrator.get("/admin/people").then().body(containsString("was used or withdrawn before"));
        administrator.post("/admin/invitations/1/link").then().statusCode(404);
        assertEquals(List.of("invited", "withdrawn"), Change.<Change>list("subject = 'invitation' order by id").stream().map(change -> change.verb).toList());
    }

    @Test
    void whoeverIsGivenTheEMailEndsTheInvitationToIt() {
        var link = invite("Priya", "priya@example.org", "MEMBER");
        administrator.post("/admin/people/" + Fixtures.person("member").id + "/identity", "name", "Mia Member", "email", "PRIYA@example.org").then().statusCode(303);
        Browser.visitor().post(link, "name", "Priya", "password", GOOD).then().statusCode(404);
        administrator.get("/admin/people").then().body(containsString("Nobody is invited at the moment"));
    }

    @Test
    void whatWasNotAcceptedForAMonthIsNoLongerListed() {
        invite("Priya", "priya@example.org", "MEMBER");
        QuarkusTransaction.requiringNew().run(() -> Invitation.update("expiresAt = ?1", Instant.now().minus(Duration.ofDays(31))));
        administrator.get("/admin/people").then().body(containsString("Nobody is invited at the moment"));
    }

    @ParameterizedTest
    @EnumSource(value = Deed.class, names = {"ROLE_CHANGED", "DEACTIVATED"})
    void aLinkEndsWhenWhoMadeItIsNoAdministratorAnyMore(Deed deed) {
        var link = invite("Priya", "priya@example.org", "ADMINISTRATOR");
        QuarkusTransaction.requiringNew().run(() -> {
            var ada = Person.withEmail("administrator@example.org");
            ada.role = deed == Deed.ROLE_CHANGED ? Role.MEMBER : Role.ADMINISTRATOR;
            ada.deactivatedAt = deed == Deed.DEACTIVATED ? Instant.now() : null;
            Fixtures.person("Bea Boss", "boss", Role.ADMINISTRATOR);
        });
        Browser.visitor().get(link).then().statusCode(404).body(containsString("This invitation no longer works"));
        Browser.visitor().post(link, "name", "Priya", "password", GOOD).then().statusCode(404);
        administrator = Browser.as("boss");
        administrator.get("/admin/people").then().body(allOf(containsString("no longer works: Ada Administrator is no administrator any more"), containsString("Invite again")));
        administrator.post("/admin/invitations/1/link").then().statusCode(303);
        var fresh = shown();
        administrator.get("/admin/people").then().body(containsString("by Bea Boss"));
        Browser.visitor().get(fresh).then().statusCode(200).body(containsString("Bea Boss invites you"));
    }

    @Test
    void onlyADigestIsKept() {
        var token = invite("Priya", "priya@example.org", "MEMBER").substring("/invitations/".length());
        assertEquals(Token.digest(token), Invitation.<Invitation>findAll().singleResult().tokenDigest);
    }

    @Test
    void othersFindNothingHere() {
        for (var path : List.of("/admin/invitations", "/admin/invitations/1/link", "/admin/invitations/1/withdrawal")) {
            Browser.as("member").post(path, "name", "x", "email", "x@example.org", "role", "ADMINISTRATOR").then().statusCode(404);
            Browser.visitor().post(path, "name", "kept").then().statusCode(401);
            administrator.get(path).then().statusCode(405);
        }
        administrator.post("/admin/invitations/99/link").then().statusCode(404);
        administrator.post("/admin/invitations/99/withdrawal").then().statusCode(404);
    }

    private String invite(String name, String email, String role) {
        administrator.get("/admin/people");
        administrator.post("/admin/invitations", "key", administrator.key(), "name", name, "email", email, "role", role)
                .then().statusCode(303).header("Location", endsWith("/admin/people"));
        return shown();
    }

    /** The path of the link on the page right after. */
    private String shown() {
        var link = administrator.get("/admin/people").htmlPath().getString("**.find { it.@id == 'oneTimeLink' }.@value");
        assertTrue(link.matches("http://localhost:\\d+/invitations/[\\w-]{32}"), link);
        return URI.create(link).getPath();
    }
}
