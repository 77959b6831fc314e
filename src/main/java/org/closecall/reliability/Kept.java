package org.closecall.reliability;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import org.closecall.metrics.TimeRange;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * What was read from the database, given again for as long as nothing it rests on has been written since. It is never
 * older than the state its reader came to. What was used longest ago goes first.
 */
final class Kept {

    /** Rows in all, unless settings say otherwise: some 80 MB at the most. None: everything is always read. */
    static final int MOST = ConfigProvider.getConfig().getOptionalValue("closecall.kept.rows", Integer.class).orElse(160_000);
    /** More records than that are not read one by one. */
    private static final int FEW = 500;

    private record Reading(Object what, AsOf asOf) {
    }

    private record Entry(AsOf asOf, Object value, int rows) {
    }

    private static final Map<Object, Entry> ENTRIES = new LinkedHashMap<>(16, 0.75f, true);
    private static final Map<Reading, CompletableFuture<Object>> READING = new ConcurrentHashMap<>();

    private Kept() {
    }

    /**
     * The value, read unless it is known: by one reader, for whom all others wait who came to the same state.
     *
     * @param asOf of the parts it rests on
     * @param what tells it from everything else that is kept
     * @param rows how much it holds
     */
    @SuppressWarnings("unchecked")
    static <T> T or(AsOf asOf, Object what, Supplier<T> read, ToIntFunction<T> rows) {
        if (!asOf.known() || MOST == 0) {
            return read.get();
        }
        var known = entry(what);
        return known != null && known.asOf.covers(asOf) ? (T) known.value : together(new Reading(what, asOf), read, rows);
    }

    /**
     * The same of a value that rests on the records of a time: others are none of its business.
     *
     * @param renew makes it of the one before and the ids of the records that were written since; null: it is read again
     */
    @SuppressWarnings("unchecked")
    static <T> T during(TimeRange window, AsOf asOf, Object what, Supplier<T> read, BiFunction<T, Set<Long>, T> renew, ToIntFunction<T> rows) {
        var known = asOf.known() && MOST > 0 ? entry(what) : null;
        if (known == null || known.asOf.covers(asOf) || !known.asOf.coversOthers(asOf)) {
            return or(asOf, what, read, rows);
        }
        var written = Touched.since(known.asOf.occurrences(), window);
        if (written != null && written.isEmpty()) {
            keep(what, new Entry(asOf, known.value, known.rows));
            return (T) known.value;
        }
        return written == null || renew == null || written.size() > FEW ? or(asOf, what, read, rows)
                : or(asOf, what, () -> renew.apply((T) known.value, written), rows);
    }

    @SuppressWarnings("unchecked")
    private static <T> T together(Reading reading, Supplier<T> read, ToIntFunction<T> rows) {
        var mine = new CompletableFuture<Object>();
        var others = READING.putIfAbsent(reading, mine);
        if (others != null) {
            var theirs = others.handle((value, failure) -> value).join();
            return theirs == null ? read.get() : (T) theirs;
        }
        try {
            var value = read.get();
            keep(reading.what, new Entry(reading.asOf, value, rows.applyAsInt(value) + 1));
            mine.complete(value);
            return value;
        } finally {
            READING.remove(reading);
            mine.complete(null);
        }
    }

    private static Entry entry(Object what) {
        synchronized (ENTRIES) {
            return ENTRIES.get(what);
        }
    }

    /**
     * Something may have been written while it was read. But it was read after its reader came, and whoever comes later
     * and finds the same state knows by that that nothing was.
     */
    private static void keep(Object what, Entry entry) {
        if (entry.rows > MOST) {
            return;
        }
        synchronized (ENTRIES) {
            ENTRIES.put(what, entry);
            var all = ENTRIES.values().stream().mapToInt(Entry::rows).sum();
            for (var oldest = ENTRIES.values().iterator(); all > MOST && oldest.hasNext();) {
                all -= oldest.next().rows;
                oldest.remove();
            }
        }
    }

    static void forget() {
        synchronized (ENTRIES) {
            ENTRIES.clear();
        }
    }

    static int rows() {
        synchronized (ENTRIES) {
            return ENTRIES.values().stream().mapToInt(Entry::rows).sum();
        }
    }
}
