package org.closecall.action;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.arc.Arc;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.closecall.Browser;
import org.closecall.Fixtures;
import org.closecall.Statements;
import org.junit.jupiter.api.Test;

/** How long lists, boards and desk take with 50,000 actions of 5,000 occurrences, and how many statements. Prints; run by `mvn -Pbench verify`. */
@QuarkusTest
class ActionBench {

    private static final int ACTIONS = 50_000;
    private static final int TIMES = 40;
    private static final List<String> PAGES = List.of("/actions", "/actions?show=mine", "/actions?show=late", "/actions?state=VERIFIED", "/actions?state=ANY", "/actions?state=DONE,VERIFIED&aim=DETECT_SOONER",
            "/actions?sort=priority", "/actions?sort=age", "/actions?service=7", "/actions?team=3&priority=HIGH&strategy=DESIGN", "/actions?text=certificate", "/actions?text=certificate+rotation&state=ANY", "/actions?text=%234000&state=ANY",
            "/actions?kind=NEAR_MISS", "/actions?after=2026-06-01_20000", "/actions?view=board", "/actions?view=board&by=owner", "/actions?view=board&by=team", "/actions?view=board&by=service", "/actions?view=board&by=aim",
            "/actions?view=board&by=strategy", "/actions?view=board&by=service&aim=REDUCE_IMPACT", "/action-batches/new?all=true", "/actions/4711", "/", "/occurrences");

    private static final String WORDS = "array['certificate','gateway','queue','index','retry','alert','runbook','restore','drill','chain','host','pool','cache','replica','deploy','canary','quota','limit','dashboard','rotation','clock','backup','proxy','ledger','batch','token']";
    private static final String STATE = "case when g % 100 < 18 then 'OPEN' when g % 100 < 28 then 'IN_PROGRESS' when g % 100 < 36 then 'DONE' when g % 100 < 88 then 'VERIFIED' when g % 100 < 96 then 'DROPPED' else 'RISK_ACCEPTED' end";

    private static final String[] STEPS = {
            "select setseed(0.42)",
            "insert into person (name, email, password_hash, role, created_at) select 'Person ' || g, 'p' || g || '@example.org', '', 'MEMBER', now() from generate_series(5, 80) g",
            "insert into team (name, created_at) select 'Team ' || g, now() from generate_series(1, 20) g",
            "insert into service (name, tier, team_id, created_at) select 'Service ' || g, 1 + g % 4, 1 + g % 20, now() from generate_series(1, 120) g",
            "insert into occurrence (number, kind, title, severity, filed_at, filed_by, deleted_at, deleted_by) select g, (array['INCIDENT', 'INCIDENT', 'NEAR_MISS', 'HAZARD'])[1 + g % 4], 'Record ' || g, case when g % 4 < 2 then 'SEV' || 1 + g % 5 end, "
                    + "now() - (5000 - g) * interval '5 h', 2, case when g % 100 = 0 then now() end, case when g % 100 = 0 then 2 end from generate_series(1, 5000) g",
            "update organisation set last_number = 5000",
            "insert into occurrence_service select id, 1 + (id * 31 + n * 17) % 120 from occurrence, generate_series(0, 1) n",
            """
            insert into action_item (occurrence_id, origin, title, description, owner_id, team_id, service_id, strategy_id, layer, priority, due_on, aim, created_by, created_at, state, state_since, started_at, started_by,
              done_at, done_by, first_done_at, verified_at, verified_by, accepted_until, blocked_on, blocked_since)
            select case when g %% 20 > 0 then 1 + g / 10 %% 5000 end, case when g %% 20 > 0 then 'OCCURRENCE' else 'NONE' end, initcap(%1$s), %2$s, case when g %% 13 > 0 then 2 + floor(random() * random() * 78)::int end,
              case when g %% 4 > 0 then 1 + g * 7 %% 20 end, case when g %% 3 > 0 then 1 + floor(random() * random() * 119)::int end, case when g %% 2 = 0 then 1 + g %% 16 end,
              case when g %% 3 = 0 then (array['DEVELOPMENT', 'PRE_PRODUCTION', 'PRODUCTION', 'DETECTION'])[1 + g %% 4] end, (array['HIGH', 'MEDIUM', 'MEDIUM', 'LOW'])[1 + g %% 4],
              case when g %% 11 > 0 then current_date - 40 + floor(random() * 120)::int end, (array['PREVENT_RECURRENCE', 'DETECT_SOONER', 'REDUCE_IMPACT'])[1 + g %% 3], 2, at, s,
              at + interval '3 days' + random() * interval '60 days', case when s not in ('OPEN', 'DROPPED', 'RISK_ACCEPTED') then at end, case when s not in ('OPEN', 'DROPPED', 'RISK_ACCEPTED') then 2 end,
              case when s in ('DONE', 'VERIFIED') then at end, case when s in ('DONE', 'VERIFIED') then 3 end, case when s in ('DONE', 'VERIFIED') then at end, case when s = 'VERIFIED' then at end,
              case when s = 'VERIFIED' then 4 end, case when s = 'RISK_ACCEPTED' then current_date + g %% 90 end, case when s = 'OPEN' and g %% 17 = 0 then 'a decision' end, case when s = 'OPEN' and g %% 17 = 0 then at end
            from (select g, %3$s s, now() - (%4$d - g) * interval '30 min' as at from generate_series(1, %4$d) g) x
            """.formatted(words(6), words(40), STATE, ACTIONS),
            "insert into action_transition (action_id, target, at, by_id) select id, 'OPEN', created_at, 2 from action_item"};

    @Inject
    DataSource source;

    @Test
    void pages() throws SQLException {
        fill();
        var member = Browser.as("member");
        for (var page : PAGES) {
            assertEquals(200, member.get(page).statusCode(), page);
            LongStream.range(0, TIMES / 4).forEach(i -> member.get(page));
            var statements = Statements.during(() -> member.get(page));
            var times = LongStream.generate(() -> time(() -> member.get(page))).limit(TIMES).sorted().toArray();
            System.out.printf("%-58s median %6.1f ms, p95 %6.1f ms, %2d statements%n", page, times[TIMES / 2] / 1e6, times[TIMES * 95 / 100] / 1e6, statements);
        }
    }

    private void fill() throws SQLException {
        Fixtures.organisation();
        for (var step : STEPS) {
            QuarkusTransaction.requiringNew().timeout((int) Duration.ofMinutes(10).toSeconds()).run(() -> {
                var query = Arc.container().instance(EntityManager.class).get().createNativeQuery(step);
                if (step.startsWith("select")) {
                    query.getSingleResult();
                } else {
                    query.executeUpdate();
                }
            });
        }
        // as the database does by itself after a while
        try (var connection = source.getConnection(); var statement = connection.createStatement()) {
            statement.execute("vacuum analyze");
        }
    }

    /** So many words, others for each row. */
    private static String words(int many) {
        return "(select string_agg(w[1 + floor(random() * array_length(w, 1))::int], ' ') from (select " + WORDS + " as w) v, generate_series(1, " + many + ") where g = g)";
    }

    private static long time(Runnable visit) {
        var began = System.nanoTime();
        visit.run();
        return System.nanoTime() - began;
    }
}
