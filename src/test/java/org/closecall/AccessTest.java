package org.closecall;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import io.quarkus.arc.Arc;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who may do what, on every address there is: a new route is covered by being there. */
@QuarkusTest
class AccessTest {

    /** What stands open to everybody; each has its own lock, its own page or nothing to hide. */
    private static final Set<String> OPEN = Set.of("/sign-in", "/sign-in/resumption", "/set-up", "/invitations/{token}", "/theme", "/calendar/{secret}.ics", "/unsubscribe/{person}/{what}/{token}", "/unsubscribe/{person}/{what}/{token}/one-click");
    /** What everybody who is signed in does for themselves. */
    private static final Set<String> ONES_OWN = Set.of("/password", "/profile", "/sign-out", "/tokens", "/calendars", "/inbox/{id}/reading", "/inbox/readings", "/inbox/settings", "/occurrences/{number}/postmortem/poll", "/reliability/reviews/subscription");
    /** Ask for a token or a signature, which no browser has. */
    private static final Predicate<Route> FOR_PROGRAMS = route -> route.path().startsWith("/api/") || route.path().startsWith("/hooks/");

    private static boolean filled;

    @BeforeEach
    void everything() {
        if (!filled) {
            FullStore.fill();
            filled = true;
        }
    }

    @Test
    void thereAreRoutes() {
        var known = Route.ALL.stream().map(Route::toString).toList();
        assertTrue(known.containsAll(List.of("GET /", "GET /occurrences/{number}/edit", "POST /occurrences/{number}/timeline/{id}", "POST /sign-in/resumption")), known::toString);
        assertTrue(known.size() > 50, known.size() + " routes");
    }

    @Test
    void visitorsAreSentToSignIn() {
        judge(Route.visits(), route -> !OPEN.contains(route.path()) && !FOR_PROGRAMS.test(route), route -> Browser.visitor().get(route.address("1")),
                answer -> answer.statusCode() == 302 && answer.header("Location").startsWith("/sign-in"));
    }

    @Test
    void whatVisitorsWriteComesBackWithTheSignIn() {
        judge(Route.forms(), route -> !OPEN.contains(route.path()) && !FOR_PROGRAMS.test(route), route -> post(Browser.visitor(), route),
                answer -> answer.statusCode() == 401 && answer.body().asString().contains("Your session ended while you were typing")
                        || answer.statusCode() == 302 && answer.header("Location").startsWith("/sign-in"));
    }

    @Test
    void programsWithoutTheTokenAreRefused() {
        judge(Route.ALL, FOR_PROGRAMS, route -> post(Browser.visitor(), route), answer -> Set.of(401, 415).contains(answer.statusCode()));
        judge(Route.visits(), FOR_PROGRAMS, route -> Browser.visitor().get(route.address("1")), answer -> answer.statusCode() == 401);
        var administrator = Browser.as("administrator");
        judge(Route.ALL, FOR_PROGRAMS, route -> post(administrator, route), answer -> Set.of(401, 415).contains(answer.statusCode()));
        judge(Route.visits(), FOR_PROGRAMS, route -> administrator.get(route.address("1")), answer -> answer.statusCode() == 401);
    }

    @Test
    void viewersReadAndAreToldWhatTheyMayNot() {
        var viewer = Browser.as("viewer");
        judge(Route.visits(), route -> !OPEN.contains(route.path()) && !FOR_PROGRAMS.test(route), route -> viewer.get(route.address("1")), answer -> Set.of(200, 403, 404).contains(answer.statusCode()));
    }

    @Test
    void viewersWriteNothing() {
        var viewer = Browser.as("viewer");
        judge(Route.forms(), route -> !OPEN.contains(route.path()) && !ONES_OWN.contains(route.path()) && !FOR_PROGRAMS.test(route), route -> post(viewer, route),
                answer -> Set.of(403, 404).contains(answer.statusCode()));
    }

    @Test
    void administrationIsNotThereForOthers() {
        for (var who : List.of("viewer", "member")) {
            var browser = Browser.as(who);
            judge(Route.ALL, Route::administration, route -> route.verb().equals("GET") ? browser.get(route.address("1")) : post(browser, route),
                    answer -> answer.statusCode() == 404);
        }
    }

