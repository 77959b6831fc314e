package org.closecall.monthly;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.closecall.Browser;
import org.closecall.Fixtures;
import org.closecall.TestClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PreparationTest {

    /** In Vienna it is half past midnight on Monday 2 November. */
    private static final Instant MONDAY = Instant.parse("2026-11-01T23:30:00Z");

    @Inject
    Preparation preparation;

    @BeforeEach
    void october() {
        Filled.october();
        subscribe("viewer", "");
        subscribe("member", "");
        subscribe("member", "1");
        subscribe("other", "1");
    }

    @AfterEach
    void now() {
        TestClock.putRight();
    }

    private static void subscribe(String who, String team) {
        Browser.as(who).post("/reliability/reviews/subscription", "team", team, "on", "true", "back", "/reliability/reviews").then().statusCode(303);
    }

    private static String reviews() {
        return (String) Filled.one("select coalesce(string_agg(period || ' ' || coalesce(cast(team_id as text), 'all'), ', ' order by period, team_id nulls first), '') from monthly_review");
    }

    private static String told() {
        return (String) Filled.one("select coalesce(string_agg(split_part(p.email, '@', 1) || ' ' || n.path, ', ' order by p.id, n.path), '') from notice n join person p on p.id = n.person_id where n.kind = 'MONTHLY_REVIEW'");
    }

    @Test
    void theDraftComesOnTheFirstWorkingDayInTheOrganisationsZone() {
        preparation.run(Instant.parse("2026-11-01T22:30:00Z"));
        assertEquals("", reviews());
        preparation.run(MONDAY);
        assertEquals("2026-10 all, 2026-10 1", reviews());
        assertEquals("viewer /reliability/2026-10, member /reliability/2026-10, member /reliability/2026-10?team=1, other /reliability/2026-10?team=1", told());
        Browser.as("viewer").get("/inbox").then().statusCode(200).body(org.hamcrest.Matchers.containsString("A draft of the reliability review is ready: October 2026"));
    }

    @Test
    void twoInstancesAtOnceMakeOneOfEachAndTellOnce() {
        Stream.generate(() -> CompletableFuture.runAsync(() -> preparation.run(MONDAY))).limit(4).toList().forEach(CompletableFuture::join);
        preparation.run(MONDAY.plusSeconds(600));
        assertEquals("2026-10 all, 2026-10 1", reviews());
        assertEquals(4L, Filled.one("select count(*) from notice where kind = 'MONTHLY_REVIEW'"));
        assertEquals(2L, Filled.one("select count(*) from change where verb = 'prepared the review'"));
    }

    @Test
    void aClockThatGoesBackAndForthTellsNobodyTwice() {
        preparation.run(MONDAY);
        preparation.run(Instant.parse("2026-10-20T08:00:00Z"));
        preparation.run(Instant.parse("2026-11-20T08:00:00Z"));
        // September ended a quarter
        assertEquals("2026-09 all, 2026-09 1, 2026-10 all, 2026-10 1, 2026-Q3 all, 2026-Q3 1", reviews());
        assertEquals(12L, Filled.one("select count(*) from notice where kind = 'MONTHLY_REVIEW'"));
    }

    @Test
    void whatSomebodyPreparedBeforeIsAnnouncedOnItsDayAndWhatIsFrozenIsNot() {
        var member = Browser.as("member");
        Filled.prepared(member);
        member.post("/reliability/reviews", "period", "2026-10", "team", "1").then().statusCode(303);
        member.post("/reliability/reviews/2/freezing").then().statusCode(303);
        preparation.run(MONDAY);
        assertEquals("viewer /reliability/2026-10, member /reliability/2026-10", told());
    }

    @Test
    void nothingIsPreparedBeforeAnythingWasRecordedNorForWhoLeft() {
        Fixtures.deactivate("other");
        Filled.run("delete from monthly_review_subscription where team_id = 1 and person_id <> (select id from person where email like 'other@%')");
        preparation.run(Instant.parse("2026-08-05T08:00:00Z"));
        assertEquals("", reviews());
        preparation.run(MONDAY);
        assertEquals("2026-10 all", reviews());
    }
}
