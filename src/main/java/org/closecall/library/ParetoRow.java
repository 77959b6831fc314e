package org.closecall.library;

import io.quarkus.qute.TemplateData;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.closecall.occurrence.Kind;

/**
 * One category or control: how many postmortems name it, in all and of each kind.
 *
 * @param with how many name it or one above it
 * @param percent how many of a hundred that name any that is
 */
@TemplateData
public record ParetoRow(String name, Count all, List<Count> byKind, long with, long percent, List<Bar> bars) {

    private static final int FIRST_KIND = 4;

    /** kind is null for all together, to for none: it leads to its records. */
    @TemplateData
    public record Count(Kind kind, long number, String to) {
    }

    /** A part of the bar, in per cent of the longest. */
    @TemplateData
    public record Bar(Kind kind, String x, String width) {
    }

    static ParetoRow of(Pareto.Of of, Object[] row, long named, long most, LessonFilter filter) {
        var kinds = Kinds.of(filter.kind);
        var counts = Arrays.stream(Kind.values()).filter(kinds::contains).map(kind -> count(of, row, FIRST_KIND + kind.ordinal(), kind, filter)).toList();
        var with = (Long) row[7];
        return new ParetoRow((String) row[2], count(of, row, FIRST_KIND - 1, null, filter), counts, with, Math.round(100.0 * with / named), bars(counts, most));
    }

    private static Count count(Pareto.Of of, Object[] row, int column, Kind kind, LessonFilter filter) {
        var number = (Long) row[column];
        return new Count(kind, number, number == 0 ? null : filter.counted(of.asked(row[1]), kind));
    }

    private static List<Bar> bars(List<Count> counts, long most) {
        var bars = new ArrayList<Bar>();
        var from = 0L;
        for (var count : counts) {
            if (count.number > 0) {
                bars.add(new Bar(count.kind, percent(from, most), percent(count.number, most)));
            }
            from += count.number;
        }
        return bars;
    }

    private static String percent(long part, long most) {
        return String.format(Locale.ROOT, "%.2f%%", 100.0 * part / most);
    }
}
