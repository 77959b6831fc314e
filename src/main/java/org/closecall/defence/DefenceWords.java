package org.closecall.defence;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** A defence picture in words: the whole of it for those who don't see it, and the gist for all. */
final class DefenceWords {

    private static final List<String> NUMBERS = List.of("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine");
    private static final List<String> PLACES = List.of("first", "second", "third", "fourth");

    private final Defence defence;
    private final List<Slice> passed;

    DefenceWords(Defence defence) {
        this.defence = defence;
        passed = defence.slices().subList(0, defence.passed());
    }

    String sentence() {
        var parts = new ArrayList<String>();
        var holes = passed.stream().map(Slice::hole).filter(Objects::nonNull).map(DefenceWords::named).toList();
        if (defence.ending() == Ending.POTENTIAL) {
            return "Nothing has gone through yet; " + (holes.isEmpty() ? "no hole is known in the layer it would meet first" : "the way is open through " + list(holes));
        }
        if (!holes.isEmpty()) {
            parts.add("the fault passed through " + list(holes));
        }
        var unsaid = passed.stream().filter(slice -> slice.hole() == null).map(slice -> inText(slice.layer().label)).toList();
        if (!unsaid.isEmpty()) {
            parts.add("where it got through " + list(unsaid) + " is not recorded");
        } else if (passed.isEmpty() && defence.ending() != Ending.CONTROL) {
            parts.add("how far it got is not recorded");
        }
        parts.add(end());
        return capitalised(String.join("; ", parts));
    }

    /** The gist, and what is missing. */
    String summary() {
        var absent = defence.slices().stream().mapToLong(slice -> slice.count(ControlState.ABSENT)).sum();
        var could = defence.ending() == Ending.POTENTIAL ? "could stop it" : "could have stopped it";
        var missing = absent == 0 ? "" : absent == 1 ? " One control that " + could + " doesn’t exist yet."
                : " " + capitalised(number(absent)) + " controls that " + could + " don’t exist yet.";
        return gist() + "." + missing;
    }

    private String gist() {
        var behind = passed.size() == Ending.layers() ? "all four layers" : number(passed.size()) + (passed.size() == 1 ? " layer" : " layers");
        return switch (defence.ending()) {
            case POTENTIAL -> passed.isEmpty() ? "Nothing has gone through yet" : "Nothing has gone through yet, but " + behind + (passed.size() == 1 ? " stands open" : " stand open");
            case CONTROL -> passed.isEmpty() ? "Stopped in the first layer" : "Passed " + behind + ", stopped in the " + PLACES.get(passed.size());
            default -> passed.isEmpty() ? capitalised(ended()) : "Passed " + behind + "; " + ended();
        };
    }

    private String end() {
        return defence.ending() == Ending.CONTROL ? "it was stopped by " + inText(defence.stopped().name) + " in the " + inText(defence.stopped().layer.label) + " layer"
                : ended();
    }

    /** An alert may have done its part and the fault gone on. */
    private String ended() {
        var held = defence.ending() == Ending.NOTHING && defence.slices().stream().anyMatch(slice -> slice.count(ControlState.HELD) > 0);
        return held ? "what held did not stop it" : defence.ending().words;
    }

    private static String named(OccurrenceControl hole) {
        return (hole.state == ControlState.ABSENT ? "the missing " : "") + inText(hole.control.name);
    }

    /** Without its capital, unless that belongs to it: SLO tracking, but unit tests. */
    static String inText(String name) {
        return name.length() > 1 && Character.isLowerCase(name.charAt(1)) ? Character.toLowerCase(name.charAt(0)) + name.substring(1) : name;
    }

    private static String number(long count) {
        return count < NUMBERS.size() ? NUMBERS.get((int) count) : String.valueOf(count);
    }

    private static String list(List<String> names) {
        var last = names.get(names.size() - 1);
        return names.size() == 1 ? last : String.join(", ", names.subList(0, names.size() - 1)) + " and " + last;
    }

    private static String capitalised(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
