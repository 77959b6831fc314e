package org.closecall.occurrence;

import io.quarkus.qute.TemplateData;
import jakarta.ws.rs.QueryParam;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.closecall.catalog.Control;
import org.closecall.defence.ControlState;
import org.closecall.people.Person;
import org.closecall.view.SavedList;
import org.closecall.view.SavedView;
import org.closecall.web.Addresses;
import org.closecall.web.Option;
import org.closecall.web.Typed;
import org.closecall.web.Viewer;

/**
 * What the log shows, all of it in the address. Periods are days of the organisation's zone, both included, as the
 * reliability pages count them; severity is the actual one of incidents and the potential one of the others.
 */
@TemplateData
public class OccurrenceFilter {

    @QueryParam("text")
    public String text;
    @QueryParam("kind")
    public String kind;
    @QueryParam("progress")
    public String progress;
    @QueryParam("severity")
    public String severity;
    @QueryParam("service")
    public String service;
    @QueryParam("team")
    public String team;
    @QueryParam("detection")
    public String detection;
    @QueryParam("stopped")
    public String stopped;
    @QueryParam("control")
    public String control;
    @QueryParam("state")
    public String state;
    @QueryParam("tag")
    public String tag;
    @QueryParam("from")
    public String from;
    @QueryParam("to")
    public String to;
    @QueryParam("sort")
    public String sort;
    @QueryParam("columns")
    public List<String> columns;
    @QueryParam("after")
    public String after;

    /** Above the log for everybody. */
    private static final List<Option> COMMON = List.of(Option.of("", "Everything"), Option.of("?progress=UNRESOLVED", "Open now"),
            Option.of("?kind=NEAR_MISS", "Near misses"), Option.of("?kind=NEAR_MISS&stopped=CHANCE", "Stopped by chance"));

    /** From an address's query, such as ?kind=HAZARD&text=dns. What is not of the log is left out, like paging. */
    public static OccurrenceFilter of(String query) {
        return Addresses.read(new OccurrenceFilter(), query);
    }

    public List<SavedView> views(Person person) {
        return SavedView.shownTo(person, SavedList.OCCURRENCES);
    }

    /** Filters and names, with the columns as they are shown now. */
    public List<Option> commonViews() {
        return COMMON.stream().map(view -> Option.of(keepingColumns(view.value()), view.label())).toList();
    }

    /** Where all filters are off. */
    public String cleared() {
        return keepingColumns("");
    }

    private String keepingColumns(String query) {
        var filter = of(query);
        filter.columns = columns;
        return filter.query("");
    }

    public LogColumns shown() {
        return LogColumns.of(columns);
    }

    public OccurrenceLog page(Viewer viewer) {
        return OccurrenceLog.of(this, viewer.organisation().zone());
    }

    /** Of what matches, in the log's order, whatever page is shown. */
    public List<Long> numbers(int most, Viewer viewer) {
        return OccurrenceLog.numbers(this, viewer.organisation().zone(), most);
    }

    public boolean any() {
        return !given().isEmpty();
    }

    /** “Canary failed”, or null when no control is asked for. */
    public String controlWords() {
        if (!Typed.given(control) && !Typed.given(state)) {
            return null;
        }
        Control named = Typed.found(control, id -> Control.findById(id));
        var did = Typed.choice(ControlState.class, state);
        var what = named != null ? named.name : Typed.given(control) ? "No control there is" : "Any control";
        return what + (did == null ? " concerned" : " " + did.label);
    }

    public LogOrder order() {
        return LogOrder.named(sort);
    }

    public List<LogOrder> orders() {
        return List.of(LogOrder.values());
    }

    /** The address of the same filter's next page. */
    public String queryAfter(String cursor) {
        return query("after=" + cursor);
    }

    /** The address of the same filter without paging; add is appended as further parameters. */
    public String query(String add) {
        return Addresses.query(parameters(), add);
    }

    /** Everything an address needs to show the same, but for paging. */
    public Map<String, String> parameters() {
        var all = given();
        if (order() != LogOrder.NEWEST) {
            all.put("sort", order().name().toLowerCase());
        }
        if (!shown().usual()) {
            all.put("columns", shown().parameter());
        }
        return all;
    }

    private Map<String, String> given() {
        var given = new LinkedHashMap<String, String>();
        given.put("text", text);
        given.put("kind", kind);
        given.put("progress", progress);
        given.put("severity", severity);
        given.put("service", service);
        given.put("team", team);
        given.put("detection", detection);
        given.put("stopped", stopped);
        given.put("control", control);
        given.put("state", state);
        given.put("tag", tag);
        given.put("from", from);
        given.put("to", to);
        given.values().removeIf(value -> value == null || value.isBlank());
        return given;
    }
}
