package org.closecall.action;

import io.quarkus.hibernate.orm.panache.Panache;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.closecall.catalog.CatalogEntry;
import org.closecall.catalog.Control;
import org.closecall.catalog.Layer;
import org.closecall.exchange.CsvField;
import org.closecall.exchange.CsvFile;
import org.closecall.exchange.CsvMapping;
import org.closecall.people.Person;
import org.closecall.web.Errors;
import org.closecall.web.Typed;

/** What the words of a file stand for here. */
final class ActionLookup {

    /** Stands for what is nobody and nothing here: it is refused by itself. */
    private static final String NOBODY = "-1";
    private static final Long ANY = 0L;

    private final Choices choices;
    private final Map<CsvColumn, Map<String, List<Long>>> named = new EnumMap<>(CsvColumn.class);
    private final Map<Long, ActionItem> actions;
    private final Map<String, Long> titles = new HashMap<>();
    private final Set<Long> occurrences;

    private ActionLookup(Choices choices, Map<Long, ActionItem> actions, Set<Long> occurrences) {
        this.choices = choices;
        this.actions = actions;
        this.occurrences = occurrences;
    }

    static ActionLookup of(CsvFile file, CsvMapping mapping, LocalDate today) {
        var ids = file.lines().stream().map(line -> Typed.id(mapping.value(CsvColumn.ID, line))).filter(Objects::nonNull).distinct().toList();
        var numbers = file.lines().stream().map(line -> Typed.id(mapping.value(CsvColumn.OCCURRENCE, line).replaceFirst("^#", ""))).filter(Objects::nonNull).distinct().toList();
        var titles = file.lines().stream().filter(line -> mapping.value(CsvColumn.ID, line).isEmpty()).map(line -> Typed.line(mapping.value(CsvColumn.TITLE, line)).toLowerCase(Locale.ROOT)).distinct().toList();
        var lookup = new ActionLookup(Choices.forForm(null, null, today), ActionItem.withIds(ids).stream().collect(Collectors.toMap(action -> action.id, action -> action)), Set.copyOf(there(numbers)));
        lookup.readTitles(titles);
        lookup.readNames();
        return lookup;
    }

    /** What an action is before anything is said of it. */
    ActionItem nothing() {
        var nothing = new ActionItem();
        nothing.title = "";
        nothing.aim = null;
        return nothing;
    }

    ActionItem action(String id) {
        return Typed.id(id) == null ? null : actions.get(Typed.id(id));
    }

    boolean occurrence(Long number) {
        return number != null && occurrences.contains(number);
    }

    /** The id of the one that is here under this title, of the same occurrence or of none; null where there is none. */
    Long titled(String title, Long occurrence) {
        return titles.get(key(title, occurrence));
    }

    /** Of any occurrence, where the file names none. */
    Long titled(String title) {
        return titles.get(key(title, ANY));
    }

    static String key(String title, Long occurrence) {
        return (occurrence == null ? "" : occurrence) + " " + title.toLowerCase(Locale.ROOT);
    }

    /** With what the action has already, also when that is archived or has left. */
    Choices choices(ActionItem action) {
        return action == null ? choices : choices.with(action);
    }

    /** The id of who or what is named so; what the action has already is found first, whoever else is called alike. */
    String id(CsvColumn field, CsvFile.Line line, CsvMapping mapping, String was) {
        if (!mapping.has(field)) {
            return was;
        }
        var name = plain(mapping.value(field, line));
        var found = found(field, name);
        return name.isEmpty() ? "" : found.stream().map(String::valueOf).filter(was::equals).findFirst().orElse(found.size() == 1 ? found.get(0).toString() : NOBODY);
    }

    /** Of an enum, by its name or as pages write it. */
    String word(CsvColumn field, CsvFile.Line line, CsvMapping mapping, String was) {
        var said = CsvField.plain(mapping.value(field, line));
        if (!mapping.has(field) || said.isEmpty() && field == CsvColumn.PRIORITY) {
            return was;
        }
        return field == CsvColumn.AIM ? word(Aim.values(), aim -> aim.label, said) : word(Priority.values(), priority -> priority.label, said);
    }

    String defence(CsvFile.Line line, CsvMapping mapping, String was) {
        var control = mapping.value(CsvColumn.CONTROL, line);
        if (!control.isEmpty()) {
            return id(CsvColumn.CONTROL, line, mapping, was);
        }
        var layer = CsvField.plain(mapping.value(CsvColumn.LAYER, line));
        return !mapping.has(CsvColumn.LAYER) && !mapping.has(CsvColumn.CONTROL) ? was : layer.isEmpty() ? "" : word(Layer.values(), each -> each.label, layer);
    }

