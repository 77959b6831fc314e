package org.closecall.people;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.validation.Validator;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.closecall.Browser;
import org.closecall.Fixtures;
import org.closecall.TestClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class PasswordsTest {

    private static final String NEW = "another plum tree 8";

    @Inject
    Validator validator;

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
    void changesItAndEndsTheOtherSessions() {
        var elsewhere = Browser.as("member");
        var somebody = Browser.as("other");
        change(Fixtures.PASSWORD, NEW, 303);
        member.get("/").then().statusCode(200).body(containsString("Other sessions of yours have ended."));
        elsewhere.get("/").then().statusCode(302);
        somebody.get("/").then().statusCode(200);
        signIn(Fixtures.PASSWORD, 422);
        signIn(NEW, 303);
    }

    @Test
    void asksForTheOldOne() {
        change("not the old one", NEW, 422);
        member.post("/password", "current", "", "password", NEW).then().statusCode(422).body(containsString("Your password until now"));
        signIn(Fixtures.PASSWORD, 303);
    }

    /** Whoever found a session open must not begin to count anew. */
    @Test
    void onlyTheRightOneEndsTheCounting() {
        TestClock.stop(Instant.now());
        IntStream.range(0, 11).forEach(time -> change("wrong horse battery", NEW, 422));
        member.post("/password", "current", "", "password", NEW).then().statusCode(422);
        IntStream.range(0, 3).forEach(time -> change("wrong horse battery", NEW, 429));
        assertEquals(11, AuditEntry.count("deed", Deed.PASSWORD_REFUSED));
        assertEquals(1, AuditEntry.count("deed", Deed.TOLD_TO_WAIT), "once a day");
    }

    @Test
    void aTryThatIsNotTakenCountsNowhereAndAForgivenOneKeepsNobodyWaiting() {
        var now = Instant.now();
        var account = SignInDelay.By.ACCOUNT.of("somebody");
        var address = SignInDelay.By.ADDRESS.of("somewhere");
        IntStream.range(0, 11).forEach(time -> assertNull(SignInDelay.attempt(List.of(account), now)));
        assertEquals(Duration.ofSeconds(1), SignInDelay.attempt(List.of(account, address), now));
        assertEquals(0, SignInDelay.count("key", address.key()));
        IntStream.range(0, 51).forEach(time -> assertNull(SignInDelay.attempt(List.of(address), now)));
        QuarkusTransaction.requiringNew().run(() -> SignInDelay.forgive(List.of(address)));
        assertNull(SignInDelay.attempt(List.of(address), now));
        assertNotNull(SignInDelay.attempt(List.of(address), now));
    }

    /** Two who know the old one: whoever was first by a link has ended it. */
    @Test
    void aChangeThatCrossesANewPasswordByLinkDoesNotUndoIt() throws Exception {
        var crossing = QuarkusTransaction.requiringNew().call(() -> {
            Person.withEmail("member@example.org").changePassword("quiet harbour town 4");
            var change = CompletableFuture.supplyAsync(() -> member.post("/password", "current", Fixtures.PASSWORD, "password", NEW).statusCode());
            for (var tries = 0; !change.isDone() && !waiting() && tries < 100; tries++) {
                Thread.sleep(50);
            }
            return change;
        });
        assertEquals(422, crossing.get(20, TimeUnit.SECONDS));
        signIn("quiet harbour town 4", 303);
    }

    /** Whether somebody waits for a row that another changes. */
    private static boolean waiting() {
        return QuarkusTransaction.requiringNew().call(() -> !Person.getEntityManager().createNativeQuery("select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'").getResultList().isEmpty());
    }

    @Test
    void showsNeitherAgain() {
        member.post("/password", "current", "an old secret", "password", "short new").then().statusCode(422)
                .body(allOf(containsString("At least 12 characters"), containsString("This is not your password"), not(containsString("an old secret")), not(containsString("short new"))));
    }

    @Test
    void visitorsAreSentToSignIn() {
        Browser.visitor().get("/password").then().statusCode(302).header("Location", startsWith("/sign-in?next="));
    }

    @ParameterizedTest
    @ValueSource(strings = {"abcdefghijk", "", "           ", "🌲🌲🌲🌲🌲🌲🌲🌲🌲🌲🌲"})
    void elevenCharactersAreTooFew(String password) {
        assertEquals("At least 12 characters", complaint(password));
    }

    @ParameterizedTest
    @ValueSource(strings = {"plum kettle 9", "correct horse battery", "Zwölf Öfen, äh", "🌲🌳🌴🌵🌷🌸🌹🌺🌻🌼🌽🌾"})
    void twelveAreEnough(String password) {
        assertEquals("", complaint(password));
    }

    @Test
    void allOfALongOneCounts() {
        var words = "plum kettle moon violet garden harbour pencil winter saddle copper lantern, ünder the öak and over the hill to the river and back again";
        assertEquals("", complaint(words.substring(0, 128)));
        assertEquals("At most 128 characters", complaint(words.substring(0, 129)));
        // bcrypt alone reads 72 bytes
        change(Fixtures.PASSWORD, words.substring(0, 128), 303);
        change(words.substring(0, 127), "another plum tree 8", 422);
        change(words.substring(0, 72), "another plum tree 8", 422);
        change(words.substring(0, 128), "another plum tree 8", 303);
    }

    @ParameterizedTest
    @ValueSource(strings = {"passwordpassword", "Password123456", "administrator", "123456789012", "qwertyuiop123", "aaaaaaaaaaaa", "abcabcabcabc", "abcdefghijklmnop", "!!!letmein!!!"})
    void whatEverybodyTriesFirstIsRefused(String password) {
        assertEquals("This is one of the passwords that are tried first", complaint(password));
    }

    private void change(String current, String password, int status) {
        member.post("/password", "current", current, "password", password).then().statusCode(status);
    }

    private static void signIn(String password, int status) {
        Browser.visitor().post("/sign-in", "email", "member@example.org", "password", password).then().statusCode(status);
    }

    private String complaint(String password) {
        return validator.validate(new PasswordForm("current", password)).stream().map(violation -> violation.getMessage()).findFirst().orElse("");
    }
}
