package org.closecall.reliability;

import io.quarkus.qute.TemplateData;
import org.closecall.metrics.Verdict;

/**
 * One figure of two periods, as a table shows it.
 *
 * @param was what it was, leading to its records; wasRest what must be said with it
 * @param interval the change with 95 % confidence in words; null where nothing bounds it
 * @param point the change itself; null where there is none
 * @param verdict null for what is neither better nor worse
 * @param note which test, and what else must be known
 * @param unjudged why there is no verdict where there could be one; null otherwise
 */
@TemplateData
public record Compared(Measure measure, Tile.Link was, String wasRest, Tile.Link is, String isRest, String interval, String point, String p,
        Verdict verdict, String note, String unjudged) {

    Compared(Measure measure, Tile.Link was, String wasRest, Tile.Link is, String isRest, String interval, String point, String p, Verdict verdict, String note) {
        this(measure, was, wasRest, is, isRest, interval, point, p, verdict, note, null);
    }

    /** Between the dates fixed in advance nothing is judged, except that it is too few. */
    Compared judged(boolean due) {
        return due || verdict == null || verdict == Verdict.TOO_FEW_EVENTS ? this
                : new Compared(measure, was, wasRest, is, isRest, interval, point, p, Verdict.PROVISIONAL, note);
    }

    Compared without(String why) {
        return new Compared(measure, was, wasRest, is, isRest, interval, point, p, null, note, why);
    }

    public String name() {
        return measure.label;
    }

    /** An arrow only with evidence, in the direction of the number; null for what is neither better nor worse. */
    public Tile.Mark mark() {
        if (verdict == null) {
            return null;
        }
        return switch (verdict) {
            case TOO_FEW_EVENTS -> new Tile.Mark("few", "Too few events", null);
            case NO_EVIDENCE_OF_CHANGE -> new Tile.Mark("none", "No evidence of change", null);
            case EVIDENCE_IMPROVING -> new Tile.Mark("better", "Evidence: improving", measure == Measure.CAUGHT_EARLY);
            case EVIDENCE_WORSENING -> new Tile.Mark("worse", "Evidence: worsening", measure != Measure.CAUGHT_EARLY);
            case PROVISIONAL -> new Tile.Mark("provisional", "Provisional", null);
        };
    }

    public String definition() {
        return "#" + measure.anchor();
    }

    Chart.Row row() {
        return Chart.Row.of(Chart.Cell.of(name(), definition()), Chart.Cell.of(was.text(), was.to()).noted(blank(wasRest)), Chart.Cell.of(is.text(), is.to()).noted(blank(isRest)),
                Chart.Cell.of(interval == null ? "nothing bounds it" : interval).noted((point == null ? "" : "most likely " + point + ". ") + note + "."),
                Chart.Cell.of(p), Chart.Cell.of(unjudged != null ? unjudged : verdict == null ? "not judged" : mark().text()));
    }

    private static String blank(String rest) {
        return rest.isBlank() ? null : rest.strip();
    }

    /** What somebody can repeat in a meeting. */
    public String sentence() {
        return sentence(false);
    }

    /** @param over whether the time after has ended, even if no review date has */
    String sentence(boolean over) {
        var both = was.text() + wasRest + " before, " + is.text() + isRest + " after";
        if (unjudged != null) {
            return "%s: %s. %s.".formatted(name(), both, unjudged);
        }
        if (verdict == null) {
            return "%s: %s. More reports are neither better nor worse.".formatted(name(), both);
        }
        var fits = interval == null ? "" : " Anything " + (interval.startsWith("anything ") ? interval.substring(9) : interval) + " fits.";
        return switch (verdict) {
            case TOO_FEW_EVENTS -> "Too few to tell. %s: %s.".formatted(name(), both);
            case NO_EVIDENCE_OF_CHANGE -> "No evidence of a change. %s: %s.%s".formatted(name(), both, fits);
            case PROVISIONAL -> (over ? "Not judged by itself. %s: %s.%s" : "Not judged yet. %s: %s so far.%s").formatted(name(), both, fits);
            default -> "Evidence that it %s. %s: %s, which is %s (p %s).".formatted(verdict == Verdict.EVIDENCE_IMPROVING ? "got better" : "got worse",
                    name(), both, interval, p);
        };
    }
}
