package org.closecall.occurrence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import org.closecall.web.LocalTimes;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/** What a form shows of a moment is what it gives back, in every zone, on every night the clocks change. */
class MomentLawsTest {

    /** But those that reading calendars keeps ready under random names, without rules. */
    private static final List<String> ZONES = ZoneId.getAvailableZoneIds().stream().filter(id -> ZoneId.of(id).getRules() != null).sorted().toList();
    private static final Instant NOW = Instant.parse("2030-01-01T00:00:00Z");

    private Random random;
    private ZoneId zone;

    @RepeatedTest(500)
    void fromTheFormToTheInstantAndBack(RepetitionInfo repetition) {
        begin(repetition);
        var was = Moment.at(instant());
        var shown = OccurrenceForm.time(was, zone);
        var none = OccurrenceForm.none(was, zone);
        assertNull(LocalTimes.complaint(shown, zone, NOW), () -> was + " in " + zone);
        assertNull(LocalTimes.sideComplaint(shown, zone, none), () -> was + " in " + zone);
        assertEquals(was, OccurrenceForm.moment(shown, none, was, zone), () -> "unchanged in " + zone);
        assertEquals(was, OccurrenceForm.moment(shown, none, Moment.UNKNOWN, zone), () -> "typed in " + zone);
        assertEquals(was, ReportForm.moment(shown, LocalTimes.side(was.at(), zone), zone), () -> "reported in " + zone);
        assertEquals(Moment.UNKNOWN, OccurrenceForm.moment("", "UNKNOWN", was, zone));
        assertEquals(was, Moment.read(was.text()));
    }

    @RepeatedTest(500)
    void aTypedTimeIsOneInstantOrIsAskedFor(RepetitionInfo repetition) {
        begin(repetition);
        var local = LocalDateTime.ofInstant(instant(), zone).plusMinutes(random.nextInt(240) - 120).withSecond(0);
        var typed = local.toString();
        var offsets = zone.getRules().getValidOffsets(local);
        if (offsets.isEmpty()) {
            assertNotNull(LocalTimes.complaint(typed, zone, NOW), () -> local + " is not in " + zone);
        } else if (offsets.size() == 2) {
            assertNotNull(LocalTimes.sideComplaint(typed, zone, "AT"));
            assertEquals(local.toInstant(offsets.get(0)), OccurrenceForm.moment(typed, "FIRST", Moment.UNKNOWN, zone).at());
            assertEquals(local.toInstant(offsets.get(1)), OccurrenceForm.moment(typed, "SECOND", Moment.UNKNOWN, zone).at());
            assertEquals(local.toInstant(offsets.get(0)), ReportForm.moment(typed, "FIRST", zone).at());
            assertEquals(local.toInstant(offsets.get(1)), ReportForm.moment(typed, "SECOND", zone).at());
            assertEquals(2, LocalTimes.sides(typed, zone).stream().map(side -> side.label().replaceFirst("the (first|second), ", "")).distinct().count(), () -> local + " in " + zone);
        } else {
            assertNull(LocalTimes.complaint(typed, zone, NOW));
            assertNull(LocalTimes.sideComplaint(typed, zone, null));
            assertEquals(local.toInstant(offsets.get(0)), OccurrenceForm.moment(typed, "", Moment.UNKNOWN, zone).at());
            assertEquals(local.toInstant(offsets.get(0)), ReportForm.moment(typed, random.nextBoolean() ? "SECOND" : null, zone).at());
            assertEquals(List.of(), LocalTimes.sides(typed, zone));
        }
    }

    private void begin(RepetitionInfo repetition) {
        random = new Random(repetition.getCurrentRepetition());
        zone = ZoneId.of(ZONES.get(random.nextInt(ZONES.size())));
    }

    /** Every second one is within two hours of a clock change. */
    private Instant instant() {
        var at = Instant.parse("1975-01-01T00:00:00Z").plusSeconds(random.nextInt(54 * 365) * 86_400L + random.nextInt(86_400));
        var change = random.nextBoolean() ? zone.getRules().previousTransition(at) : null;
        var near = change == null || change.getInstant().isBefore(Instant.parse("1971-01-01T00:00:00Z")) ? at : change.getInstant().plusSeconds(random.nextInt(4 * 3600) - 2 * 3600);
        return random.nextBoolean() ? near.minusSeconds(near.getEpochSecond() % 60) : near;
    }
}
