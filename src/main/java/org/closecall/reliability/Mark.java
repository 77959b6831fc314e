package org.closecall.reliability;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.closecall.catalog.Layer;
import org.closecall.occurrence.Kind;
import org.closecall.occurrence.Told;

/**
 * What charts count of a record beyond its moments, read once for all of them.
 *
 * @param caughtIn a layer, NONE or UNKNOWN as Told has it
 * @param layers one bit for each layer and what a control of it did
 * @param foretold an incident that is linked to an earlier near miss or hazard
 * @param healed an incident that is over and that a remediation resolved while nobody had to help
 * @param factors ids of the categories its published postmortem names; null where none is published
 */
record Mark(long id, Instant at, Kind kind, String caughtIn, int layers, boolean foretold, boolean healed, long[] factors) {

    private static final List<String> STATES = List.of("HELD", "FAILED", "ABSENT");
    /** So many take the place of a fact. */
    private static final int SMALL = 6;
    private static final String BITS = Stream.of(Layer.values()).flatMap(layer -> STATES.stream().map(state -> "when c.layer = '%s' and oc.state = '%s' then %d".formatted(layer, state, bit(layer, state))))
            .collect(Collectors.joining(" ", "bit_or(case ", " else 0 end)"));
    private static final String SQL = """
            select o.id, date_part('epoch', o.occurred_at), o.kind, %s,
              (select %s from occurrence_control oc join control c on c.id = oc.control_id where oc.occurrence_id = o.id),
              o.kind = 'INCIDENT' and (select true from occurrence_link l join occurrence p on p.id = l.target_id and p.kind <> 'INCIDENT' and p.deleted_at is null
                where l.source_id = o.id and l.kind = 'FORETOLD_BY' and l.removed_at is null limit 1),
              o.kind = 'INCIDENT' and %s,
              (select coalesce(string_agg(f.category_id::text, ','), '') from postmortem m left join publication_factor f on f.publication_id = m.publication_id
                where m.occurrence_id = o.id and m.publication_id is not null group by m.id)
            from occurrence o left join control stop on stop.id = o.stopped_by_control_id where\s""".formatted(Told.CAUGHT_IN, BITS, Told.HEALED);

    /** Those of a scope and time, in the order of time. */
    static List<Mark> of(Basis basis) {
        var which = basis.scope().which();
        var conditions = which.conditions();
        var sql = SQL + conditions.text() + " and o.occurred_at >= ? and o.occurred_at < ?";
        var window = basis.scope().window();
        var values = conditions.values(window.start(), window.end());
        var asOf = basis.facts().asOf().of(Part.OCCURRENCES, Part.CATALOGUE, Part.LESSONS);
        var all = Kept.during(window, asOf, List.of(sql, values), () -> read(sql, values), (known, written) ->
                Stream.concat(known.stream().filter(one -> !written.contains(one.id)), read(sql + FactQuery.among(written), values).stream()).sorted(Comparator.comparing(Mark::at)).toList(), list -> list.size() / SMALL);
        var until = basis.until();
        return all.isEmpty() || all.get(all.size() - 1).at.isBefore(until) ? all : all.stream().filter(one -> one.at.isBefore(until)).toList();
    }

    private static List<Mark> read(String sql, List<Object> values) {
        var marks = new java.util.ArrayList<Mark>();
        Rows.read(sql + " order by o.occurred_at", values, row -> marks.add(read(row)));
        return marks;
    }

    private static Mark read(ResultSet row) throws SQLException {
        var factors = row.getString(8);
        return new Mark(row.getLong(1), FactQuery.at(row.getDouble(2)), Kind.valueOf(row.getString(3)), row.getString(4).intern(), row.getInt(5), row.getBoolean(6), row.getBoolean(7),
                factors == null ? null : factors.isEmpty() ? new long[0] : Arrays.stream(factors.split(",")).mapToLong(Long::parseLong).distinct().toArray());
    }

    /** That a control of the layer held, failed or was absent, in layers. */
    static int bit(Layer layer, String state) {
        return 1 << STATES.indexOf(state) + STATES.size() * layer.ordinal();
    }

    /** Whether defences are counted of it: a hazard has met none yet. */
    boolean met() {
        return kind != Kind.HAZARD;
    }
}
