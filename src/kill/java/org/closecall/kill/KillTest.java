package org.closecall.kill;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** Kills the application and its database again and again while people work, then counts what they were told is saved. */
public final class KillTest {

    private KillTest() {
    }

    /** application jar, folder to work in, kills, longest run in minutes, workers, seed. */
    public static void main(String... arguments) throws Exception {
        var site = new Site(Path.of(arguments[0]), Path.of(arguments[1]), Map.of());
        boolean good;
        try {
            good = run(site, arguments);
        } finally {
            site.end();
        }
        System.exit(good ? 0 : 1);
    }

    private static boolean run(Site site, String... arguments) throws Exception {
        var seed = arguments.length > 5 ? Long.parseLong(arguments[5]) : System.nanoTime();
        var ledger = new Ledger();
        var killer = new Killer(site, new Random(seed));
        var goOn = new AtomicBoolean(true);
        System.out.printf("Seed %d; the application's log is %s%n", seed, site.log());
        site.start();
        setUp(site);
        var workers = begin(site, ledger, goOn, Integer.parseInt(arguments[4]));
        var restarts = keepUp(site);
        var began = System.nanoTime();
        var kills = Integer.parseInt(arguments[2]);
        while (killer.kills() < kills && minutes(began) < Integer.parseInt(arguments[3])) {
            killer.kill();
            if (killer.kills() % 20 == 0) {
                System.out.printf("%d kills in %.1f min; acknowledged: %s%n", killer.kills(), minutes(began), ledger.counts());
            }
        }
        goOn.set(false);
        for (var worker : workers) {
            worker.join(180_000);
        }
        site.watch(false);
        tell(killer, ledger, minutes(began));
        System.out.printf("%d times a start had lost its database, ended with one line and was repeated%n", restarts.get());
        var faults = new ArrayList<>(ledger.faults(site));
        workers.stream().filter(Thread::isAlive).forEach(worker -> faults.add(worker.getName() + " does not end"));
        faults.addAll(again(site, ledger));
        faults.stream().limit(50).forEach(fault -> System.out.println("FAULT " + fault));
        System.out.println(faults.isEmpty() ? "Every acknowledged write is there, once, and nothing else is" : faults.size() + " faults");
        return faults.isEmpty() && killer.kills() >= kills;
    }

    static void setUp(Site site) throws InterruptedException {
        var browser = new Browser(site.address());
        var form = browser.fields("/set-up");
        form.putAll(Map.of("organisation", Site.ORGANISATION, "timeZone", "Europe/Vienna", "name", "Kim Kill", "email", Site.EMAIL, "password", Site.PASSWORD));
        browser.send("/set-up", form);
    }

    private static List<Thread> begin(Site site, Ledger ledger, AtomicBoolean goOn, int number) {
        var workers = new ArrayList<Thread>();
        for (var worker = 1; worker <= number; worker++) {
            workers.add(new Thread(new Worker(String.valueOf(worker), site.address(), ledger, goOn::get), "worker-" + worker));
        }
        workers.forEach(worker -> {
            worker.setDaemon(true);
            worker.start();
        });
        return workers;
    }

    private static AtomicInteger keepUp(Site site) {
        var restarts = new AtomicInteger();
        site.watch(true);
        var keeper = new Thread(() -> {
            while (true) {
                try {
                    restarts.addAndGet(site.keepUp() ? 1 : 0);
                    Thread.sleep(500);
                } catch (InterruptedException ended) {
                    return;
                }
            }
        }, "service-manager");
        keeper.setDaemon(true);
        keeper.start();
        return restarts;
    }

    /** After an orderly stop and a start, and after one more kill of everything. */
    private static List<String> again(Site site, Ledger ledger) throws Exception {
        var faults = new ArrayList<String>();
        var code = site.stop();
        if (code != 143 && code != 0) {
            faults.add("stopped with exit code " + code);
        }
        site.start();
        new Browser(site.address()).fields("/sign-in");
        faults.addAll(ledger.faults(site));
        var server = site.database().orElseThrow();
        server.descendants().forEach(ProcessHandle::destroyForcibly);
        server.destroyForcibly();
        site.killApplication();
        new Browser(site.address()).fields("/sign-in");
        faults.addAll(ledger.faults(site));
        site.stop();
        return faults.stream().distinct().toList();
    }

    private static void tell(Killer killer, Ledger ledger, double minutes) {
        System.out.printf("%d kills in %.1f minutes; %,d writes acknowledged: %s%n", killer.kills(), minutes, ledger.size(), ledger.counts());
        System.out.printf("%,d requests without an answer, %,d answered 503, %,d answered another 5xx; each was sent again as it was%n", Browser.UNANSWERED.get(), Browser.NOT_NOW.get(), Browser.FAILED.get());
        System.out.println("| killed with -9 | times | until the next acknowledged write: median, longest |\n|---|---|---|");
        killer.recoveries.forEach((victim, seconds) -> {
            var sorted = seconds.stream().filter(second -> !second.isNaN()).sorted().toList();
            System.out.printf("| %s | %d | %.1f s, %.1f s |%n", victim.label, seconds.size(), sorted.isEmpty() ? 0 : sorted.get(sorted.size() / 2), sorted.isEmpty() ? 0 : sorted.get(sorted.size() - 1));
        });
    }

    private static double minutes(long began) {
        return (System.nanoTime() - began) / 6e10;
    }
}
