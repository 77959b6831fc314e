package org.closecall.reliability;

import io.quarkus.qute.RawString;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * All that the page of a scope shows, as of a minute. Within that minute it is worked out again only when something it
 * rests on was written.
 *
 * @param pages as HTML, for members and for those who only look
 * @param forms to ask for another scope, by what is compared with: a hundred services and tags take long too
 */
record Shown(Figures figures, Dashboard dashboard, Map<Boolean, Page> pages, Map<String, RawString> forms) {

    /** In rows of Kept, about. */
    private static final int SIZE = 3_000;

    /** Above and below what a comparison with another period adds. */
    record Page(RawString numbers, RawString chapters) {
    }

    static Shown of(Scope scope, Looks looks, AsOf asOf) {
        return Kept.or(asOf, Arrays.asList("shown", scope.period(), scope.which().parameters(), scope.zone(), scope.now(), looks.parameters()), () -> {
            var facts = Facts.of(scope);
            var figures = Figures.of(scope, facts);
            return new Shown(figures, Dashboard.of(scope, figures, facts, looks).brief(scope), new ConcurrentHashMap<>(), new ConcurrentHashMap<>());
        }, any -> SIZE);
    }

    /** Neither a record nor a run, an experiment, a deployment or an action. */
    boolean nothing() {
        return figures.empty() && dashboard.chapters().stream().allMatch(chapter -> chapter.id().equals(Seeing.CHAPTER)) && !figures.prevention().any();
    }

    /** Rendered once: a page has hundreds of tags. */
    Page page(Heading heading, boolean member) {
        return pages.computeIfAbsent(member, any -> new Page(new RawString(Reliability.Templates.numbers(heading.title(), dashboard, !figures.remarks().isEmpty()).render()),
                new RawString(Reliability.Templates.chapters(figures, dashboard, heading.json()).render())));
    }

    RawString form(Scope scope, Against against, Looks looks, AsOf asOf) {
        return forms.computeIfAbsent(against == null ? "" : against.value(), any -> new RawString(Reliability.Templates.form(ScopeForm.of(scope, figures, against, looks, asOf)).render()));
    }
}
