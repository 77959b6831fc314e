package org.closecall.occurrence;

import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import org.closecall.web.Typed;

/** What a filter asks of an occurrence, in SQL. */
final class LogConditions {

    private LogConditions() {
    }

    /** SQL conditions on occurrence o, and their parameters. What cannot be read matches nothing rather than everything. */
    static Map<String, Object> of(OccurrenceFilter filter, StringBuilder where, ZoneId zone) {
        var bound = new HashMap<String, Object>();
        where.append("o.deleted_at is null");
        words(filter.text, where, bound);
        choice(where, bound, "kind", filter.kind, "o.kind = :kind");
        choice(where, bound, "detection", filter.detection, "o.detection = :detection");
        choice(where, bound, "stopped", filter.stopped, "o.stopped_by = :stopped");
        choice(where, bound, "tag", filter.tag, "exists (select 1 from occurrence_tag ot join tag t on t.id = ot.tag_id where ot.occurrence_id = o.id and lower(t.name) = lower(:tag))");
        controls(filter, where, bound);
        number(where, bound, "service", filter.service, "exists (select 1 from occurrence_service os where os.occurrence_id = o.id and os.service_id = :service)");
        number(where, bound, "team", filter.team, "exists (select 1 from occurrence_service os join service s on s.id = os.service_id where os.occurrence_id = o.id and s.team_id = :team)");
        number(where, bound, "path", filter.path, "exists (select 1 from occurrence_service os join critical_path_service ps on ps.service_id = os.service_id where os.occurrence_id = o.id and ps.critical_path_id = :path)");
        choice(where, bound, "found", filter.found, "o.kind = 'INCIDENT' and " + Told.FOUND + " = :found");
        choice(where, bound, "caught", filter.caught, "o.kind <> 'HAZARD' and (select " + Told.CAUGHT_IN + " from (select 1) one left join control stop on stop.id = o.stopped_by_control_id) = :caught");
        number(where, bound, "factor", filter.factor, "exists (select 1 from postmortem p join publication_factor f on f.publication_id = p.publication_id where p.occurrence_id = o.id and f.category_id = :factor)");
        if (Typed.given(filter.healed)) {
            where.append(" and o.kind = 'INCIDENT' and ").append(Told.HEALED);
        }
        drills(filter.drill, where);
        progress(filter.progress, where);
        severities(filter.severity, where, bound);
        day(where, bound, "from", filter.from, 0, "o.occurred_at >= :from", zone);
        day(where, bound, "to", filter.to, 1, "o.occurred_at < :to", zone);
        return bound;
    }

    private static void controls(OccurrenceFilter filter, StringBuilder where, Map<String, Object> bound) {
        if (Typed.given(filter.control) || Typed.given(filter.state) || Typed.given(filter.layer)) {
            where.append(" and exists (select 1 from occurrence_control oc where oc.occurrence_id = o.id");
            choice(where, bound, "layer", filter.layer, "exists (select 1 from control c where c.id = oc.control_id and c.layer = :layer)");
            number(where, bound, "control", filter.control, "oc.control_id = :control");
            choice(where, bound, "state", filter.state, "oc.state = :state");
            where.append(")");
        }
    }

    private static void words(String text, StringBuilder where, Map<String, Object> bound) {
        if (text == null || text.isBlank()) {
            return;
        }
        var number = Typed.id(text.strip().replaceFirst("^#", ""));
        where.append(" and (o.search @@ websearch_to_tsquery('english', :text)")
                .append(" or exists (select 1 from timeline_entry e where e.occurrence_id = o.id and e.deleted_at is null and to_tsvector('english', e.text) @@ websearch_to_tsquery('english', :text))")
                .append(number == null ? ")" : " or o.number = :number)");
        bound.put("text", text);
        if (number != null) {
            bound.put("number", number);
        }
    }

    private static void progress(String progress, StringBuilder where) {
        var wanted = Typed.choice(Progress.class, progress);
        if (wanted != null) {
            where.append(" and o.kind <> 'NEAR_MISS' and ").append(switch (wanted) {
                case OPEN -> "o.resolved_state = 'NOT_YET' and (o.kind = 'HAZARD' or o.mitigated_state = 'NOT_YET')";
                case MITIGATED -> "o.kind = 'INCIDENT' and o.resolved_state = 'NOT_YET' and o.mitigated_state <> 'NOT_YET'";
                case RESOLVED -> "o.resolved_state <> 'NOT_YET'";
            });
        } else if ("UNRESOLVED".equals(progress)) {
            where.append(" and o.kind <> 'NEAR_MISS' and o.resolved_state = 'NOT_YET'");
        }
    }

    private static void drills(String drill, StringBuilder where) {
        if (drill != null && !drill.isBlank()) {
            where.append("yes".equals(drill) ? " and o.drill" : " and not o.drill");
        }
    }

    private static void severities(String severity, StringBuilder where, Map<String, Object> bound) {
        if (severity != null && !severity.isBlank()) {
            var ends = severity.split("-");
            where.append(" and coalesce(o.severity, o.potential_severity) between :worst and :least");
            bound.put("worst", ends[0]);
            bound.put("least", ends[ends.length - 1]);
        }
    }

    private static void choice(StringBuilder where, Map<String, Object> bound, String name, String value, String condition) {
        if (value != null && !value.isBlank()) {
            where.append(" and ").append(condition);
            bound.put(name, value);
        }
    }

    private static void number(StringBuilder where, Map<String, Object> bound, String name, String value, String condition) {
        if (value != null && !value.isBlank()) {
            where.append(" and ").append(condition);
            bound.put(name, Typed.id(value) == null ? -1L : Typed.id(value));
        }
    }

    private static void day(StringBuilder where, Map<String, Object> bound, String name, String value, int plus, String condition, ZoneId zone) {
        var day = Typed.date(value);
        if (day != null) {
            bound.put(name, day.plusDays(plus).atStartOfDay(zone).toInstant());
            where.append(" and ").append(condition);
        } else if (value != null && !value.isBlank()) {
            where.append(" and false");
        }
    }
}
