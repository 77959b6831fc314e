package org.closecall;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.ws.rs.QueryParam;
import java.lang.reflect.Parameter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.closecall.people.Person;
import org.jboss.resteasy.reactive.RestQuery;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Nothing typed is lost, in any form of any page: a new form is covered by being there. */
@QuarkusTest
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class KeptTextTest {

    /** More than almost any field takes; what takes more is named, and a form that takes it is found by being sent. */
    private static final String MUCH = "many words ".repeat(2_800);
    private static final String MORE_THAN_MUCH = "many words ".repeat(9_200);
    private static final Set<String> LONG = Set.of("narrative", "text", "commentary", "risks");
    /** Lead to a page that is found only so. */
    private static final List<String> MORE = List.of("/report?kind=INCIDENT", "/report?kind=HAZARD", "/occurrences/8", "/occurrences/8/roles", "/occurrences/3/postmortem/verdict", "/actions/2", "/actions/4",
            "/bulk-edits/new?number=1&number=2", "/action-batches/new?action=1&action=2", "/reliability/2026-01", "/reliability/2026-02?team=1", "/admin/people/4/edit", "/admin/templates/3/edit", "/occurrences/6/merger?into=1", "/actions/2/snooze/new");
    /** Answer with a piece of a page beside the text, which stays where it is typed; or take any length, and the record away from the other forms. */
    private static final Set<String> BESIDE = Set.of("/markdown-previews", "/wording-checks", "/occurrences/1/paste-previews", "/occurrences/1/removal");

    private static final Map<String, PageForm> FORMS = new LinkedHashMap<>();
    private static final Executor AT_ONCE = Executors.newFixedThreadPool(3);

    private static Browser administrator;
    private static Browser visitor;

    @BeforeEach
    void everything() {
        if (administrator != null) {
            return;
        }
        FullStore.fill();
        administrator = Browser.as("administrator");
        visitor = Browser.visitor();
        visitor.get("/sign-in");
        // what is taken away has no forms, and a document for the printer takes long to be made
        var pages = Stream.concat(Route.visits().stream().filter(route -> !route.path().startsWith("/api/") && !route.path().matches(".*\\b(pdf|csv|json|zip|ics|yaml|markdown)")).map(route -> route.address("1")), MORE.stream()).toList();
        atOnce(pages, KeptTextTest::forms).forEach(KeptTextTest::keep);
    }

    private static List<PageForm> forms(String address) {
        var answer = administrator.fresh().get(address);
        return answer.contentType() != null && answer.contentType().startsWith("text/html") && answer.statusCode() == 200 ? PageForm.of(answer.asString()).toList() : List.of();
    }

    private static void keep(PageForm form) {
        route(form).ifPresent(route -> FORMS.merge(route.path(), form, (one, other) -> Stream.of(one, other).max(Comparator.comparing(each -> each.texts().size())).get()));
    }

    private static java.util.Optional<Route> route(PageForm form) {
        var path = form.action().replaceFirst("\\?.*", "");
        return Route.forms().stream().filter(route -> path.matches(route.path().replaceAll("\\{[^}]+}", "[^/]+"))).min(Comparator.comparing(route -> route.varies() ? 1 : 0));
    }

    /** Some of what is sent is taken. */
    @AfterAll
    static void putBack() {
        Fixtures.putBackSeeds();
    }

    @Test
    @Order(1)
    void almostAllFormsAreFound() {
        var texts = FORMS.values().stream().mapToInt(form -> form.texts().size()).sum();
        assertTrue(FORMS.size() > 100 && texts > 120, FORMS.size() + " forms, " + texts + " texts; not found: "
                + Route.forms().stream().map(Route::path).filter(path -> !FORMS.containsKey(path)).collect(Collectors.joining(" ")));
    }

    @Test
    @Order(2)
    void whenTheSessionHasEnded() {
        judge(form -> true, (form, fields) -> form.multipart() ? visitor.fresh().postMultipart(form.action(), fields) : visitor.fresh().post(form.action(), fields), KeptTextTest::mark, 401);
    }

    @Test
    @Order(3)
    void whenTheFormsTokenNoLongerFits() {
        judge(form -> true, (form, fields) -> administrator.stale(form.action(), form.multipart(), fields), KeptTextTest::mark, 400);
    }

    @Test
    @Order(4)
    void whenAFieldIsOverItsLimit() {
        judge(form -> !form.texts().isEmpty() && !form.multipart() && !BESIDE.contains(form.action()), (form, fields) -> administrator.fresh().post(form.action(), fields), name -> mark(name) + (LONG.contains(name) ? MORE_THAN_MUCH : MUCH), 422);
    }

    /** What no database can hold does not make a page fail. */
    @Test
    @Order(5)
    void signsThatNobodyCanStoreDoNoHarm() {
        judge(form -> !form.texts().isEmpty() && !form.multipart(), (form, fields) -> administrator.fresh().post(form.action(), fields), name -> "a\0b\u0007c\uFFFE", 0);
    }

    /** Every parameter there is, on every page that has none in its path. */
    @Test
    @Order(6)
    void hostileWordsInAddressesDoNoHarm() {
        var names = Stream.concat(
                Classes.ALL.stream().flatMap(type -> type.getFields().stream()).flatMap(field -> field.tryGetAnnotationOfType(QueryParam.class).map(QueryParam::value).stream()),
                Classes.resources().stream().flatMap(type -> type.getMethods().stream()).flatMap(method -> Stream.of(method.reflect().getParameters())).filter(parameter -> parameter.isAnnotationPresent(RestQuery.class)).map(Parameter::getName)).distinct().toList();
        assertTrue(names.containsAll(List.of("text", "after", "kind", "who")), names::toString);
        for (var hostile : List.of("x' or '1'='1' --", "1); drop table person; --", "\\%_\0", "${7*7}{7*7}<script>alert(1)</script>")) {
            var query = names.stream().map(name -> name + "=" + URLEncoder.encode(hostile, StandardCharsets.UTF_8)).collect(Collectors.joining("&"));
            var pages = Route.visits().stream().filter(route -> !route.varies() && !route.path().startsWith("/api/")).toList();
            assertEquals("", atOnce(pages, route -> harmed(route, administrator.fresh().get(route.path() + "?" + query))).collect(Collectors.joining("\n")), hostile);
        }
        assertTrue(QuarkusTransaction.requiringNew().call(() -> Person.count()) > 3);
    }

    private static List<String> harmed(Route route, Response answer) {
        var html = answer.contentType() != null && answer.contentType().startsWith("text/html");
        return answer.statusCode() >= 500 || html && answer.asString().contains("<script>alert(1)") ? List.of(route + " answers " + answer.statusCode()) : List.of();
    }

    private static String mark(String name) {
        return "Typed “into” <" + name + "> & more ";
    }

    /** status 0 is any but a failure. */
    private static void judge(Predicate<PageForm> which, BiFunction<PageForm, String[], Response> send, java.util.function.UnaryOperator<String> typed, int status) {
        var forms = FORMS.values().stream().filter(form -> !form.action().matches("/sign-out|/theme")).filter(which).toList();
        assertEquals("", atOnce(forms, form -> complaints(form, send.apply(form, form.typing(typed)), status)).collect(Collectors.joining("\n")));
    }

    /** In the order of what is asked, some at a time. */
    private static <T, R> Stream<R> atOnce(List<T> all, Function<T, List<R>> ask) {
        return all.stream().map(one -> CompletableFuture.supplyAsync(() -> ask.apply(one), AT_ONCE)).toList().stream().flatMap(one -> one.join().stream());
    }

    private static List<String> complaints(PageForm form, Response answer, int status) {
        var wrong = new ArrayList<String>();
        if (status == 0 ? answer.statusCode() >= 500 : answer.statusCode() != status) {
            wrong.add(form.action() + " answers " + answer.statusCode() + " to " + form.texts());
        } else if (status != 0) {
            var page = answer.asString().replace("&#61;", "=").replace("\r", "");
            form.texts().stream().filter(name -> !page.contains(escaped(name))).forEach(name -> wrong.add(form.action() + " loses " + name));
            if (status == 422 && !page.contains("-error\"")) {
                wrong.add(form.action() + " says nothing beside the field");
            }
        }
        return wrong;
    }

    private static String escaped(String name) {
        return "Typed “into” &lt;" + name + "&gt; &amp; more ";
    }
}
