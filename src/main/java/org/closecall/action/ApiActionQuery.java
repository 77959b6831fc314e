package org.closecall.action;

import jakarta.ws.rs.QueryParam;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;
import org.closecall.web.Errors;
import org.closecall.web.Typed;
import org.closecall.web.Viewer;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which actions a program asks for. What cannot be read is refused, not passed over. */
public class ApiActionQuery {

    static final int MOST = 200;
    private static final int USUAL = 50;
    static final Set<String> NAMES = Set.of("state", "owner", "team", "service", "aim", "strategy", "late", "text", "after", "limit");
    private static final String ME = "me";
    private static final String NONE = "none";

    @QueryParam("state")
    @Parameter(description = "OPEN, IN_PROGRESS, DONE, VERIFIED, DROPPED, RISK_ACCEPTED, or ANY. Without it, what is unfinished", example = "OPEN")
    public String state;
    @QueryParam("owner")
    @Parameter(description = "The id of a person, me, or none for what nobody owns yet")
    public String owner;
    @QueryParam("team")
    @Parameter(description = "The id of a team")
    public String team;
    @QueryParam("service")
    @Parameter(description = "The id of a service")
    public String service;
    @QueryParam("aim")
    @Parameter(description = "PREVENT_RECURRENCE, DETECT_SOONER or REDUCE_IMPACT")
    public String aim;
    @QueryParam("strategy")
    @Parameter(description = "The id of a strategy")
    public String strategy;
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
        var errors = Errors.none();
        asked.stream().filter(name -> !NAMES.contains(name)).sorted().forEach(name -> errors.add(name, "There is no such parameter"));
        choice(errors, "state", state, Stream.concat(Arrays.stream(ActionState.values()).map(Enum::name), Stream.of(ActionFilter.ANY)));
        choice(errors, "aim", aim, Arrays.stream(Aim.values()).map(Enum::name));
        choice(errors, "late", late, Stream.of("true", "false"));
        if (Typed.given(owner) && !ME.equals(owner) && !NONE.equals(owner)) {
            id(errors, "owner", owner);
        }
        id(errors, "team", team);
        id(errors, "service", service);
        id(errors, "strategy", strategy);
        if (Typed.given(limit) && (Typed.id(limit) == null || Typed.id(limit) < 1 || Typed.id(limit) > MOST)) {
            errors.add("limit", "A number from 1 to " + MOST);
        }
        if (Typed.given(after) && !after.matches("(none|[\\d:TZ.-]+)_\\d{1,18}")) {
            errors.add("after", "That is not the next of a page before");
        }
        return errors;
    }

    ActionFilter filter(Viewer viewer) {
        var filter = new ActionFilter();
        filter.state = state;
        filter.owner = ME.equals(owner) ? viewer.person().id.toString() : NONE.equals(owner) ? ActionFilter.NOBODY : owner;
        filter.team = team;
        filter.service = service;
        filter.aim = aim;
        filter.strategy = strategy;
        filter.show = "true".equals(late) ? "late" : null;
        filter.text = text;
        filter.after = after;
        return filter;
    }

    int most() {
        return Typed.given(limit) ? Integer.parseInt(limit) : USUAL;
    }

    private static void choice(Errors errors, String field, String value, Stream<String> words) {
        var allowed = words.toList();
        if (Typed.given(value) && !allowed.contains(value)) {
            errors.add(field, "One of " + String.join(", ", allowed));
        }
    }

    private static void id(Errors errors, String field, String value) {
        if (Typed.given(value) && Typed.id(value) == null) {
            errors.add(field, "An id is a number");
        }
    }
}
