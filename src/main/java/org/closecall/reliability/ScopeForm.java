package org.closecall.reliability;

import io.quarkus.qute.TemplateData;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.closecall.catalog.CriticalPath;
import org.closecall.catalog.Service;
import org.closecall.catalog.Tag;
import org.closecall.catalog.Team;
import org.closecall.occurrence.Detection;
import org.closecall.occurrence.Kind;
import org.closecall.web.Option;

/** What the page offers to look at. */
@TemplateData
public record ScopeForm(Scope scope, List<Group> periods, List<Option> services, List<Option> teams, List<Option> paths, List<Option> tags,
        String compare, Map<String, String> looks) {

    private static final int MONTHS = 24;
    private static final int QUARTERS = 12;
    private static final int YEARS = 20;

    /** Options under one heading. */
    @TemplateData
    public record Group(String label, List<Option> options) {
    }

    static ScopeForm of(Scope scope, Figures figures, Against against, Looks looks, AsOf asOf) {
        return new ScopeForm(scope, periods(scope, figures), options("services", asOf, () -> Service.inUse(), scope.service(), one -> one.id, one -> one.name),
                options("teams", asOf, () -> Team.inUse(), scope.team(), one -> one.id, one -> one.name), options("paths", asOf, () -> CriticalPath.inUse(), scope.path(), one -> one.id, one -> one.name),
                Kept.or(asOf.of(Part.TAGS), "tags", () -> Tag.alphabetically().stream().map(tag -> new Option(tag.name, tag.name)).toList(), List::size), against == null ? "" : against.value(), looks.parameters());
    }

    /** What is archived stays on offer where it is chosen. */
    private static <T> List<Option> options(String what, AsOf asOf, Supplier<List<T>> inUse, T chosen, Function<T, Long> id, Function<T, String> name) {
        var known = Kept.or(asOf.of(Part.CATALOGUE), "options " + what, () -> inUse.get().stream().map(one -> Option.of(id.apply(one), name.apply(one))).toList(), List::size);
        var own = chosen == null ? null : Option.of(id.apply(chosen), name.apply(chosen));
        return own == null || known.contains(own) ? known : Stream.concat(known.stream(), Stream.of(own)).toList();
    }

    /** From now back to the first recorded, the one shown wherever it lies; other days have fields of their own. */
    private static List<Group> periods(Scope scope, Figures figures) {
        var last = YearMonth.from(scope.today());
        var first = figures.empty() ? last : YearMonth.from(LocalDate.ofInstant(figures.recordedFrom(), scope.zone()));
        var groups = new ArrayList<>(List.of(
                group("Months", MONTHS, month -> Period.of(last.minusMonths(month)), first),
                group("Quarters", QUARTERS, quarter -> Period.quarter(last.minusMonths(Period.QUARTER * (long) quarter)), first),
                group("Years", YEARS, year -> Period.year(Year.from(last).minusYears(year)), first),
                new Group("Everything", List.of(new Option(Period.ALL, "All time")))));
        var shown = scope.period().name();
        if (shown != null && groups.stream().noneMatch(group -> group.options.stream().anyMatch(option -> option.value().equals(shown)))) {
            groups.add(0, new Group("Shown", List.of(option(scope.period()))));
        }
        return groups;
    }

    private static Group group(String label, int most, IntFunction<Period> back, YearMonth first) {
        return new Group(label, IntStream.range(0, most).mapToObj(back).takeWhile(period -> !period.to().isBefore(first.atDay(1))).map(ScopeForm::option).toList());
    }

    private static Option option(Period period) {
        return new Option(period.name(), period.label());
    }

    /** Empty when days are shown. */
    public String month() {
        return Objects.requireNonNullElse(scope.period().name(), "");
    }

    /** As in the address; empty for what narrows nothing. */
    public String chosen(String parameter) {
        var value = scope.which().parameters().get(parameter);
        return value == null ? "" : value.toString();
    }

    public List<Option> kinds() {
        return Stream.of(Kind.INCIDENT, Kind.NEAR_MISS).map(kind -> Option.of(kind, kind.heading())).toList();
    }

    public List<Option> comparisons() {
        return Against.options();
    }

    public List<Option> rules() {
        return RuleSet.options();
    }

    public List<Option> curves() {
        return Looks.curves();
    }

    /** As in the address; empty for the usual. */
    public String look(String parameter) {
        return looks.getOrDefault(parameter, "");
    }

    public List<Option> severities() {
        return Severities.options();
    }

    public List<Option> detections() {
        return Stream.of(Detection.values()).map(detection -> Option.of(detection, detection.label)).toList();
    }

    public boolean days() {
        return month().isEmpty();
    }

    /** What other days keep. */
    public Set<String> narrowing() {
        return scope.which().parameters().keySet();
    }

    public boolean more() {
        return !looks.isEmpty() || Stream.of("path", "kind", "detection", "tag").anyMatch(parameter -> !chosen(parameter).isEmpty());
    }
}
