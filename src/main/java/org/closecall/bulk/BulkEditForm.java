package org.closecall.bulk;

import io.quarkus.qute.TemplateData;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.closecall.catalog.Service;
import org.closecall.catalog.Tag;
import org.closecall.occurrence.Occurrence;
import org.closecall.occurrence.OccurrenceFilter;
import org.closecall.occurrence.Severity;
import org.closecall.web.Errors;
import org.closecall.web.FormKey;
import org.closecall.web.Option;
import org.closecall.web.Typed;
import org.jboss.resteasy.reactive.RestForm;

/**
 * A bulk edit as typed.
 *
 * @param query the log it came from, to go back to
 * @param seen number.version of each record the page showed: what was saved since is not changed unseen
 * @param chosen the numbers that are still ticked
 */
@TemplateData
public record BulkEditForm(@RestForm String key, @RestForm String query, @RestForm String seen, @RestForm List<String> chosen, @RestForm String addTags,
        @RestForm String removeTags, @RestForm String how, @RestForm List<String> services, @RestForm String severity, @RestForm String potentialSeverity) {

    static BulkEditForm of(List<Occurrence> records, OccurrenceFilter filter) {
        return new BulkEditForm(FormKey.fresh(), filter.query(""), records.stream().map(one -> one.number + "." + one.version).collect(Collectors.joining(" ")),
                records.stream().map(one -> String.valueOf(one.number)).toList(), "", "", ServiceChange.ADD.name(), List.of(), "", "");
    }

    /** The same to be sent as another one. */
    BulkEditForm again() {
        return new BulkEditForm(FormKey.fresh(), query, seen, chosen, addTags, removeTags, how, services, severity, potentialSeverity);
    }

    void check(Errors errors) {
        var change = change();
        if (numbers().isEmpty()) {
            errors.add("chosen", "Tick at least one record");
        } else if (numbers().size() > BulkEdit.MOST) {
            errors.add("chosen", "At most " + BulkEdit.MOST + " records at once");
        }
        if (change.add().stream().anyMatch(name -> name.length() > Tag.LONGEST)) {
            errors.add("addTags", "A tag has at most " + Tag.LONGEST + " characters");
        }
        change.remove().stream().filter(name -> change.add().stream().anyMatch(name::equalsIgnoreCase)).findFirst()
                .ifPresent(name -> errors.add("removeTags", "“" + name + "” cannot be added and taken away at once"));
        if (change.services().isEmpty() && change.how() == ServiceChange.REPLACE) {
            errors.add("services", "Which services shall take their place?");
        }
        if (!errors.any() && change.nothing()) {
            errors.add("addTags", "Say what to change: nothing is filled in yet");
        }
    }

    BulkChange change() {
        var given = Typed.ids(services);
        return new BulkChange(Tag.names(addTags), Tag.names(removeTags), Objects.requireNonNullElse(Typed.choice(ServiceChange.class, how), ServiceChange.ADD),
                given.isEmpty() ? List.of() : Service.list("id in ?1 order by lower(name)", given), Typed.choice(Severity.class, severity), Typed.choice(Severity.class, potentialSeverity));
    }

    /** Those that are ticked, lowest first, with the version the page showed; -1 where it showed none. */
    Map<Long, Integer> numbers() {
        var versions = pairs().filter(pair -> pair.length == 2).collect(Collectors.toMap(pair -> pair[0], pair -> Typed.version(pair[1]), (one, other) -> one));
        var numbers = new TreeMap<Long, Integer>();
        Typed.ids(chosen).forEach(number -> numbers.put(number, versions.getOrDefault(number.toString(), -1)));
        return numbers;
    }

    /** All the page showed, ticked or not. */
    List<String> shown() {
        return pairs().map(pair -> pair[0]).toList();
    }

    private Stream<String[]> pairs() {
        return Typed.given(seen) ? Arrays.stream(seen.strip().split("\\s+")).map(pair -> pair.split("\\.", 2)) : Stream.empty();
    }

    /** The log it came from: never another address. */
    public String back() {
        return "/occurrences" + OccurrenceFilter.of(query).query("");
    }

    public boolean picks(Occurrence occurrence) {
        return chosen != null && chosen.contains(String.valueOf(occurrence.number));
    }

    public List<String> chosenServices() {
        return services == null ? List.of() : services;
    }

    public List<Option> serviceChanges() {
        return Arrays.stream(ServiceChange.values()).map(way -> Option.of(way, way.label)).toList();
    }

    public List<Option> severities() {
        return Arrays.stream(Severity.values()).map(level -> Option.of(level, level + " " + level.word.toLowerCase())).toList();
    }
}
