package org.closecall.people;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Collectors;
import org.closecall.Browser;
import org.closecall.Fixtures;
import org.closecall.Statements;
import org.closecall.web.FormKey;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AuditLogTest {

    private static final String GOOD = "quiet harbour town 4";

    @Inject
    AccessCleaning cleaning;

    Browser administrator;

    @BeforeEach
    void signIn() {
        Fixtures.organisation();
        administrator = Browser.as("administrator");
    }

    /** One long day; at its end every deed there is must be in the log, and no secret. */
    @Test
    void everythingAboutAccessIsInItAndNothingThatOpensAnything() {
        var secrets = new java.util.ArrayList<>(List.of(GOOD, Fixtures.PASSWORD, "wrong horse battery"));
        var id = Fixtures.person("member").id;
        secrets.add(invited());
        administrator.post("/admin/invitations/1/link");
        var link = shown("/admin/people", "oneTimeLink");
        Browser.visitor().post(path(link), "name", "Priya", "password", GOOD).then().statusCode(303);
        invited();
        administrator.post("/admin/invitations/2/withdrawal");
        administrator.post("/admin/people/" + id, "role", "VIEWER");
        administrator.post("/admin/people/" + id + "/deactivation");
        administrator.post("/admin/people/" + id + "/reactivation");
        administrator.post("/admin/people/" + id + "/identity", "name", "Mia Renamed", "email", "mia@example.org");
        administrator.post("/admin/people/" + id + "/reset");
        var reset = shown("/admin/people/" + id + "/edit", "secret");
        Browser.visitor().post(path(reset), "password", GOOD).then().statusCode(303);
        var other = Browser.as("other");
        other.post("/password", "current", "wrong horse battery", "password", GOOD).then().statusCode(422);
        other.post("/password", "current", Fixtures.PASSWORD, "password", GOOD);
        other.get("/tokens");
        other.post("/tokens", "key", other.key(), "name", "script", "scopes", "actions:read", "days", "30", "until", "");
        var token = other.get("/tokens").htmlPath().getString("**.find { it.@id == 'secret' }.@value");
        for (var twice = 0; twice < 2; twice++) {
            given().header("Authorization", "Bearer " + token).get("/api/v1/actions").then().statusCode(200);
        }
        other.post("/tokens/1/revocation");
        other.post("/calendars", "team", "");
        var feed = other.get("/calendars").htmlPath().getString("**.find { it.@id == 'secret' }.@value");
        given().get(path(feed)).then().statusCode(200);
        other.post("/calendars/1/revocation");
        other.get("/occurrences.csv").then().statusCode(200);
        other.post("/profile/sessions/endings");
        Browser.as("viewer");
        Browser.visitor().post("/sign-in", "email", "viewer@example.org", "password", "wrong horse battery");
        Browser.visitor().post("/sign-in", "email", "wrong horse battery", "password", "viewer@example.org");
        var again = Browser.visitor();
        for (var tries = 0; tries < 14; tries++) {
            again.post("/sign-in", "email", "viewer@example.org", "password", "wrong horse battery");
        }
        administrator.post("/admin/trackers", "key", FormKey.fresh(), "kind", "GITHUB", "name", "Code", "base", "https://code.example", "token", "ghp_NobodysBusiness").then().statusCode(303);
        secrets.add("ghp_NobodysBusiness");
        again.post("/sign-in", "email", "other@example.org", "password", GOOD);
        other.post("/profile/sessions/endings");
        other.post("/sign-out");
        administrator.get("/admin/access").then().statusCode(200);
        var csv = administrator.get("/admin/access.csv").then().statusCode(200).extract().asString();
        administrator.get("/admin/access.csv").then().statusCode(200);
        secrets.addAll(List.of(path(link).substring(13), path(reset).substring(17), token, path(feed).substring(10)));
        var missing = EnumSet.allOf(Deed.class);
        QuarkusTransaction.requiringNew().call(() -> AuditEntry.<AuditEntry>listAll()).forEach(entry -> missing.remove(entry.deed));
        assertEquals(EnumSet.of(Deed.SET_UP), missing);
        var page = administrator.get("/admin/access").asString();
        secrets.forEach(secret -> assertTrue(!csv.contains(secret) && !page.contains(secret) && !stored().contains(secret), "holds " + secret));
        assertTrue(page.contains("Mia Renamed") && page.contains("from member to viewer") && page.contains("/occurrences.csv"), page);
        assertEquals(1, count(Deed.TOKEN_USED), "a use a day");
    }

    @Test
    void isFilteredByWhoWhatWhenAndFromWhere() {
        Browser.as("member");
        Browser.visitor().saying("X-Forwarded-For", "192.0.2.7", "User-Agent", "Mozilla/5.0 (X11; Linux x86_64; rv:121.0) Gecko/20100101 Firefox/121.0").post("/sign-in", "email", "member@example.org", "password", "x");
        for (var wanted : List.of("who=MIA&origin=INTERNET", "who=member%40", "deed=SIGN_IN_FAILED", "origin=INTERNET", "from=2020-01-01&origin=INTERNET")) {
            administrator.get("/admin/access?" + wanted).then().statusCode(200).body(allOf(containsString("192.0.2.7"), containsString("failed to sign in: Mia Member"), containsString("Firefox on Linux")));
            administrator.get("/admin/access.csv?" + wanted).then().body(allOf(containsString("sign_in_failed"), containsString("192.0.2.7"), containsString("member@example.org")));
        }
        for (var other : List.of("who=vera", "deed=SIGNED_IN", "origin=PRIVATE", "to=2020-01-01", "from=2999-01-01", "deed=x", "who=%25", "who=_", "origin=%27%3B--", "from=x&deed=LOG_READ", "from=%2B999999999-12-31&deed=LOG_READ", "to=%2B999999999-12-31&deed=LOG_READ", "to=-999999999-01-01&deed=LOG_READ", "after=x&deed=SIGNED_OUT")) {
            administrator.get("/admin/access?" + other).then().statusCode(200).body(not(containsString("192.0.2.7")));
            administrator.get("/admin/access.csv?" + other).then().statusCode(200).body(allOf(startsWith("at,deed,person"), not(containsString("192.0.2.7"))));
        }
    }

    @Test
    void isPagedByKeyInAFewStatements() {
        administrator.get("/admin/access");
        var few = Statements.during(() -> administrator.get("/admin/access"));
        QuarkusTransaction.requiringNew().run(() -> AuditEntry.getEntityManager().createNativeQuery(
                "insert into audit_entry (at, deed, person_id, detail, origin) select timestamptz '2020-01-01' + n * interval '1 minute', 'SIGNED_IN', 1 + n % 4, 'n' || n || '.', 'PRIVATE' from generate_series(1, 250) n").executeUpdate());
        assertEquals(few, Statements.during(() -> administrator.get("/admin/access")));
        var seen = new java.util.HashSet<String>();
        var next = "/admin/access?origin=PRIVATE";
        for (var pages = 0; next != null && pages < 9; pages++) {
            var page = administrator.get(next).asString();
            java.util.regex.Pattern.compile(">n(\\d+)\\.<").matcher(page).results().forEach(found -> assertTrue(seen.add(found.group(1)), "twice"));
            var link = java.util.regex.Pattern.compile("rel=\"next\" href=\"([^\"]+)\"").matcher(page);
            next = link.find() ? link.group(1).replace("&amp;", "&") : null;
        }
        assertEquals(250, seen.size());
    }

    @Test
    void aTokenAndACalendarAddressAreNotedForEachAddressTheyAreUsedFrom() {
        administrator.get("/tokens");
        administrator.post("/tokens", "key", administrator.key(), "name", "script", "scopes", "actions:read", "days", "30", "until", "").then().statusCode(303);
        var token = shown("/tokens", "secret");
        administrator.post("/calendars", "team", "");
        var feed = path(shown("/calendars", "secret"));
        for (var address : List.of("192.0.2.7", "192.0.2.8", "192.0.2.7")) {
            given().headers("Authorization", "Bearer " + token, "X-Forwarded-For", address).get("/api/v1/actions").then().statusCode(200);
            given().header("X-Forwarded-For", address).get(feed).then().statusCode(200);
        }
        assertEquals(List.of(2L, 2L), List.of(count(Deed.TOKEN_USED), count(Deed.FEED_READ)));
    }

    @Test
    void isKeptForTwoYears() {
        QuarkusTransaction.requiringNew().run(() -> AuditEntry.getEntityManager().createNativeQuery(
                "insert into audit_entry (at, deed, origin) select now() - n * interval '1 year', 'SIGNED_OUT', 'SERVER' from generate_series(1, 3) n").executeUpdate());
        cleaning.run(Instant.now().plusSeconds(60));
        assertEquals(1, count(Deed.SIGNED_OUT));
    }

    @Test
    void isForAdministrators() {
        for (var path : List.of("/admin/access", "/admin/access.csv")) {
            Browser.as("member").get(path).then().statusCode(404);
            Browser.visitor().get(path).then().statusCode(302);
        }
    }

    private String invited() {
        administrator.get("/admin/people");
        administrator.post("/admin/invitations", "key", administrator.key(), "name", "Priya", "email", "priya" + Invitation.count() + "@example.org", "role", "MEMBER").then().statusCode(303);
        return path(shown("/admin/people", "oneTimeLink")).substring(13);
    }

    private String shown(String page, String id) {
        return administrator.get(page).htmlPath().getString("**.find { it.@id == '" + id + "' }.@value");
    }

    private static String path(String url) {
        return URI.create(url).getPath();
    }

    private static String stored() {
        return QuarkusTransaction.requiringNew().call(() -> AuditEntry.getEntityManager().createNativeQuery("select cast(a as text) from audit_entry a", String.class).getResultList().stream().map(String::valueOf).collect(Collectors.joining("\n")).toString());
    }

    private static long count(Deed deed) {
        return QuarkusTransaction.requiringNew().call(() -> AuditEntry.count("deed", deed));
    }
}
