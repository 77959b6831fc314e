package org.closecall.prevention;

import jakarta.ws.rs.QueryParam;
import java.util.Set;
import org.closecall.api.Parameters;
import org.closecall.web.Errors;
import org.closecall.web.Typed;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which facts a program asks for. What cannot be read is refused, not passed over. */
public class ApiPreventionQuery {

    private static final int USUAL = 50;
    private static final Set<String> NAMES = Set.of("key", "service", "team", "path", "type", "outcome", "occurrence", "from", "to", "after", "limit");

    @QueryParam("key")
    @Parameter(description = "The key it was reported under")
    public String key;
    @QueryParam("service")
    @Parameter(description = "The id of a service; of experiments, one that their critical path passes")
    public String service;
    @QueryParam("team")
    @Parameter(description = "The id of a team that owns the service, or the critical path")
    public String team;
    @QueryParam("path")
    @Parameter(description = "The id of a critical path; of runs and deployments also those of the services it passes")
    public String path;
    @QueryParam("type")
    @Parameter(description = "The type of remediations, the failure mode of experiments")
    public String type;
    @QueryParam("outcome")
    @Parameter(description = "Remediations: RUN (no dry runs), SUCCEEDED, RELAPSED, FAILED, DRY_RUN. Deployments: OK, FAILED, NOT_RESTORED, UNPLANNED. Experiments: HYPOTHESIS_HELD, VALID (held and recovered), REFUTED, EXERCISED (either), NO_OBSERVATIONS, NOT_RUN")
    public String outcome;
    @QueryParam("occurrence")
    @Parameter(description = "The number of an occurrence")
    public String occurrence;
    @QueryParam("from")
    @Parameter(description = "The first day, of the organisation’s time zone", example = "2026-11-01")
    public String from;
    @QueryParam("to")
    @Parameter(description = "The last day, included", example = "2026-11-30")
    public String to;
    @QueryParam("after")
    @Parameter(description = "The next of the page before")
    public String after;
    @QueryParam("limit")
    @Parameter(description = "How many at most, up to 200; 50 unless said", schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "200"))
    public String limit;

    /** asked: the names of all there is in the address. */
    Errors check(Set<String> asked, PreventionKind kind) {
        var parameters = Parameters.of(asked, NAMES);
        if (kind == PreventionKind.DEPLOYMENT && asked.contains("type")) {
            parameters.errors().add("type", "There is no such parameter");
        }
        parameters.id("service", service);
        parameters.id("team", team);
        parameters.id("path", path);
        parameters.id("occurrence", occurrence);
        parameters.choice("outcome", outcome, PreventionOutcome.of(kind).stream().map(one -> one.word));
        parameters.day("from", from);
        parameters.day("to", to);
        parameters.limit(limit);
        parameters.after(after, "[\\d:TZ.-]+_\\d{1,18}");
        return parameters.errors();
    }

    PreventionFilter filter() {
        var filter = new PreventionFilter();
        filter.key = key;
        filter.service = service;
        filter.team = team;
        filter.path = path;
        filter.type = type;
        filter.outcome = outcome;
        filter.occurrence = occurrence;
        filter.from = from;
        filter.to = to;
        filter.after = after;
        return filter;
    }

    int most() {
        return Typed.given(limit) ? Integer.parseInt(limit) : USUAL;
    }
}
