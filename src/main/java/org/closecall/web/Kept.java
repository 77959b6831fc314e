package org.closecall.web;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What was worked out lately and is dear to work out again: texts are read far more often than written. A key has all
 * that the value follows from, so that nothing is ever out of date. What was not asked for longest goes first.
 */
public final class Kept<K, V> {

    private record Value<V>(V value, long size) {
    }

    private final Map<K, Value<V>> values = new LinkedHashMap<>(256, 0.75f, true);
    private final long most;
    private long size;

    /** most in characters, of keys and values together. */
    public Kept(long most) {
        this.most = most;
    }

    /** Two who ask for the same at once both work it out: nobody waits. */
    public V of(K key, long keySize, Supplier<V> making) {
        synchronized (values) {
            var kept = values.get(key);
            if (kept != null) {
                return kept.value;
            }
        }
        var made = making.get();
        keep(key, new Value<>(made, keySize + made.toString().length()));
        return made;
    }

    private void keep(K key, Value<V> made) {
        synchronized (values) {
            var before = values.put(key, made);
            size += made.size - (before == null ? 0 : before.size);
            for (var oldest = values.values().iterator(); size > most && oldest.hasNext();) {
                size -= oldest.next().size;
                oldest.remove();
            }
        }
    }
}
