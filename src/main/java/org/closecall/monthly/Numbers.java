package org.closecall.monthly;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.qute.TemplateData;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
 * @param notes what somebody should look at before believing the numbers
 * @param figures every figure unrounded, as /reliability.json has them
 * @param records the incidents and near misses of the time, by number
 */
@TemplateData
public record Numbers(List<Tile> tiles, List<Chapter> chapters, List<Sentence> sentences, List<Tile.Link> notes, JsonNode figures, List<Long> records) {

    /** As many as a year's worst month may have; a list of all would be longer than the review. */
    private static final int MOST_RECORDS = 20_000;
    /** Charts of the moment one looks, whatever the time they stand beside: they differ each day without any correction. */
    private static final Set<String> OF_TODAY = Set.of("action-ages");
    private static final String RECORDS = """
            select o.number from occurrence o where o.deleted_at is null and not o.drill and o.kind <> 'HAZARD' and o.occurred_at >= :from and o.occurred_at < :until
              and (cast(:team as bigint) is null or exists (select 1 from occurrence_service x join service s on s.id = x.service_id where x.occurrence_id = o.id and s.team_id = cast(:team as bigint)))
            order by o.number limit""" + " " + MOST_RECORDS;

    static Numbers of(ReviewPeriod time, Scope scope) {
        var facts = Facts.of(scope);
        var figures = Figures.of(scope, facts);
        var dashboard = Dashboard.of(scope, figures, facts);
        var tiles = dashboard.tiles();
        tiles.forEach(tile -> keep(tile, time));
        return new Numbers(tiles, dashboard.chapters(), Sentence.of(tiles), dashboard.notes(), FrozenDocument.JSON.valueToTree(figures), records(time, scope));
    }

    /** The definitions of now are on the dashboard; those of then are kept with the tile. */
    private static void keep(Tile tile, ReviewPeriod time) {
        tile.verdict = Sentence.verdict(tile, time);
        tile.definition = defined(tile.definition);
        tile.also = tile.also == null ? null : new Tile.Also(tile.also.name(), defined(tile.also.definition()), tile.also.value(), tile.also.exact(), tile.also.line());
    }

    private static String defined(String address) {
        return address != null && address.startsWith("#") ? "/reliability" + address : address;
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
        var then = rows(was);
        var now = rows(is);
        var empty = withoutData(is);
        // reviews were frozen that had the first rows only of a long table
        var cut = was.chapters.stream().filter(chapter -> chapter.more() != null).flatMap(chapter -> chapter.charts().stream()).map(chart -> chart.title() + ": ").toList();
        Stream.concat(then.keySet().stream(), now.keySet().stream()).distinct().forEach(what -> {
            var before = then.getOrDefault(what, Map.of());
            var after = now.getOrDefault(what, Map.of());
            if (before.isEmpty() && (empty.contains(what) || cut.stream().anyMatch(what::startsWith))) {
                return;
            }
            Since.compare(what, cells(before, after), cells(after, before), differences);
        });
        return differences;
    }

    /** The rows of charts of numbers in which no number stands, or none but 0: where such a row is new, as of an objective set later, nothing of the past has changed. */
    private static Set<String> withoutData(Numbers numbers) {
        return numbers.charts().stream().filter(chart -> chart.columns().stream().anyMatch(column -> !column.words()))
                .flatMap(chart -> chart.rows().stream().filter(row -> row.cells().stream().skip(1).allMatch(Numbers::nothing)).map(row -> name(chart, row))).collect(Collectors.toSet());
    }

    private static boolean nothing(Chart.Cell cell) {
        return cell.value() == null || cell.value().matches("-?0*\\.?0*");
    }

    private static String name(Chart chart, Chart.Row row) {
        return chart.title() + ": " + row.cells().get(0).text();
    }

    /** Every row by the names of its chart and itself: its cells by their columns. */
    private static Map<String, Map<String, String>> rows(Numbers numbers) {
        var rows = new LinkedHashMap<String, Map<String, String>>();
        numbers.charts().stream().filter(chart -> !OF_TODAY.contains(chart.id())).forEach(chart -> chart.rows().forEach(row -> {
            var cells = rows.computeIfAbsent(name(chart, row), name -> new LinkedHashMap<>());
            for (var i = 1; i < row.cells().size(); i++) {
                cells.putIfAbsent(chart.columns().get(i).name(), row.cells().get(i).text());
            }
        }));
        return rows;
    }

    /** A row with those of its cells only that say something else in the other; null where there are none. */
    private static String cells(Map<String, String> row, Map<String, String> other) {
        var cells = row.entrySet().stream().filter(cell -> !cell.getValue().equals(other.get(cell.getKey())) && !cell.getValue().isEmpty())
                .map(cell -> cell.getKey() + ": " + cell.getValue()).collect(Collectors.joining(", "));
        return cells.isEmpty() ? null : cells;
    }

    List<Chart> charts() {
        return chapters.stream().flatMap(chapter -> chapter.charts().stream()).toList();
    }
}
