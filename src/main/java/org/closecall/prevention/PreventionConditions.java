package org.closecall.prevention;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.closecall.web.Typed;

/** What a filter asks, in SQL: conditions on the row r of a kind, and their parameters. */
final class PreventionConditions {

    private final PreventionKind kind;
    private final StringBuilder where = new StringBuilder(" where r.deleted_at is null");
    final Map<String, Object> bound = new HashMap<>();

    /** Days are those of the zone. */
    PreventionConditions(PreventionKind kind, PreventionFilter filter, ZoneId zone) {
        this.kind = kind;
        narrow(services("= :service"), "service", filter.service, Typed.id(filter.service));
        narrow(services("in (select s.id from service s where s.team_id = :team)") + (kind == PreventionKind.EXPERIMENT ? " or r.critical_path_id in (select p.id from critical_path p where p.team_id = :team)" : ""),
                "team", filter.team, Typed.id(filter.team));
        narrow(paths(), "path", filter.path, Typed.id(filter.path));
        if (kind != PreventionKind.DEPLOYMENT) {
            narrow("lower(r." + (kind == PreventionKind.REMEDIATION ? "type" : "mode") + ") = lower(:type)", "type", filter.type, filter.type);
        }
        narrow("r.occurrence_id = (select o.id from occurrence o where o.number = :occurrence)", "occurrence", filter.occurrence, Typed.given(filter.occurrence) ? Typed.id(filter.occurrence.replaceFirst("^#", "")) : null);
        narrow("r.key = :key", "key", filter.key, filter.key);
        narrow("r.at >= :from", "from", filter.from, begin(filter.from, 0, zone));
        narrow("r.at < :until", "until", filter.to, begin(filter.to, 1, zone));
        var outcome = PreventionOutcome.named(kind, filter.outcome);
        if (Typed.given(filter.outcome)) {
            where.append(" and ").append(outcome == null ? "false" : "(" + outcome.condition + ")");
        }
    }

    private String services(String which) {
        return kind == PreventionKind.EXPERIMENT ? "r.critical_path_id in (select ps.critical_path_id from critical_path_service ps where ps.service_id " + which + ")" : "r.service_id " + which;
    }

    private String paths() {
        var passed = "r.service_id in (select ps.service_id from critical_path_service ps where ps.critical_path_id = :path)";
        return kind == PreventionKind.DEPLOYMENT ? passed : kind == PreventionKind.REMEDIATION ? "r.critical_path_id = :path or " + passed : "r.critical_path_id = :path";
    }

    private void narrow(String condition, String name, String given, Object value) {
        if (Typed.given(given)) {
            where.append(" and (").append(value == null ? "false" : condition).append(")");
            if (value != null) {
                bound.put(name, value);
            }
        }
    }

    private static Object begin(String day, int later, ZoneId zone) {
        var date = Typed.date(day);
        return date == null || date.getYear() < 1 || date.getYear() > 9998 ? null : at(date.plusDays(later), zone);
    }

    private static Object at(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).withZoneSameInstant(ZoneOffset.UTC).toOffsetDateTime();
    }

    /** Only what comes after that row. An address somebody has mangled shows the first page. */
    PreventionConditions beyond(String after) {
        var parts = after == null ? new String[0] : after.split("_");
        if (parts.length == 2 && Typed.id(parts[1]) != null) {
            try {
                bound.put("at", Instant.parse(parts[0]).atOffset(ZoneOffset.UTC));
                bound.put("id", Typed.id(parts[1]));
                where.append(" and (r.at, r.id) < (:at, :id)");
            } catch (DateTimeException unreadable) {
                bound.remove("at");
            }
        }
        return this;
    }

    @Override
    public String toString() {
        return " from " + kind.table + " r" + where;
    }
}
