package org.closecall.reliability;

import io.quarkus.qute.TemplateData;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Predicate;
import org.closecall.metrics.Proportion;
import org.closecall.occurrence.Kind;

/**
 * Incidents that a near miss or hazard had shown before: linked as foretold, or alike: in the year before, on a service
 * of the incident, with a control that gave way in both or a contributing factor that published postmortems of both name.
 *
 * @param looked how many incidents were looked at, the latest of the scope's period
 * @param capped whether there are more
 */
@TemplateData
public record Foretold(int looked, boolean capped, List<Told> incidents) {

    private static final int MOST = 500;
    private static final String LOOKED = "select o.id from occurrence o where %s and o.kind = 'INCIDENT' and o.occurred_at >= ? and o.occurred_at < ? order by o.occurred_at desc limit " + (MOST + 1);
    private static final String PAIRS = """
            with i as materialized (select o.id, o.number, o.title, o.occurred_at from occurrence o where o.id in (%s)),
            linked as (select i.id, p.id as earlier from i join occurrence_link l on l.source_id = i.id and l.kind = 'FORETOLD_BY' and l.removed_at is null
              join occurrence p on p.id = l.target_id and p.kind <> 'INCIDENT' and p.deleted_at is null),
            alike as (select distinct i.id, p.id as earlier from i join occurrence_service a on a.occurrence_id = i.id join occurrence_service b on b.service_id = a.service_id
              join occurrence p on p.id = b.occurrence_id and p.kind <> 'INCIDENT' and p.deleted_at is null and not p.drill and p.occurred_at < i.occurred_at and p.occurred_at >= i.occurred_at - interval '365 days'
              where exists (select 1 from occurrence_control x join occurrence_control y on y.control_id = x.control_id and y.state in ('FAILED', 'ABSENT') where x.occurrence_id = i.id and x.state in ('FAILED', 'ABSENT') and y.occurrence_id = p.id)
                or exists (select 1 from postmortem m join publication_factor f on f.publication_id = m.publication_id join publication_factor g on g.category_id = f.category_id join postmortem n on n.publication_id = g.publication_id where m.occurrence_id = i.id and n.occurrence_id = p.id)),
            pairs as (select id, earlier, true as linked from linked union all select id, earlier, false from alike a where not exists (select 1 from linked l where l.id = a.id and l.earlier = a.earlier))
            select i.number, i.title, date_part('epoch', i.occurred_at), p.number, p.title, p.kind, x.linked,
              (select count(*) from action_item t where t.occurrence_id = p.id and t.deleted_at is null and t.created_at < i.occurred_at and (t.done_at is null or t.done_at > i.occurred_at) and (t.state <> 'DROPPED' or t.state_since > i.occurred_at))
            from pairs x join i on i.id = x.id join occurrence p on p.id = x.earlier order by i.occurred_at desc, i.number desc, x.linked desc, p.occurred_at desc""";

    /** An incident and what came before. */
    @TemplateData
    public record Told(long number, String title, Instant occurredAt, List<Sign> signs) {

        public boolean linked() {
            return signs.stream().anyMatch(Sign::linked);
        }

        public boolean hadOpenAction() {
            return signs.stream().anyMatch(sign -> sign.openActions > 0);
        }
    }

    /** openActions: of its own, unfinished when the incident began. */
    @TemplateData
    public record Sign(long number, String title, Kind kind, boolean linked, long openActions) {
    }

    static Foretold of(Scope scope) {
        var conditions = scope.which().conditions();
        var ids = new ArrayList<Long>();
        Rows.read(LOOKED.formatted(conditions.text()), conditions.values(scope.window().start(), scope.window().until(scope.now()).end()), row -> ids.add(row.getLong(1)));
        var looked = ids.subList(0, Math.min(MOST, ids.size()));
        var told = new LinkedHashMap<Long, Told>();
        if (!looked.isEmpty()) {
            Rows.read(PAIRS.formatted("?" + ", ?".repeat(looked.size() - 1)), List.copyOf(looked), row -> {
                var incident = new Told(row.getLong(1), row.getString(2), FactQuery.at(row.getDouble(3)), new ArrayList<>());
                told.putIfAbsent(incident.number, incident);
                told.get(incident.number).signs.add(new Sign(row.getLong(4), row.getString(5), Kind.valueOf(row.getString(6)), row.getBoolean(7), row.getLong(8)));
            });
        }
        return new Foretold(looked.size(), ids.size() > MOST, List.copyOf(told.values()));
    }

    public long linked() {
        return count(Told::linked);
    }

    public long withOpenAction() {
        return count(Told::hadOpenAction);
    }

    private long count(Predicate<Told> which) {
        return incidents.stream().filter(which).count();
    }

    /** 12 of 48, 25 % (15 – 39 %): with a sign of either sort. */
    public String share() {
        var share = Share.of(Proportion.wilson(incidents.size(), looked, Figures.CONFIDENCE));
        return share.count() + " of " + share.of() + (share.share() == null ? "" : ", " + Units.percent(share.share()) + " (" + Units.percents(share) + ")");
    }
}
