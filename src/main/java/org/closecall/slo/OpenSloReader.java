package org.closecall.slo;

import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.closecall.catalog.Service;
import org.closecall.catalog.Team;
import org.closecall.web.Typed;
import org.yaml.snakeyaml.nodes.Node;

/**
 * One SLO of an OpenSLO v1 file, as far as it can be meant here: what cannot is refused by name, what has no meaning here is
 * noted and kept for the way out.
 */
final class OpenSloReader {

    static final String OURS = "closecall.org/";
    private static final Pattern DURATION = Pattern.compile("(\\d{1,4})([mhdwMQY])");
    private static final Pattern FIRST_OF_MONTH = Pattern.compile("\\d{4}-\\d{2}-01([T ]00:00(:00)?Z?)?");
    private static final Pattern FIRST_OF_QUARTER = Pattern.compile("\\d{4}-(01|04|07|10)-01([T ]00:00(:00)?Z?)?");
    private static final Pattern FRACTION = Pattern.compile("\\d?\\.?\\d{1,12}");
    private static final Pattern NAME = Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");
    private static final Set<String> KNOWN = Set.of("description", "service", "indicator", "indicatorRef", "timeWindow", "budgetingMethod", "objectives", "alertPolicies");
    private static final BigDecimal ALL = BigDecimal.valueOf(100);
    private static final int LONGEST_NAME = 120;

    final List<String> refusals = new ArrayList<>();
    final List<String> notes = new ArrayList<>();
    private final Node document;
    private final Node spec;
    private final Map<String, Node> indicators;
    private final ZoneId zone;
    private WindowKind windowKind;
    private Integer days;

    OpenSloReader(Node document, Map<String, Node> indicators, ZoneId zone) {
        this.document = document;
        this.spec = YamlNodes.get(document, "spec");
        this.indicators = indicators;
        this.zone = zone;
    }

    /** One for each of its objectives; those of a document with refusals are not to be used. */
    List<OpenSloDraft> drafts(Map<String, String> serviceNames) {
        var name = YamlNodes.text(document, "metadata", "name");
        if (name == null || !NAME.matcher(name).matches()) {
            refusals.add("metadata.name must be 1 to 63 lower-case letters, digits and dashes");
        }
        if (spec == null) {
            refusals.add("spec is missing");
            return List.of();
        }
        YamlNodes.keys(spec).stream().filter(key -> !KNOWN.contains(key)).forEach(key -> notes.add("spec." + key + " means nothing here and is left out"));
        var service = service(serviceNames);
        var kind = kind();
        window();
        if (YamlNodes.get(spec, "alertPolicies") != null) {
            notes.add("alertPolicies are left out: burn rates are watched by one table here");
        }
        var objectives = YamlNodes.list(spec, "objectives");
        if (objectives.isEmpty()) {
            refusals.add("spec.objectives needs at least one entry");
        }
        var drafts = new ArrayList<OpenSloDraft>();
        for (var i = 0; i < objectives.size(); i++) {
            drafts.add(draft(name, service, kind, objectives.get(i), i, objectives.size()));
        }
        return drafts;
    }

    private Service service(Map<String, String> names) {
        var wanted = YamlNodes.text(spec, "service");
        if (wanted == null) {
            refusals.add("spec.service is missing");
            return null;
        }
        var also = names.get(wanted);
        var found = Stream.of(wanted, also == null ? wanted : also).map(Service::named).filter(one -> one != null).findFirst()
                .orElseGet(() -> Service.inUse().stream().filter(one -> Objective.handleOf(one.name).equals(wanted)).findFirst().orElse(null));
        if (found == null) {
            refusals.add("There is no service “" + wanted + "” here: add it to the catalogue first");
        } else if (found.archived()) {
            refusals.add("The service “" + found.name + "” is archived here");
        }
        return found;
    }

    private ObjectiveKind kind() {
        var method = YamlNodes.text(spec, "budgetingMethod");
        if ("Occurrences".equals(method)) {
            return ObjectiveKind.REQUESTS;
        } else if ("Timeslices".equals(method)) {
            notes.add("bad time is counted from the impact of incidents, not in slices");
            return ObjectiveKind.TIME;
        }
        refusals.add(method == null ? "spec.budgetingMethod is missing: Occurrences or Timeslices" : "budgetingMethod " + method + " is not supported: Occurrences and Timeslices are");
        return null;
    }

    private void window() {
        var windows = YamlNodes.list(spec, "timeWindow");
        var duration = windows.size() == 1 ? YamlNodes.text(windows.get(0), "duration") : null;
        var length = duration == null ? null : DURATION.matcher(duration);
        if (length == null || !length.matches()) {
            refusals.add("spec.timeWindow needs exactly one entry with a duration such as 30d or 1M");
            return;
        }
        var count = Integer.parseInt(length.group(1));
        if ("true".equals(YamlNodes.text(windows.get(0), "isRolling"))) {
            rolling(duration, count, length.group(2));
        } else if (YamlNodes.get(windows.get(0), "calendar") == null) {
            refusals.add("spec.timeWindow is neither rolling nor has it a calendar");
        } else {
            calendar(duration, windows.get(0));
        }
    }

