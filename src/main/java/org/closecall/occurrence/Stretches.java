package org.closecall.occurrence;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.closecall.occurrence.LifeLine.Stretch;

/** The phases of an incident to scale. Nothing is drawn when the times contradict each other or none has a length. */
final class Stretches {

    private record Phase(String style, String name, Instant from, Instant to) {
    }

    private Stretches() {
    }

    static List<Stretch> of(Occurrence o, Instant now) {
        if (!o.kind.incident()) {
            return List.of();
        }
        var phases = phases(o, now).stream().filter(phase -> phase.from() != null && phase.to() != null && !phase.from().equals(phase.to())).toList();
        if (phases.isEmpty() || phases.stream().anyMatch(phase -> phase.to().isBefore(phase.from()))) {
            return List.of();
        }
        var begin = phases.get(0).from();
        var whole = Duration.between(begin, phases.get(phases.size() - 1).to()).toMillis();
        return phases.stream().map(phase -> {
            var length = Duration.between(phase.from(), phase.to());
            return new Stretch(phase.style(), phase.name(), percent(Duration.between(begin, phase.from()).toMillis(), whole), percent(length.toMillis(), whole), length);
        }).toList();
    }

    private static List<Phase> phases(Occurrence o, Instant now) {
        var started = o.started.at();
        var impact = o.impactStarted.at();
        var detected = o.detected.at();
        var mitigated = o.mitigated.at();
        var resolved = o.resolved.at() != null ? o.resolved.at() : o.resolved.passed() ? null : now;
        var over = mitigated != null ? mitigated : resolved;
        var answered = first(later(impact, detected), impact, detected, started);
        var phases = new ArrayList<Phase>();
        phases.add(new Phase("hidden", "fault, no impact", started, first(impact, detected)));
        if (impact != null && detected != null && detected.isAfter(impact)) {
            phases.add(new Phase("impact", "impact unnoticed", impact, detected));
        }
        phases.add(new Phase("response", "response", answered, over));
        phases.add(new Phase("recovery", "recovery", mitigated, resolved));
        return phases;
    }

    private static Instant later(Instant a, Instant b) {
        return a == null || b == null ? null : a.isAfter(b) ? a : b;
    }

    private static Instant first(Instant... candidates) {
        return Stream.of(candidates).filter(Objects::nonNull).findFirst().orElse(null);
    }

    private static String percent(long part, long whole) {
        return String.format(Locale.ENGLISH, "%.2f%%", 100.0 * part / whole);
    }
}
