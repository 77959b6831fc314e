package org.closecall.review;

import io.quarkus.qute.TemplateData;
import jakarta.ws.rs.QueryParam;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.closecall.catalog.Service;
import org.closecall.catalog.Team;
import org.closecall.web.Option;
import org.closecall.web.Typed;
import org.closecall.web.Viewer;

/** Which of the owed postmortems are listed, all of it in the address. */
@TemplateData
public class OwedFilter {

    /** mine, teams or late. */
    @QueryParam("show")
    public String show;
    @QueryParam("team")
    public String team;
    @QueryParam("service")
    public String service;
    @QueryParam("after")
    public String after;

    /** Without where one is in the list: what counts are of. */
    OwedConditions conditions(Viewer viewer) {
        var conditions = new OwedConditions()
                .id("exists (select 1 from occurrence_service os where os.occurrence_id = o.id and os.service_id = :service)", "service", service)
                .id("exists (select 1 from occurrence_service os join service s on s.id = os.service_id where os.occurrence_id = o.id and s.team_id = :team)", "team", team);
        return switch (Typed.given(show) ? show : "") {
            case "mine" -> conditions.mine(viewer);
            case "teams" -> conditions.ofMyTeams(viewer);
            case "late" -> conditions.and(conditions.late(viewer));
            default -> conditions;
        };
    }

    /** An address somebody has mangled shows the first page. */
    OwedConditions beyond(OwedConditions conditions) {
        var parts = after == null ? new String[0] : after.split("_");
        try {
            return parts.length != 2 || Typed.id(parts[1]) == null ? conditions
                    : conditions.and("(o.review_since, o.number) > (:since, :number)", "since", Instant.parse(parts[0])).with("number", Typed.id(parts[1]));
        } catch (DateTimeException unreadable) {
            return conditions;
        }
    }

    public boolean any() {
        return !given().isEmpty();
    }

    public boolean shows(String name) {
        return name.equals(Typed.given(show) ? show : "");
    }

    /** The address of the same list; next is where it goes on, or nothing for its beginning. */
    public String query(String next) {
        var given = given();
        given.put("after", next);
        given.values().removeIf(value -> !Typed.given(value));
        return given.isEmpty() ? "" : given.entrySet().stream().map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8)).collect(Collectors.joining("&", "?", ""));
    }

    public List<Option> teams() {
        return Team.inUse().stream().map(one -> Option.of(one.id, one.name)).toList();
    }

    public List<Option> services() {
        return Service.inUse().stream().map(one -> Option.of(one.id, one.name)).toList();
    }

    private Map<String, String> given() {
        var given = new LinkedHashMap<String, String>();
        given.put("show", show);
        given.put("team", team);
        given.put("service", service);
        given.values().removeIf(value -> !Typed.given(value));
        return given;
    }
}
