package org.closecall.reliability;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.closecall.metrics.ControlChart;
import org.closecall.metrics.RunRule;
import org.closecall.web.NoSuch;
import org.closecall.web.Option;

/** By which rules control charts look for signals: always points beyond the limits and runs, on wish more. */
enum RuleSet {
    USUAL("", "Limits and long runs", List.of(), null),
    WESTERN_ELECTRIC("western-electric", "Western Electric, four rules", RunRule.WESTERN_ELECTRIC, "21 %"),
    NELSON("nelson", "Nelson, eight rules", RunRule.NELSON, "24 %");

    private final String value;
    private final String label;
    private final List<RunRule> rules;
    /** Of charts of 24 points in which nothing has changed. */
    private final String falseAlarms;

    RuleSet(String value, String label, List<RunRule> rules, String falseAlarms) {
        this.value = value;
        this.label = label;
        this.rules = rules;
        this.falseAlarms = falseAlarms;
    }

    static RuleSet of(String asked) {
        var given = Asked.given(asked);
        return given == null ? USUAL : Stream.of(values()).filter(one -> one.value.equals(given)).findFirst()
                .orElseThrow(() -> new NoSuch("There are no rules called " + given, "There is rules=western-electric and rules=nelson; without any, limits and long runs."));
    }

    /** Beside the usual ones. */
    static List<Option> options() {
        return Stream.of(values()).filter(one -> one != USUAL).map(one -> new Option(one.value, one.label)).toList();
    }

    String value() {
        return value;
    }

    /** What these rules find beside the usual ones from a point on, each with the last point of the latest. where: among the months. */
    List<String> words(ControlChart chart, int from, IntFunction<String> name, String where) {
        var words = new ArrayList<String>();
        for (var rule : rules) {
            var found = chart.signals(rule, from);
            // a point beyond the limits is said already
            if (!found.isEmpty() && rule != RunRule.WE1 && rule != RunRule.N1) {
                words.add("Look for a cause: " + rule.words() + ", to " + name.apply(found.get(found.size() - 1)) + (found.size() == 1 ? "" : " and " + (found.size() - 1) + " times before") + " (" + label.split(",")[0] + ").");
            }
        }
        if (words.isEmpty() && judges(chart, from)) {
            words.add("No further signal " + where + " by " + label + ".");
        }
        return words;
    }

    /** How often they are wrong about counts by month; of gaps nobody has worked it out. Empty where they judge nothing. */
    Optional<String> wrong(ControlChart chart, int from) {
        return judges(chart, from) ? Optional.of("With these rules " + falseAlarms + " of charts of 24 months have a signal though nothing has changed, and those about zones do not suit counts well.") : Optional.empty();
    }

    private boolean judges(ControlChart chart, int from) {
        return this != USUAL && chart.points().stream().skip(from).anyMatch(point -> point.z() != null);
    }
}
