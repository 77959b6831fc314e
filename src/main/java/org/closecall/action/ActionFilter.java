package org.closecall.action;

import io.quarkus.qute.TemplateData;
import jakarta.ws.rs.QueryParam;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.closecall.people.Person;
import org.closecall.view.SavedList;
import org.closecall.view.SavedView;
import org.closecall.web.Addresses;
import org.closecall.web.Option;
import org.closecall.web.Typed;

/** What the list of actions shows, all of it in the address. Without a state it is what is not done. */
@TemplateData
public class ActionFilter {

    /** The choice of any state; of actions that nobody owns; and of those without whatever else it is. */
    public static final String ANY = "ANY";
    public static final String NOBODY = "NOBODY";
    public static final String NONE = "NONE";
    private static final List<String> NARROWING_NOT = List.of("state");

    @QueryParam("show")
    public String show;
    @QueryParam("text")
    public String text;
    /** One or several, with commas. */
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
    /** One, or a category of them. */
    @QueryParam("strategy")
    public String strategy;
    @QueryParam("priority")
    public String priority;
    /** A layer or a control. */
    @QueryParam("defence")
    public String defence;
    /** Of the occurrence it came from. */
    @QueryParam("kind")
    public String kind;
    /** Due from that day to that day. */
    @QueryParam("from")
    public String from;
    @QueryParam("to")
    public String to;
    /** Promised on these days. */
    @QueryParam("since")
    public String since;
    @QueryParam("until")
    public String until;
    /** Days on which they were done for good, both included. */
    @QueryParam("doneSince")
    public String doneSince;
    @QueryParam("doneUntil")
    public String doneUntil;
    @QueryParam("sort")
    public String sort;
    @QueryParam("view")
    public String view;
    @QueryParam("by")
    public String by;
    @QueryParam("after")
    public String after;

    public static ActionFilter of(String query) {
        return Addresses.read(new ActionFilter(), query);
    }

    public List<SavedView> views(Person person) {
        return SavedView.shownTo(person, SavedList.ACTIONS);
    }

    public boolean board() {
        return "board".equals(view);
    }

    public ActionGroup group() {
        return ActionGroup.named(by);
    }

    public ActionOrder order() {
        return ActionOrder.named(sort, settled());
    }

    public List<Option> shows() {
        return Show.OPTIONS;
    }

    public boolean any() {
        return !given().isEmpty();
    }

    /** Whether it leaves out anything but states. */
    boolean narrows() {
        return !NARROWING_NOT.containsAll(given().keySet());
    }

    /** Whether something is asked that the form shows only when it is unfolded. */
    public boolean detailed() {
        return List.of("strategy", "priority", "defence", "kind", "from", "to", "since", "until").stream().anyMatch(given()::containsKey) || Typed.given(sort);
    }

    /** Whether this is exactly the named tab. */
    public boolean only(String name, String value) {
        return given().equals(Map.of(name, value));
    }

    /** Those asked for: none when it cannot be read. What waits for a second pair of eyes is done. */
    public Set<ActionState> states() {
        if (!Typed.given(state)) {
            return Show.states(show);
        }
        if (ANY.equals(state)) {
            return EnumSet.allOf(ActionState.class);
        }
        var wanted = Arrays.stream(state.split(",")).map(one -> Typed.choice(ActionState.class, one)).toList();
        return wanted.stream().anyMatch(Objects::isNull) ? Set.of() : Set.copyOf(wanted);
    }

    /** What is settled is listed by when it was, the latest first. */
    public boolean settled() {
        return !states().isEmpty() && states().stream().noneMatch(ActionState::unfinished);
    }

    /** The next page of the list. */
    public String beyond(String key) {
        return Addresses.query(parameters(), "after=" + key);
    }

    /** The address of the same without paging. */
    public String query() {
        return Addresses.query(parameters(), "");
    }

    public String asList() {
        var given = parameters();
        given.keySet().removeAll(List.of("view", "by"));
        return Addresses.query(given, "");
    }

    public String asBoard() {
        return asBoard(ActionGroup.STATE);
    }

    public String asBoard(ActionGroup group) {
        var given = given();
        given.remove("state");
        return Addresses.query(given, group == ActionGroup.STATE ? "view=board" : "view=board&by=" + group.word());
    }

    /** To be kept under a name. */
    public String asView() {
        return Addresses.query(parameters(), "list=" + SavedList.ACTIONS);
    }

    /** Nothing asked, and shown as it is shown now. */
    public String cleared() {
        return board() ? new ActionFilter().asBoard(group()) : "";
    }

    /** The list of one column of a board. */
    String ofColumn(String parameter, String key) {
        var given = given();
        given.put(parameter, key);
        return Addresses.query(given, "");
    }

    /** Everything an address needs to show the same, but for paging. */
    public Map<String, String> parameters() {
        var all = given();
        if (order() != ActionOrder.named(null, settled())) {
            all.put("sort", order().word());
        }
        if (board()) {
            all.put("view", view);
            if (group() != ActionGroup.STATE) {
                all.put("by", group().word());
            }
        }
        return all;
    }

    /** What cannot be read matches nothing rather than everything. */
    String stateCondition() {
        return condition(states());
    }

    static String condition(Set<ActionState> wanted) {
        return wanted.isEmpty() ? " and false" : " and a.state in (" + wanted.stream().sorted().map(one -> "'" + one + "'").collect(Collectors.joining(", ")) + ")";
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
        given.put("priority", priority);
        given.put("defence", defence);
        given.put("kind", kind);
        given.put("from", from);
        given.put("to", to);
        given.put("since", since);
        given.put("until", until);
        given.put("doneSince", doneSince);
        given.put("doneUntil", doneUntil);
        given.values().removeIf(value -> !Typed.given(value));
        return given;
    }
}
