package org.closecall.reliability;

import io.quarkus.qute.TemplateData;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.closecall.action.Aim;
import org.closecall.action.Strategy;
import org.closecall.web.Option;

/** A team or a service in the table: how it keeps its promises. In the order of their names: this is no ranking. */
@TemplateData
public record PromiseRow(String name, String list, Share onTime, String onTimeWords, String dueList, long unfinished, long late, String lateList, Map<Aim, Long> aims) {

    static List<PromiseRow> of(PromiseScope scope, PromiseFigures figures, String parameter, List<Option> names, Function<Promise, Long> key) {
        var rows = new ArrayList<PromiseRow>();
        var parts = figures.by(key);
        names.stream().filter(one -> parts.containsKey(Long.valueOf(one.value()))).forEach(one -> rows.add(of(scope, one, parameter, parts.get(Long.valueOf(one.value())))));
        rows.sort(Comparator.comparing(PromiseRow::name, String.CASE_INSENSITIVE_ORDER));
        return rows;
    }

    private static PromiseRow of(PromiseScope scope, Option one, String parameter, List<Promise> promises) {
        var figures = PromiseFigures.of(scope, promises);
        var chosen = parameter + "=" + one.value();
        return new PromiseRow(one.label(), scope.list(chosen), figures.onTime(), words(figures.onTime()), scope.due(chosen + "&state=OPEN,IN_PROGRESS,DONE,VERIFIED"), figures.unfinished(), figures.late(),
                scope.list(chosen + "&show=late"), figures.aims());
    }

    /** 12 of 15, 80 % (55 – 93 %) */
    private static String words(Share share) {
        return share.of() == 0 ? "none due" : share.count() + " of " + share.of() + (share.share() == null ? "" : ", " + Units.percent(share.share()) + " (" + Units.percents(share) + ")");
    }

    public long count(Aim aim) {
        return aims.get(aim);
    }

    /** How a strategy or an aim shares in what was promised. */
    @TemplateData
    public record Part(String name, String group, long count, String words, String list, double width) {

        static List<Part> aims(PromiseScope scope, PromiseFigures figures) {
            var total = figures.aims().values().stream().mapToLong(Long::longValue).sum();
            return figures.aims().entrySet().stream().map(entry -> new Part(entry.getKey().label, entry.getKey().mark, entry.getValue(), share(entry.getValue(), total),
                    scope.promised("aim=" + entry.getKey() + "&state=OPEN,IN_PROGRESS,DONE,VERIFIED,RISK_ACCEPTED"), width(entry.getValue(), total))).toList();
        }

        /** In the order of the catalogue, those that were chosen; last what nobody has said. */
        static List<Part> strategies(PromiseScope scope, PromiseFigures figures, List<Strategy> strategies) {
            var counts = figures.strategies();
            var total = counts.values().stream().mapToLong(Long::longValue).sum();
            var parts = new ArrayList<Part>();
            strategies.stream().filter(one -> counts.containsKey(one.id)).forEach(one -> parts.add(new Part(one.name, one.category.label, counts.get(one.id), share(counts.get(one.id), total),
                    scope.promised("strategy=" + one.id + "&state=OPEN,IN_PROGRESS,DONE,VERIFIED,RISK_ACCEPTED"), width(counts.get(one.id), total))));
            if (counts.containsKey(0L)) {
                parts.add(new Part("Not said", "", counts.get(0L), share(counts.get(0L), total), scope.promised("strategy=NONE&state=OPEN,IN_PROGRESS,DONE,VERIFIED,RISK_ACCEPTED"), width(counts.get(0L), total)));
            }
            return parts;
        }

        private static double width(long count, long total) {
            return total == 0 ? 0 : Math.round(1000.0 * count / total) / 10.0;
        }

        private static String share(long count, long total) {
            return count + " of " + total;
        }
    }
}
