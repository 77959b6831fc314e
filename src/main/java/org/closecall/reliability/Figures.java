package org.closecall.reliability;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.closecall.metrics.TimeRange;

/**
 * All that /reliability shows and /reliability.json gives for a scope. Units are in the names; null is "no value" and
 * never 0; intervals are at the 95 % level. docs/statistics.md has the definitions.
 *
 * @param recordedFrom when recording began in this scope; null when nothing was recorded
 * @param period every measure over the period asked for
 * @param twelveMonths the same over the twelve months to its end; null where the period is as long
 * @param months counts by calendar month: the period's, but at least the twelve to its end
 * @param trend whether incidents become rarer, as judged at the last review date
 * @param remarks the period's records that a measure leaves out, or keeps though odd, with the reason
 * @param prevention remediation runs, chaos experiments and deployments
 */
public record Figures(Asking scope, Instant recordedFrom, Measures period, Measures twelveMonths, List<Month> months,
        Judgement trend, List<Remark> remarks, PreventionFigures prevention) {

    static final double CONFIDENCE = 0.95;

    /** The scope as understood; days are both included and belong to the time zone; what is null narrows nothing. */
    public record Asking(String label, LocalDate from, LocalDate to, String timeZone, Long service, Long team, Long path, String kind,
            String severity, String detection, String tag) {

        private static Asking of(Scope scope) {
            var narrowed = scope.which().parameters();
            return new Asking(scope.period().label() + ", " + scope.label(), scope.period().from(), scope.period().to(), scope.zone().getId(),
                    (Long) narrowed.get("service"), (Long) narrowed.get("team"), (Long) narrowed.get("path"), text(narrowed.get("kind")),
                    text(narrowed.get("severity")), text(narrowed.get("detection")), text(narrowed.get("tag")));
        }

        private static String text(Object value) {
            return value == null ? null : value.toString();
        }
    }

    public static Figures of(Scope scope, Facts facts) {
        var window = scope.window();
        var longer = scope.orYear();
        var months = monthly(facts, scope.months(), scope);
        return new Figures(Asking.of(scope), facts.observedFrom(), Measures.of(facts, window, scope.now()),
                longer == scope ? null : Measures.of(facts, longer.window(), scope.now()),
                months, Judgement.of(scope, facts, months), Remarks.of(facts.within(window), scope.now()), PreventionFigures.of(scope, facts));
    }

    private static List<Month> monthly(Facts facts, Period asked, Scope scope) {
        var recorded = facts.observedFrom() == null ? null : LocalDate.ofInstant(facts.observedFrom(), scope.zone());
        if (recorded == null || asked.to().isBefore(recorded)) {
            return List.of();
        }
        var from = asked.from() == null || asked.from().isBefore(recorded) ? recorded : asked.from();
        return from.isAfter(asked.to()) ? List.of()
                : Month.between(from, asked.to(), facts.within(asked.range(scope.zone())).begun(scope.now()), scope.zone());
    }

    public boolean empty() {
        return recordedFrom == null;
    }
}