    /** Says by name who or what is unknown, or could be several. */
    void unknown(CsvFile.Line line, CsvMapping mapping, ActionForm form, Errors errors) {
        var given = Map.of(CsvColumn.OWNER, form.owner(), CsvColumn.TEAM, form.team(), CsvColumn.SERVICE, form.service(), CsvColumn.STRATEGY, form.strategy(), CsvColumn.CONTROL, form.defence());
        for (var field : named.keySet()) {
            if (NOBODY.equals(given.get(field))) {
                var name = mapping.value(field, line);
                errors.add(errorField(field), "“" + Typed.shortened(name, 80) + (found(field, plain(name)).isEmpty() ? "” is not known here" : "” could be several"));
            }
        }
    }

    private static String errorField(CsvColumn field) {
        return field == CsvColumn.CONTROL ? "defence" : field.column();
    }

    private List<Long> found(CsvColumn field, String name) {
        return named.get(field).getOrDefault(name, List.of());
    }

    private void readNames() {
        put(CsvColumn.OWNER, Person.<Person>listAll(), person -> person.id, person -> List.of(person.name, person.email));
        named(CsvColumn.TEAM, choices.teams().stream().map(option -> new Named(Long.valueOf(option.value()), option.label())).toList());
        named(CsvColumn.SERVICE, choices.services().stream().map(option -> new Named(Long.valueOf(option.value()), option.label())).toList());
        named(CsvColumn.STRATEGY, choices.strategyList().stream().map(Named::of).toList());
        named(CsvColumn.CONTROL, choices.controls().stream().map(Named::of).toList());
        actions.values().forEach(this::readOwn);
    }

    /** What is archived is still the name of what an action has. */
    private void readOwn(ActionItem action) {
        Stream.of(Map.entry(CsvColumn.TEAM, Stream.ofNullable(action.team)), Map.entry(CsvColumn.SERVICE, Stream.ofNullable(action.service)), Map.entry(CsvColumn.STRATEGY, Stream.ofNullable(action.strategy)),
                Map.entry(CsvColumn.CONTROL, Stream.ofNullable(action.control))).forEach(own -> own.getValue().forEach(entry -> named.get(own.getKey()).merge(plain(((CatalogEntry) entry).name), List.of(((CatalogEntry) entry).id), ActionLookup::both)));
    }

    private record Named(Long id, String name) {
        static Named of(CatalogEntry entry) {
            return new Named(entry.id, entry.name);
        }
    }

    private void named(CsvColumn field, List<Named> entries) {
        put(field, entries, Named::id, entry -> List.of(entry.name));
    }

    private <T> void put(CsvColumn field, List<T> entries, Function<T, Long> id, Function<T, List<String>> names) {
        var byName = named.computeIfAbsent(field, first -> new HashMap<>());
        entries.forEach(entry -> names.apply(entry).forEach(name -> byName.merge(plain(name), List.of(id.apply(entry)), ActionLookup::both)));
    }

    private static List<Long> both(List<Long> one, List<Long> other) {
        return Stream.concat(one.stream(), other.stream()).distinct().toList();
    }

    private static String plain(String name) {
        return Typed.line(name).toLowerCase(Locale.ROOT);
    }

    private static <E extends Enum<E>> String word(E[] values, Function<E, String> label, String said) {
        return Arrays.stream(values).filter(value -> CsvField.plain(value.name()).equals(said) || CsvField.plain(label.apply(value)).equals(said)).map(Enum::name).findFirst().orElse("?");
    }

    private void readTitles(List<String> wanted) {
        if (!wanted.isEmpty()) {
            List<Object[]> rows = Panache.getEntityManager().createQuery("select a.title, o.number, a.id from ActionItem a left join a.occurrence o where lower(a.title) in :titles and a.deletedAt is null and (o is null or o.deletedAt is null)", Object[].class).setParameter("titles", wanted).getResultList();
            rows.forEach(row -> Stream.of((Long) row[1], ANY).forEach(of -> titles.put(key((String) row[0], of), (Long) row[2])));
        }
    }

    private static List<Long> there(List<Long> numbers) {
        return numbers.isEmpty() ? List.of() : Panache.getEntityManager().createQuery("select number from Occurrence where number in :numbers and deletedAt is null", Long.class).setParameter("numbers", numbers).getResultList();
    }
}
