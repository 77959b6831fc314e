package org.closecall.journeys;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.closecall.Browser;

/** Somebody who looks at one page after the other, in one theme or the other and in both widths, and notes what is wrong. */
final class PageJudge extends Journey {

    /** A page whose theme doesn't follow would be judged in the wrong one. */
    private static final String TURNED = """
            async (theme) => {
                const until = performance.now() + 5000;
                while ((document.documentElement.dataset.bsTheme ?? theme) !== theme) {
                    if (performance.now() > until) throw new Error('The theme stays ' + document.documentElement.dataset.bsTheme);
                    await new Promise(requestAnimationFrame);
                }
                return (%s)();
            }
            """.formatted(Axe.WIDER);

    private final List<String> wrong = new ArrayList<>();

    /** who is null for a visitor. */
    PageJudge(URL site, String who) {
        this.site = site;
        open(new Look(Look.DESK, ColorScheme.LIGHT, true));
        if (who != null) {
            signIn(Browser.as(who));
        }
    }

    /** Everything that is wrong, also what the browser complained about. */
    List<String> done() {
        close();
        return Stream.concat(wrong.stream(), complaints.stream()).toList();
    }

    void look(String path) {
        page.navigate(path);
        judge(path);
    }

    /** Another page of a kind that is looked at elsewhere: one width and one theme are enough. */
    void glance(String path) {
        page.navigate(path);
        var narrow = path.hashCode() % 2 == 0;
        judge(path, narrow ? Look.PHONE : Look.DESK, path.hashCode() / 2 % 2 == 0 ? ColorScheme.LIGHT : ColorScheme.DARK);
    }

    /** Sends the page's main form as it is after the change, without the browser's own checks. */
    void press(String path, String change) {
        page.navigate(path);
        var answer = page.waitForNavigation(() -> page.evaluate("() => { const form = document.querySelector('main form:has(.btn-primary), main form.quick, main form.write'); form.noValidate = true; with (form) { %s } HTMLFormElement.prototype.submit.call(form); }".formatted(change)));
        judge(path + " when refused");
        if (answer.status() != 422 && answer.status() != 409) {
            wrong.add(path + " was not refused but answered " + answer.status());
        }
    }

    /**
     * Each page must stay within both widths. The rules and the contrast are judged in one of them and in one theme, half
     * of the pages wide, half light: what pages have in common is seen in all four, and most of what a page has.
     */
    private void judge(String path) {
        var wide = path.hashCode() % 2 == 0;
        var theme = path.hashCode() / 2 % 2 == 0 ? ColorScheme.LIGHT : ColorScheme.DARK;
        fits(path, wide ? Look.PHONE : Look.DESK, theme);
        judge(path, wide ? Look.DESK : Look.PHONE, theme);
    }

    private void judge(String path, int width, ColorScheme theme) {
        fits(path, width, theme);
        say(path, width, "", Axe.violations(page));
        say(path, width, ", " + theme, Contrast.violations(page));
    }

    private void fits(String path, int width, ColorScheme theme) {
        page.setViewportSize(width, 900);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(theme));
        var wider = (String) page.evaluate(TURNED, theme.name().toLowerCase());
        say(path, width, "", wider.isEmpty() ? List.of() : List.of("scrolls sideways, " + wider));
    }

    private void say(String path, int width, String theme, List<String> problems) {
        problems.forEach(problem -> wrong.add(path + " at " + width + " px" + theme + ": " + problem));
    }
}
