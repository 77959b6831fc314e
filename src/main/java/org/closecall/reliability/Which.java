package org.closecall.reliability;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.closecall.catalog.CriticalPath;
import org.closecall.catalog.Service;
import org.closecall.catalog.Tag;
import org.closecall.catalog.Team;
import org.closecall.occurrence.Detection;
import org.closecall.occurrence.Kind;
import org.closecall.web.NoSuch;

/** Which records count, whenever they happened; what is null narrows nothing. Drills never count. */
public record Which(Service service, Team team, CriticalPath path, Kind kind, Severities severities, Detection detection, Tag tag) {

    private static final String ADVICE = "The address was perhaps cut or typed by hand: choose from the lists on the page Reliability instead.";
    static final Which ALL = new Which(null, null, null, null, null, null, null);

    static Which of(Asked asked) {
        return new Which(found("service", asked.service(), id -> Service.findById(id)), found("team", asked.team(), id -> Team.findById(id)),
                found("critical path", asked.path(), id -> CriticalPath.findById(id)), named(Kind.class, "kind of record", asked.kind()), Severities.of(Asked.given(asked.severity())),
                named(Detection.class, "detection", asked.detection()), tagged(Asked.given(asked.tag())));
    }

    private static <T extends PanacheEntityBase> T found(String what, String sent, Function<Long, T> finder) {
        var id = Asked.given(sent);
        var found = id == null || !id.matches("\\d{1,18}") ? null : finder.apply(Long.valueOf(id));
        if (id != null && found == null) {
            throw new NoSuch("There is no " + what + " with the number " + id, ADVICE);
        }
        return found;
    }

    private static <E extends Enum<E>> E named(Class<E> type, String what, String sent) {
        var name = Asked.given(sent);
        return name == null ? null : Stream.of(type.getEnumConstants()).filter(one -> one.name().equals(name)).findFirst()
                .orElseThrow(() -> new NoSuch("There is no " + what + " called " + name,
                        "There is " + Stream.of(type.getEnumConstants()).map(Enum::name).collect(Collectors.joining(", ")) + ". " + ADVICE));
    }

    private static Tag tagged(String name) {
        var tag = name == null ? null : Tag.<Tag>find("lower(name) = lower(?1)", name).firstResult();
        if (name != null && tag == null) {
            throw new NoSuch("There is no tag called " + name, ADVICE);
        }
        return tag;
    }

    /** Conditions on occurrence o that hold whatever its kind and severity. */
    Condition anywhere() {
        var all = new Condition("o.deleted_at is null and not o.drill");
        all.and(service, one -> one.id, "exists (select 1 from occurrence_service os where os.occurrence_id = o.id and os.service_id = ?)");
        all.and(team, one -> one.id, "exists (select 1 from occurrence_service os join service s on s.id = os.service_id where os.occurrence_id = o.id and s.team_id = ?)");
        all.and(path, one -> one.id, "exists (select 1 from occurrence_service os join critical_path_service ps on ps.service_id = os.service_id where os.occurrence_id = o.id and ps.critical_path_id = ?)");
        all.and(tag, one -> one.id, "exists (select 1 from occurrence_tag ot where ot.occurrence_id = o.id and ot.tag_id = ?)");
        return all;
    }

    /** What of the database these conditions, and what they are on, rest on. */
    Part[] parts() {
        return team == null && path == null ? new Part[] {Part.OCCURRENCES} : new Part[] {Part.OCCURRENCES, Part.CATALOGUE};
    }

    /** The same where records are counted as triggers: which is one depends on its links and on what is removed. */
    Part[] triggerParts() {
        return Stream.concat(Stream.of(parts()), Stream.of(Part.LINKS, Part.REMOVED)).toArray(Part[]::new);
    }

    /** All conditions on occurrence o; the severity is the actual one of incidents and the potential one of the others, as in the log. */
    Condition conditions() {
        var all = anywhere();
        all.and(kind, Kind::name, "o.kind = ?");
        all.and(detection, Detection::name, "o.detection = ?");
        all.and(severities, one -> one.worst().name(), "coalesce(o.severity, o.potential_severity) >= ?");
        all.and(severities, one -> one.least().name(), "coalesce(o.severity, o.potential_severity) <= ?");
        return all;
    }

    /** As parameters of an address, here and in the log; those that narrow. */
    Map<String, Object> parameters() {
        var all = new LinkedHashMap<String, Object>();
        all.put("kind", kind);
        all.put("team", team == null ? null : team.id);
        all.put("service", service == null ? null : service.id);
        all.put("path", path == null ? null : path.id);
        all.put("severity", severities == null ? null : severities.value());
        all.put("detection", detection);
        all.put("tag", tag == null ? null : tag.name);
        all.values().removeIf(value -> value == null);
        return all;
    }

    String label() {
        var services = service != null ? service.name : team != null ? "services of " + team.name : path == null ? "all services" : "services on " + path.name;
        var owned = service != null && team != null ? services + " if " + team.name + " owns it" : services;
        var words = new ArrayList<>(List.of(path != null && (service != null || team != null) ? owned + " on " + path.name : owned));
        words.add(severities == null ? "all severities" : severities.label());
        Stream.of(kind == null ? null : kind.inPlural(2) + " only", detection == null ? null : "detected by " + detection.label.toLowerCase(), tag == null ? null : "tagged " + tag.name)
                .filter(word -> word != null).forEach(words::add);
        return String.join(", ", words);
    }
}
