package org.closecall.journeys;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Looks for what keeps somebody from using a page: every rule of WCAG 2.0 to 2.2, levels A and AA. */
final class Axe {

    private static final String SOURCE = source();
    private static final String RUN = """
            async (contrast) => (await axe.run(document, {
                runOnly: {type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']},
                rules: {'target-size': {enabled: true}, 'color-contrast': {enabled: contrast}},
                resultTypes: ['violations']
            })).violations.flatMap(rule => rule.nodes.map(node => rule.id + ' at ' + node.target.join(' ') + ': ' + node.failureSummary.replace(/\\s+/g, ' ')))
            """;
    /** Names what reaches over the right edge when the page scrolls sideways; empty when it doesn't. */
    static final String WIDER = """
            () => {
                const width = document.documentElement.clientWidth;
                if (document.documentElement.scrollWidth <= width) return '';
                const over = [...document.querySelectorAll('body *')].filter(e => e.getBoundingClientRect().right > width + 1 && !e.closest('.scroll'));
                return document.documentElement.scrollWidth + ' of ' + width + ': ' + over.slice(0, 4).map(e => e.tagName + '.' + e.getAttribute('class')).join(', ');
            }
            """;

    private Axe() {
    }

    static List<String> violations(Page page) {
        return run(page, true);
    }

    static List<String> violationsButContrast(Page page) {
        return run(page, false);
    }

    @SuppressWarnings("unchecked")
    private static List<String> run(Page page, boolean contrast) {
        load(page);
        return (List<String>) page.evaluate(RUN, contrast);
    }

    static void load(Page page) {
        if (!(Boolean) page.evaluate("() => 'axe' in window")) {
            page.evaluate(SOURCE);
        }
    }

    private static String source() {
        try (var file = AxeBuilder.class.getResourceAsStream("/axe.min.js")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
