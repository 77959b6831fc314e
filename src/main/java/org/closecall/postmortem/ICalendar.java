package org.closecall.postmortem;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A meeting as calendars read it (RFC 5545). Times are UTC, so that no zone has to be described. */
record ICalendar(List<String> lines) {

    private static final DateTimeFormatter UTC = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final int MOST_OCTETS = 75;
    private static final String END = "\r\n";

    static ICalendar of(ReviewMeeting meeting, URI address) {
        var lines = new ArrayList<>(List.of("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Closecall//Review meetings//EN", "BEGIN:VEVENT",
                "UID:" + meeting.uid, "SEQUENCE:" + meeting.sequence, "DTSTAMP:" + time(meeting.changedAt()),
                "DTSTART:" + time(meeting.startsAt), "DTEND:" + time(meeting.endsAt()),
                "STATUS:" + (meeting.cancelled() ? "CANCELLED" : "CONFIRMED"),
                "SUMMARY:" + text("Review of the postmortem of #" + meeting.postmortem.occurrence.number + ": " + meeting.postmortem.title),
                "DESCRIPTION:" + text("Read it before: " + address + reviewers(meeting.postmortem)), "URL:" + address.toASCIIString()));
        if (meeting.place != null) {
            lines.add("LOCATION:" + text(meeting.place));
        }
        lines.addAll(List.of("END:VEVENT", "END:VCALENDAR"));
        return new ICalendar(lines);
    }

    String text() {
        return lines.stream().map(ICalendar::folded).collect(Collectors.joining());
    }

    private static String reviewers(Postmortem postmortem) {
        var names = postmortem.reviewing().reviewers().stream().map(reviewer -> reviewer.person().name).collect(Collectors.joining(", "));
        return names.isEmpty() ? "" : "\nReviewers: " + names;
    }

    private static String time(Instant at) {
        return UTC.format(at);
    }

    /** What ends a value or a line stands for itself; what no line may hold is gone. */
    private static String text(String plain) {
        return plain.replaceAll("[\\p{Cntrl}&&[^\\n\\t]]", "").replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n");
    }

    /** At most 75 octets a line, the space that continues one among them, and no character cut in two. */
    private static String folded(String line) {
        var folded = new StringBuilder();
        var octets = 0;
        for (var sign : line.codePoints().mapToObj(Character::toString).toList()) {
            var length = sign.getBytes(StandardCharsets.UTF_8).length;
            if (octets + length > MOST_OCTETS) {
                folded.append(END).append(' ');
                octets = 1;
            }
            folded.append(sign);
            octets += length;
        }
        return folded.append(END).toString();
    }
}
