package org.closecall.occurrence;

import io.quarkus.qute.TemplateData;
import jakarta.ws.rs.QueryParam;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.closecall.web.Viewer;

/**
 * What the log shows, all of it in the address. Periods are days of the organisation's zone, both included, as the
 * reliability pages count them; severity is the actual one of incidents and the potential one of the others.
 */
@TemplateData
public class OccurrenceFilter {

    @QueryParam("text")
    public String text;
    @QueryParam("kind")
    public String kind;
    @QueryParam("progress")
    public String progress;
    @QueryParam("severity")
    public String severity;
    @QueryParam("service")
    public String service;
    @QueryParam("team")
    public String team;
    @QueryParam("detection")
    public String detection;
    @QueryParam("stopped")
    public String stopped;
    @QueryParam("tag")
    public String tag;
    @QueryParam("from")
    public String from;
    @QueryParam("to")
    public String to;
    @QueryParam("sort")
    public String sort;
    @QueryParam("after")
    public String after;

    public OccurrenceLog page(Viewer viewer) {
        return OccurrenceLog.of(this, viewer.organisation().zone());
    }

    public boolean any() {
        return !given().isEmpty();
    }

    public Order order() {
        return Order.named(sort);
    }

    public List<Order> orders() {
        return List.of(Order.values());
    }

    public String sortName() {
        return order().name().toLowerCase();
    }

    /** The address of the same filter's next page. */
    public String queryAfter(String cursor) {
        return query("after=" + cursor);
    }

    /** The address of the same filter without paging; add is appended as further parameters. */
    public String query(String add) {
        var all = given();
        if (order() != Order.NEWEST) {
            all.put("sort", sortName());
        }
        var query = all.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        var joined = query.isEmpty() || add.isEmpty() ? query + add : query + "&" + add;
        return joined.isEmpty() ? "" : "?" + joined;
    }

    /** SQL conditions on occurrence o, and their parameters. What cannot be read matches nothing rather than everything. */
    Map<String, Object> conditions(StringBuilder where, ZoneId zone) {
        var bound = new HashMap<String, Object>();
        where.append("o.deleted_at is null");
        words(where, bound);
        choice(where, bound, "kind", kind, "o.kind = :kind");
        choice(where, bound, "detection", detection, "o.detection = :detection");
        choice(where, bound, "stopped", stopped, "o.stopped_by = :stopped");
        choice(where, bound, "tag", tag, "exists (select 1 from occurrence_tag ot join tag t on t.id = ot.tag_id where ot.occurrence_id = o.id and lower(t.name) = lower(:tag))");
        number(where, bound, "service", service, "exists (select 1 from occurrence_service os where os.occurrence_id = o.id and os.service_id = :service)");
        number(where, bound, "team", team, "exists (select 1 from occurrence_service os join service s on s.id = os.service_id where os.occurrence_id = o.id and s.team_id = :team)");
        progress(where);
        severities(where, bound);
        day(where, bound, "from", from, 0, "o.occurred_at >= :from", zone);
        day(where, bound, "to", to, 1, "o.occurred_at < :to", zone);
        return bound;
    }

    private void words(StringBuilder where, Map<String, Object> bound) {
        if (text == null || text.isBlank()) {
            return;
        }
        var number = Typed.id(text.strip().replaceFirst("^#", ""));
        where.append(" and (o.search @@ websearch_to_tsquery('english', :text)")
                .append(" or exists (select 1 from timeline_entry e where e.occurrence_id = o.id and to_tsvector('english', e.text) @@ websearch_to_tsquery('english', :text))")
                .append(number == null ? ")" : " or o.number = :number)");
        bound.put("text", text);
        if (number != null) {
            bound.put("number", number);
        }
    }

    private void progress(StringBuilder where) {
        var wanted = Typed.choice(Progress.class, progress);
        if (wanted != null) {
            where.append(" and o.kind <> 'NEAR_MISS' and ").append(switch (wanted) {
                case OPEN -> "o.resolved_state = 'NOT_YET' and (o.kind = 'HAZARD' or o.mitigated_state = 'NOT_YET')";
                case MITIGATED -> "o.kind = 'INCIDENT' and o.resolved_state = 'NOT_YET' and o.mitigated_state <> 'NOT_YET'";
                case RESOLVED -> "o.resolved_state <> 'NOT_YET'";
            });
        } else if ("UNRESOLVED".equals(progress)) {
            where.append(" and o.kind <> 'NEAR_MISS' and o.resolved_state = 'NOT_YET'");
        }
    }

    private void severities(StringBuilder where, Map<String, Object> bound) {
        if (severity != null && !severity.isBlank()) {
            var ends = severity.split("-");
            where.append(" and coalesce(o.severity, o.potential_severity) between :worst and :least");
            bound.put("worst", ends[0]);
            bound.put("least", ends[ends.length - 1]);
        }
    }

    private static void choice(StringBuilder where, Map<String, Object> bound, String name, String value, String condition) {
        if (value != null && !value.isBlank()) {
            where.append(" and ").append(condition);
            bound.put(name, value);
        }
    }

    private static void number(StringBuilder where, Map<String, Object> bound, String name, String value, String condition) {
        if (value != null && !value.isBlank()) {
            where.append(" and ").append(condition);
            bound.put(name, Typed.id(value) == null ? -1L : Typed.id(value));
        }
    }

    private static void day(StringBuilder where, Map<String, Object> bound, String name, String value, int plus, String condition, ZoneId zone) {
        try {
            if (value != null && !value.isBlank()) {
                bound.put(name, LocalDate.parse(value).plusDays(plus).atStartOfDay(zone).toInstant());
                where.append(" and ").append(condition);
            }
        } catch (DateTimeException unreadable) {
            where.append(" and false");
        }
    }

    private Map<String, String> given() {
        var given = new LinkedHashMap<String, String>();
        given.put("text", text);
        given.put("kind", kind);
        given.put("progress", progress);
        given.put("severity", severity);
        given.put("service", service);
        given.put("team", team);
        given.put("detection", detection);
        given.put("stopped", stopped);
        given.put("tag", tag);
        given.put("from", from);
        given.put("to", to);
        given.values().removeIf(value -> value == null || value.isBlank());
        return given;
    }

    /** How the log may be ordered; each has an index, and the number breaks ties. */
    public enum Order {
        NEWEST("Newest first", "occurred_at", "desc", "<"),
        OLDEST("Oldest first", "occurred_at", "asc", ">"),
        FILED("Last filed first", "filed_at", "desc", "<");

        public final String label;
        final String column;
        final String direction;
        final String beyond;

        Order(String label, String column, String direction, String beyond) {
            this.label = label;
            this.column = column;
            this.direction = direction;
            this.beyond = beyond;
        }

        static Order named(String sort) {
            var order = Typed.choice(Order.class, sort == null ? null : sort.toUpperCase());
            return order == null ? NEWEST : order;
        }
    }
}
