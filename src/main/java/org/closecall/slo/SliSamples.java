package org.closecall.slo;

import io.quarkus.hibernate.orm.panache.Panache;
import jakarta.persistence.EntityManager;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.hibernate.Session;

/** The stored samples of service level indicators. They are written once and never changed. */
final class SliSamples {

    private static final Duration LONGEST = Duration.ofDays(1);
    private static final String NEAR = "select start, seconds, good, total from sli_sample where objective_id = :objective and start > :from and start < :until order by start";
    private static final String INSERT = "insert into sli_sample (objective_id, start, seconds, good, total) values (?, ?, ?, ?, ?)";
    private static final String ADD = "insert into sli_hour (objective_id, hour, good, total) values (?, ?, ?, ?) on conflict (objective_id, hour) do update set good = sli_hour.good + excluded.good, total = sli_hour.total + excluded.total";
    private static final String LATEST = "select start + seconds * interval '1 second' from sli_sample where objective_id = :objective and start > cast(:now as timestamptz) - interval '5 days' order by start desc limit 1";

    /** One interval: requests that were good, of all. */
    record Sample(Instant start, int seconds, long good, long total) {

        Instant end() {
            return start.plusSeconds(seconds);
        }
    }

    private SliSamples() {
    }

    /** Those that may touch any of the given, ascending. The objective is locked, so that none comes in between. */
    static List<Sample> near(Objective objective, List<Sample> samples) {
        var from = samples.stream().map(Sample::start).min(Instant::compareTo).orElseThrow().minus(LONGEST);
        var until = samples.stream().map(Sample::end).max(Instant::compareTo).orElseThrow();
        return Panache.getSession().createNativeQuery(NEAR, Sample.class).setParameter("objective", objective.id).setParameter("from", from).setParameter("until", until).getResultList();
    }

    static void store(Objective objective, List<Sample> samples) {
        var hours = new TreeMap<Instant, long[]>();
        samples.forEach(sample -> {
            var hour = hours.computeIfAbsent(sample.start.truncatedTo(ChronoUnit.HOURS), at -> new long[2]);
            hour[0] += sample.good;
            hour[1] += sample.total;
        });
        EntityManager entities = Panache.getEntityManager();
        entities.unwrap(Session.class).doWork(connection -> {
            try (var insert = connection.prepareStatement(INSERT); var add = connection.prepareStatement(ADD)) {
                for (var sample : samples) {
                    insert.setLong(1, objective.id);
                    insert.setTimestamp(2, Timestamp.from(sample.start));
                    insert.setInt(3, sample.seconds);
                    insert.setLong(4, sample.good);
                    insert.setLong(5, sample.total);
                    insert.addBatch();
                }
                insert.executeBatch();
                for (var hour : hours.entrySet()) {
                    add.setLong(1, objective.id);
                    add.setTimestamp(2, Timestamp.from(hour.getKey()));
                    add.setLong(3, hour.getValue()[0]);
                    add.setLong(4, hour.getValue()[1]);
                    add.addBatch();
                }
                add.executeBatch();
            }
        });
    }

    /** The end of the latest interval; null without any in the last days. */
    static Instant latest(Objective objective, Instant now) {
        return Panache.getSession().createNativeQuery(LATEST, Instant.class).setParameter("objective", objective.id).setParameter("now", now).getSingleResultOrNull();
    }

    /** Requests of a window, and how many of its seconds samples speak of. */
    record Sum(long good, long total, double seconds) {
    }

    /** Good and all requests in each of the windows up to a moment, in their order: those of all intervals that reach into it, also of one that is longer. */
    static List<Sum> sums(Objective objective, Instant until, List<Duration> windows) {
        var select = new StringBuilder("select ");
        for (var i = 0; i < windows.size(); i++) {
            select.append(i == 0 ? "" : ", ").append("cast(coalesce(sum(good) filter (where start + seconds * interval '1 second' > :w%1$d), 0) as bigint), cast(coalesce(sum(total) filter (where start + seconds * interval '1 second' > :w%1$d), 0) as bigint), "
                    .formatted(i) + "cast(coalesce(sum(extract(epoch from least(start + seconds * interval '1 second', :until) - greatest(start, :w%1$d))) filter (where start + seconds * interval '1 second' > :w%1$d), 0) as float8)".formatted(i));
        }
        var longest = windows.stream().max(Duration::compareTo).orElseThrow();
        var query = Panache.getSession().createNativeQuery(select + " from sli_sample where objective_id = :objective and start >= :longest and start < :until", Object[].class)
                .setParameter("objective", objective.id).setParameter("longest", until.minus(longest).minus(LONGEST)).setParameter("until", until);
        for (var i = 0; i < windows.size(); i++) {
            query.setParameter("w" + i, until.minus(windows.get(i)));
        }
        var row = query.getSingleResult();
        var sums = new ArrayList<Sum>();
        for (var i = 0; i < windows.size(); i++) {
            sums.add(new Sum(((Number) row[3 * i]).longValue(), ((Number) row[3 * i + 1]).longValue(), ((Number) row[3 * i + 2]).doubleValue()));
        }
        return sums;
    }
}
