package org.closecall.exchange;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.closecall.occurrence.Detection;
import org.closecall.web.Typed;

/** What people head the parts of a postmortem with, and which of ours they mean. */
final class SectionNames {

    static final String SUMMARY = "summary";
    static final String FACTORS = "factors";
    static final String TIMELINE = "timeline";

    private static final Map<String, Pattern> KEYS = new LinkedHashMap<>();
    private static final Map<String, String> SEVERITIES = Map.of("critical", "SEV1", "high", "SEV2", "major", "SEV2", "medium", "SEV3", "moderate", "SEV3", "serious", "SEV3", "low", "SEV4", "minor", "SEV4");
    private static final Pattern LEVEL = Pattern.compile("(?i)(?:sev(?:erity)?|p|s)?[ -]?([1-5])");

    static {
        key(SUMMARY, "(?:(?:executive|incident|issue) )?(?:summary|overview|abstract|synopsis|description)|tl ?dr|what happened|what almost happened");
        key("impact", "(?:customer |user |business )?impact(?: .*)?|(?:who|what) was affected|what it could have been");
        key(TIMELINE, "(?:incident )?(?:timeline|chronology)(?: .*)?|sequence of events");
        key(FACTORS, "contributing (?:factors?|causes?|conditions?)(?: .*)?|(?:root|probable|proximate)? ?causes?(?: analysis)?|root causes? and trigger");
        key("trigger", "triggers?");
        key("detection", "detection|how (?:was it|we) (?:detected|noticed)(?: it)?|discovery");
        key("response", "(?:incident )?response|(?:response and )?recovery|resolution|mitigation|how (?:it was|we) (?:fixed|resolved)(?: it)?");
        key("stopped", "what stopped it(?: getting worse)?");
        key("luck", "(?:where )?we (?:got|were) lucky|luck");
        key("defence", "defen[cs]e layers?");
        key("surprise", "(?:why were we surprised|surprises?)");
        key("prevent", "prevention|preventi(?:ve|on) measures|how (?:do|can|will) we (?:prevent|keep) .*");
        key("limit", "how do we limit .*|limiting the impact");
        key("well", "(?:what )?went (?:well|wrong|badly|poorly|hard)(?: .*)?|(?:what could have gone better|lessons(?: learned| learnt)?|learnings?|takeaways)");
        key("open", "open questions|unknowns|(?:still )?not known");
        key("message", "(?:external|customer|internal) (?:message|communication|note)s?|communications?");
    }

    private SectionNames() {
    }

    /** Null for a heading that keeps its own name. */
    static String key(String heading) {
        var plain = heading.toLowerCase(Locale.ROOT).replaceAll("^[\\d.)\\s]+", "").replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
        return KEYS.entrySet().stream().filter(each -> each.getValue().matcher(plain).matches()).map(Map.Entry::getKey).findFirst().orElse(null);
    }

    static boolean known(String heading) {
        return key(heading) != null;
    }

    static boolean stats(String heading) {
        return List.of("stats", "statistics", "metrics", "key figures").contains(heading.toLowerCase(Locale.ROOT).strip());
    }

    /** SEV2, P2, 2 and major are the same; null, with a note, for what is none of ours. */
    static String severity(String written, List<String> notes) {
        if (written == null) {
            return null;
        }
        var level = LEVEL.matcher(written);
        var found = level.matches() ? "SEV" + level.group(1) : SEVERITIES.get(written.toLowerCase(Locale.ROOT));
        if (found == null) {
            notes.add("severity “" + Typed.shortened(written, 40) + "” is none of ours");
        }
        return found;
    }

    /** By its name or label here; null for anything else. */
    static String detection(String written) {
        for (var detection : Detection.values()) {
            if (detection.name().equalsIgnoreCase(written) || detection.label.equalsIgnoreCase(written)) {
                return detection.name();
            }
        }
        return null;
    }

    private static void key(String key, String words) {
        KEYS.put(key, Pattern.compile(words));
    }
}
