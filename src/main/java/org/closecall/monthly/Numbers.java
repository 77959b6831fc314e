package org.closecall.monthly;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.qute.TemplateData;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.closecall.reliability.Chapter;
import org.closecall.reliability.Chart;
import org.closecall.reliability.Dashboard;
import org.closecall.reliability.Facts;
import org.closecall.reliability.Figures;
import org.closecall.reliability.Scope;
import org.closecall.reliability.Tile;

/**
 * What the dashboard shows of a time, to be kept.
 *
 * @param sentences what changed, in the words of the verdicts
 * @param figures every figure unrounded, as /reliability.json has them
 * @param records the incidents and near misses of the time, by number
 */
@TemplateData
public record Numbers(List<Tile> tiles, List<Chapter> chapters, List<Sentence> sentences, JsonNode figures, List<Long> records) {

    /** As many as a year's worst month may have; a list of all would be longer than the review. */
    private static final int MOST_RECORDS = 20_000;
    private static final String RECORDS = """
            select o.number from occurrence o where o.deleted_at is null and not o.drill and o.kind <> 'HAZARD' and o.occurred_at >= :from and o.occurred_at < :until
              and (cast(:team as bigint) is null or exists (select 1 from occurrence_service x join service s on s.id = x.service_id where x.occurrence_id = o.id and s.team_id = cast(:team as bigint)))
            order by o.number limit""" + " " + MOST_RECORDS;

    static Numbers of(ReviewPeriod time, Scope scope) {
        var facts = Facts.of(scope);
        var figures = Figures.of(scope, facts);
        var dashboard = Dashboard.of(scope, figures, facts);
        var tiles = dashboard.tiles();
        tiles.forEach(tile -> tile.verdict = Sentence.verdict(tile, time));
        return new Numbers(tiles, dashboard.chapters(), Sentence.of(tiles), FrozenDocument.JSON.valueToTree(figures), records(time, scope));
    }

    private static List<Long> records(ReviewPeriod time, Scope scope) {
        var range = time.range(scope.zone());
        return Panache.getEntityManager().createNativeQuery(RECORDS, Long.class).setParameter("from", range.start()).setParameter("until", range.end())
                .setParameter("team", scope.team() == null ? null : scope.team().id.toString()).getResultList();
    }

    /** What the second says otherwise than the first: numbers, then the cells of the charts. */
    static List<Since.Difference> differences(Numbers was, Numbers is) {
        var differences = Since.list();
        var tiles = is.tiles.stream().map(Said::of).collect(Collectors.toMap(Said::name, Function.identity(), (one, same) -> one));
        for (var before : was.tiles.stream().map(Said::of).toList()) {
            var after = tiles.get(before.name());
            Since.compare(before.name(), before.whole(), after == null ? null : after.whole(), differences);
            Since.compare(before.name() + ", twelve months", before.year(), after == null ? null : after.year(), differences);
        }
        var then = cells(was);
        var now = cells(is);
        then.forEach((what, text) -> Since.compare(what, text, now.get(what), differences));
        now.forEach((what, text) -> Since.compare(what, then.get(what), text, differences));
        return differences.stream().distinct().toList();
    }

    /** Every cell by the names of its chart, row and column. */
    private static Map<String, String> cells(Numbers numbers) {
        var cells = new LinkedHashMap<String, String>();
        numbers.charts().forEach(chart -> chart.rows().forEach(row -> {
            for (var i = 1; i < row.cells().size(); i++) {
                cells.putIfAbsent(chart.title() + ": " + row.cells().get(0).text() + ", " + chart.columns().get(i).name(), row.cells().get(i).text());
            }
        }));
        return cells;
    }

    List<Chart> charts() {
        return chapters.stream().flatMap(chapter -> chapter.charts().stream()).toList();
    }
}
