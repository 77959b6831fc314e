package org.closecall.sample;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** How long ago each record may have begun, from what it tells, and what it came after. */
record Bounds(Script script, Map<String, Bound> known, Map<String, List<Story>> after) {

    /**
     * @param needs it cannot be newer: others come so long after it
     */
    record Bound(double least, double most, double needs) {

        double width() {
            return most - least;
        }

        /** One that fits, any; else the nearest. */
        Double best(List<Double> drawn, Chance chance) {
            var fitting = drawn.stream().filter(day -> day >= Math.max(least, needs) && day <= most).toList();
            return fitting.isEmpty() ? drawn.stream().min((one, other) -> Double.compare(away(one), away(other))).orElseThrow() : chance.of(fitting);
        }

        private double away(double day) {
            return day < needs ? 10_000 + needs - day : day < least ? least - day : Math.max(0, day - most);
        }
    }

    static Bounds of(Script script) {
        var bounds = new Bounds(script, new HashMap<>(), new HashMap<>());
        script.stories().stream().filter(bounds::follows).forEach(story -> bounds.after.computeIfAbsent(bounds.before(story), any -> new ArrayList<>()).add(story));
        script.stories().forEach(bounds::of);
        return bounds;
    }

    Bound of(Story story) {
        var there = known.get(story.key());
        if (there == null) {
            var needs = after.getOrDefault(story.key(), List.of()).stream().mapToDouble(next -> lag(next) + Math.max(of(next).needs, of(next).least)).max().orElse(0);
            there = new Bound(least(story), Math.max(least(story) + 5, most(story)), needs == 0 ? 0 : needs + 0.5);
            known.put(story.key(), there);
        }
        return there;
    }

    boolean follows(Story story) {
        return before(story) != null;
    }

    /** What it came after: as it says, or as its links do; null when it stands by itself. */
    String before(Story story) {
        return story.after() != null ? story.after().record() : Stream.concat(story.earlier("caused_by"), story.earlier("foretold_by")).filter(key -> script.byKey().containsKey(key)).findFirst().orElse(null);
    }

    double lag(Story story) {
        var chance = Chance.of("lag " + story.key());
        return story.after() != null ? story.after().inDays() : story.earlier("caused_by").findFirst().isPresent() ? chance.between(3, 15) / 1440 : Math.min(160, chance.lognormal(45, 0.6));
    }

    private static double least(Story story) {
        var judged = story.actions().stream().anyMatch(action -> action.effect() != null);
        var expired = story.actions().stream().anyMatch(action -> action.state().equals("risk_expired"));
        var settled = story.actions().stream().anyMatch(action -> !action.unfinished());
        return story.early() ? 370 : judged ? 190 : expired ? 150 : story.removed() != null ? story.removed() + 2 : settled ? 40 : story.postmortem() != null ? Objects.equals(story.postmortem().state, "published") ? 14 : 3 : 1;
    }

    private static double most(Story story) {
        var unfinished = story.actions().stream().anyMatch(Story.Promise::unfinished);
        var draft = story.postmortem() != null && !story.postmortem().published();
        return story.open() ? 1 : draft ? 25 : story.late() ? 90 : unfinished ? 130 : story.kind().equals(Story.HAZARD) && story.removed() == null ? 420 : Calendar.OLDEST;
    }
}
