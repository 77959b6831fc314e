package org.closecall.reliability;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import java.util.regex.Pattern;
import org.closecall.Browser;
import org.closecall.Fixtures;
import org.closecall.action.ActionItem;
import org.closecall.people.Person;
import org.junit.jupiter.api.Test;

/** Every figure opens the list it counts, in whatever zone one looks. */
@QuarkusTest
class PromisesTest {

    private static final Pattern COUNT = Pattern.compile("<a(?: class=\"nowrap\")? href=\"(/actions\\?[^\"]+)\">(\\d+)[\\u00a0 <]");
    private static final String MAKE = """
            insert into action_item (title, aim, origin, state, state_since, created_by, created_at, due_on, done_at, done_by, first_done_at, verified_at, verified_by, accepted_until, judge_on, effect)
            select 'Promise ' || n, (array['PREVENT_RECURRENCE', 'DETECT_SOONER', 'REDUCE_IMPACT'])[1 + n %% 3], 'NONE', s, now(), %d, now() - n * interval '31 hours', case when n %% 5 = 0 then null else current_date - (n %% 40) + 8 end,
              case when s in ('DONE', 'VERIFIED') then now() - n * interval '7 hours' end, case when s in ('DONE', 'VERIFIED') then %d end, case when s in ('DONE', 'VERIFIED') then now() - n * interval '7 hours' end,
              case when s = 'VERIFIED' then now() end, case when s = 'VERIFIED' then %d end, case when s = 'RISK_ACCEPTED' then current_date + n %% 60 end,
              case when s = 'VERIFIED' and n %% 2 = 0 then current_date - 3 + n %% 7 end, case when s = 'VERIFIED' and n %% 2 = 1 then (array['EFFECTIVE', 'NOT_EFFECTIVE'])[1 + n %% 4 / 2] end
            from (select n, (array['OPEN', 'IN_PROGRESS', 'DONE', 'VERIFIED', 'DROPPED', 'RISK_ACCEPTED'])[1 + (n * 7 + n / 6) %% 6] s from generate_series(1, 180) n) x""";

    @Test
    void everyNumberIsThatOfTheListItOpens() {
        Fixtures.organisation();
        QuarkusTransaction.requiringNew().run(() -> {
            var me = Person.withEmail("member@example.org").id;
            var other = Person.withEmail("other@example.org").id;
            ActionItem.getEntityManager().createNativeQuery(MAKE.formatted(me, me, other)).executeUpdate();
        });
        var zones = new String[] {null, "Pacific/Pago_Pago", "Pacific/Kiritimati"};
        for (var zone : zones) {
            QuarkusTransaction.requiringNew().run(() -> Person.withEmail("viewer@example.org").timeZone = zone);
            var viewer = Browser.as("viewer");
            var page = viewer.get("/actions/figures").body().asString();
            var links = COUNT.matcher(page).results().toList();
            assertTrue(links.size() >= 14, () -> links.size() + " links in " + page);
            links.forEach(link -> viewer.get(link.group(1).replace("&amp;", "&")).then().statusCode(200).body(containsString(" of " + link.group(2) + "<")));
        }
    }

    @Test
    void saysSoWhereNothingIsAndNamesNobody() {
        Fixtures.organisation();
        var viewer = Browser.as("viewer");
        viewer.get("/actions/figures").then().statusCode(200).body(containsString("No action has been promised here"));
        viewer.get("/actions/figures.json").then().statusCode(200).body(allOf(containsString("\"total\":0"), not(containsString("Mia"))));
        viewer.get("/actions/figures?team=77").then().statusCode(404);
        viewer.get("/actions/figures?from=soon").then().statusCode(404);
        Browser.visitor().get("/actions/figures").then().statusCode(302);
    }
}
