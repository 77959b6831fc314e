package org.closecall.reliability;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.closecall.metrics.DataFlag;

/**
 * What charts are about: the period, or where it is shorter the twelve months to its end, since a month alone says
 * little.
 */
record Basis(Scope scope, Facts facts) {

    static Basis of(Scope scope, Facts facts) {
        var year = scope.period().year(scope.today());
        var shorter = scope.period().from() != null && scope.period().from().isAfter(year.from());
        var basis = shorter ? scope.over(year) : scope;
        return new Basis(basis, facts.within(basis.window()).begun(scope.now()));
    }

    /** As a sentence ends: from 1 Nov 2025 to 31 Oct 2026. */
    String days() {
        var label = scope.period().label();
        return scope.period().all() ? "since recording began" : "in " + label;
    }

    Instant from() {
        return scope.window().start();
    }

    /** Where nothing is dated in the future the window's own end, which stays the same from one moment to the next. */
    Instant until() {
        var begun = scope.now().plus(DataFlag.CLOCK_SKEW);
        return facts.last() != null && facts.last().isAfter(begun) ? scope.window().until(begun).end() : scope.window().end();
    }

    /** One row of a grouped count. */
    record Group(List<String> keys, long count) {
    }

    /** Counts of occurrences o in this scope and time; sql has one %s for all conditions, keys first and the count last. */
    List<Group> grouped(String sql, int keys) {
        var conditions = scope.which().conditions();
        return Rows.kept(facts.asOf(), sql.formatted(conditions.text() + " and o.occurred_at >= ? and o.occurred_at < ?"), conditions.values(from(), until()), row -> {
            var names = new ArrayList<String>();
            for (var i = 1; i <= keys; i++) {
                names.add(row.getString(i));
            }
            return new Group(names, row.getLong(keys + 1));
        });
    }
}
