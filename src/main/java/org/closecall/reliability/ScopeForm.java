package org.closecall.reliability;

import io.quarkus.qute.TemplateData;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.closecall.catalog.Service;
import org.closecall.catalog.Team;
import org.closecall.web.Option;

/** What the page offers to look at. */
@TemplateData
public record ScopeForm(Scope scope, List<Option> months, List<Option> services, List<Option> teams, List<Option> severities) {

    /** Twenty years of months; days reach further. */
    private static final int MOST = 240;

    static ScopeForm of(Scope scope, Figures figures) {
        var services = Stream.concat(Service.inUse().stream(), Stream.ofNullable(scope.service())).distinct();
        var teams = Stream.concat(Team.inUse().stream(), Stream.ofNullable(scope.team())).distinct();
        return new ScopeForm(scope, months(scope, figures), services.map(one -> Option.of(one.id, one.name)).toList(),
                teams.map(one -> Option.of(one.id, one.name)).toList(), Severities.options());
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

    public String service() {
        return scope.service() == null ? "" : scope.service().id.toString();
    }

    public String team() {
        return scope.team() == null ? "" : scope.team().id.toString();
    }

    public String severity() {
        return scope.severities() == null ? "" : scope.severities().value();
    }

    public boolean days() {
        return month().isEmpty();
    }
}
