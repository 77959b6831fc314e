package org.closecall.reliability;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.stream.Collectors;
import org.closecall.catalog.CriticalPath;
import org.closecall.catalog.Service;
import org.closecall.catalog.Team;
import org.closecall.metrics.TimeRange;
import org.closecall.web.Viewer;

/** Which records figures are about and of which period. Days and months are those of the organisation's zone. */
public record Scope(Period period, Which which, ZoneId zone, Instant now) {

    /** What cannot be read, or names what is not there, is not found: guessing would show figures nobody asked for. */
    public static Scope of(Asked asked, Viewer viewer) {
        var zone = viewer.organisation().zone();
        return new Scope(Period.of(asked, LocalDate.ofInstant(viewer.now(), zone)), Which.of(asked), zone, viewer.now());
    }

    public Service service() {
        return which.service();
    }

    public Team team() {
        return which.team();
    }

    public CriticalPath path() {
        return which.path();
    }

    public LocalDate today() {
        return LocalDate.ofInstant(now, zone);
    }

    public TimeRange window() {
        return period.range(zone);
    }

    /** The period's days, from the first of a month at least eleven months before. */
    Period months() {
        var last = period.last(today());
        var first = last.withDayOfMonth(1).minusMonths(11);
        return new Period(period.from() == null || period.from().isBefore(first) ? period.from() : first, last);
    }

    /** As of the minute that has begun: everybody who comes within it sees the very same figures. */
    Scope toTheMinute() {
        return new Scope(period, which, zone, now.truncatedTo(ChronoUnit.MINUTES));
    }

    public Scope over(Period other) {
        return new Scope(other, which, zone, now);
    }

    /** The twelve months to its end where the period is shorter; itself otherwise. */
    Scope orYear() {
        var year = period.year(today());
        return period.from() != null && period.from().isAfter(year.from()) ? over(year) : this;
    }

    /** The log of exactly these records; first is a filter of its own, such as kind=INCIDENT, and wins over the scope's. */
    public String log(String first) {
        return "/occurrences?" + first + query(true, first) + "&drill=no";
    }

    /** The address of this page, or of another in its place, with the same parameters. */
    public String address(String path) {
        var query = query(false, "");
        return query.isEmpty() ? path : path + "?" + query.substring(1);
    }

    /** What an address of this scope ends with: nothing, or a question mark and parameters. */
    public String query() {
        return address("");
    }

    private String query(boolean days, String first) {
        var all = new LinkedHashMap<String, Object>();
        if (!days && period.name() != null) {
            all.put("month", period.name());
        } else {
            all.put("from", period.from());
            all.put("to", period.to());
        }
        all.putAll(which.parameters());
        return all.entrySet().stream().filter(entry -> entry.getValue() != null && !("&" + first).contains("&" + entry.getKey() + "="))
                .map(entry -> "&" + entry.getKey() + "=" + URLEncoder.encode(entry.getValue().toString(), StandardCharsets.UTF_8))
                .collect(Collectors.joining());
    }

    public String label() {
        return which.label();
    }
}
