package org.closecall.action;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.closecall.Browser;
import org.closecall.Fixtures;
import org.closecall.web.Formats;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class EffectJudgementsTest {

    private static final String ACTION = "/actions/1";
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/Vienna"));

    Browser member;
    Browser other;

    /** An action from a near miss in Payments, for control 3. */
    @BeforeEach
    void promise() {
        Fixtures.organisation();
        member = Browser.as("member");
        other = Browser.as("other");
        run("insert into service (name, tier, created_at) values ('Payments', 1, now()), ('Ledger', 1, now())");
        member.get("/report");
        member.post("/occurrences", "key", member.key(), "kind", "NEAR_MISS", "narrative", "A rotation nearly went out.", "stopped", "PERSON", "how", "Read twice", "potential", "OCCASIONAL-SEV1", "service", "1").then().statusCode(303);
        member.get("/occurrences/1/actions/new?aim=PREVENT_RECURRENCE");
        member.post("/occurrences/1/actions", "key", member.key(), "title", "Check the chain first", "aim", "PREVENT_RECURRENCE", "owner", String.valueOf(Fixtures.person("member").id), "service", "1", "defence", "3",
                "dueOn", TODAY.plusDays(9).toString(), "priority", "MEDIUM").then().statusCode(303);
    }

    @Test
    void fromANearMissToAFollowUpBecauseItCameBack() {
        member.post(ACTION + "/start").then().statusCode(303);
        member.post(ACTION + "/completion", "evidence", "The rotation stops").then().statusCode(303);
        member.get(ACTION).then().body(not(containsString("Did it help?")));
        other.post(ACTION + "/verification", "how", "Tried it").then().statusCode(303);
        member.get(ACTION).then().body(allOf(containsString("you will be asked on " + Formats.day(TODAY.plusDays(90))), containsString("Answer now"), containsString("<strong>0</strong> of the same sort")));
        daysPass(91);
        happened(2, "The chain was short again", 30, 1, 3, "FAILED");
        member.get("/").then().body(containsString("Check the chain first"));
        member.get(ACTION).then().body(allOf(containsString("asked since " + Formats.day(TODAY.minusDays(1))), containsString("The chain was short again"), containsString("shares Payments; "), containsString("failed or was absent"),
                containsString("Since it was verified, 91 days ago: <strong>1</strong>"), containsString("Too few to tell")));
        member.post(ACTION + "/effect", "key", member.key(), "verdict", "NOT_EFFECTIVE", "because", "It only looks at **one** chain").then().statusCode(303);
        other.get(ACTION).then().body(allOf(containsString("<strong>Not effective</strong> <span class=\"quiet\">says Mia Member"), containsString("<strong>one</strong> chain"), containsString("href=\"/actions/new?follows=1\""), containsString("judged it")));
        other.get("/actions/new?follows=1").then().statusCode(200);
        other.post("/actions", "key", other.key(), "follows", "1", "origin", "FOLLOW_UP", "title", "Check every chain", "aim", "PREVENT_RECURRENCE", "priority", "MEDIUM").then().statusCode(303);
        other.get(ACTION).then().body(allOf(containsString("Followed by <a href=\"/actions/2\">Check every chain"), containsString("Answer it again")));
        other.get("/actions/2").then().body(containsString("<dt>Follows</dt><dd><a href=\"/actions/1\">"));
    }

    @Test
    void tooEarlyAsksAgainAndEverythingSaidStays() {
        verified();
        daysPass(95);
        other.get(ACTION);
        var key = other.key();
        for (var i = 0; i < 2; i++) {
            other.post(ACTION + "/effect", "key", key, "verdict", "TOO_EARLY").then().statusCode(303).header("Location", endsWith("/actions/1#effect"));
        }
        other.get(ACTION).then().body(allOf(containsString("Too early to tell"), containsString("you will be asked on " + Formats.day(TODAY.plusDays(90)))));
        assertEquals(1, QuarkusTransaction.requiringNew().call(() -> EffectJudgement.count()));
        member.get(ACTION);
        member.post(ACTION + "/effect", "key", member.key(), "verdict", "EFFECTIVE").then().statusCode(303);
        member.get(ACTION).then().body(allOf(containsString("Too early to tell"), containsString("<strong>Effective</strong>"), not(containsString("you will be asked on"))));
        assertEquals(List.of(Effect.EFFECTIVE, "null"), QuarkusTransaction.requiringNew().call(() -> List.of(action().effect, String.valueOf(action().judgeOn))));
    }

    @Test
    void asksAndKeepsTheTextOfWhoeverChoseNothing() {
        member.post(ACTION + "/effect", "verdict", "EFFECTIVE").then().statusCode(303);
        assertEquals(0, QuarkusTransaction.requiringNew().call(() -> EffectJudgement.count()), "what is not verified is not judged");
        verified();
        member.post(ACTION + "/effect", "verdict", "PERHAPS", "because", "Two <quiet> months").then().statusCode(422).body(allOf(containsString("Did it help? Choose one"), containsString("Two &lt;quiet&gt; months")));
        Browser.as("viewer").post(ACTION + "/effect", "verdict", "EFFECTIVE").then().statusCode(403);
        member.post("/actions/99/effect", "verdict", "EFFECTIVE").then().statusCode(404);
        member.get(ACTION + "/effect").then().statusCode(405);
    }

    /** What shares the service and a factor or a control that did not hold; each of the others lacks one of these. */
    @Test
    void comparesWithWhatIsOfTheSameSort() {
        verified();
        run("update action_item set factor_category_id = 4 where id = 1");
        daysPass(50);
        happened(2, "same control", 10, 1, 3, "ABSENT");
        happened(3, "same factor", 20, 1, 5, "FAILED");
        factor(3, 4);
        happened(4, "control held", 10, 1, 3, "HELD");
        happened(5, "other service", 10, 2, 3, "FAILED");
        happened(6, "other control", 10, 1, 6, "FAILED");
        happened(7, "before", 60, 1, 3, "FAILED");
        happened(8, "long before", 120, 1, 3, "FAILED");
        happened(9, "removed", 10, 1, 3, "FAILED");
        run("update occurrence set deleted_at = now() where number = 9");
        happened(10, "to come", -2, 1, 3, "FAILED");
        var found = QuarkusTransaction.requiringNew().call(() -> Recurrences.of(ActionItem.shown(1), Instant.now()));
        assertEquals(List.of("same control", "same factor"), found.alike().stream().map(Recurrences.Alike::title).toList());
        assertEquals(List.of(2L, 1L, 50L), List.of(found.since(), found.before(), found.days()));
        assertEquals("Payments; factor " + found.compared().factorNames(), found.alike().get(1).shared());
        run("update action_item set service_id = null, control_id = null, factor_category_id = null where id = 1");
        assertEquals(List.of("Payments", 4L), QuarkusTransaction.requiringNew().call(() -> {
            var ofTheService = Recurrences.of(ActionItem.shown(1), Instant.now());
            return List.of(ofTheService.compared().inWords(), ofTheService.since());
        }));
    }

    private void verified() {
        member.post(ACTION + "/completion", "evidence", "The rotation stops").then().statusCode(303);
        other.post(ACTION + "/verification", "how", "Tried it").then().statusCode(303);
    }

    /** As if all of it had been so many days earlier. */
    private static void daysPass(int days) {
        var back = " - interval '" + days + " days'";
        run("update action_item set created_at = created_at" + back + ", done_at = done_at" + back + ", first_done_at = first_done_at" + back + ", verified_at = verified_at" + back + ", state_since = state_since" + back + ", judge_on = judge_on - " + days);
    }

    private static void happened(int number, String title, int daysAgo, int service, int control, String state) {
        run("insert into occurrence (number, kind, title, started_state, started_at, filed_at) values (" + number + ", 'NEAR_MISS', '" + title + "', 'AT', now() - interval '" + daysAgo + " days', now())");
        run("insert into occurrence_service select id, " + service + " from occurrence where number = " + number);
        run("insert into occurrence_control (occurrence_id, control_id, state) select id, " + control + ", '" + state + "' from occurrence where number = " + number);
    }

    private static void factor(int number, int category) {
        run("insert into postmortem (occurrence_id, title, template_version_id, created_by, created_at) select id, title, (select min(id) from postmortem_template_version), (select min(id) from person), now() from occurrence where number = " + number);
        run("insert into contributing_factor (postmortem_id, category_id, text, position) select max(id), " + category + ", 'It', 1 from postmortem");
    }

    private static void run(String sql) {
        QuarkusTransaction.requiringNew().run(() -> ActionItem.getEntityManager().createNativeQuery(sql).executeUpdate());
    }

    private static ActionItem action() {
        return ActionItem.findById(1L);
    }
}
