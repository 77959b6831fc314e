package org.closecall.reliability;

import io.quarkus.qute.TemplateData;
import java.util.List;
import java.util.stream.Stream;
import org.closecall.slo.BudgetCharts;

/**
 * What the page of a scope shows beyond its heading: tiles, and chapters of charts. It goes to JSON and back, so that a
 * monthly review can keep it.
 *
 * @param notes what somebody should look at before believing the figures
 */
@TemplateData
public record Dashboard(List<Tile> tiles, List<Chapter> chapters, List<Tile.Link> notes) {

    /** Of the definitions behind the figures: what is kept says by which it was worked out. Raise it when one changes. */
    public static final int DEFINITIONS = 1;

    public static Dashboard of(Scope scope, Figures figures, Facts facts) {
        var basis = Basis.of(scope, facts);
        var layers = new LayerCharts(basis);
        var year = figures.twelveMonths() == null ? figures.period() : figures.twelveMonths();
        var prevention = PreventionCharts.of(scope, basis, figures);
        var chapters = Stream.of(
                FrequencyCharts.chapter(scope, figures, facts, basis, DeclaredChange.restarting(scope)),
                new DurationCharts(basis).chapter(List.of(new TwoStrategies(scope, facts).chart())),
                Seeing.of(year, Seeing.HALVING).chapter(scope),
                new CaughtCharts(basis, scope, figures).chapter(layers.caught(), layers.letThrough()),
                new ActionCharts(scope, figures, facts.asOf()).chapter(new FactorChart(basis).chart()),
                prevention.chapter(),
                prevention.deployments(),
                budgets(scope));
        var tiles = Stream.of(
                Tiles.all(scope, figures),
                List.of(new ForetoldTile(basis).tile(), new OnTimeTile(scope, facts.asOf()).tile()),
                new PreventionTiles(scope, figures.prevention()).all());
        return new Dashboard(tiles.flatMap(List::stream).toList(), chapters.filter(chapter -> !chapter.charts().isEmpty()).toList(), notes(scope, facts));
    }

    private static List<Tile.Link> notes(Scope scope, Facts facts) {
        var together = Coincidence.numbers(facts.within(scope.window()).begun(scope.now()).standing()).size();
        return together == 0 ? List.of() : List.of(new Tile.Link(Units.count(together, "group", "groups") + " of incidents began almost together: one event each?", scope.address("/reliability/coincidences")));
    }

    /** As they stood at the end of the period. */
    private static Chapter budgets(Scope scope) {
        var chart = BudgetCharts.budgets(scope.service(), scope.team(), scope.path(), scope.window().until(scope.now()).end(), scope.zone());
        return Chapter.of("budgets", "Error budgets", chart.rows().isEmpty() ? List.of() : List.of(chart));
    }

    /** With the two periods beside each other before everything else; null compares with nothing. */
    Dashboard comparing(Scope scope, Against against) {
        return against == null ? this : new Dashboard(tiles, Stream.concat(Stream.of(against.chapter(scope)), chapters.stream()).toList(), notes);
    }
}
