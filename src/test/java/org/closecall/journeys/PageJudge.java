package org.closecall.journeys;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.closecall.Browser;

/** Somebody who looks at one page after the other, in both themes and both widths, and notes what is wrong. */
final class PageJudge extends Journey {

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
     * Each page is judged in both widths and both themes, half of them light when wide, half dark: the theme changes
     * colours and nothing else. The width hardly changes what the rules ask of the markup: half of the pages are held
     * against them wide, half narrow.
     */
    private void judge(String path) {
        var light = path.hashCode() % 2 == 0;
        var wide = path.hashCode() / 2 % 2 == 0;
        judge(path, Look.DESK, light ? ColorScheme.LIGHT : ColorScheme.DARK, wide);
        judge(path, Look.PHONE, light ? ColorScheme.DARK : ColorScheme.LIGHT, !wide);
    }

    private void judge(String path, int width, ColorScheme theme, boolean rules) {
        page.setViewportSize(width, 900);
        turn(theme);
        say(path, width, "", reach());
        if (rules) {
            say(path, width, "", Axe.violationsButContrast(page));
        }
        say(path, width, ", " + theme, Contrast.violations(page));
    }

    /** A page whose theme doesn't follow would be judged in the wrong one. */
    private void turn(ColorScheme theme) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(theme));
        page.waitForFunction("theme => (document.documentElement.dataset.bsTheme ?? theme) === theme", theme.name().toLowerCase());
    }

    private List<String> reach() {
        var wider = (String) page.evaluate(Axe.WIDER);
        return wider.isEmpty() ? List.of() : List.of("scrolls sideways, " + wider);
    }

    private void say(String path, int width, String theme, List<String> problems) {
        problems.forEach(problem -> wrong.add(path + " at " + width + " px" + theme + ": " + problem));
    }
}
