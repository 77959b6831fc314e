package org.closecall.prevention;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.closecall.catalog.CatalogEntry;
import org.closecall.catalog.CriticalPath;
import org.closecall.catalog.Service;
import org.closecall.occurrence.Occurrence;
import org.closecall.web.Errors;
import org.closecall.web.Option;
import org.closecall.web.Typed;

/** What names and numbers stand for, read in three statements however many there are. Archived things are known too. */
record Known(Map<Long, Service> services, Map<Long, CriticalPath> paths, Map<Long, Occurrence> occurrences) {

    /** texts: numbers of occurrences as typed. */
    static Known of(Collection<String> texts) {
        var numbers = texts.stream().map(Known::number).filter(Objects::nonNull).distinct().toList();
        var there = numbers.isEmpty() ? List.<Occurrence>of() : Occurrence.<Occurrence>list("number in ?1 and deletedAt is null", numbers);
        return new Known(byId(Service.<Service>list("order by lower(name)")), byId(CriticalPath.<CriticalPath>list("order by lower(name)")), there.stream().collect(Collectors.toMap(one -> one.number, Function.identity())));
    }

    /** With the occurrence that a record has already, even if that was removed meanwhile. */
    static Known of(String text, PreventionRecord record) {
        var known = of(List.of(text));
        if (record != null && record.occurrence != null) {
            known.occurrences.put(record.occurrence.number, record.occurrence);
        }
        return known;
    }

    private static <E extends CatalogEntry> Map<Long, E> byId(List<E> entries) {
        return entries.stream().collect(Collectors.toMap(one -> one.id, Function.identity(), (one, same) -> one, LinkedHashMap::new));
    }

    /** #12 and 12. */
    private static Long number(String text) {
        return text == null ? null : Typed.id(text.strip().replaceFirst("^#", ""));
    }

    Service service(String id) {
        return Typed.found(id, services::get);
    }

    CriticalPath path(String id) {
        return Typed.found(id, paths::get);
    }

    Occurrence occurrence(String text) {
        var number = number(text);
        return number == null ? null : occurrences.get(number);
    }

    /** The id of the one that is called so, or what was said: that may be an id. */
    String serviceNamed(String said) {
        return named(services.values(), said);
    }

    String pathNamed(String said) {
        return named(paths.values(), said);
    }

    private static String named(Collection<? extends CatalogEntry> entries, String said) {
        return said == null ? "" : entries.stream().filter(one -> one.name.equalsIgnoreCase(CatalogEntry.tidy(said))).findFirst().map(one -> one.id.toString()).orElse(said.strip());
    }

    /** missing is what to say where there must be one, or null. */
    void checkService(Errors errors, String said, String missing) {
        check(errors, "service", said, service(said), missing, "There is no service “");
    }

    void checkPath(Errors errors, String said, String missing) {
        check(errors, "criticalPath", said, path(said), missing, "There is no critical path “");
    }

    void checkOccurrence(Errors errors, String said) {
        check(errors, "occurrence", said, occurrence(said), null, "There is no occurrence “");
    }

    private static void check(Errors errors, String field, String said, Object found, String missing, String unknown) {
        if (Typed.given(said) && found == null) {
            errors.add(field, unknown + Typed.shortened(said.strip(), 80) + "”");
        } else if (!Typed.given(said) && missing != null) {
            errors.add(field, missing);
        }
    }

    /** Those in use, and the one that is chosen already. */
    List<Option> serviceOptions(String chosen) {
        return options(services.values(), chosen);
    }

    List<Option> pathOptions(String chosen) {
        return options(paths.values(), chosen);
    }

    private static List<Option> options(Collection<? extends CatalogEntry> entries, String chosen) {
        return entries.stream().filter(one -> !one.archived() || one.id.toString().equals(chosen)).map(one -> Option.of(one.id, one.archived() ? one.name + " (archived)" : one.name)).toList();
    }
}
