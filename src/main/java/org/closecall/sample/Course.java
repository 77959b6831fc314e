package org.closecall.sample;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * How one record went, in minutes after the fault began. What its story does not say is drawn: times to notice, to end and
 * to repair are lognormal, which is how such times are spread.
 *
 * @param impact null where no customer felt it
 * @param filed minutes until somebody wrote it down
 */
record Course(Instant start, Integer impact, int detected, int ack, int mitigated, int resolved, int filed) {

    private static final Map<String, Double> NOTICED = Map.of("alert", 6.0, "test", 8.0, "deploy_check", 4.0, "experiment", 3.0, "customer", 38.0, "partner", 45.0);
    private static final double OTHERWISE = 26;
    private static final double CAUGHT_EARLY = 0.25;
    private static final double MITIGATED = 46;
    private static final double SPREAD = 1.05;

    static Course of(Story story, Instant start, Instant end) {
        var course = story.moments().containsKey("mitigated") ? told(story, start) : drawn(story, start);
        // what has not ended when the sample does began earlier
        var over = Duration.between(end, course.at(story.open() ? course.filed : Math.max(course.resolved, course.filed))).toMinutes();
        return over < 0 ? course : course.moved(start.minusSeconds(60 * (over + 5)));
    }

    private static Course told(Story story, Instant start) {
        var impact = number(story, "impact");
        return new Course(start, impact, number(story, "detected"), number(story, "ack"), number(story, "mitigated"), number(story, "resolved"), filed(story, number(story, "detected")));
    }

    private static Integer number(Story story, String moment) {
        var said = story.moments().get(moment);
        return said == null || said.equals("none") ? null : Integer.valueOf(said);
    }

    private static Course drawn(Story story, Instant start) {
        var chance = Chance.of("course " + story.key());
        var felt = whole(chance.lognormal(4, 1));
        var noticed = whole(chance.lognormal(NOTICED.getOrDefault(story.detection(), OTHERWISE), 0.9));
        var early = story.detection().equals("alert") && chance.in(CAUGHT_EARLY);
        var detected = number(story, "detected") != null ? number(story, "detected") : early ? Math.min(felt - 1, noticed) : felt + noticed;
        var ack = detected + whole(chance.lognormal(4, 0.8));
        var mitigated = Math.max(ack + 1, felt + whole(chance.lognormal(MITIGATED, SPREAD)));
        return new Course(start, story.impactKinds().contains("NONE") ? null : felt, detected, ack, mitigated, mitigated + whole(chance.lognormal(50, 1)), filed(story, detected));
    }

    private static int filed(Story story, int detected) {
        var chance = Chance.of("filed " + story.key());
        return detected + whole(story.incident() ? chance.lognormal(9, 0.8) : chance.lognormal(150, 1.1));
    }

    private static int whole(double minutes) {
        return Math.max(1, (int) Math.round(minutes));
    }

    private Course moved(Instant to) {
        return new Course(to, impact, detected, ack, mitigated, resolved, filed);
    }

    Instant at(int minute) {
        return start.plusSeconds(60L * minute);
    }

    Instant filedAt() {
        return at(filed);
    }

    /** As timelines say it: a number, or the name of a moment with or without minutes after it. */
    int minute(String said) {
        var parts = said.split("\\+");
        var base = switch (parts[0]) {
            case "start" -> 0;
            case "impact" -> impact == null ? 0 : impact;
            case "detected" -> detected;
            case "ack" -> ack;
            case "mitigated" -> mitigated;
            case "resolved" -> resolved;
            default -> Integer.parseInt(parts[0]);
        };
        return base + (parts.length > 1 ? Integer.parseInt(parts[1]) : 0);
    }
}
