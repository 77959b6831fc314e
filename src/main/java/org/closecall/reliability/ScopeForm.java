package org.closecall.reliability;

import io.quarkus.qute.TemplateData;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
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
public record ScopeForm(Scope scope, List<Option> months, List<Option> services, List<Option> teams, List<Option> paths, List<Option> tags,
        String compare) {

    /** Twenty years of months; days reach further. */
    private static final int MOST = 240;

    static ScopeForm of(Scope scope, Figures figures, Against against) {
        return new ScopeForm(scope, months(scope, figures), options(Service.inUse(), scope.service(), one -> one.id, one -> one.name),
                options(Team.inUse(), scope.team(), one -> one.id, one -> one.name), options(CriticalPath.inUse(), scope.path(), one -> one.id, one -> one.name),
                Tag.alphabetically().stream().map(tag -> new Option(tag.name, tag.name)).toList(), against == null ? "" : against.value());
    }

    /** What is archived stays on offer where it is chosen. */
    private static <T> List<Option> options(List<T> inUse, T chosen, Function<T, Long> id, Function<T, String> name) {
        return Stream.concat(inUse.stream(), Stream.ofNullable(chosen)).distinct().map(one -> Option.of(id.apply(one), name.apply(one))).toList();
    }

    /** From this month back to the first recorded, the one shown wherever it lies. */
    private static List<Option> months(Scope scope, Figures figures) {
        var options = new ArrayList<Option>();
        var last = YearMonth.from(scope.today());
        var first = figures.empty() ? last : YearMonth.from(LocalDate.ofInstant(figures.recordedFrom(), scope.zone()));
        for (var month = last; !month.isBefore(first) && options.size() < MOST; month = month.minusMonths(1)) {
            options.add(option(month));
        }
        var shown = scope.period().month();
        if (shown != null && options.stream().noneMatch(option -> option.value().equals(shown.toString()))) {
            options.add(0, option(shown));
        }
        options.add(new Option(Period.ALL, "All time"));
        return options;
    }

    private static Option option(YearMonth month) {
        return new Option(month.toString(), Period.MONTH.format(month));
    }

    /** Empty when days are shown. */
    public String month() {
        return scope.period().all() ? Period.ALL : scope.period().month() == null ? "" : scope.period().month().toString();
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
        return Stream.of("path", "kind", "detection", "tag").anyMatch(parameter -> !chosen(parameter).isEmpty());
    }
}
