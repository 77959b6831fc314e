package org.closecall.journeys;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Looks for what keeps somebody from using a page: every rule of WCAG 2.0 to 2.2, levels A and AA. */
final class Axe {

    /** Given to every page as it begins: handed over when it is needed, its half megabyte would travel each time. */
    static final String SOURCE = source();
    private static final Set<String> PASSED = ConcurrentHashMap.newKeySet();
    private static final String RUN = """
            async () => (await axe.run(document, {
                runOnly: {type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']},
                rules: {'target-size': {enabled: true}, 'color-contrast': {enabled: false}},
                resultTypes: ['violations']
            })).violations.flatMap(rule => rule.nodes.map(node => rule.id + ' at ' + node.target.join(' ') + ': ' + node.failureSummary.replace(/\\s+/g, ' ')))
            """;
    /** A text of any length as a few signs. */
    static final String SHORT = """
            (text) => {
                let a = 1, b = 2;
                for (let i = 0; i < text.length; i++) {
                    a = Math.imul(a ^ text.charCodeAt(i), 0x01000193);
                    b = Math.imul(b ^ text.charCodeAt(i), 0x85ebca6b);
                }
                return (a >>> 0).toString(36) + '-' + (b >>> 0).toString(36);
            }
            """;
    /** Every element with its attributes, and whether it says something itself; numbers and what was typed may differ. */
    private static final String MARKS = """
            () => (%s)([...document.querySelectorAll('*')].map(element => element.tagName + [...element.attributes].filter(one => !['value', 'href', 'content'].includes(one.name)).map(one => one.name + one.value.replace(/\\d+/g, '')).join()
                + [...element.childNodes].some(node => node.nodeType === Node.TEXT_NODE && node.data.trim())).join())
            """.formatted(SHORT);
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

    /** All but contrast, which has a class of its own. What is marked up exactly like a page that passed passes too. */
    @SuppressWarnings("unchecked")
    static List<String> violations(Page page) {
        var marks = page.viewportSize().width + " " + page.evaluate(MARKS);
        if (PASSED.contains(marks)) {
            return List.of();
        }
        var wrong = (List<String>) page.evaluate(RUN);
        if (wrong.isEmpty()) {
            PASSED.add(marks);
        }
        return wrong;
    }

    private static String source() {
        try (var file = AxeBuilder.class.getResourceAsStream("/axe.min.js")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
