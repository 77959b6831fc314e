package org.closecall.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.ReducedMotion;
import io.quarkus.test.common.http.TestHTTPResource;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;

/** A person at a browser. Whatever the browser complains about on the way fails the journey. */
abstract class Journey {

    /** A refusal by the content security policy, said where every other complaint is said. */
    private static final String REPORT = "addEventListener('securitypolicyviolation', e => console.error('Content Security Policy: ' + e.violatedDirective + ' ' + e.blockedURI + ' ' + e.sample))";

    @TestHTTPResource("/")
    URL site;

    Page page;
    Look look;
    /** Complaints the journey means to cause, as a pattern. */
    String provoked = "";
    private final List<BrowserContext> opened = new ArrayList<>();
    final List<String> complaints = new ArrayList<>();

    @AfterEach
    void nothingWasComplainedAbout() {
        close();
        assertEquals(List.of(), complaints);
    }

    void close() {
        opened.forEach(BrowserContext::close);
    }

    /** Somebody who has not been here before. */
    void open(Look with) {
        look = with;
        var context = Chromium.browser().newContext(new Browser.NewContextOptions().setBaseURL(site.toString()).setViewportSize(look.width(), 900).setColorScheme(look.scheme())
                .setJavaScriptEnabled(look.scripts()).setReducedMotion(ReducedMotion.REDUCE).setTimezoneId("Europe/Vienna").setLocale("en-GB"));
        context.addInitScript(REPORT);
        context.addInitScript(Axe.SOURCE);
        context.onConsoleMessage(this::heard);
        context.onWebError(error -> complain(error.error()));
        context.onRequestFailed(this::failed);
        context.onResponse(this::answered);
        opened.add(context);
        page = context.newPage();
    }

    /** As whom the other one is signed in, without typing a password again. */
    void signIn(org.closecall.Browser as) {
        page.context().addCookies(List.of(new Cookie("signed-in", as.cookies().get("signed-in")).setUrl(site.toString())));
    }

    /** Types the address. */
    void go(String path) {
        page.navigate(path);
        check();
    }

    void follow(String link) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(link).setExact(true)).first().click();
        check();
    }

    void press(String button) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button).setExact(true)).first().click();
        check();
    }

    void fill(String label, String text) {
        field(label).fill(text);
    }

    void choose(String label, String option) {
        field(label).selectOption(option);
    }

    /** What one types into or selects from. */
    Locator field(String label) {
        return page.locator("input:not([type=radio]):not([type=checkbox]), textarea, select").and(page.getByLabel(label)).first();
    }

    /** A card or cell that is a radio button underneath. */
    void pick(String words) {
        page.locator("label.choice").filter(new Locator.FilterOptions().setHasText(words).setVisible(true)).first().click();
    }

    void sees(String... texts) {
        for (var text : texts) {
            assertTrue(words().contains(text), () -> "“" + text + "” is not on " + page.url() + ":\n" + words());
        }
    }

    void doesNotSee(String... texts) {
        for (var text : texts) {
            assertFalse(words().contains(text), () -> "“" + text + "” is on " + page.url());
        }
    }

    /** Whether a space may break a line is not to be seen. */
    private String words() {
        return page.locator("main").innerText().replace('\u00a0', ' ');
    }

    void at(String path) {
        assertTrue(Pattern.compile(path + "(#.*)?$").matcher(page.url()).find(), () -> "at " + page.url() + ", not " + path);
    }

    /** What every page must hold, whatever it shows. */
    void check() {
        page.waitForLoadState();
        staysInItsWidth();
        assertAccessible();
    }

    /** Axe needs scripts. */
    void assertAccessible() {
        if (look.scripts()) {
            assertEquals(List.of(), Axe.violations(page), () -> page.url() + " at " + look);
            assertEquals(List.of(), Contrast.violations(page), () -> page.url() + " at " + look);
        }
    }

    void staysInItsWidth() {
        var over = page.evaluate(Axe.WIDER);
        assertEquals("", over, () -> page.url() + " scrolls sideways at " + look);
    }

    private void heard(ConsoleMessage message) {
        // what the server refuses is judged by its answer, below; a search that the next key press replaces is stopped
        if (message.text().matches("htmx:(afterRequest|sendAbort)")) {
            return;
        }
        if (message.type().equals("error") && !message.text().startsWith("Failed to load resource") || message.text().contains("Content Security Policy")) {
            complain(message.text());
        }
    }

    private void failed(Request request) {
        // a page left early or a download stops its own requests
        if (!request.failure().contains("ERR_ABORTED")) {
            complain(request.url() + " " + request.failure());
        }
    }

    private void answered(Response response) {
        if (!response.url().startsWith(site.toString())) {
            complain(response.url() + " is not ours");
        } else if (response.status() >= (response.request().isNavigationRequest() ? 500 : 400) && !refusedPicture(response)) {
            complain(response.url() + " answers " + response.status());
        }
    }

    /** Said beside the text it was pasted into. */
    private static boolean refusedPicture(Response response) {
        return response.status() == 422 && response.url().endsWith("/pasted-images");
    }

    private void complain(String what) {
        if (!what.matches(provoked)) {
            complaints.add((page == null ? "" : page.url() + ": ") + what);
        }
    }
}
