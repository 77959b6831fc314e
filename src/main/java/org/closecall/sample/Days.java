package org.closecall.sample;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;

/** The calendar laid out so that it ends with the day before it is loaded: when each record began. */
record Days(LocalDate today, ZoneId zone, Map<String, Instant> starts) {

    private static final double BY_DAY = 0.68;

    static Days of(Script script, LocalDate today, ZoneId zone) {
        var days = new Days(today, zone, new HashMap<>());
        var calendar = Calendar.of(script);
        var bounds = Bounds.of(script);
        script.stories().stream().filter(story -> !soonAfter(story, bounds)).forEach(story -> days.starts.put(story.key(), days.start(story, calendar.of(story))));
        for (var round = 0; round < 5; round++) {
            script.stories().stream().filter(story -> soonAfter(story, bounds) && days.starts.containsKey(bounds.before(story)))
                    .forEach(story -> days.starts.put(story.key(), days.starts.get(bounds.before(story)).plusSeconds(Math.round(bounds.lag(story) * 86_400))));
        }
        return days;
    }

    /** Its day is that of the other. */
    private static boolean soonAfter(Story story, Bounds bounds) {
        return bounds.follows(story) && bounds.lag(story) < 1;
    }

    private Instant start(Story story, double ago) {
        var date = today.minusDays((long) Math.ceil(ago));
        if (story.open()) {
            return today.minusDays((long) Chance.of("opened " + story.key()).between(1, 4)).atTime(16, 10).plusMinutes(Math.floorMod(story.key().hashCode(), 300)).atZone(zone).toInstant();
        }
        return date.atTime(story.at() == null ? hour(Chance.of("hour " + story.key())) : LocalTime.parse(story.at())).atZone(zone).toInstant();
    }

    /** Most of it happens while people work and customers shop. */
    private static LocalTime hour(Chance chance) {
        return LocalTime.ofSecondOfDay((long) (60 * Math.floor(chance.in(BY_DAY) ? chance.between(7 * 60, 20.5 * 60) : chance.between(0, 1439))));
    }

    /** Nothing in the sample is later. */
    Instant end() {
        return today.atStartOfDay(zone).toInstant();
    }

    Instant beginning() {
        return today.minusDays((long) Calendar.OLDEST + 2).atStartOfDay(zone).toInstant();
    }

    Instant start(Story story) {
        return starts.get(story.key());
    }
}
