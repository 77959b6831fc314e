package org.closecall.sample;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/**
 * How many days ago each record began, the same whatever day it is. Moments come from a Poisson process for each service
 * and kind: given how many there are, they are spread evenly and independently over the two years. Which record gets which
 * moment follows from what it tells: what is still open is new, what was found to have helped is old. What began because
 * of something else began after it.
 */
record Calendar(Map<String, Double> daysAgo) {

    static final double OLDEST = 728;
    /** The improvement: until then changes reached everybody at once. */
    static final double TURN = 382;
    static final String IMPROVING = "checkout";
    /** The noise: twice as many in the second year, which chance brings about once in six times. */
    static final String NOISY = "platform";

    /** One draw of many, of which both stories can be told on any day: one by every test, the other by none. */
    private static final String CHOSEN = " 17";

    static Calendar of(Script script) {
        var bounds = Bounds.of(script);
        var ago = new HashMap<String, Double>();
        var groups = script.stories().stream().filter(story -> !bounds.follows(story)).collect(Collectors.groupingBy(story -> story.home() + " " + story.kind(), LinkedHashMap::new, Collectors.toList()));
        groups.forEach((name, stories) -> spread(name, stories, bounds, ago));
        for (var left = script.stories().size(); left > 0 && ago.size() < script.stories().size(); left--) {
            script.stories().stream().filter(story -> !ago.containsKey(story.key())).filter(story -> ago.containsKey(bounds.before(story))).forEach(story -> ago.put(story.key(), ago.get(bounds.before(story)) - bounds.lag(story)));
        }
        return new Calendar(Map.copyOf(ago));
    }

    private static void spread(String name, List<Story> stories, Bounds bounds, Map<String, Double> ago) {
        var turning = name.equals(IMPROVING + " " + Story.INCIDENT);
        var drawn = new ArrayList<>(moments(name, stories).boxed().sorted(Comparator.reverseOrder()).toList());
        var order = stories.stream().sorted(turning ? Comparator.comparing(Story::key) : Comparator.comparingDouble(story -> bounds.of(story).width())).toList();
        for (var story : order) {
            var fitting = turning ? drawn.get(0) : bounds.of(story).best(leaning(story, drawn), Chance.of("place " + story.key()));
            drawn.remove(fitting);
            ago.put(story.key(), Math.max(fitting, bounds.of(story).needs()));
        }
    }

    /** What also hit a service with a tendency shares it: an older or a newer one of the moments there are. */
    private static List<Double> leaning(Story story, List<Double> drawn) {
        var older = story.incident() && story.services().contains(IMPROVING);
        var newer = story.incident() && story.services().contains(NOISY);
        var half = drawn.size() / 2;
        return older == newer || half == 0 ? drawn : older ? drawn.subList(0, drawn.size() - half) : drawn.subList(half, drawn.size());
    }

    private static DoubleStream moments(String name, List<Story> stories) {
        if (name.equals(IMPROVING + " " + Story.INCIDENT)) {
            var early = (int) stories.stream().filter(Story::early).count();
            return DoubleStream.concat(drawn(name, early, TURN + 4, OLDEST), drawn(name + " later" + CHOSEN, stories.size() - early, 5, TURN));
        }
        if (name.equals(NOISY + " " + Story.INCIDENT)) {
            var second = stories.size() * 2 / 3;
            return DoubleStream.concat(drawn(name, stories.size() - second, OLDEST / 2, OLDEST), drawn(name + " second" + CHOSEN, second, 1, OLDEST / 2));
        }
        return drawn(name, stories.size(), 1, OLDEST);
    }

    private static DoubleStream drawn(String name, int many, double least, double most) {
        var chance = Chance.of("moments of " + name);
        return DoubleStream.generate(() -> chance.between(least, most)).limit(many);
    }

    double of(Story story) {
        return daysAgo.get(story.key());
    }
}
