package org.closecall.action;

import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.closecall.exchange.CsvDownload;
import org.closecall.web.Viewer;

/** The filtered list as CSV. Times are ISO 8601 in UTC. What it says of an action can be changed there and brought in again. */
@Path("/actions.csv")
class ActionExports {

    private static final String COLUMNS = """
            select a.id, a.title, a.description, a.aim, a.priority, p.name as owner, t.name as team, s.name as service, cast(a.due_on as text) as due, g.name as strategy, a.layer, c.name as control, o.number,
              a.state, %s, %s, %s, %s, cast(a.accepted_until as text) as accepted, a.blocked_on, a.origin
            from action_item a left join occurrence o on o.id = a.occurrence_id left join person p on p.id = a.owner_id left join team t on t.id = a.team_id left join service s on s.id = a.service_id
              left join action_strategy g on g.id = a.strategy_id left join control c on c.id = a.control_id where"""
            .formatted(CsvDownload.time("a", "state_since"), CsvDownload.time("a", "created_at"), CsvDownload.time("a", "done_at"), CsvDownload.time("a", "verified_at"));
    private static final List<String> HEADER = List.of("id", "title", "description", "aim", "priority", "owner", "team", "service", "due", "strategy", "layer", "control", "occurrence",
        "state", "state_since", "created", "done", "verified", "risk_accepted_until", "blocked_on", "origin");

    @Inject
    Viewer viewer;

    @GET
    public Response index(@BeanParam ActionFilter filter) {
        var where = new StringBuilder();
        var bound = ActionConditions.of(filter, where, viewer);
        where.append(filter.stateCondition()).append(filter.order().clause());
        return new CsvDownload("actions", HEADER, COLUMNS + " " + where, bound).response();
    }
}
