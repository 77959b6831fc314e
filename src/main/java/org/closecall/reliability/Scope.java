package org.closecall.reliability;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.ws.rs.NotFoundException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.closecall.catalog.Service;
import org.closecall.catalog.Team;
import org.closecall.web.Viewer;

/**
 * Which records figures are about: those of a period, of a service or a team's services, of some severities, null
 * being all of them. Days and months are those of the organisation's zone.
 */
public record Scope(Period period, Service service, Team team, Severities severities, ZoneId zone, Instant now) {

    /** What cannot be read, or names what is not there, is not found: guessing would show figures nobody asked for. */
    static Scope of(Asked asked, Viewer viewer) {
        var zone = viewer.organisation().zone();
        return new Scope(Period.of(asked, LocalDate.ofInstant(viewer.now(), zone)),
                found(Asked.given(asked.service()), id -> Service.findById(id)), found(Asked.given(asked.team()), id -> Team.findById(id)),
                Severities.of(Asked.given(asked.severity())), zone, viewer.now());
    }

    private static <T extends PanacheEntityBase> T found(String id, Function<Long, T> finder) {
        var found = id == null || !id.matches("\\d{1,18}") ? null : finder.apply(Long.valueOf(id));
        if (id != null && found == null) {
            throw new NotFoundException("There is nothing with the number " + id);
        }
        return found;
    }

    LocalDate today() {
        return LocalDate.ofInstant(now, zone);
    }

    Scope over(Period other) {
        return new Scope(other, service, team, severities, zone, now);
    }

    /** Conditions on Occurrence o that hold at any time, in HQL. */
    String conditions() {
        return "o.deletedAt is null"
                + (service == null ? "" : " and exists (select 1 from o.services s where s.id = :service)")
                + (team == null ? "" : " and exists (select 1 from o.services s where s.team.id = :team)");
    }

    /** The severity is the actual one of incidents and the potential one of near misses, as in the log. */
    String severityCondition() {
        return severities == null ? "" : " and cast(coalesce(o.severity, o.potentialSeverity) as String) between :worst and :least";
    }

    Map<String, Object> parameters() {
        var bound = new LinkedHashMap<String, Object>();
        if (service != null) {
            bound.put("service", service.id);
        }
        if (team != null) {
            bound.put("team", team.id);
        }
        return bound;
    }

    Map<String, Object> severityParameters() {
        return severities == null ? Map.of() : Map.of("worst", severities.worst().name(), "least", severities.least().name());
    }

    /** The log of exactly these records; first is a filter of its own, such as kind=INCIDENT. */
    String log(String first) {
        return "/occurrences?" + first + query(true);
    }

    /** The address of this page, or of another in its place, with the same parameters. */
    public String address(String path) {
        var query = query(false);
        return query.isEmpty() ? path : path + "?" + query.substring(1);
    }

    private String query(boolean days) {
        var all = new LinkedHashMap<String, Object>();
        if (!days && (period.month() != null || period.all())) {
            all.put("month", period.all() ? Period.ALL : period.month());
        } else {
            all.put("from", period.from());
            all.put("to", period.to());
        }
        all.put("team", team == null ? null : team.id);
        all.put("service", service == null ? null : service.id);
        all.put("severity", severities == null ? null : severities.value());
        return all.entrySet().stream().filter(entry -> entry.getValue() != null)
                .map(entry -> "&" + entry.getKey() + "=" + URLEncoder.encode(entry.getValue().toString(), StandardCharsets.UTF_8))
                .collect(Collectors.joining());
    }

    public String label() {
        var services = service != null ? service.name : team == null ? "all services" : "services of " + team.name;
        var owned = service != null && team != null ? services + " if " + team.name + " owns it" : services;
        return owned + ", " + (severities == null ? "all severities" : severities.label());
    }
}
