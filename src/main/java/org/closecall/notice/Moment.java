package org.closecall.notice;

import io.quarkus.hibernate.orm.panache.Panache;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** When the reminders are made, and which day that is for whom. */
record Moment(Instant now, ReminderPolicy policy, Map<Long, ZoneId> zones) {

    /** Null before the organisation is set up. */
    static Moment of(Instant now) {
        List<Object[]> rows = Panache.getEntityManager().createNativeQuery("select p.id, coalesce(p.time_zone, o.time_zone) from person p cross join organisation o where p.deactivated_at is null", Object[].class).getResultList();
        return rows.isEmpty() ? null : new Moment(now, ReminderPolicy.current(), rows.stream().collect(Collectors.toMap(row -> ((Number) row[0]).longValue(), row -> ZoneId.of((String) row[1]))));
    }

    LocalDate today(Long person) {
        return day(now, person);
    }

    LocalDate day(Instant at, Long person) {
        return at.atZone(zones.get(person)).toLocalDate();
    }
}
