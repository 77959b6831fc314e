package org.closecall.load;

import static io.gatling.javaapi.core.CoreDsl.atOnceUsers;
import static io.gatling.javaapi.core.CoreDsl.details;
import static io.gatling.javaapi.core.CoreDsl.during;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.regex;
import static io.gatling.javaapi.core.CoreDsl.scenario;
import static io.gatling.javaapi.core.CoreDsl.substring;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.status;

import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.Simulation;
import java.io.IOException;
import java.sql.SQLException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** Eight signed-in readers, each with a connection, who ask for the dashboard of a year one time after the other. */
public final class DashboardLoad extends Simulation {

    private static final String YEAR = "a year";
    private static final String WRITTEN = "a year, written to every second";

    private final Site site = Site.start();
    private final AtomicBoolean writing = new AtomicBoolean();
    private final ScheduledExecutorService writer = Executors.newSingleThreadScheduledExecutor();

    public DashboardLoad() {
        try {
            Store.fill();
        } catch (SQLException | IOException failure) {
            throw new IllegalStateException(failure);
        }
        var readers = scenario("readers").exec(signIn(), reading("warming up", Asked.SECONDS)).rendezVous(Asked.CONNECTIONS)
                .exec(reading(YEAR, Asked.SECONDS)).rendezVous(Asked.CONNECTIONS).exec(session -> {
                    writeEverySecond();
                    return session;
                }).exec(reading(WRITTEN, Asked.SECONDS));
        var set = setUp(readers.injectOpen(atOnceUsers(Asked.CONNECTIONS))).protocols(http.baseUrl(site.address()).disableFollowRedirect());
        if (Asked.LIMIT != null) {
            set.assertions(details(YEAR).responseTime().percentile(99).lte(Asked.LIMIT));
        }
    }

    private static ChainBuilder signIn() {
        return exec(http("sign-in page").get("/sign-in").check(regex("name=\"csrf-token\" value=\"([^\"]+)\"").saveAs("token")),
                http("sign in").post("/sign-in").formParam("csrf-token", "#{token}").formParam("email", Site.EMAIL).formParam("password", Site.PASSWORD).check(status().is(303)));
    }

    private static ChainBuilder reading(String name, int seconds) {
        return during(seconds).on(exec(http(name).get(Asked.PAGE).check(status().is(200), substring("Observed for"))));
    }

    /** All eight get here; one of them sets it going. */
    private void writeEverySecond() {
        if (writing.compareAndSet(false, true)) {
            writer.scheduleAtFixedRate(DashboardLoad::write, 0, 1, TimeUnit.SECONDS);
        }
    }

    private static void write() {
        try (var connection = Store.connect()) {
            Store.write(connection);
        } catch (SQLException | IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Override
    public void after() {
        writer.shutdownNow();
        try {
            BareSql.run("The page's statements alone", Store.asked(site), Asked.SECONDS / 2);
        } catch (SQLException | IOException | InterruptedException | ExecutionException failure) {
            throw new IllegalStateException(failure);
        } finally {
            site.stop();
        }
    }
}
