package org.closecall.reliability;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.closecall.metrics.ChaosCoverage.Standing;
import org.closecall.prevention.PreventionKind;
import org.closecall.reliability.Chart.Cell;
import org.closecall.reliability.Chart.Column;
import org.closecall.web.Formats;

/** What heals by itself and whether it stays healed, and which critical paths were put to the test. scope is that of the charts, asked that of the page. */
record PreventionCharts(Scope asked, Scope scope, Figures figures) {

    private static final int MOST_TYPES = 15;
    private static final int MOST_MODES = 8;
    private static final int MOST_SERVICES = 12;
    private static final String DELIVERY = "delivery";

    static PreventionCharts of(Scope asked, Basis basis, Figures figures) {
        return new PreventionCharts(asked, basis.scope(), figures);
    }

    Chapter chapter() {
        return Chapter.of("prevention", "What is done so that less happens", Stream.of(types(), months(), coverage(), matrix()).filter(chart -> !chart.rows().isEmpty()).toList());
    }

    private Chart types() {
        var types = figures.prevention().types();
        var more = types.size() - MOST_TYPES;
        return new Chart("remediations", "remediations", "Remediation runs by type", "A relapse: the same trigger was back within 30 minutes of a success. What relapses again and again postpones something.", false,
                List.of(Column.words("Type"), Column.number("Succeeded"), Column.number("Relapsed"), Column.number("Failed"), Column.number("Success")),
                types.stream().limit(MOST_TYPES).map(this::type).toList(), more > 0 ? "And " + more + " more types. " + foot("") : PreventionFigures.foot(scope));
    }

    private Chart.Row type(PreventionFigures.Type type) {
        var runs = type.runs();
        var of = "&type=" + Formats.urlEncoded(type.name());
        var share = runs.success();
        return Chart.Row.of(Cell.of(type.name(), list(PreventionKind.REMEDIATION, scope, "outcome=RUN" + of)), Cell.count(runs.succeeded(), list(PreventionKind.REMEDIATION, scope, "outcome=SUCCEEDED" + of)),
                Cell.count(runs.relapsed(), list(PreventionKind.REMEDIATION, scope, "outcome=RELAPSED" + of)), Cell.count(runs.failed(), list(PreventionKind.REMEDIATION, scope, "outcome=FAILED" + of)), share(share, null));
    }

    private Chart months() {
        var runs = figures.prevention().runs();
        return new Chart("remediation-months", "healing", "Remediation runs beside incidents, by month", "More runs are not better in themselves: they may mean a sicker system. Look at both.", false,
                List.of(Column.words("Month"), Column.number("Runs"), Column.number("Incidents")),
                runs.isEmpty() ? List.of() : figures.months().stream().map(this::month).toList(), PreventionFigures.foot(scope));
    }

    /** Runs may be known from before the first occurrence: the first month is whole as far as the period goes. */
    private Chart.Row month(Month month) {
        var first = month.month().atDay(1);
        var from = month.equals(figures.months().get(0)) && (scope.period().from() == null || !scope.period().from().isAfter(first)) ? first : month.from();
        var part = scope.over(new Period(from, month.to()));
        var count = figures.prevention().runs().stream().filter(part.window()::contains).count();
        return Chart.Row.of(Cell.of(Months.name(month)), Cell.count(count, list(PreventionKind.REMEDIATION, part, "outcome=RUN")), Cell.count(month.incidents(), part.log(Tiles.INCIDENTS)));
    }

    private Chart coverage() {
        var chaos = figures.prevention().chaos();
        return new Chart("critical-paths", null, "Critical paths under experiment", chaos.validated() + " of " + chaos.critical() + " validated in the 90 days to " + Formats.day(asked.period().last(asked.today())) + ". A census of the paths in use, so without an interval.", false,
                List.of(Column.words("Critical path"), Column.words("Stands"), Column.words("Last valid"), Column.number("Held or refuted in 90 days")), chaos.paths().stream().map(this::path).toList(), PreventionFigures.foot(scope));
    }

    private Chart.Row path(CoverageFigures.Path path) {
        var valid = path.standing().lastValid();
        var last = asked.period().last(asked.today());
        return Chart.Row.of(Cell.of(path.name(), "/critical-paths/" + path.id()), Cell.of(words(path.standing())), Cell.of(valid == null ? "never" : Formats.day(valid, scope.zone()), valid == null ? null : experiments(path, "outcome=VALID")),
                Cell.count(path.fresh(), experiments(path, "outcome=EXERCISED&from=" + CoverageFigures.since(last) + "&to=" + last)));
    }

    private Chart matrix() {
        var chaos = figures.prevention().chaos();
        var modes = chaos.modes().stream().limit(MOST_MODES).toList();
        var columns = new ArrayList<>(List.of(Column.words("Critical path")));
        modes.forEach(mode -> columns.add(Column.words(mode)));
        return new Chart("chaos-matrix", null, "Which failure was tried on which path", "An empty corner is a failure nobody has tried there yet.", true, columns,
                modes.isEmpty() ? List.of() : chaos.paths().stream().map(path -> row(path, modes)).toList(), chaos.modes().size() > MOST_MODES ? "And " + (chaos.modes().size() - MOST_MODES) + " more failure modes. " + foot("") : PreventionFigures.foot(scope));
    }

