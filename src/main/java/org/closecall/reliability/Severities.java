package org.closecall.reliability;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.closecall.occurrence.Severity;
import org.closecall.web.NoSuch;
import org.closecall.web.Option;

/** From the worst to the least severe that count, both included. */
public record Severities(Severity worst, Severity least) {

    /** "SEV2" or "SEV1-SEV3"; null counts all, also those without a severity. */
    static Severities of(String text) {
        if (text == null) {
            return null;
        }
        var ends = Arrays.stream(text.split("-", -1)).map(Severities::named).toList();
        var read = new Severities(ends.get(0), ends.get(ends.size() - 1));
        if (ends.size() > 2 || read.least.compareTo(read.worst) < 0) {
            throw unknown(text);
        }
        return read;
    }

    private static Severity named(String name) {
        return Stream.of(Severity.values()).filter(severity -> severity.name().equals(name)).findFirst()
                .orElseThrow(() -> unknown(name));
    }

    private static NoSuch unknown(String text) {
        return new NoSuch("There is no severity called " + text, "There is SEV1, the worst, to SEV5, and there are ranges such as SEV1-SEV3, the worse first.");
    }

    /** As the log offers them: each alone, and from the worst down to each. */
    static List<Option> options() {
        var alone = Stream.of(Severity.values()).map(one -> new Severities(one, one));
        var ranges = Stream.of(Severity.SEV2, Severity.SEV3, Severity.SEV4).map(one -> new Severities(Severity.SEV1, one));
        return Stream.concat(alone, ranges).map(one -> new Option(one.value(), one.label())).toList();
    }

    /** As a parameter, here and in the log. */
    public String value() {
        return worst == least ? worst.name() : worst + "-" + least;
    }

    public String label() {
        return worst == least ? worst.name() : worst + " to " + least;
    }
}