    private void rolling(String duration, int count, String unit) {
        days = unit.equals("d") ? Integer.valueOf(count) : unit.equals("w") ? Integer.valueOf(count * 7) : unit.equals("h") && count % 24 == 0 ? Integer.valueOf(count / 24) : null;
        windowKind = WindowKind.ROLLING;
        if (days == null || days < 1 || days > ObjectiveForm.MOST_DAYS) {
            refusals.add("A rolling window of " + duration + " is not supported: 1d to 366d are, or whole weeks");
        }
    }

    private void calendar(String duration, Node window) {
        windowKind = Set.of("1M").contains(duration) ? WindowKind.MONTH : Set.of("1Q", "3M").contains(duration) ? WindowKind.QUARTER : null;
        var start = YamlNodes.text(window, "calendar", "startTime");
        if (windowKind == null) {
            refusals.add("A calendar window of " + duration + " is not supported: 1M and 1Q are");
        } else if (start != null && !(windowKind == WindowKind.MONTH ? FIRST_OF_MONTH : FIRST_OF_QUARTER).matcher(start).matches()) {
            refusals.add("calendar.startTime " + start + " is not supported: months and quarters begin on their first day at 00:00 here");
        }
        var theirs = YamlNodes.text(window, "calendar", "timeZone");
        if (theirs != null && !theirs.equals(zone.getId())) {
            notes.add("the calendar is that of " + zone.getId() + " here, not of " + theirs);
        }
    }

    private OpenSloDraft draft(String name, Service service, ObjectiveKind kind, Node objective, int place, int of) {
        var label = YamlNodes.text(objective, "displayName");
        var title = YamlNodes.text(document, "metadata", "displayName");
        var full = Stream.of(title == null ? name : title, of == 1 ? null : label == null ? "objective " + (place + 1) : label).filter(part -> part != null).reduce((one, next) -> one + ": " + next).orElse("");
        var handle = name == null || place == 0 ? name : name.substring(0, Math.min(name.length(), 59)) + "-" + (place + 1);
        return new OpenSloDraft(handle, service, Typed.shortened(Typed.line(full), LONGEST_NAME), cut(YamlNodes.text(spec, "description"), 4_000), kind, target(objective, place), windowKind, windowKind == WindowKind.ROLLING ? days : null,
                cut(good(), 1_000), team(), cut(annotation("policy"), 20_000), kept(objective));
    }

    private static String cut(String text, int most) {
        return text == null ? null : Typed.shortened(text, most);
    }

    private BigDecimal target(Node objective, int place) {
        var fraction = YamlNodes.text(objective, "target");
        var percent = YamlNodes.text(objective, "targetPercent");
        var at = "objectives[" + place + "]";
        if ((fraction == null) == (percent == null)) {
            refusals.add(at + " needs target or targetPercent, and not both");
            return null;
        }
        var plain = percent == null ? fraction : percent;
        if (!(percent == null ? FRACTION : Pattern.compile("\\d{1,2}(\\.\\d{1,12})?")).matcher(plain).matches()) {
            refusals.add(at + ": “" + plain + "” is no target");
            return null;
        }
        var exact = new BigDecimal(plain).multiply(percent == null ? ALL : BigDecimal.ONE).stripTrailingZeros();
        if (exact.signum() <= 0 || exact.compareTo(ALL) >= 0 || exact.scale() > 5) {
            refusals.add(at + ": a target is above 0 and below 100 % and has five decimals of a per cent at most, not " + plain);
            return null;
        }
        return exact.setScale(5);
    }

    private String good() {
        var said = annotation("good");
        var indicator = indicator();
        var described = Stream.of(said, YamlNodes.text(indicator, "spec", "description"), YamlNodes.text(indicator, "metadata", "displayName"), YamlNodes.text(indicator, "metadata", "name")).filter(text -> text != null).findFirst();
        return described.orElseGet(() -> "As the indicator “" + YamlNodes.text(spec, "indicatorRef") + "” says");
    }

    private Node indicator() {
        var here = YamlNodes.get(spec, "indicator");
        var reference = YamlNodes.text(spec, "indicatorRef");
        if (here == null && reference == null && !refusals.contains("spec.indicator or spec.indicatorRef is missing")) {
            refusals.add("spec.indicator or spec.indicatorRef is missing");
        } else if (here == null && reference != null && !indicators.containsKey(reference)) {
            var missing = "the SLI " + reference + " is not in the file: say on its page what counts as good";
            if (!notes.contains(missing)) {
                notes.add(missing);
            }
        }
        return here != null ? here : reference == null ? null : indicators.get(reference);
    }

    /** By its label team; none is the service's. */
    private Team team() {
        var wanted = YamlNodes.text(document, "metadata", "labels", "team");
        var found = wanted == null ? null : Team.named(wanted);
        var missing = "there is no team “" + wanted + "” here: the service’s answers for it";
        if (wanted != null && found == null && !notes.contains(missing)) {
            notes.add(missing);
        }
        return found;
    }

    private String annotation(String name) {
        return YamlNodes.text(document, "metadata", "annotations", OURS + name);
    }

    /** What means nothing here, to be given back: the indicator and the slices. */
    private String kept(Node objective) {
        var kept = new LinkedHashMap<String, Object>();
        kept.put("indicator", indicator());
        kept.put("indicatorRef", indicator() == null ? YamlNodes.get(spec, "indicatorRef") : null);
        for (var key : List.of("op", "value", "timeSliceTarget", "timeSliceWindow")) {
            kept.put(key, YamlNodes.get(objective, key));
        }
        return YamlNodes.write(Stream.of(YamlNodes.of(kept)));
    }
}
