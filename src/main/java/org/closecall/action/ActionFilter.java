package org.closecall.action;

import io.quarkus.qute.TemplateData;
import jakarta.ws.rs.QueryParam;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.closecall.web.Typed;
import org.closecall.web.Viewer;

/** What the list of actions shows, all of it in the address. Without a state it is what is not done. */
@TemplateData
public class ActionFilter {

    /** The choice of any state; and of actions that nobody owns. */
    public static final String ANY = "ANY";
    public static final String NOBODY = "NOBODY";

    @QueryParam("text")
    public String text;
    /** mine or late. */
    @QueryParam("show")
    public String show;
    @QueryParam("state")
    public String state;
    @QueryParam("aim")
    public String aim;
    @QueryParam("owner")
    public String owner;
    @QueryParam("team")
    public String team;
    @QueryParam("service")
    public String service;
    @QueryParam("strategy")
    public String strategy;
    @QueryParam("view")
    public String view;
    @QueryParam("after")
    public String after;

    public boolean board() {
        return "board".equals(view);
    }

    public boolean any() {
        return !given().isEmpty();
    }

    /** Whether this is exactly the named tab. */
    public boolean only(String name, String value) {
        return given().equals(Map.of(name, value));
    }

    /** What is settled is listed by when it was, the latest first. */
    public boolean settled() {
        var wanted = Typed.choice(ActionState.class, state);
        return wanted != null && !wanted.unfinished();
    }

    /** The next page of the list. */
    public String beyond(String key) {
        return joined(given(), "after=" + key);
    }

    public String asList() {
        return joined(given(), "");
    }

    public String asBoard() {
        var given = given();
        given.remove("state");
        return joined(given, "view=board");
    }

    /** The list of one column of the board. */
    public String ofState(ActionState wanted) {
        var given = given();
        given.put("state", wanted.name());
        return joined(given, "");
    }

    /** The words and choices, but no state: SQL conditions on action_item a and occurrence o, and their parameters. */
    Map<String, Object> conditions(StringBuilder where, Viewer viewer) {
        var bound = new HashMap<String, Object>();
        where.append("a.deleted_at is null and o.deleted_at is null");
        words(where, bound);
        people(where, bound, viewer);
        only("team", team, where, bound);
        only("service", service, where, bound);
        only("strategy", strategy, where, bound);
        if (Typed.given(aim)) {
            var wanted = Typed.choice(Aim.class, aim);
            where.append(wanted == null ? " and false" : " and a.aim = '" + wanted + "'");
        }
        if ("late".equals(show)) {
            where.append(" and a.state in ('OPEN', 'IN_PROGRESS') and a.due_on < :today");
            bound.put("today", viewer.today());
        }
        return bound;
    }

    /** What cannot be read matches nothing rather than everything. */
    String stateCondition() {
        if (!Typed.given(state)) {
            return " and a.state in ('OPEN', 'IN_PROGRESS')";
        }
        var wanted = Typed.choice(ActionState.class, state);
        return wanted == null ? ANY.equals(state) ? "" : " and false" : condition(wanted);
    }

    static String condition(ActionState wanted) {
        return " and a.state = '" + wanted + "'";
    }

    private void words(StringBuilder where, Map<String, Object> bound) {
        if (!Typed.given(text)) {
            return;
        }
        var number = Typed.id(text.strip().replaceFirst("^#", ""));
        where.append(" and (a.search @@ websearch_to_tsquery('english', :text)")
                .append(number == null ? ")" : " or o.number = :number)");
        bound.put("text", text);
        if (number != null) {
            bound.put("number", number);
        }
    }

    private void people(StringBuilder where, Map<String, Object> bound, Viewer viewer) {
        if ("mine".equals(show)) {
            where.append(" and a.owner_id = :me");
            bound.put("me", viewer.person().id);
        }
        if (NOBODY.equals(owner)) {
            where.append(" and a.owner_id is null");
        } else {
            only("owner", owner, where, bound);
        }
    }

    private static void only(String what, String id, StringBuilder where, Map<String, Object> bound) {
        if (Typed.given(id)) {
            where.append(" and a.").append(what).append("_id = :").append(what);
            bound.put(what, Typed.id(id) == null ? -1L : Typed.id(id));
        }
    }

    private Map<String, String> given() {
        var given = new LinkedHashMap<String, String>();
        given.put("show", show);
        given.put("text", text);
        given.put("state", state);
        given.put("aim", aim);
        given.put("owner", owner);
        given.put("team", team);
        given.put("service", service);
        given.put("strategy", strategy);
        given.values().removeIf(value -> !Typed.given(value));
        return given;
    }

    private static String joined(Map<String, String> given, String more) {
        var parts = given.entrySet().stream().map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8));
        var query = Stream.concat(parts, Stream.of(more).filter(part -> !part.isEmpty())).collect(Collectors.joining("&"));
        return query.isEmpty() ? "" : "?" + query;
    }
}
