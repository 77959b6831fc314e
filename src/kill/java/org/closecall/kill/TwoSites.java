package org.closecall.kill;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

/** Two instances on one database, as behind a load balancer that sends each request wherever it likes. */
public final class TwoSites {

    private static final String KEY = "0123456789abcdef0123456789abcdef";
    private static final int AT_ONCE = 20;
    private static final long JOBS_SECONDS = 90;
    private static final List<String> FAULTS = new ArrayList<>();

    private TwoSites() {
    }

    /** application jar, folder to work in. */
    public static void main(String... arguments) throws Exception {
        var application = Path.of(arguments[0]);
        var work = Path.of(arguments[1]);
        var one = new Site(application, work.resolve("one"), Map.of("QUARKUS_HTTP_AUTH_SESSION_ENCRYPTION_KEY", KEY));
        try {
            one.start();
            KillTest.setUp(one);
            var settings = new HashMap<>(one.asExternal());
            settings.put("QUARKUS_HTTP_AUTH_SESSION_ENCRYPTION_KEY", KEY);
            run(one, new Site(application, work.resolve("two"), settings));
            one.stop();
        } finally {
            one.end();
        }
        FAULTS.forEach(fault -> System.out.println("FAULT " + fault));
        System.exit(FAULTS.isEmpty() ? 0 : 1);
    }

    private static void run(Site one, Site two) throws Exception {
        var here = new Browser(one.address());
        var there = here.at(two);
        try (var database = one.connect()) {
            two.start();
            here.send("/sign-in", with(here.fields("/sign-in"), "email", Site.EMAIL, "password", Site.PASSWORD, "next", "/"));
            sessionsAndForms(here, there);
            numbers(here, there, database);
            jobs(here, there, database);
            shutdown(there, two, database);
        } finally {
            two.end();
        }
        here.fields("/report");
        check("the other one goes on", true);
    }

    private static void sessionsAndForms(Browser here, Browser there) throws InterruptedException {
        check("who signed in at one is signed in at the other", there.fields("/report").containsKey("key"));
        var form = with(here.fields("/report"), "kind", "HAZARD", "narrative", "A form of one, sent to the other.");
        var filed = there.send("/occurrences", form);
        check("a form of one may be sent to the other, and sent again to the first it files nothing", filed.equals(here.send("/occurrences", form)));
        var stale = here.fields(filed + "/edit");
        there.send(filed, with(there.fields(filed + "/edit"), "kind", "HAZARD", "title", "Edited at the other"));
        check("an edit at one notices that the other was quicker", here.status(filed, with(stale, "kind", "HAZARD", "title", "Edited at the first")) == 409);
    }

    private static void numbers(Browser here, Browser there, Connection database) throws InterruptedException, SQLException {
        var same = with(here.fields("/report"), "kind", "HAZARD", "narrative", "The same form at both, at once.");
        atOnce(number -> (number % 2 == 0 ? here : there).send("/occurrences", same));
        check("the same form sent " + AT_ONCE + " times to both at once files once", ask(database, "select count(*) from occurrence where narrative = 'The same form at both, at once.'") == 1);
        atOnce(number -> {
            var at = number % 2 == 0 ? here : there;
            return at.send("/occurrences", with(at.fields("/report"), "kind", "HAZARD", "narrative", "At once, number " + number + "."));
        });
        check(AT_ONCE + " filings at both at once get " + AT_ONCE + " numbers in a row", ask(database, "select count(distinct number) from occurrence where narrative like 'At once, number %'") == AT_ONCE
                && ask(database, "select max(number) - count(*) from occurrence") == 0);
    }

    /** Reminders of what is due soon: both instances look for them. */
    private static void jobs(Browser here, Browser there, Connection database) throws InterruptedException, SQLException {
        for (var number = 0; number < AT_ONCE; number++) {
            var at = number % 2 == 0 ? here : there;
            at.send("/actions", with(at.fields("/actions/new"), "title", "Due soon " + number, "owner", "1", "aim", "REDUCE_IMPACT", "dueOn", LocalDate.now().plusDays(1).toString()));
        }
        ask(database, "with sooner as (update scheduled_tasks set execution_time = now() where not picked returning 1) select count(*) from sooner");
        var reminders = "from notice where path like '%/actions/%' or text like '%Due soon%'";
        for (var began = System.nanoTime(); (System.nanoTime() - began) / 1e9 < JOBS_SECONDS && ask(database, "select count(*) " + reminders) < AT_ONCE;) {
            Thread.sleep(500);
        }
        // whoever would remind again has had the time to
        Thread.sleep(15_000);
        check(AT_ONCE + " actions that are due are told once each, by whichever instance", ask(database, "select count(*) " + reminders) == AT_ONCE && ask(database, "select count(distinct path) " + reminders) == AT_ONCE);
    }

    /** A request that waits for the database when the instance is told to stop. */
    private static void shutdown(Browser there, Site two, Connection database) throws Exception {
        var form = with(there.fields("/report"), "kind", "HAZARD", "narrative", "Filed while it was stopping.");
        database.setAutoCommit(false);
        ask(database, "select last_number from organisation for update");
        var slow = CompletableFuture.supplyAsync(() -> {
            try {
                return there.send("/occurrences", form);
            } catch (InterruptedException stopped) {
                return "";
            }
        });
        Thread.sleep(2_000);
        var began = System.nanoTime();
        two.ask();
        Thread.sleep(4_000);
        var waited = !slow.isDone() && two.runs();
        database.rollback();
        check("a request that runs when it is told to stop is answered: " + slow.get(), waited && slow.get().startsWith("/occurrences/"));
        two.stop();
        System.out.printf("It ended %.1f s after it was told to, with a request of 4 s in it%n", (System.nanoTime() - began) / 1e9);
    }

    interface Sending {
        String to(int number) throws InterruptedException;
    }

    private static void atOnce(Sending sending) {
        CompletableFuture.allOf(IntStream.range(0, AT_ONCE).mapToObj(number -> CompletableFuture.runAsync(() -> {
            try {
                sending.to(number);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }, TwoSites::aside)).toArray(CompletableFuture[]::new)).join();
    }

    private static void aside(Runnable task) {
        var thread = new Thread(task);
        thread.setDaemon(true);
        thread.start();
    }

    private static void check(String what, boolean good) {
        System.out.println((good ? "yes  " : "NO   ") + what);
        if (!good) {
            FAULTS.add(what);
        }
    }

    private static long ask(Connection database, String question) throws SQLException {
        try (var statement = database.createStatement(); var rows = statement.executeQuery(question)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static Map<String, String> with(Map<String, String> fields, String... more) {
        var all = new HashMap<>(fields);
        for (var i = 0; i < more.length; i += 2) {
            all.put(more[i], more[i + 1]);
        }
        return all;
    }
}
