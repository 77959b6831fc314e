package org.closecall;

import io.quarkus.arc.Arc;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.persistence.EntityManager;
import java.time.Duration;

/** 100,000 occurrences of ten years with 300,000 timeline entries, the same every time; written by the database itself. */
final class LargeStore {

    static final int OCCURRENCES = 100_000;
    static final int ENTRIES = 300_000;

    private static final String WORDS = """
            array['certificate','gateway','payment','queue','index','search','region','latency','error','timeout','deploy','rollback','config','cache','disk','memory','network','route',
            'packet','login','token','session','mail','export','invoice','report','backup','replica','primary','lock','migration','schema','shard','cluster','node','pod','probe','alert',
            'dashboard','quota','limit','retry','storm','vendor','partner','customer','shop','basket','checkout','refund','ledger','batch','job','cron','clock','leap','expiry','rotation',
            'key','secret','firewall','proxy','balancer','resolver','zone','record','stale','slow','lost','wrong','double','missing','unreachable','overloaded','saturated','elevated']
            """;

    private static final String[] STEPS = {
            "select setseed(0.42)",
            "insert into team (name, created_at) select 'Team ' || g, now() from generate_series(1, 20) g",
            "insert into service (name, tier, team_id, created_at) select 'Service ' || g, 1 + g % 4, 1 + g % 20, now() from generate_series(1, 120) g",
            "insert into tag (name) select 'tag-' || g from generate_series(1, 300) g",
            """
            insert into occurrence (number, kind, title, narrative, severity, potential_severity, likelihood, detection, started_state, started_at, impact_state, impact_at,
              detected_state, detected_at, acknowledged_state, acknowledged_at, mitigated_state, mitigated_at, resolved_state, resolved_at, filed_at, filed_by)
            select g, kind, %1$s, %2$s, case when kind = 'INCIDENT' then 'SEV' || 1 + g %% 5 end, case when kind <> 'INCIDENT' then 'SEV' || 1 + g %% 5 end,
              case when kind <> 'INCIDENT' then (array['RARE', 'OCCASIONAL', 'FREQUENT'])[1 + g %% 3] end, (array['MONITORING_ALERT', 'CUSTOMER', 'ENGINEER', 'UNKNOWN'])[1 + g %% 4],
              'AT', at, 'AT', at + interval '2 min', 'AT', at + (g %% 40) * interval '1 min', 'AT', at + (g %% 40 + 3) * interval '1 min',
              case when g > %3$d - 40 then 'NOT_YET' else 'AT' end, case when g <= %3$d - 40 then at + (g %% 300 + 45) * interval '1 min' end,
              case when g > %3$d - 40 then 'NOT_YET' else 'AT' end, case when g <= %3$d - 40 then at + (g %% 900 + 400) * interval '1 min' end, at + interval '5 min', 2
            from (select g, timestamptz '2016-01-01 00:00Z' + g * interval '54 min' as at, (array['INCIDENT', 'INCIDENT', 'NEAR_MISS', 'HAZARD'])[1 + g * 7 %% 4] as kind from generate_series(1, %3$d) g) o
            """.formatted(words(7), words(60), OCCURRENCES),
            "update organisation set last_number = " + OCCURRENCES,
            "insert into occurrence_service select id, 1 + (id * 31 + n * 17) % 120 from occurrence, generate_series(0, 1) n",
            "insert into occurrence_tag select id, 1 + (id * 13 + n * 101) % 300 from occurrence, generate_series(0, 1) n",
            "insert into timeline_entry (occurrence_id, at, kind, text, created_by, created_at) select id, started_at + n * interval '4 min', "
                    + "(array['SIGNAL', 'ACTION', 'DECISION', 'OBSERVATION'])[1 + n], " + words(12).replace("g = g", "id = id") + ", 2, filed_at from occurrence, generate_series(1, "
                    + ENTRIES / OCCURRENCES + ") n",
            "insert into change (subject, subject_id, occurrence_id, verb, person_id, at) select 'occurrence', id, id, 'filed', 2, filed_at from occurrence",
            "analyze"};

    private LargeStore() {
    }

    static void fill() {
        Fixtures.organisation();
        for (var step : STEPS) {
            QuarkusTransaction.requiringNew().timeout((int) Duration.ofMinutes(20).toSeconds()).run(() -> {
                var query = Arc.container().instance(EntityManager.class).get().createNativeQuery(step);
                if (step.startsWith("select")) {
                    query.getSingleResult();
                } else {
                    query.executeUpdate();
                }
            });
        }
    }

    /** So many words, others for each row. */
    private static String words(int many) {
        return "(select string_agg(w[1 + floor(random() * array_length(w, 1))::int], ' ') from (select " + WORDS + " as w) v, generate_series(1, " + many + ") where g = g)";
    }
}
