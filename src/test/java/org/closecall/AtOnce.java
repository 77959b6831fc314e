package org.closecall;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;

/** Does several things at the same moment, each in a thread of its own. */
public final class AtOnce {

    private AtOnce() {
    }

    /** What they gave, smallest first: which of them won is chance. */
    @SafeVarargs
    public static <T extends Comparable<T>> List<T> sorted(Callable<T>... deeds) {
        var start = new CyclicBarrier(deeds.length);
        var threads = Executors.newFixedThreadPool(deeds.length);
        try {
            var running = Arrays.stream(deeds).map(deed -> threads.submit(() -> {
                start.await();
                return deed.call();
            })).toList();
            return running.stream().map(done -> {
                try {
                    return done.get();
                } catch (Exception failure) {
                    throw new IllegalStateException(failure);
                }
            }).sorted().toList();
        } finally {
            threads.shutdown();
        }
    }
}
