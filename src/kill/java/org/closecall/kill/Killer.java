package org.closecall.kill;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

/** Kills with -9 at random moments, and measures how long it takes until somebody's write is acknowledged again. */
final class Killer {

    enum Victim {
        APPLICATION("the application", 11), SERVER("the database server", 31), ONE_PROCESS("one process of the database", 47), EVERYTHING("application and database", 11);

        final String label;
        final int weight;

        Victim(String label, int weight) {
            this.label = label;
            this.weight = weight;
        }
    }

    private static final long PATIENCE_SECONDS = 240;
    private static final int LONGEST_PAUSE = 2_500;

    private final Site site;
    private final Random random;
    final Map<Victim, List<Double>> recoveries = new EnumMap<>(Victim.class);

    Killer(Site site, Random random) {
        this.site = site;
        this.random = random;
    }

    /** Also while what was killed before is still coming back: one time in eight nobody waits for that. */
    void kill() throws InterruptedException {
        Thread.sleep(random.nextInt(LONGEST_PAUSE));
        var victim = choose();
        if (!hit(victim)) {
            return;
        }
        var began = System.nanoTime();
        recoveries.computeIfAbsent(victim, none -> new ArrayList<>());
        var alone = random.nextInt(8) > 0;
        while (alone && Worker.LATEST.get() < began) {
            if ((System.nanoTime() - began) / 1e9 > PATIENCE_SECONDS) {
                throw new IllegalStateException("Nothing was acknowledged for " + PATIENCE_SECONDS + " s after killing " + victim.label);
            }
            Thread.sleep(20);
        }
        recoveries.get(victim).add(alone ? (Worker.LATEST.get() - began) / 1e9 : Double.NaN);
    }

    int kills() {
        return recoveries.values().stream().mapToInt(List::size).sum();
    }

    private Victim choose() {
        var at = random.nextInt(100);
        for (var victim : Victim.values()) {
            at -= victim.weight;
            if (at < 0) {
                return victim;
            }
        }
        return Victim.APPLICATION;
    }

    private boolean hit(Victim victim) throws InterruptedException {
        var server = site.database();
        if (victim != Victim.APPLICATION && server.isEmpty()) {
            return false;
        }
        switch (victim) {
            case APPLICATION -> site.killApplication();
            case SERVER -> server.get().destroyForcibly();
            case ONE_PROCESS -> {
                return child(server.get()).map(ProcessHandle::destroyForcibly).orElse(false);
            }
            case EVERYTHING -> {
                Stream.concat(server.stream(), server.get().descendants()).toList().forEach(ProcessHandle::destroyForcibly);
                site.killApplication();
            }
        }
        return true;
    }

    private Optional<ProcessHandle> child(ProcessHandle server) {
        var children = server.children().toList();
        return children.isEmpty() ? Optional.empty() : Optional.of(children.get(random.nextInt(children.size())));
    }
}
