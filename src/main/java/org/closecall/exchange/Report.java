package org.closecall.exchange;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.closecall.web.Typed;

/** What an import did, for a terminal. */
record Report(boolean good, String text) {

    private static final int MOST = 20;

    static Report of(ImportRun run) {
        var state = ImportState.of(run, null);
        var good = run.finished() && run.refusedBecause == null;
        return new Report(good, heading(run) + outcome(run, state) + (state == ImportState.REFUSED && run.counts.refused == 1 ? "" : lines(run)));
    }

    static Report refusal(String why) {
        return new Report(false, why + "\n");
    }

    private static String heading(ImportRun run) {
        return run.fileName + (run.format == null ? "" : " (" + run.format + ")") + (run.dryRun ? ", dry run: nothing is written\n" : "\n");
    }

    private static String outcome(ImportRun run, ImportState state) {
        return switch (state) {
            case REFUSED -> "Refused as a whole, nothing was written. " + run.refusedBecause + "\n";
            case FAILED -> "Stopped after %,d of %,d records. %s%n".formatted(run.done, run.total, run.refusedBecause);
            case INTERRUPTED -> "Interrupted after %,d of %,d records; run it again to bring in the rest.%n".formatted(run.done, run.total);
            default -> "%,d records: %,d new, %,d changed, %,d unchanged, %,d skipped, 0 refused%n".formatted(run.total, run.counts.created, run.counts.changed,
                    run.counts.unchanged, run.counts.skipped);
        };
    }

    private static String lines(ImportRun run) {
        var lines = Stream.of(Outcome.REFUSED, Outcome.SKIPPED).flatMap(outcome -> ImportLine.of(run, outcome, -1, MOST).stream()).limit(MOST).toList();
        var more = run.counts.refused + run.counts.skipped - lines.size();
        return lines.stream().map(Report::line).collect(Collectors.joining()) + (more > 0 ? "  ... and %,d more%n".formatted(more) : "");
    }

    private static String line(ImportLine line) {
        var title = line.title == null ? "" : " " + Typed.shortened(line.title, 60);
        return "  " + line.outcome.inText() + " " + (line.externalId == null ? "record " + line.place() : line.externalId) + title + ": " + line.reason + "\n";
    }
}
