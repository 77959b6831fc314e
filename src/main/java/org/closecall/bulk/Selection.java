package org.closecall.bulk;

import io.quarkus.qute.TemplateData;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.closecall.catalog.Service;
import org.closecall.occurrence.Occurrence;
import org.closecall.web.Option;
import org.closecall.web.Typed;

/** The records somebody chose, as far as they can be changed, and a sentence for each that cannot. */
@TemplateData
public record Selection(List<Occurrence> records, List<String> leftOut) {

    static Selection of(List<String> chosen) {
        var leftOut = new ArrayList<String>();
        var numbers = new ArrayList<Long>();
        for (var typed : new TreeSet<>(chosen)) {
            if (Typed.id(typed) == null) {
                leftOut.add("“" + typed + "” is not the number of a record");
            } else {
                numbers.add(Typed.id(typed));
            }
        }
        var found = found(numbers);
        numbers.stream().filter(number -> found.stream().noneMatch(one -> one.number == number)).forEach(number -> leftOut.add("There is no #" + number));
        found.stream().filter(Occurrence::removed).forEach(one -> leftOut.add("#" + one.number + " " + BulkEditRecord.gone(one)));
        var there = found.stream().filter(one -> !one.removed()).toList();
        if (there.size() > BulkEdit.MOST) {
            leftOut.add((there.size() - BulkEdit.MOST) + " more: at most " + BulkEdit.MOST + " are changed at once");
        }
        return new Selection(there.stream().limit(BulkEdit.MOST).toList(), leftOut);
    }

    /** Newest number first. */
    private static List<Occurrence> found(List<Long> numbers) {
        List<Occurrence> found = numbers.isEmpty() ? List.of() : Occurrence.list("from Occurrence o left join fetch o.services where o.number in ?1", numbers);
        return found.stream().distinct().sorted(Comparator.comparing((Occurrence one) -> one.number).reversed()).toList();
    }

    /** Those in use, and those a record still has. */
    public List<Option> serviceOptions() {
        return Stream.concat(Service.inUse().stream(), records.stream().flatMap(one -> one.services.stream())).distinct().map(service -> Option.of(service.id, service.name)).toList();
    }

    /** The tags there are to take away. */
    public String tagNames() {
        Set<String> names = records.stream().flatMap(one -> one.tags.stream()).map(tag -> tag.name).collect(Collectors.toCollection(() -> new TreeSet<>(String.CASE_INSENSITIVE_ORDER)));
        return names.isEmpty() ? "They have none." : "They have: " + String.join(", ", names);
    }

    public boolean incidents() {
        return records.stream().anyMatch(one -> one.kind.incident());
    }

    public boolean others() {
        return records.stream().anyMatch(one -> !one.kind.incident());
    }
}
