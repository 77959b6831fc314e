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
        return of(scope, figures, facts, Looks.USUAL);
    }

    static Dashboard of(Scope scope, Figures figures, Facts facts, Looks looks) {
        var basis = Basis.of(scope, facts);
        var marks = Mark.of(basis);
        var layers = new LayerCharts(basis, marks);
        var year = figures.twelveMonths() == null ? figures.period() : figures.twelveMonths();
        var prevention = PreventionCharts.of(scope, basis, figures);
        var chapters = Stream.of(
                FrequencyCharts.chapter(scope, figures, facts, basis, DeclaredChange.restarting(scope), looks.ruleSet()),
                new DurationCharts(basis, looks.shownCurve()).chapter(List.of(new TwoStrategies(scope, facts).chart())),
                Seeing.of(year, Seeing.HALVING).chapter(scope),
                new CaughtCharts(basis, scope, figures).chapter(layers.caught(), layers.letThrough()),
                new ActionCharts(scope, figures, facts.asOf()).chapter(new FactorChart(basis, marks).chart()),
                prevention.chapter(),
                prevention.deployments(),
                budgets(scope));
        var tiles = Stream.of(
                Tiles.all(scope, figures),
                List.of(new ForetoldTile(basis, marks).tile(), new OnTimeTile(scope, facts.asOf()).tile()),
                new PreventionTiles(scope, figures.prevention()).all());
        return new Dashboard(together(scope, facts, figures, tiles.flatMap(List::stream).toList()), chapters.filter(chapter -> !chapter.charts().isEmpty()).toList(), notes(scope, facts));
    }

    /** With the first rows only of what the page has another page for. */
    Dashboard brief(Scope scope) {
        return new Dashboard(tiles, chapters.stream().map(chapter -> PreventionCharts.brief(chapter, scope)).toList(), notes);
    }

    /** Evidence that rests on records which may be one event is weaker than it says. */
    private static List<Tile> together(Scope scope, Facts facts, Figures figures, List<Tile> tiles) {
        var judged = Judgement.period(scope);
        var together = figures.trend().atReview().verdict().evidence() ? Coincidence.numbers(facts.within(judged.range(scope.zone())).begun(scope.now()).standing()).size() : 0;
        if (together > 0) {
            var words = Units.count(together, "group", "groups") + " of these incidents began almost together: linked as one event each, the verdict may be another.";
            tiles.stream().filter(tile -> tile.verdict != null && List.of("better", "worse").contains(tile.verdict.kind())).forEach(tile -> tile.foot = words);
        }
        return tiles;
    }

    private static List<Tile.Link> notes(Scope scope, Facts facts) {
        var together = Coincidence.numbers(facts.within(scope.window()).begun(scope.now()).standing()).size();
        return together == 0 ? List.of() : List.of(new Tile.Link(Units.count(together, "group", "groups") + " of incidents began almost together: one event each?", scope.address("/reliability/coincidences")));
    }

    /** As they stood at the end of the period. */
    private static Chapter budgets(Scope scope) {
        var chart = BudgetCharts.budgets(scope.service(), scope.team(), scope.path(), scope.window().until(scope.now()).end(), scope.now(), scope.zone());
        return Chapter.of("budgets", "Error budgets", chart.rows().isEmpty() ? List.of() : List.of(chart));
    }
}
