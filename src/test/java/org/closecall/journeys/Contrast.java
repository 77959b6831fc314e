package org.closecall.journeys;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Axe's rule about contrast, which takes longer than all its others together. A text is measured once for everything
 * that decides about it: its colour, size and weight, and what is painted below it. What axe has passed, and only
 * that, is not measured again on the next page, in the other width or theme. Positioned texts may stand on anything
 * and are measured each time.
 */
final class Contrast {

    private static final Set<String> PASSED = ConcurrentHashMap.newKeySet();
    private static final String RUN = """
            async (passed) => {
                const known = new Set(passed.split(' ')), grounds = new Map();
                const short = %s;
                const ground = (element) => {
                    if (!element) return '';
                    if (!grounds.has(element)) {
                        const below = ground(element.parentElement), s = getComputedStyle(element);
                        const own = [s.backgroundColor, s.backgroundImage, s.opacity, s.filter, s.mixBlendMode].join();
                        const free = below === null || !['static', 'relative'].includes(s.position) || s.transform !== 'none' || element.namespaceURI !== document.documentElement.namespaceURI;
                        grounds.set(element, free ? null : own === 'rgba(0, 0, 0, 0),none,1,none,normal' ? below : below + '/' + own);
                    }
                    return grounds.get(element);
                };
                const print = (element) => {
                    const below = ground(element), s = getComputedStyle(element);
                    return below === null ? null : short([below, element.matches('input, select, textarea') ? element.tagName : '', s.color, s.webkitTextFillColor, s.fontSize, s.fontWeight, s.textShadow].join());
                };
                const texts = [...document.body.querySelectorAll('*')].filter(element => element.matches('input, select, textarea') || [...element.childNodes].some(node => node.nodeType === Node.TEXT_NODE && node.data.trim()));
                const fresh = texts.filter(element => element.checkVisibility({ visibilityProperty: true }) && !known.has(print(element)));
                if (fresh.length === 0) return { wrong: [], passed: [] };
                const judged = await axe.run({ include: fresh }, { runOnly: ['color-contrast'], resultTypes: ['violations', 'passes'], elementRef: true });
                return {
                    wrong: judged.violations.flatMap(rule => rule.nodes.map(node => rule.id + ' at ' + node.target.join(' ') + ': ' + node.failureSummary.replace(/\\s+/g, ' '))),
                    passed: judged.passes.flatMap(rule => rule.nodes.map(node => print(node.element))).filter(print => print !== null)
                };
            }
            """.formatted(Axe.SHORT);

    private Contrast() {
    }

    @SuppressWarnings("unchecked")
    static List<String> violations(Page page) {
        var judged = (Map<String, List<String>>) page.evaluate(RUN, String.join(" ", PASSED));
        PASSED.addAll(judged.get("passed"));
        return judged.get("wrong");
    }
}
