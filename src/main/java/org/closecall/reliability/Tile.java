package org.closecall.reliability;

import io.quarkus.qute.TemplateData;
import java.util.List;

/** One measure as a tile shows it; parts that are null are not shown. */
@TemplateData
public final class Tile {

    public String name;
    /** Address of the definition. */
    public String definition;
    public String value;
    /** What the value is, such as "median". */
    public String unit;
    /** Set smaller: an interval, a fraction or a list instead of an estimate. */
    public boolean thin;
    /** The value unrounded. */
    public String exact;
    public Ci ci;
    /** What the value rests on, leading to exactly these records. */
    public Link records;
    /** What must be said with the value. */
    public String line;
    /** What it does not rest on. */
    public Link aside;
    /** Parts of it and what was left out, each leading to its records. */
    public List<Link> parts = List.of();
    /** The estimate, where the interval leads. */
    public String point;
    /** A second figure on the same matter. */
    public Also also;
    /** The same over twelve months or as many days as were observed, leading to its records, and what must be said with that. */
    public Link year;
    /** The period's and the year's for programs; null of what was kept before there were any. */
    public Range range;
    public Range yearRange;
    public String yearName;
    public String yearLine;
    /** What it is not. */
    public String foot;
    /** What can be said of its change. */
    public Mark verdict;
    public Drawer drawer;

    @TemplateData
    public record Link(String text, String to) {
    }

    @TemplateData
    public record Also(String name, String definition, String value, String exact, String line) {
    }

    /**
     * @param kind of the style sheet: few, none, provisional, better or worse; the last two only with evidence
     * @param rising which way the number went; null unless there is evidence
     */
    @TemplateData
    public record Mark(String kind, String text, Boolean rising) {
    }

    /**
     * How many records a number rests on and its 95 % interval, unrounded; bounds are null where there are none or are not shown.
     *
     * @param unit of the bounds: hours, minutes or share; null without any
     */
    @TemplateData
    public record Range(long n, Double low, Double high, String unit) {

        static Range count(long n) {
            return new Range(n, null, null, null);
        }

        static Range of(Share share) {
            return new Range(share.of(), share.lower(), share.upper(), share.share() == null ? null : "share");
        }

        static Range of(Durations durations) {
            return new Range(durations.n(), durations.lowerMinutes(), durations.upperMinutes(), durations.lowerMinutes() == null ? null : "minutes");
        }

        static Range of(Between between) {
            return new Range(between.n(), between.lowerHours(), between.upperHours(), "hours");
        }
    }

    /** How this very number was worked out. */
    @TemplateData
    public record Drawer(String definition, String formula, List<Input> inputs) {
    }

    /** to: the records behind it; null where there are none. */
    @TemplateData
    public record Input(String name, String value, String to) {

        public static Input of(String name, String value) {
            return new Input(name, value, null);
        }
    }

    /** Of JSON. */
    Tile() {
    }

    Tile(Measure measure, String page) {
        this(measure.label, page + "#" + measure.anchor());
    }

    Tile(String label, String definitionAddress) {
        name = label;
        definition = definitionAddress;
    }

    Tile value(String estimate, String what, String unrounded) {
        value = estimate;
        unit = what;
        exact = unrounded;
        return this;
    }

    Tile thin(String instead) {
        value = instead;
        thin = true;
        return this;
    }

    Tile drawn(Ci interval) {
        ci = interval;
        return this;
    }

    Tile of(String text, String to, String rest) {
        records = new Link(text, to);
        line = following(rest);
        return this;
    }

    Tile say(String text) {
        line = text;
        return this;
    }

    /** year: null where none is shown. */
    Tile ranged(Range period, Range year) {
        range = period;
        yearRange = year;
        return this;
    }

    Tile point(String estimate) {
        point = estimate;
        return this;
    }

    Tile judged(Mark mark) {
        verdict = mark;
        return this;
    }

    Tile workedOut(Drawer how) {
        drawer = how;
        return this;
    }

    Tile also(Also second) {
        also = second;
        return this;
    }

    Tile year(String time, String text, String to, String rest) {
        yearName = time;
        year = new Link(text, to);
        yearLine = following(rest);
        return this;
    }

    private static String following(String rest) {
        return rest.matches("[,:;.].*") ? rest : " " + rest;
    }
}
