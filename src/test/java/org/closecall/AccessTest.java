package org.closecall;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import io.quarkus.arc.Arc;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Predicate;
import org.closecall.api.ApiTokens;
import org.closecall.people.Person;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Who may do what, on every address there is: a new route is covered by being there. */
@QuarkusTest
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AccessTest {

    /** What stands open to everybody; each has its own lock, its own page or nothing to hide. */
    private static final Set<String> OPEN = Set.of("/sign-in", "/sign-in/resumption", "/set-up", "/invitations/{token}", "/password-resets/{token}", "/theme", "/calendar/{secret}.ics", "/unsubscribe/{person}/{what}/{token}", "/unsubscribe/{person}/{what}/{token}/one-click");
    /** What everybody who is signed in does for themselves. */
    private static final Set<String> ONES_OWN = Set.of("/password", "/profile", "/profile/sessions/endings", "/profile/sessions/{id}/ending", "/sign-out", "/tokens", "/calendars", "/inbox/{id}/reading", "/inbox/readings", "/inbox/settings", "/occurrences/{number}/postmortem/poll", "/reliability/reviews/subscription");
    /** Ask for a token or a signature, which no browser has. */
    private static final Predicate<Route> FOR_PROGRAMS = route -> route.path().startsWith("/api/") || route.path().startsWith("/hooks/");

    /** Ask for the token in the data folder, not for one of ours. */
    private static final Set<String> LOCAL = Set.of("/api/v1/imports", "/api/v1/resets");

    /** What belongs to one person, by how its addresses begin: whose it is, and which one. A new route is covered by beginning so. */
    private static final List<Own> SOMEBODYS = List.of(
            new Own("/tokens/{id}", "administrator", "select min(id) from api_token where person_id = :owner"),
            new Own("/tokens/{id}", "administrator", "select min(id) from api_token where person_id is null and created_by = :owner"),
            new Own("/calendars/{id}", "administrator", "select min(id) from calendar_feed where person_id = :owner"),
            new Own("/profile/sessions/{id}", "administrator", "select max(id) from session where person_id = :owner"),
            new Own("/inbox/{id}", "member", "select max(id) from notice where person_id = :owner"),
            new Own("/views/{id}", "member", "select min(id) from saved_view where person_id = :owner and shared"),
            new Own("/views/{id}", "member", "select min(id) from saved_view where person_id = :owner and not shared"),
            new Own("/actions/{id}/comments/{comment}", "administrator", "select min(id) from action_comment where written_by = :owner and action_id = 1"));

    private record Own(String beginning, String owner, String which) {
    }

    /** Signed in once for all; each that may leave something behind takes a window of its own. */
    private static final Map<String, Browser> SIGNED_IN = new HashMap<>();

    private static boolean filled;
    private static Visits visits;

    @BeforeEach
    void everything() {
        if (!filled) {
            fill();
        }
    }

    private static void fill() {
        FullStore.fill();
        SIGNED_IN.clear();
        visits = null;
        filled = true;
    }

    @AfterEach
    void putRight() {
        TestClock.putRight();
    }

    private static Browser as(String who) {
        return SIGNED_IN.computeIfAbsent(who, Browser::as).fresh();
    }

    /** The page of each visit, and what the database held before and after them all. */
    private record Visits(Map<String, String> before, Map<Route, Response> answers, Map<String, String> after) {
    }

    /** By an administrator, once for all that is said of them. The clock stands still, as sessions note when they were last used, to five minutes. */
    private static Visits visits() {
        if (visits == null) {
            var administrator = as("administrator");
            TestClock.stop(Instant.now());
            administrator.get("/password");
            var before = contents();
            var answers = new HashMap<Route, Response>();
            Route.visits().forEach(route -> answers.put(route, administrator.get(route.address("1"))));
            visits = new Visits(before, answers, contents());
        }
        return visits;
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
        var visitor = Browser.visitor();
        visitor.get("/sign-in");
        judge(Route.forms(), route -> !OPEN.contains(route.path()) && !FOR_PROGRAMS.test(route), route -> post(visitor, route),
                answer -> answer.statusCode() == 401 && answer.body().asString().contains("Your session ended while you were typing")
                        || answer.statusCode() == 302 && answer.header("Location").startsWith("/sign-in"));
    }

    @Test
    void programsWithoutTheTokenAreRefused() {
        var visitor = Browser.visitor();
        visitor.get("/sign-in");
        judge(Route.ALL, FOR_PROGRAMS, route -> post(visitor, route), answer -> Set.of(401, 415).contains(answer.statusCode()));
        judge(Route.visits(), FOR_PROGRAMS, route -> Browser.visitor().get(route.address("1")), answer -> answer.statusCode() == 401);
        var administrator = as("administrator");
        judge(Route.ALL, FOR_PROGRAMS, route -> post(administrator, route), answer -> Set.of(401, 415).contains(answer.statusCode()));
        judge(Route.visits(), FOR_PROGRAMS, route -> administrator.get(route.address("1")), answer -> answer.statusCode() == 401);
    }

    /** Each scope on every route, and each role behind it; those that no token opens at all. */
    @Test
    void tokensOpenWhatTheirScopesSayAndNothingElse() {
        var routes = Route.ALL.stream().filter(route -> route.path().startsWith("/api/v1/") && !LOCAL.contains(route.path())).toList();
        var scopes = routes.stream().flatMap(route -> route.scopes().stream()).distinct().toList();
        assertTrue(scopes.size() > 3 && routes.stream().noneMatch(route -> route.scopes().isEmpty()), scopes::toString);
        var administrator = as("administrator");
        for (var scope : scopes) {
            var token = ApiTokens.made(administrator, "only " + scope, scope);
            judge(routes, route -> route.scopes().contains(scope), route -> programs(token, route), answer -> !Set.of(401, 403).contains(answer.statusCode()) && answer.statusCode() < 500);
            judge(routes, route -> !route.scopes().contains(scope), route -> programs(token, route), answer -> answer.statusCode() == 403);
        }
        var any = ApiTokens.made(administrator, "any", scopes.toArray(String[]::new));
        judge(Route.visits(), route -> !route.path().startsWith("/api/v1/") && !route.varies() && !OPEN.contains(route.path()), route -> programs(any, route), answer -> answer.statusCode() == 302);
        var writing = ApiTokens.made(as("member"), "of a member", scopes.stream().filter(scope -> scope.endsWith(":write")).toArray(String[]::new));
        administrator.post("/admin/people/" + Fixtures.person("member").id, "role", "VIEWER");
        judge(routes, route -> route.verb().equals("POST"), route -> programs(writing, route), answer -> answer.statusCode() == 403);
        Fixtures.deactivate("member");
        judge(routes, route -> true, route -> programs(writing, route), answer -> answer.statusCode() == 401);
        // for the tests after this one
        QuarkusTransaction.requiringNew().run(() -> entities().createNativeQuery("update person set role = 'MEMBER', deactivated_at = null where email = 'member@example.org'").executeUpdate());
        SIGNED_IN.remove("member");
    }

    private static Response programs(String token, Route route) {
        var request = RestAssured.given().redirects().follow(false).header("Authorization", "Bearer " + token);
        return route.verb().equals("GET") ? request.get(route.address("1")) : request.contentType("application/json").body("{}").post(route.address("1"));
    }

    @Test
    void whatIsSomebodyElsesIsNotThere() {
        for (var own : SOMEBODYS) {
            as(own.owner);
            var which = QuarkusTransaction.requiringNew().call(() -> entities().createNativeQuery(own.which).setParameter("owner", Person.withEmail(own.owner + "@example.org").id).getSingleResult());
            assertNotNull(which, own::toString);
            var there = own.beginning.replaceFirst("\\{[^}]+}$", which.toString()).replaceAll("\\{[^}]+}", "1");
            var routes = Route.ALL.stream().filter(route -> route.path().startsWith(own.beginning)).map(route -> route.at(route.path().replace(own.beginning, there))).toList();
            assertFalse(routes.isEmpty(), own::toString);
            var other = as(own.owner.equals("member") ? "administrator" : "member");
            judge(routes, route -> true, route -> ask(other, route, "1"), answer -> answer.statusCode() == 404);
        }
    }

    @Test
    void viewersReadAndAreToldWhatTheyMayNot() {
        var viewer = as("viewer");
        judge(Route.visits(), route -> !OPEN.contains(route.path()) && !FOR_PROGRAMS.test(route), route -> viewer.get(route.address("1")), answer -> Set.of(200, 403, 404).contains(answer.statusCode()));
    }

    @Test
    void viewersWriteNothing() {
        var viewer = as("viewer");
        judge(Route.forms(), route -> !OPEN.contains(route.path()) && !ONES_OWN.contains(route.path()) && !FOR_PROGRAMS.test(route), route -> post(viewer, route),
                answer -> Set.of(403, 404).contains(answer.statusCode()));
    }

    @Test
    void administrationIsNotThereForOthers() {
        for (var who : List.of("viewer", "member")) {
            var browser = as(who);
            judge(Route.ALL, Route::administration, route -> ask(browser, route, "1"), answer -> answer.statusCode() == 404);
        }
    }

    @Test
    void administratorsReachEverything() {
        judge(Route.visits(), route -> !OPEN.contains(route.path()) && !FOR_PROGRAMS.test(route), route -> visits().answers.get(route), answer -> Set.of(200, 303, 404).contains(answer.statusCode()));
    }

    @Test
    void everyFormNeedsItsToken() {
        var administrator = as("administrator");
        judge(Route.forms(), route -> route.form() && !route.multipart() && !FOR_PROGRAMS.test(route), route -> administrator.forge(route.address("1")),
                answer -> answer.statusCode() == 400 && answer.body().asString().contains("Send it again"));
    }

    /** Not even with the right token. */
    @Test
    void noFormOfAnotherSiteIsTaken() {
        var administrator = as("administrator");
        judge(Route.forms(), route -> !FOR_PROGRAMS.test(route), route -> administrator.fresh().saying("Sec-Fetch-Site", "cross-site").post(route.address("1"), "unknown", "field"),
                answer -> answer.statusCode() == 400 && answer.body().asString().contains("This form cannot be accepted") && !answer.body().asString().contains("Send it again"));
    }

    @Test
    void whatOnlyTakesFormsIsNotVisited() {
        var administrator = as("administrator");
        var visits = Route.visits().stream().map(route -> route.address("1")).toList();
        judge(Route.forms(), route -> !visits.contains(route.address("1")) && !FOR_PROGRAMS.test(route), route -> administrator.get(route.address("1")),
                answer -> answer.statusCode() == 405);
    }

    @Test
    void addressesOfNothingAreNotFound() {
        var administrator = as("administrator");
        List.of("999999", "x", "-1", "99999999999999999999", "1%27--", "%00").stream().map(part -> CompletableFuture.runAsync(() -> notFound(administrator.fresh(), part))).toList().forEach(CompletableFuture::join);
    }

    private static void notFound(Browser administrator, String part) {
        judge(Route.visits(), route -> route.varies() && !OPEN.contains(route.path()) && !FOR_PROGRAMS.test(route), route -> administrator.get(route.address(part)),
                answer -> answer.statusCode() == 404);
    }

    /** The last: some of them are taken. */
    @Test
    @Order(Integer.MAX_VALUE)
    void emptyAndBrokenFormsNeverFail() {
        filled = false;
        var administrator = as("administrator");
        // at once: most of the time goes into the pages that answer
        List.of("1", "999999", "x").stream().map(part -> CompletableFuture.runAsync(() -> emptyAndBroken(administrator, part))).toList().forEach(CompletableFuture::join);
        assertEquals(200, administrator.get("/password").statusCode(), "the session they were sent in");
    }

    private static void emptyAndBroken(Browser administrator, String part) {
        judge(Route.forms(), route -> route.form() && !route.path().equals("/sign-out") && !OPEN.contains(route.path()), route -> post(administrator, route, part),
                answer -> answer.statusCode() < 500);
    }

    @Test
    void noVisitChangesAnything() {
        if (!visits().before.equals(visits().after)) {
            fill();
            whichChanged(as("administrator"));
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

    /** In a window of its own, whose page has a token: an answer may have none. */
    private static Response post(Browser browser, Route route, String part) {
        return upload(browser.fresh(), route, part);
    }

    private static Response ask(Browser browser, Route route, String part) {
        return route.verb().equals("GET") ? browser.get(route.address(part)) : post(browser, route, part);
    }

    private static Response upload(Browser browser, Route route, String part) {
        return route.multipart() ? browser.upload(route.address(part), "file", "x.json", "{}") : browser.post(route.address(part), "unknown", "field");
    }

    /** A digest of every table but the access log: that somebody read it, or took data out, is in it. */
    private static Map<String, String> contents() {
        return QuarkusTransaction.requiringNew().call(() -> {
            var entities = entities();
            var contents = new LinkedHashMap<String, String>();
            for (var table : entities.createNativeQuery("select table_name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE' and table_name <> 'audit_entry'", String.class).getResultList()) {
                contents.put((String) table, (String) entities.createNativeQuery("select md5(coalesce(string_agg(cast(t as text), '|' order by cast(t as text)), '')) from " + table + " t").getSingleResult());
            }
            return contents;
        });
    }

    private static EntityManager entities() {
        return Arc.container().instance(EntityManager.class).get();
    }
}
