package org.closecall.people;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.closecall.Browser;
import org.closecall.Fixtures;
import org.closecall.TestClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SessionsTest {

    private static final String PHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.0 Mobile/15E148 Safari/604.1";

    @Inject
    AccessCleaning cleaning;

    Browser member;

    @BeforeEach
    void signIn() {
        Fixtures.organisation();
        member = Browser.as("member");
    }

    @AfterEach
    void today() {
        TestClock.putRight();
    }

    @Test
    void areListedWithTheirDevicesAndEndedFromElsewhere() {
        var phone = on(PHONE);
        member.get("/profile").then().statusCode(200).body(allOf(containsString("Safari on iPhone"), containsString("this one"), containsString("End all others")));
        var id = Session.<Session>find("device", "Safari on iPhone").firstResult().id;
        member.post("/profile/sessions/" + id + "/ending").then().statusCode(303);
        phone.get("/").then().statusCode(302);
        member.get("/profile").then().body(allOf(not(containsString("Safari on iPhone")), not(containsString("End all others"))));
        member.post("/profile/sessions/" + id + "/ending").then().statusCode(404);
    }

    @Test
    void allOthersEndAtOnceAndNobodyElses() {
        var phone = on(PHONE);
        var other = Browser.as("other");
        member.post("/profile/sessions/endings").then().statusCode(303);
        phone.get("/").then().statusCode(302);
        member.get("/profile").then().statusCode(200).body(containsString("Your other session has ended"));
        other.get("/").then().statusCode(200);
        var theirs = Session.<Session>find("person", Fixtures.person("other")).firstResult().id;
        member.post("/profile/sessions/" + theirs + "/ending").then().statusCode(404);
        other.get("/").then().statusCode(200);
        assertEquals(List.of(Deed.SIGNED_IN, Deed.SIGNED_IN, Deed.SIGNED_IN, Deed.SESSIONS_ENDED), AuditEntry.<AuditEntry>list("order by id").stream().map(entry -> entry.deed).toList());
    }

    @Test
    void thoseThatAnotherPasswordHadEndedAreNotCountedAgain() {
        IntStream.range(0, 3).forEach(each -> on(PHONE));
        member.post("/password", "current", Fixtures.PASSWORD, "password", "another plum tree 8").then().statusCode(303);
        Browser.visitor().post("/sign-in", "email", "member@example.org", "password", "another plum tree 8").then().statusCode(303);
        member.post("/profile/sessions/endings").then().statusCode(303);
        member.get("/profile").then().body(containsString("Your other session has ended."));
    }

    @Test
    void administratorsSignSomebodyOutEverywhere() {
        var administrator = Browser.as("administrator");
        var id = Fixtures.person("member").id;
        administrator.get("/admin/people/" + id + "/edit").then().body(containsString("Sign out everywhere"));
        administrator.post("/admin/people/" + id + "/sign-out").then().statusCode(303);
        member.get("/").then().statusCode(302);
        Browser.as("member").get("/").then().statusCode(200);
    }

    @Test
    void aCopyOfTheCookieOpensNothingAfterSigningOut() {
        var thief = member.fresh();
        thief.get("/").then().statusCode(200);
        member.post("/sign-out").then().statusCode(303);
        thief.get("/").then().statusCode(302);
    }

    @Test
    void eachSignInHasASessionOfItsOwn() {
        var before = member.fresh();
        member.post("/sign-in", "email", "member@example.org", "password", Fixtures.PASSWORD).then().statusCode(303);
        assertNotEquals(before.cookies().get("signed-in"), member.cookies().get("signed-in"));
        before.get("/").then().statusCode(302);
        member.get("/").then().statusCode(200);
    }

    @Test
    void lastFiveDaysFromTheLastVisitAndThirtyInAll() {
        var began = Instant.now();
        for (var day = 4; day < 30; day += 4) {
            TestClock.set(began.plus(Duration.ofDays(day)));
            member.get("/profile").then().statusCode(200);
        }
        TestClock.set(began.plus(Duration.ofDays(31)));
        member.get("/profile").then().statusCode(302);
        var idle = Browser.as("member");
        TestClock.set(began.plus(Duration.ofDays(36).plusHours(1)));
        idle.get("/profile").then().statusCode(302);
        cleaning.run(began.plus(Duration.ofDays(90)));
        assertEquals(0, Session.count());
    }

    @Test
    void aPageLeftOpenIsNoVisit() {
        var began = Instant.now();
        TestClock.set(began.plus(Duration.ofDays(4)));
        member.get("/occurrences/1/events").then().statusCode(404);
        TestClock.set(began.plus(Duration.ofDays(6)));
        member.get("/profile").then().statusCode(302);
    }

    /** Proxies add what they see to what their client has said. */
    @Test
    void nobodyChoosesAnAddress() {
        for (var said : List.of("192.0.2.7", "203.0.113.9, 192.0.2.7", "127.0.0.1,192.0.2.7:4711", "unknown")) {
            Browser.visitor().saying("X-Forwarded-For", said).post("/sign-in", "email", "member@example.org", "password", "wrong horse battery").then().statusCode(422);
        }
        assertEquals(Arrays.asList("192.0.2.7", "192.0.2.7", "192.0.2.7", null), AuditEntry.<AuditEntry>list("deed = ?1 order by id", Deed.SIGN_IN_FAILED).stream().map(entry -> entry.address).toList());
        assertEquals(List.of(3, 1), Stream.of("192.0.2.7", null).map(address -> SignInDelay.<SignInDelay>find("key", SignInDelay.By.ADDRESS.of(Origin.network(address)).key()).firstResult().failures).toList());
    }

    @Test
    void takeOverTheThemeThatTheBrowserHad() {
        var browser = Browser.visitor();
        browser.cookies().put("theme", "dark");
        browser.post("/sign-in", "email", "member@example.org", "password", Fixtures.PASSWORD).then().statusCode(303);
        browser.get("/").then().body(containsString("data-bs-theme=\"dark\""));
        Browser.as("member").get("/").then().body(containsString("data-bs-theme=\"dark\""));
    }

    @Test
    void neitherTakeOverAThemeOfSomebodyElseNorOneGivenUpElsewhere() {
        member.post("/theme", "theme", "dark", "back", "/").then().statusCode(303);
        var phone = Browser.as("member");
        phone.get("/").then().body(containsString("data-bs-theme=\"dark\""));
        member.post("/sign-in", "email", "other@example.org", "password", Fixtures.PASSWORD).then().statusCode(303);
        member.get("/").then().body(not(containsString("data-bs-theme")));
        Browser.as("member").post("/profile", "timeZone", "", "theme", "", "shortcuts", "true").then().statusCode(303);
        phone.post("/sign-in", "email", "member@example.org", "password", Fixtures.PASSWORD).then().statusCode(303);
        phone.get("/").then().body(not(containsString("data-bs-theme")));
        assertEquals(Arrays.asList(null, null), Stream.of("member", "other").map(who -> Fixtures.person(who).theme).toList());
    }

    @Test
    void overTlsTheCookieIsThisHostsAlone() {
        var visitor = Browser.visitor().saying("X-Forwarded-Proto", "https");
        visitor.get("/sign-in").then().header("Strict-Transport-Security", containsString("max-age=31536000"));
        var answer = visitor.post("/sign-in", "email", "member@example.org", "password", Fixtures.PASSWORD);
        var cookie = answer.detailedCookie("__Host-signed-in");
        assertTrue(cookie.isSecured() && cookie.isHttpOnly() && "/".equals(cookie.getPath()) && cookie.getDomain() == null && "Lax".equals(cookie.getSameSite()), cookie::toString);
        answer.getDetailedCookies().asList().forEach(one -> assertTrue(one.isSecured() && one.isHttpOnly(), one::toString));
        visitor.get("/").then().statusCode(200);
        // what was not sent over TLS is no session there
        member.saying("X-Forwarded-Proto", "https").get("/").then().statusCode(302);
        Browser.visitor().get("/sign-in").then().header("Strict-Transport-Security", nullValue());
    }

    @Test
    void devicesAreNamedAsTheirOwnersWould() {
        assertEquals("Safari on iPhone", Visit.device(PHONE));
        assertEquals("Edge on Windows", Visit.device("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0.0.0 Safari/537.36 Edg/120.0.0.0"));
        assertEquals("Firefox on Linux", Visit.device("Mozilla/5.0 (X11; Linux x86_64; rv:121.0) Gecko/20100101 Firefox/121.0"));
        assertEquals("curl/8.5.0", Visit.device("curl/8.5.0\u0000"));
        assertEquals("Unknown program", Visit.device(""));
        assertEquals(List.of(Origin.THIS_MACHINE, Origin.PRIVATE, Origin.PRIVATE, Origin.PRIVATE, Origin.INTERNET, Origin.INTERNET, Origin.UNKNOWN),
                Stream.of("127.0.0.1", "10.1.2.3", "fd00::1", "fe80::1", "192.0.2.7", "2001:db8::1", "example.org").map(Origin::of).toList());
        assertEquals(List.of("::1", "2001:db8::1:0:0:1", "192.0.2.7", "192.0.2.7"), Stream.of("0:0:0:0:0:0:0:1", "[2001:DB8:0:0:1::1]:4711", "::ffff:192.0.2.7", "192.0.2.7:80").map(Origin::plain).toList());
        assertEquals(Origin.network("2001:db8:0:1::1"), Origin.network("2001:db8:0:1:ffff::2"));
    }

    private static Browser on(String device) {
        var browser = Browser.visitor().saying("User-Agent", device);
        browser.post("/sign-in", "email", "member@example.org", "password", Fixtures.PASSWORD).then().statusCode(303);
        return browser;
    }
}
