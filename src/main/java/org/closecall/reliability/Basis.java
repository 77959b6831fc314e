package org.closecall.reliability;

import java.time.Instant;
import java.util.Locale;
import org.closecall.metrics.DataFlag;

/**
 * What charts are about: the period, or where it is shorter the twelve months to its end, since a month alone says
 * little.
 */
record Basis(Scope scope, Facts facts) {

    static Basis of(Scope scope, Facts facts) {
        var basis = scope.orYear();
        return new Basis(basis, facts.within(basis.window()).begun(scope.now()));
    }

    /** As a sentence ends: from 1 Nov 2025 to 31 Oct 2026. */
    String days() {
        var period = scope.period();
        if (period.all()) {
            return "since recording began";
        } else if (period.name() != null) {
            return "in " + period.label();
        }
        return period.from() != null && period.to() != null ? "from " + period.label() : period.label().toLowerCase(Locale.ENGLISH);
    }

    Instant from() {
        return scope.window().start();
    }

    /** Where nothing is dated in the future the window's own end, which stays the same from one moment to the next. */
    Instant until() {
        var begun = scope.now().plus(DataFlag.CLOCK_SKEW);
        return facts.last() != null && facts.last().isAfter(begun) ? scope.window().until(begun).end() : scope.window().end();
    }
}