    @Test
    void administratorsReachEverything() {
        var administrator = Browser.as("administrator");
        judge(Route.visits(), route -> !OPEN.contains(route.path()) && !FOR_PROGRAMS.test(route), route -> administrator.get(route.address("1")), answer -> Set.of(200, 303, 404).contains(answer.statusCode()));
    }

    @Test
    void everyFormNeedsItsToken() {
        var administrator = Browser.as("administrator");
        judge(Route.forms(), route -> route.form() && !route.multipart() && !FOR_PROGRAMS.test(route), route -> administrator.forge(route.address("1")),
                answer -> answer.statusCode() == 400 && answer.body().asString().contains("This form cannot be accepted"));
    }

    @Test
    void whatOnlyTakesFormsIsNotVisited() {
        var administrator = Browser.as("administrator");
        var visits = Route.visits().stream().map(route -> route.address("1")).toList();
        judge(Route.forms(), route -> !visits.contains(route.address("1")) && !FOR_PROGRAMS.test(route), route -> administrator.get(route.address("1")),
                answer -> answer.statusCode() == 405);
    }

    @Test
    void addressesOfNothingAreNotFound() {
        List.of("999999", "x", "-1", "99999999999999999999", "1%27--", "%00").stream().map(part -> CompletableFuture.runAsync(() -> notFound(part))).toList().forEach(CompletableFuture::join);
    }

    private static void notFound(String part) {
        var administrator = Browser.as("administrator");
        judge(Route.visits(), route -> route.varies() && !OPEN.contains(route.path()) && !FOR_PROGRAMS.test(route), route -> administrator.get(route.address(part)),
                answer -> answer.statusCode() == 404);
    }

    @Test
    void emptyAndBrokenFormsNeverFail() {
        // at once: most of the time goes into the pages that answer
        List.of("1", "999999", "x").stream().map(part -> CompletableFuture.runAsync(() -> emptyAndBroken(part))).toList().forEach(CompletableFuture::join);
        filled = false;
    }

    private static void emptyAndBroken(String part) {
        var administrator = Browser.as("administrator");
        judge(Route.forms(), route -> route.form() && !route.path().equals("/sign-out") && !OPEN.contains(route.path()), route -> post(administrator, route, part),
                answer -> answer.statusCode() < 500);
    }

    @Test
    void noVisitChangesAnything() {
        var administrator = Browser.as("administrator");
        var before = contents();
        Route.visits().forEach(route -> administrator.get(route.address("1")));
        if (!before.equals(contents())) {
            FullStore.fill();
            whichChanged(Browser.as("administrator"));
        }
    }

    /** A digest after each visit takes its time. */
    private static void whichChanged(Browser administrator) {
        var before = contents();
        for (var route : Route.visits()) {
            administrator.get(route.address("1"));
            assertEquals(before, contents(), route + " changed something");
        }
        fail("Visits change something when made a second time");
    }

    /** Collects what is wrong on all routes before it fails. */
    private static void judge(List<Route> routes, Predicate<Route> which, Function<Route, Response> ask, Predicate<Response> good) {
        var wrong = new ArrayList<String>();
        routes.stream().filter(which).forEach(route -> {
            var answer = ask.apply(route);
            if (!good.test(answer)) {
                wrong.add(route + " answers " + answer.statusCode() + " " + answer.header("Location"));
            }
        });
        assertEquals(List.of(), wrong);
    }

    private static Response post(Browser browser, Route route) {
        return post(browser, route, "1");
    }

    private static Response post(Browser browser, Route route, String part) {
        return route.multipart() ? browser.upload(route.address(part), "file", "x.json", "{}") : browser.post(route.address(part), "unknown", "field");
    }

    /** A digest of every table. */
    private static Map<String, String> contents() {
        return QuarkusTransaction.requiringNew().call(() -> {
            var entities = Arc.container().instance(EntityManager.class).get();
            var contents = new LinkedHashMap<String, String>();
            for (var table : entities.createNativeQuery("select table_name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'", String.class).getResultList()) {
                contents.put((String) table, (String) entities.createNativeQuery("select md5(coalesce(string_agg(cast(t as text), '|' order by cast(t as text)), '')) from " + table + " t").getSingleResult());
            }
            return contents;
        });
    }
}
