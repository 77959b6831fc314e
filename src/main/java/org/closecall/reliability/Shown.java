package org.closecall.reliability;

import java.util.Arrays;

/** All that the page of a scope shows, as of a minute. Within that minute it is worked out again only when something was written. */
record Shown(Figures figures, Dashboard dashboard) {

    /** In rows of Kept, about. */
    private static final int SIZE = 3_000;

    static Shown of(Scope scope) {
        return Kept.or(AsOf.now(), Arrays.asList("shown", scope.period(), scope.which().parameters(), scope.zone(), scope.now()), () -> {
            var facts = Facts.of(scope);
            var figures = Figures.of(scope, facts);
            return new Shown(figures, Dashboard.of(scope, figures, facts));
        }, any -> SIZE);
    }
}
