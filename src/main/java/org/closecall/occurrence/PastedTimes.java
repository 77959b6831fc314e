package org.closecall.occurrence;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.stream.Stream;
import org.closecall.metrics.DataFlag;
import org.closecall.web.Formats;

/**
 * Finds the instant of each time of a paste, one after the other. A time without a day follows the one before, or the
 * start of the record: it may jump back a little, as notes do, but further back means the next day.
 */
final class PastedTimes {

    /** remark says what had to be decided, or is null. */
    record Placed(Instant at, String remark) {
    }

    private static final Duration BACK = Duration.ofHours(6);
    private static final Duration DAY = Duration.ofDays(1);

    private final ZoneId own;
    private final Instant latest;
    private Instant last;
    private LocalDate announced;

    PastedTimes(ZoneId own, Instant start, Instant now) {
        this.own = own;
        this.last = start;
        this.latest = now.plus(DataFlag.CLOCK_SKEW);
    }

    /** A day on a line of its own: the next time belongs to it. */
    void announce(LocalDate day) {
        announced = day;
    }

    LocalDate near() {
        return announced != null ? announced : last.atZone(own).toLocalDate();
    }

    LocalDate today() {
        return latest.atZone(own).toLocalDate();
    }

    Placed place(PastedStamp stamp) {
        var zone = stamp.zone() == null ? own : stamp.zone();
        var day = stamp.day() == null ? announced : stamp.day();
        var placed = day == null ? follow(stamp, zone) : at(day.atTime(stamp.time()), zone);
        announced = null;
        last = placed.at();
        return placed;
    }

    private Placed follow(PastedStamp stamp, ZoneId zone) {
        var day = last.atZone(zone).toLocalDate();
        var from = last.minus(BACK);
        var placed = Stream.of(day.minusDays(1), day, day.plusDays(1)).map(one -> at(one.atTime(stamp.time()), zone))
                .filter(one -> !one.at().isBefore(from) && one.at().isBefore(from.plus(DAY))).findFirst().orElseGet(() -> at(day.atTime(stamp.time()), zone));
        return placed.at().isAfter(latest) ? at(LocalDateTime.ofInstant(placed.at(), zone).toLocalDate().minusDays(1).atTime(stamp.time()), zone) : placed;
    }

    private Placed at(LocalDateTime local, ZoneId zone) {
        var offsets = zone.getRules().getValidOffsets(local);
        var first = local.atZone(zone).toInstant();
        if (offsets.isEmpty()) {
            return new Placed(first, Formats.clock(local) + " did not exist that night: read as " + Formats.clock(LocalDateTime.ofInstant(first, zone)));
        }
        if (offsets.size() == 1) {
            return new Placed(first, null);
        }
        var second = local.toInstant(offsets.get(1));
        var later = first.isBefore(last) && !second.isBefore(last);
        return new Placed(later ? second : first, Formats.clock(local) + " came twice that night: taken as the " + (later ? "second, " + Formats.utc(second) : "first, " + Formats.utc(first)));
    }
}
