package org.closecall.postmortem;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.closecall.occurrence.Kind;
import org.closecall.occurrence.Occurrence;
import org.closecall.occurrence.Severity;
import org.closecall.web.Option;

/** Which records a template is proposed for: cells of kind and severity, actual of incidents and potential of the rest. */
final class Fits {

    static final String UNKNOWN = "UNKNOWN";

    private Fits() {
    }

    static String cell(Occurrence occurrence) {
        var severity = occurrence.shownSeverity();
        return cell(occurrence.kind, severity == null ? UNKNOWN : severity.name());
    }

    static String cell(Kind kind, String severity) {
        return kind + "-" + severity;
    }

    static List<Option> severities() {
        return Stream.concat(Arrays.stream(Severity.values()).map(severity -> Option.of(severity, severity.name())), Stream.of(Option.of(UNKNOWN, "not said"))).toList();
    }

    static List<String> all() {
        return Arrays.stream(Kind.values()).flatMap(kind -> severities().stream().map(severity -> cell(kind, severity.value()))).toList();
    }

    /** Those that are cells, in their order. */
    static List<String> known(List<String> typed) {
        return all().stream().filter(typed::contains).toList();
    }

    /** Incidents SEV1, SEV2; all hazards. */
    static String inWords(List<String> fits) {
        var words = new ArrayList<String>();
        for (var kind : Kind.values()) {
            var chosen = severities().stream().filter(severity -> fits.contains(cell(kind, severity.value()))).map(Option::label).toList();
            if (chosen.size() == severities().size()) {
                words.add("all " + kind.inPlural(2));
            } else if (!chosen.isEmpty()) {
                words.add(kind.inPlural(2) + " " + String.join(", ", chosen));
            }
        }
        return words.isEmpty() ? "nothing: it is chosen by hand" : String.join("; ", words);
    }
}
