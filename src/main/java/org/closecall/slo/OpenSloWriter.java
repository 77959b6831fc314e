package org.closecall.slo;

import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.nodes.Node;

/** Objectives as OpenSLO v1 documents. What other tools do not know is in annotations, so that the same file brings all of it back. */
final class OpenSloWriter {

    private static final String NOTHING_TO_READ = "Closecall";

    private OpenSloWriter() {
    }

    static String write(List<Objective> objectives, ZoneId zone) {
        var cannot = new StringBuilder();
        objectives.stream().filter(Objective::withoutBudget).forEach(one -> cannot.append("# ").append(one.handle).append(" is left out: OpenSLO has no target of 100 %\n"));
        return cannot + YamlNodes.write(objectives.stream().filter(one -> !one.withoutBudget()).map(one -> YamlNodes.of(document(one, zone))));
    }

    private static Map<String, Object> document(Objective objective, ZoneId zone) {
        var document = new LinkedHashMap<String, Object>();
        document.put("apiVersion", "openslo/v1");
        document.put("kind", "SLO");
        document.put("metadata", metadata(objective));
        document.put("spec", spec(objective, zone));
        return document;
    }

    private static Map<String, Object> metadata(Objective objective) {
        var annotations = new LinkedHashMap<String, Object>();
        annotations.put(OpenSloReader.OURS + "good", objective.good);
        annotations.put(OpenSloReader.OURS + "policy", objective.policy);
        var metadata = new LinkedHashMap<String, Object>();
        metadata.put("name", objective.handle);
        metadata.put("displayName", objective.name);
        metadata.put("labels", objective.team == null ? null : Map.of("team", objective.team.name));
        metadata.put("annotations", annotations);
        return metadata;
    }

    private static Map<String, Object> spec(Objective objective, ZoneId zone) {
        var kept = objective.openSlo == null ? null : YamlNodes.documents(objective.openSlo).get(0);
        var spec = new LinkedHashMap<String, Object>();
        spec.put("description", objective.description);
        spec.put("service", objective.service.name);
        spec.put("indicator", YamlNodes.get(kept, "indicator"));
        spec.put("indicatorRef", YamlNodes.get(kept, "indicatorRef"));
        if (spec.get("indicator") == null && spec.get("indicatorRef") == null) {
            spec.put("indicator", indicator(objective));
        }
        spec.put("timeWindow", List.of(window(objective, zone)));
        spec.put("budgetingMethod", objective.kind.time() ? "Timeslices" : "Occurrences");
        spec.put("objectives", List.of(target(objective, kept)));
        return spec;
    }

    /** One that says where the numbers are: a file without any would not be valid. */
    private static Map<String, Object> indicator(Objective objective) {
        var source = Map.of("metricSource", Map.of("type", NOTHING_TO_READ, "spec", Map.of("objective", objective.handle)));
        var ratio = new LinkedHashMap<String, Object>();
        ratio.put("counter", false);
        ratio.put("good", source);
        ratio.put("total", source);
        var indicator = new LinkedHashMap<String, Object>();
        indicator.put("metadata", Map.of("name", objective.handle));
        indicator.put("spec", Map.of("ratioMetric", ratio));
        return indicator;
    }

    private static Map<String, Object> window(Objective objective, ZoneId zone) {
        var window = new LinkedHashMap<String, Object>();
        window.put("duration", objective.windowKind == WindowKind.ROLLING ? objective.windowDays + "d" : objective.windowKind == WindowKind.MONTH ? "1M" : "1Q");
        window.put("isRolling", objective.windowKind == WindowKind.ROLLING);
        if (objective.windowKind != WindowKind.ROLLING) {
            var calendar = new LinkedHashMap<String, Object>();
            calendar.put("startTime", "2020-01-01 00:00:00");
            calendar.put("timeZone", zone.getId());
            window.put("calendar", calendar);
        }
        return window;
    }

    private static Map<String, Object> target(Objective objective, Node kept) {
        var target = new LinkedHashMap<String, Object>();
        target.put("displayName", objective.name);
        target.put("op", YamlNodes.get(kept, "op"));
        target.put("value", YamlNodes.get(kept, "value"));
        target.put("target", new BigDecimal(objective.fraction().stripTrailingZeros().toPlainString()));
        if (objective.kind.time()) {
            // the specification asks for both; bad time comes from incidents here
            var share = YamlNodes.get(kept, "timeSliceTarget");
            var length = YamlNodes.get(kept, "timeSliceWindow");
            target.put("timeSliceTarget", share == null ? BigDecimal.ONE : share);
            target.put("timeSliceWindow", length == null ? "1m" : length);
        }
        return target;
    }
}