    private Chart.Row row(CoverageFigures.Path path, List<String> modes) {
        var cells = new ArrayList<>(List.of(Cell.of(path.name(), "/critical-paths/" + path.id())));
        for (var i = 0; i < modes.size(); i++) {
            var standing = path.modes().get(i);
            cells.add(standing.lastExercised() == null ? Cell.of("–") : Cell.of(words(standing), experiments(path, "type=" + Formats.urlEncoded(modes.get(i)))).noted(Formats.day(standing.lastExercised(), scope.zone())));
        }
        return new Chart.Row(cells);
    }

    private static String words(Standing standing) {
        return switch (standing.state()) {
            case VALIDATED -> standing.refutedSince() ? "validated, then refuted" : "validated";
            case EXERCISED -> standing.refutedSince() ? "refuted" : "held, not recovered";
            case STALE -> "stale";
            case NEVER -> "never validated";
        };
    }

    private static String experiments(CoverageFigures.Path path, String first) {
        return PreventionKind.EXPERIMENT.address() + "?path=" + path.id() + "&" + first;
    }

    /** Those with most deployments first, all of them: what is kept of a page must not lack any. */
    Chapter deployments() {
        var rows = figures.prevention().deployments().stream().sorted(Comparator.comparing(DeliveryFigures::deployments).reversed()).toList();
        return Chapter.of(DELIVERY, "What is changed", rows.isEmpty() ? List.of() : List.of(table(rows)));
    }

    /** The same as the page of a scope shows it. */
    static Chapter brief(Chapter chapter, Scope scope) {
        var services = chapter.id().equals(DELIVERY) ? chapter.charts().get(0).rows().size() : 0;
        return services <= MOST_SERVICES ? chapter : new Chapter(DELIVERY, chapter.title(), List.of("The " + MOST_SERVICES + " services with most deployments are shown."), List.of(chapter.charts().get(0).first(MOST_SERVICES)),
                new Tile.Link("All " + services + " services", scope.address("/reliability/deployments")));
    }

    /** Of all services, by name. */
    Chart everyService() {
        return table(figures.prevention().deployments());
    }

    private Chart table(List<DeliveryFigures> services) {
        return new Chart("deployments", null, "Deployments by service", "How often, how many needed somebody at once, how many were made because of an incident, and how long a failed one lasted. Each service on its own: services of several teams are never added up.", true,
                List.of(Column.words("Service"), Column.number("Deployments"), Column.number("Per week"), Column.number("Change fail rate"), Column.number("Rework rate"), Column.number("Time to restore, median")), services.stream().map(this::delivery).toList(), PreventionFigures.foot(scope));
    }

    private Chart.Row delivery(DeliveryFigures one) {
        var service = scope.service() == null ? "service=" + one.service() : "";
        return Chart.Row.of(Cell.of(one.name(), "/services/" + one.service()), Cell.count(one.deployments(), deployments(service)), one.perWeek() == null ? Cell.of("") : Cell.value(perWeek(one.perWeek()), one.perWeek()).noted(perWeek(one.perWeekLower()) + " – " + perWeek(one.perWeekUpper())),
                share(one.changeFail(), deployments(service + "&outcome=FAILED")), share(one.rework(), deployments(service + "&outcome=UNPLANNED")), recovery(one, deployments(service + (one.open() > 0 ? "&outcome=NOT_RESTORED" : "&outcome=FAILED"))));
    }

    private static Cell recovery(DeliveryFigures one, String to) {
        var open = one.open() == 0 ? null : one.open() + " not restored yet";
        if (one.recoveryMedianMinutes() == null) {
            return one.changeFail().count() == 0 ? Cell.of("nothing failed") : Cell.of(one.changeFail().count() < 5 ? "too few" : "more than half are open", to).noted(open);
        }
        var bounds = Units.minutes(one.recoveryLowerMinutes(), one.recoveryUpperMinutes());
        return Cell.value(Units.minutes(one.recoveryMedianMinutes().doubleValue()), one.recoveryMedianMinutes()).leading(to).noted(Stream.of(bounds, open).filter(part -> part != null).reduce((a, b) -> a + "; " + b).orElse(null));
    }

    private String deployments(String first) {
        return list(PreventionKind.DEPLOYMENT, scope, first.replaceFirst("^&", ""));
    }

    private static String perWeek(double weekly) {
        return String.format(Locale.ENGLISH, weekly < 10 ? "%.1f" : "%.0f", weekly);
    }

    /** Below five the fraction. Nothing leads nowhere. */
    private static Cell share(Share share, String to) {
        var text = share.share() == null ? share.count() + " of " + share.of() : Units.percent(share.share());
        var cell = share.share() == null ? Cell.of(text) : Cell.value(text, share.share()).noted(Units.percents(share));
        return to == null || share.count() == 0 ? cell : cell.leading(to);
    }

    private static String list(PreventionKind kind, Scope scope, String first) {
        return PreventionFigures.list(kind, scope, first);
    }

    private String foot(String otherwise) {
        var foot = PreventionFigures.foot(scope);
        return foot == null ? otherwise : foot;
    }
}
