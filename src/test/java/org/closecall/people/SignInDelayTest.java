package org.closecall.people;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.elytron.security.common.BcryptUtil;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.closecall.AtOnce;
import org.closecall.Browser;
import org.closecall.Fixtures;
import org.closecall.TestClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SignInDelayTest {

    Instant now = Instant.now();

    @BeforeEach
    void organisation() {
        Fixtures.organisation();
        TestClock.stop(now);
    }

    @AfterEach
    void today() {
        TestClock.putRight();
    }

    @Test
    void guessingGetsSlowerAndNobodyIsLockedOut() {
        IntStream.range(0, 11).forEach(time -> guess("member").then().statusCode(422));
        guess("member").then().statusCode(429).header("Retry-After", equalTo("1")).body(allOf(containsString("Too many tries went wrong"), containsString("value=\"member@example.org\"")));
        // the right password waits too: nobody learns from the wait whether it was right
        signIn(Browser.visitor(), "MEMBER", Fixtures.PASSWORD).then().statusCode(429);
        later(Duration.ofSeconds(2));
        guess("member").then().statusCode(422);
        guess("member").then().statusCode(429).header("Retry-After", equalTo("2"));
        later(Duration.ofMinutes(1));
        signIn(Browser.visitor(), "member", Fixtures.PASSWORD).then().statusCode(303);
        guess("member").then().statusCode(422);
        guess("other").then().statusCode(422);
    }

    @Test
    void nobodyWaitsLongerThanAQuarterOfAnHour() {
        for (var failure = 0; failure < 30; failure++) {
            later(Duration.ofMinutes(16));
            assertEquals(422, guess("member").statusCode());
        }
        var wait = Integer.parseInt(guess("member").header("Retry-After"));
        assertTrue(wait > 890 && wait <= 900, wait + " s");
        later(Duration.ofDays(10));
        IntStream.range(0, 11).forEach(time -> guess("member").then().statusCode(422));
    }

    @Test
    void anUnknownEMailWaitsTheSame() {
        guess("nobody").then().statusCode(422);
        // each look at a hash that costs as much as a real one's takes half a second
        QuarkusTransaction.requiringNew().run(() -> assertEquals(1, SignInDelay.update("failures = 10 where failures = 1 and key like 'ACCOUNT%'")));
        guess("nobody").then().statusCode(422);
        guess("nobody").then().statusCode(429).header("Retry-After", equalTo("1"));
    }

    @Test
    void aDeviceThatIsKnownWaitsForItsOwnFailuresOnly() {
        var known = Browser.as("member");
        known.cookies().remove("signed-in");
        IntStream.range(0, 12).forEach(time -> guess("member"));
        guess("member").then().statusCode(429);
        signIn(known, "member", Fixtures.PASSWORD).then().statusCode(303);
        // a mark for one account is none for another, and a forged one is none
        known.cookies().remove("signed-in");
        IntStream.range(0, 12).forEach(time -> guess("other"));
        signIn(known, "other", Fixtures.PASSWORD).then().statusCode(429);
        known.cookies().put("device", "x" + known.cookies().get("device"));
        signIn(known, "member", Fixtures.PASSWORD).then().statusCode(429);
    }

    @Test
    void aNewPasswordEndsWhatDevicesOfTheOldOneMay() {
        var before = Browser.as("member");
        var member = Browser.as("member");
        IntStream.range(0, 12).forEach(time -> guess("member"));
        member.post("/password", "current", Fixtures.PASSWORD, "password", "another plum tree 8").then().statusCode(303);
        before.cookies().remove("signed-in");
        signIn(before, "member", "another plum tree 8").then().statusCode(429);
        member.cookies().remove("signed-in");
        signIn(member, "member", "another plum tree 8").then().statusCode(303);
    }

    @Test
    void anAddressThatTriesManyAccountsGetsSlowerToo() {
        QuarkusTransaction.requiringNew().run(() -> Person.getEntityManager().createNativeQuery(
                "insert into person (name, email, password_hash, role, created_at) select 'Same Name', 'p' || n || '@example.org', (select min(password_hash) from person), 'VIEWER', now() from generate_series(0, 50) n").executeUpdate());
        IntStream.range(0, 51).forEach(each -> assertEquals(422, from("192.0.2.7", "p" + each).statusCode()));
        from("192.0.2.7", "member").then().statusCode(429);
        from("192.0.2.8", "member").then().statusCode(422);
    }

    /** Whoever has many addresses makes no row of the access log for each. */
    @Test
    void whoWaitsIsNotedOnceADayForAnAccount() {
        IntStream.range(0, 11).forEach(time -> guess("member").then().statusCode(422));
        assertNull(SignInDelay.attempt(List.of(SignInDelay.By.ACCOUNT.of("nobody@example.org")), now));
        QuarkusTransaction.requiringNew().run(() -> SignInDelay.update("failures = 11, nextAt = ?1 where failures = 1 and key like 'ACCOUNT%'", now.plusSeconds(60)));
        for (var address : List.of("192.0.2.7", "192.0.2.8", "2001:db8::1")) {
            from(address, "member").then().statusCode(429);
            from(address, "nobody").then().statusCode(429);
        }
        assertEquals(2, AuditEntry.count("deed", Deed.TOLD_TO_WAIT));
        later(Duration.ofDays(1).plusSeconds(-1));
        IntStream.range(0, 12).forEach(time -> guess("member"));
        assertEquals(2, AuditEntry.count("deed", Deed.TOLD_TO_WAIT));
        later(Duration.ofSeconds(2));
        guess("member").then().statusCode(422);
        guess("member").then().statusCode(429);
        assertEquals(3, AuditEntry.count("deed", Deed.TOLD_TO_WAIT));
    }

    @Test
    void triesAtOnceAreCountedOneByOne() {
        var browsers = IntStream.range(0, 20).mapToObj(each -> Browser.visitor()).toList();
        browsers.forEach(browser -> browser.get("/sign-in"));
        var answers = AtOnce.sorted(browsers.stream().<java.util.concurrent.Callable<Integer>>map(browser -> () -> signIn(browser, "member", "wrong horse battery").statusCode()).toArray(java.util.concurrent.Callable[]::new));
        // ten cost nothing, the eleventh the first second, in which no other is taken
        assertEquals(Stream.concat(Stream.generate(() -> 422).limit(11), Stream.generate(() -> 429).limit(9)).toList(), answers);
    }

    /** Two who come at once have not read the clock in the order in which they are counted, and two instances have two clocks. */
    @Test
    void whoReadTheClockAMomentEarlierIsNotRefused() {
        later(Duration.ofSeconds(1));
        signIn(Browser.visitor(), "member", Fixtures.PASSWORD).then().statusCode(303);
        later(Duration.ofSeconds(-1));
        signIn(Browser.visitor(), "other", Fixtures.PASSWORD).then().statusCode(303);
        guess("other").then().statusCode(422);
    }

    @Test
    void thePasswordAskedForElsewhereIsNoWayAround() {
        var member = Browser.as("member");
        IntStream.range(0, 11).forEach(time -> member.post("/password", "current", "wrong horse battery", "password", "another plum tree 8").then().statusCode(422));
        member.post("/password", "current", Fixtures.PASSWORD, "password", "another plum tree 8").then().statusCode(429).body(containsString("Too many tries went wrong"));
        var ended = Browser.visitor();
        ended.get("/sign-in");
        IntStream.range(0, 11).forEach(time -> ended.postMultipart("/sign-in/resumption", "email", "other@example.org", "password", "wrong horse battery", "action", "/x").then().statusCode(422));
        ended.postMultipart("/sign-in/resumption", "email", "other@example.org", "password", Fixtures.PASSWORD, "action", "/x", "kept.text", "Still here").then().statusCode(429)
                .body(containsString("Still here"));
    }

    /** Whoever is unknown, has left or is invented costs what a real password costs: sixteen times a hash whose cost is four less. */
    @Test
    void everyRefusalComparesOneHash() {
        QuarkusTransaction.requiringNew().run(() -> Person.withEmail("other@example.org").passwordHash = Person.invent("Ines Invented", "ines@example.org", now).passwordHash);
        Fixtures.deactivate("other");
        var cheap = BcryptUtil.bcryptHash("another plum tree 8", 8);
        var least = IntStream.range(0, 3).mapToLong(time -> effort(() -> BcryptUtil.matches("wrong horse battery", cheap))).min().orElseThrow();
        for (var who : List.of("nobody", "other", "ines")) {
            var effort = effort(() -> Person.signingIn(who + "@example.org", "wrong horse battery"));
            assertTrue(effort > 4 * least, () -> who + " is refused in " + effort + " ns without comparing a hash, one of cost 8 takes " + least);
        }
    }

    /** What this thread itself has worked: other work makes the clock's time longer, not this. */
    private static long effort(Runnable work) {
        var threads = ManagementFactory.getThreadMXBean();
        var before = threads.getCurrentThreadCpuTime();
        work.run();
        return threads.getCurrentThreadCpuTime() - before;
    }

    private void later(Duration by) {
        now = now.plus(by);
        TestClock.stop(now);
    }

    private static Response guess(String who) {
        return signIn(Browser.visitor(), who, "wrong horse battery");
    }

    private static Response from(String address, String who) {
        return signIn(Browser.visitor().saying("X-Forwarded-For", address), who, "wrong horse battery");
    }

    private static Response signIn(Browser browser, String who, String password) {
        return browser.post("/sign-in", "email", who + "@example.org", "password", password);
    }
}
