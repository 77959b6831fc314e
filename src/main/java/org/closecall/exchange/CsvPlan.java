package org.closecall.exchange;

import io.quarkus.qute.TemplateData;
import java.util.List;
import java.util.stream.Stream;
import org.closecall.people.Token;

/** What a file would do, line by line. */
@TemplateData
public record CsvPlan(List<PlannedLine> lines) {

    private static final int PAGE = 100;

    public long of(Outcome outcome) {
        return lines.stream().filter(line -> line.outcome() == outcome).count();
    }

    public List<Outcome> outcomes() {
        return Stream.of(Outcome.values()).filter(outcome -> of(outcome) > 0).toList();
    }

    public long broughtIn() {
        return of(Outcome.CREATED) + of(Outcome.CHANGED);
    }

    public boolean refuses() {
        return of(Outcome.REFUSED) > 0;
    }

    public boolean leavesOut() {
        return refuses() || of(Outcome.SKIPPED) > 0;
    }

    /** Null where the file has no lines. */
    public Outcome first(Outcome wanted) {
        return wanted != null && of(wanted) > 0 ? wanted : outcomes().stream().findFirst().orElse(null);
    }

    /** The lines that come to that, after a line. */
    public List<PlannedLine> shown(Outcome outcome, long after) {
        return lines.stream().filter(line -> line.outcome() == outcome && line.line() > after).limit(PAGE).toList();
    }

    /** The line to go on from, null at the end. */
    public Long more(Outcome outcome, long after) {
        var rest = lines.stream().filter(line -> line.outcome() == outcome && line.line() > after).toList();
        return rest.size() > PAGE ? rest.get(PAGE - 1).line() : null;
    }

    /** Another when anything would come out differently: what is confirmed is what was seen. */
    public String digest() {
        return Token.digest(lines.toString());
    }

    public String invitation() {
        var made = of(Outcome.CREATED);
        var changed = of(Outcome.CHANGED);
        return "Bring in " + Stream.of(made > 0 ? "%,d new".formatted(made) : "", changed > 0 ? "%,d changed".formatted(changed) : "").filter(part -> !part.isEmpty()).reduce((one, other) -> one + " and " + other).orElse("nothing");
    }
}
