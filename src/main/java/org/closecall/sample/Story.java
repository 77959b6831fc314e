package org.closecall.sample;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** One record of the sample as it is written down: what happened, in its own time. When that is, is for {@link Calendar} to say. */
record Story(String key, String kind, String title, String severity, String potential, String likelihood, List<String> services, List<String> tags, String detection, String at,
        Map<String, String> moments, boolean open, String narrative, String impact, List<String> impactKinds, Long customers, BigDecimal customersShare, List<String> timeline, List<String> controls,
        List<Map<String, String>> links, List<Exhibit> attach, Review postmortem, List<Promise> actions, String stopped, String how, String control, String change, String potentialImpact,
        After after, boolean early, boolean late, Integer removed) {

    static final String INCIDENT = "incident";
    static final String NEAR_MISS = "near_miss";
    static final String HAZARD = "hazard";

    Story {
        moments = moments == null ? Map.of() : moments;
        impactKinds = list(impactKinds);
        timeline = list(timeline);
        controls = list(controls);
        links = list(links);
        attach = list(attach);
        actions = list(actions);
    }

    /** It began so long after that one. */
    record After(String record, Integer days, Integer minutes) {

        double inDays() {
            return days == null ? minutes / 1440.0 : days;
        }
    }

    /** A file: lines of a log, or numbers that are drawn. */
    record Exhibit(String name, String caption, String log, List<Double> points) {
    }

    record Factor(String category, String text, String how) {
    }

    /** The postmortem: its texts by the key of their section. */
    static final class Review {

        public String state;
        public String facilitator;
        public List<Factor> factors = List.of();
        private final Map<String, String> texts = new LinkedHashMap<>();

        @JsonAnySetter
        void text(String key, String body) {
            texts.put(key, body.strip());
        }

        Map<String, String> texts() {
            return texts;
        }

        boolean published() {
            return state.equals("published");
        }
    }

    record Promise(String title, String description, String aim, String strategy, String state, String owner, String priority, Integer due, String blocked, String evidence, String effect, String effectNote,
            String reason, List<String> comments, List<String> checklist) {

        Promise {
            comments = list(comments);
            checklist = list(checklist);
        }

        boolean unfinished() {
            return state.equals("open") || state.equals("in_progress");
        }
    }

    boolean incident() {
        return kind.equals(INCIDENT);
    }

    String home() {
        return services.get(0);
    }

    /** Of those of its links that say which came first. */
    Stream<String> earlier(String kind) {
        return links.stream().map(link -> link.get(kind)).filter(key -> key != null);
    }

    private static <T> List<T> list(List<T> given) {
        return given == null ? List.of() : given;
    }
}
