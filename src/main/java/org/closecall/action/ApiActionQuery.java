package org.closecall.action;

import jakarta.ws.rs.QueryParam;
import java.util.Set;
import java.util.stream.Stream;
import org.closecall.api.Parameters;
import org.closecall.catalog.Layer;
import org.closecall.occurrence.Kind;
import org.closecall.web.Errors;
import org.closecall.web.Option;
import org.closecall.web.Typed;
import org.closecall.web.Viewer;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which actions a program asks for. What cannot be read is refused, not passed over. */
public class ApiActionQuery {

    private static final int USUAL = 50;
    static final Set<String> NAMES = Set.of("state", "show", "owner", "team", "service", "aim", "strategy", "priority", "defence", "kind", "from", "to", "since", "until", "doneSince", "doneUntil", "late", "text", "sort", "after", "limit");
    private static final String ME = "me";
    private static final String NONE = "none";

    @QueryParam("state")
    @Parameter(description = "OPEN, IN_PROGRESS, DONE, VERIFIED, DROPPED, RISK_ACCEPTED, several of them with commas, or ANY. Without it, what is unfinished", example = "OPEN")
    public String state;
    @QueryParam("owner")
    @Parameter(description = "The id of a person, me, or none for what nobody owns yet")
    public String owner;
    @QueryParam("team")
    @Parameter(description = "The id of a team, or NONE")
    public String team;
    @QueryParam("service")
    @Parameter(description = "The id of a service, or NONE")
    public String service;
    @QueryParam("aim")
    @Parameter(description = "PREVENT_RECURRENCE, DETECT_SOONER or REDUCE_IMPACT")
    public String aim;
    @QueryParam("strategy")
    @Parameter(description = "The id of a strategy, a category (DESIGN, OPERATIONAL, OBSERVABILITY, PROCESS), or NONE")
    public String strategy;
    @QueryParam("priority")
    @Parameter(description = "HIGH, MEDIUM or LOW")
    public String priority;
    @QueryParam("defence")
    @Parameter(description = "The id of a control, a layer (DEVELOPMENT, PRE_PRODUCTION, PRODUCTION, DETECTION), or NONE")
    public String defence;
    @QueryParam("kind")
    @Parameter(description = "Of the occurrence it came from: INCIDENT, NEAR_MISS, HAZARD, or NONE where it came from none")
    public String kind;
    @QueryParam("from")
    @Parameter(description = "Due on this day or later", example = "2026-11-01")
    public String from;
    @QueryParam("to")
    @Parameter(description = "Due on this day or earlier", example = "2026-11-30")
    public String to;
    @QueryParam("since")
    @Parameter(description = "Promised on this day or later, of the organisation’s time zone")
    public String since;
    @QueryParam("until")
    @Parameter(description = "Promised on this day or earlier")
    public String until;
    @QueryParam("doneSince")
    @Parameter(description = "Done for good on this day or later, of the organisation’s time zone; together with a state such as DONE,VERIFIED")
    public String doneSince;
    @QueryParam("doneUntil")
    @Parameter(description = "Done for good on this day or earlier")
    public String doneUntil;
    @QueryParam("show")
    @Parameter(description = "What the page has under this name: mine, late, week, blocked, verify, nodate, decide, judge, expiring, ontime, missed, effective or ineffective")
    public String show;
    @QueryParam("sort")
    @Parameter(description = "priority or age; without it by due date, and what is settled latest first")
    public String sort;
    @QueryParam("late")
    @Parameter(description = "true: only what is unfinished after its day", schema = @Schema(type = SchemaType.BOOLEAN))
    public String late;
    @QueryParam("text")
    @Parameter(description = "Words in the title or description, or the number of an occurrence")
    public String text;
    @QueryParam("after")
    @Parameter(description = "The next of the page before")
    public String after;
    @QueryParam("limit")
    @Parameter(description = "How many at most, up to 200; 50 unless said", schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "200"))
    public String limit;

    /** asked: the names of all there is in the address. */
    Errors check(Set<String> asked) {
        var parameters = Parameters.of(asked, NAMES);
        if (Typed.given(state) && !ActionFilter.ANY.equals(state)) {
            Stream.of(state.split(",", -1)).forEach(one -> parameters.choice("state", one.isEmpty() ? "," : one, Stream.concat(Parameters.names(ActionState.class), Stream.of(ActionFilter.ANY))));
        }
        if ("true".equals(late) && Typed.given(show)) {
            parameters.errors().add("late", "This is show=late: send one of the two");
        }
        parameters.id("owner", owner, Stream.of(ME, NONE));
        checkWords(parameters);
        checkDays(parameters);
        parameters.limit(limit);
        parameters.after(after, "(\\d_)?(none|[\\d:TZ.-]+)_\\d{1,18}");
        return parameters.errors();
    }

    private void checkWords(Parameters parameters) {
        var none = ActionFilter.NONE;
        parameters.choice("show", show, Show.OPTIONS.stream().map(Option::value));
        parameters.id("team", team, Stream.of(none));
        parameters.id("service", service, Stream.of(none));
        parameters.choice("aim", aim, Parameters.names(Aim.class));
        parameters.id("strategy", strategy, Stream.concat(Parameters.names(StrategyCategory.class), Stream.of(none)));
        parameters.choice("priority", priority, Parameters.names(Priority.class));
        parameters.id("defence", defence, Stream.concat(Parameters.names(Layer.class), Stream.of(none)));
        parameters.choice("kind", kind, Stream.concat(Parameters.names(Kind.class), Stream.of(none)));
        parameters.choice("late", late, Stream.of("true", "false"));
        parameters.choice("sort", sort, Stream.of(ActionOrder.PRIORITY.word(), ActionOrder.AGE.word()));
    }

    private void checkDays(Parameters parameters) {
        parameters.day("from", from);
        parameters.day("to", to);
        parameters.day("since", since);
        parameters.day("until", until);
        parameters.day("doneSince", doneSince);
        parameters.day("doneUntil", doneUntil);
    }

    ActionFilter filter(Viewer viewer) {
        var filter = new ActionFilter();
        filter.state = state;
        filter.owner = ME.equals(owner) ? viewer.person().id.toString() : NONE.equals(owner) ? ActionFilter.NOBODY : owner;
        filter.team = team;
        filter.service = service;
        filter.aim = aim;
        filter.strategy = strategy;
        filter.show = "true".equals(late) ? "late" : show;
        filter.priority = priority;
        filter.defence = defence;
        filter.kind = kind;
        filter.from = from;
        filter.to = to;
        filter.since = since;
        filter.until = until;
        filter.doneSince = doneSince;
        filter.doneUntil = doneUntil;
        filter.sort = sort;
        filter.text = text;
        filter.after = after;
        return filter;
    }

    int most() {
        return Typed.given(limit) ? Integer.parseInt(limit) : USUAL;
    }
}
