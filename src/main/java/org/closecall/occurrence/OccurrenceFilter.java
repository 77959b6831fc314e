package org.closecall.occurrence;

import io.quarkus.qute.TemplateData;
import jakarta.ws.rs.QueryParam;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.closecall.catalog.Control;
import org.closecall.catalog.CriticalPath;
import org.closecall.catalog.FactorCategory;
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
    @QueryParam("path")
    public String path;
    @QueryParam("drill")
    public String drill;
    /** Who found an incident, the layer that caught it, a layer whose control did something: what figures lead to. */
    @QueryParam("found")
    public String found;
    @QueryParam("caught")
    public String caught;
    @QueryParam("layer")
    public String layer;
    /** Whatever is said: only what healed by itself. */
    @QueryParam("healed")
    public String healed;
    @QueryParam("factor")
    public String factor;
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
        if (Typed.given(layer) || !Typed.given(control) && !Typed.given(state)) {
            return null;
        }
        Control named = Typed.found(control, id -> Control.findById(id));
        var did = Typed.choice(ControlState.class, state);
        var what = named != null ? named.name : Typed.given(control) ? "No control there is" : "Any control";
        return what + (did == null ? " concerned" : " " + did.label);
    }

    /** What figures ask for and the form has no field for: name and value. */
    public List<Option> hidden() {
        return Stream.of(new Option("path", path), new Option("drill", drill), new Option("found", found), new Option("caught", caught), new Option("layer", layer), new Option("healed", healed), new Option("factor", factor),
                new Option("control", control), new Option("state", state), new Option("tag", tag)).filter(option -> Typed.given(option.label())).toList();
    }

    /** In words what figures ask for; null where they ask for nothing. */
    public String scopeWords() {
        CriticalPath named = Typed.found(path, id -> CriticalPath.findById(id));
        FactorCategory category = Typed.found(factor, id -> FactorCategory.findById(id));
        var words = Stream.of(!Typed.given(path) ? null : named == null ? "on no critical path there is" : "on " + named.name,
                !Typed.given(found) ? null : "found " + plain(found), !Typed.given(caught) ? null : "caught in layer " + plain(caught), !Typed.given(layer) || !Typed.given(state) ? null : "a control of " + plain(layer) + " " + plain(state),
                !Typed.given(healed) ? null : "resolved without anybody’s help", !Typed.given(factor) ? null : category == null ? "with no factor there is" : "with factor " + category.name, !Typed.given(drill) ? null : "yes".equals(drill) ? "drills" : "without drills").filter(Objects::nonNull).collect(Collectors.joining("; "));
        return words.isEmpty() ? null : words;
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', ' ');
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
        hidden().forEach(option -> given.put(option.value(), option.label()));
        given.put("detection", detection);
        given.put("stopped", stopped);
        given.put("from", from);
        given.put("to", to);
        given.values().removeIf(value -> value == null || value.isBlank());
        return given;
    }
}
