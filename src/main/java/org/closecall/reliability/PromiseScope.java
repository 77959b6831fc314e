package org.closecall.reliability;

import io.quarkus.qute.TemplateData;
import jakarta.ws.rs.NotFoundException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.closecall.catalog.Service;
import org.closecall.catalog.Team;
import org.closecall.web.Formats;
import org.closecall.web.Option;
import org.closecall.web.Typed;
import org.closecall.web.Viewer;
import org.jboss.resteasy.reactive.RestQuery;

/**
 * Which actions are counted: days of the organisation's zone, both included, a team, a service. Today is that of whoever looks, as in
 * the lists. An action counts for its own
 * service, or where it has none, for each of its occurrence's.
 */
@TemplateData
public record PromiseScope(LocalDate from, LocalDate to, Team team, Service service, ZoneId zone, Instant now, LocalDate today) {

    private static final int USUAL_MONTHS = 12;

    /** The parameters as sent: from and to, team and service by id. Nothing means the twelve months until today. */
    public record Sent(@RestQuery String from, @RestQuery String to, @RestQuery String team, @RestQuery String service) {
    }

    static PromiseScope of(Sent sent, Viewer viewer) {
        var zone = viewer.organisation().zone();
        var today = viewer.today();
        var to = day(sent.to(), today);
        var from = day(sent.from(), to.plusDays(1).minusMonths(USUAL_MONTHS));
        var team = Typed.given(sent.team()) ? present(Typed.found(sent.team(), id -> Team.<Team>findById(id))) : null;
        var service = Typed.given(sent.service()) ? present(Typed.found(sent.service(), id -> Service.<Service>findById(id))) : null;
        return new PromiseScope(from.isAfter(to) ? to : from, from.isAfter(to) ? from : to, team, service, zone, viewer.now(), today);
    }

    private static LocalDate day(String typed, LocalDate otherwise) {
        return Typed.given(typed) ? present(Typed.date(typed)) : otherwise;
    }

    private static <T> T present(T found) {
        if (found == null) {
            throw new NotFoundException("There is no such scope");
        }
        return found;
    }

    boolean promisedWithin(Promise promise) {
        var day = LocalDate.ofInstant(promise.createdAt(), zone);
        return !day.isBefore(from) && !day.isAfter(to);
    }

    /** The day has passed, and lies within. */
    boolean dueWithin(Promise promise) {
        return promise.dueOn() != null && !promise.dueOn().isBefore(from) && !promise.dueOn().isAfter(to) && promise.dueOn().isBefore(today());
    }

    boolean onTime(Promise promise) {
        return promise.firstDoneAt() != null && !LocalDate.ofInstant(promise.firstDoneAt(), zone).isAfter(promise.dueOn());
    }

    String conditions() {
        return (team == null ? "" : " and a.team_id = :team")
                + (service == null ? "" : " and (a.service_id = :service or a.service_id is null and exists (select 1 from occurrence_service s where s.occurrence_id = a.occurrence_id and s.service_id = :service))");
    }

    Map<String, Object> parameters() {
        var bound = new LinkedHashMap<String, Object>();
        if (team != null) {
            bound.put("team", team.id);
        }
        if (service != null) {
            bound.put("service", service.id);
        }
        return bound;
    }

    /** The last day whose promises can be judged: yesterday at the latest. */
    private LocalDate lastDue() {
        return to.isBefore(today()) ? to : today().minusDays(1);
    }

    /** The list of actions of this scope; first is a filter of its own, such as show=late. */
    String list(String first) {
        return "/actions?" + Stream.concat(Stream.of(first), parameters().entrySet().stream().map(entry -> entry.getKey() + "=" + entry.getValue())).filter(part -> !part.isEmpty()).collect(Collectors.joining("&"));
    }

    /** The last day of what is older than so many days. */
    LocalDate before(int days) {
        return today.minusDays(days + 1L);
    }

    String promised(String first) {
        return list(first + "&since=" + from + "&until=" + to);
    }

    String due(String first) {
        return list(first + "&from=" + from + "&to=" + lastDue());
    }

    public String json() {
        return "/actions/figures.json?from=" + from + "&to=" + to + parameters().entrySet().stream().map(entry -> "&" + entry.getKey() + "=" + entry.getValue()).collect(Collectors.joining());
    }

    public String label() {
        return Formats.day(from) + " to " + Formats.day(to) + (team == null ? "" : ", " + team.name) + (service == null ? "" : ", " + service.name);
    }

    /** The id chosen, as a select has it. */
    public String parameter(String name) {
        return String.valueOf(parameters().getOrDefault(name, ""));
    }

    public List<Option> teams() {
        return Stream.concat(Team.inUse().stream(), Stream.ofNullable(team)).distinct().map(one -> Option.of(one.id, one.name)).toList();
    }

    public List<Option> services() {
        return Stream.concat(Service.inUse().stream(), Stream.ofNullable(service)).distinct().map(one -> Option.of(one.id, one.name)).toList();
    }
}
