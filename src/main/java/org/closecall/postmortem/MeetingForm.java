package org.closecall.postmortem;

import io.quarkus.qute.TemplateData;
import java.time.ZoneId;
import org.closecall.web.Errors;
import org.closecall.web.Formats;
import org.closecall.web.LocalTimes;
import org.closecall.web.Viewer;
import org.jboss.resteasy.reactive.RestForm;

/** A review meeting as typed. sequence says which version of it the form showed. */
@TemplateData
public record MeetingForm(@RestForm String sequence, @RestForm String at, @RestForm String side, @RestForm String minutes, @RestForm String place) {

    private static final int LONGEST_PLACE = 500;
    private static final int SHORTEST = 5;
    private static final int LONGEST = 600;

    public MeetingForm {
        sequence = Texts.orEmpty(sequence);
        at = Texts.orEmpty(at);
        side = Texts.orEmpty(side);
        minutes = Texts.orEmpty(minutes).strip();
        place = Texts.line(place);
    }

    /** meeting is null when there is none; a cancelled one is proposed again. */
    static MeetingForm of(ReviewMeeting meeting, ZoneId zone) {
        return meeting == null ? new MeetingForm("", "", "", "60", "")
                : new MeetingForm(String.valueOf(meeting.sequence), Formats.input(meeting.startsAt, zone), LocalTimes.side(meeting.startsAt, zone), String.valueOf(meeting.minutes), Texts.orEmpty(meeting.place));
    }

    Errors check(Viewer viewer) {
        var errors = Errors.none();
        var complaint = LocalTimes.given(at) ? LocalTimes.unreal(at, viewer.zone(), viewer.now()) : "When is it?";
        if (complaint != null) {
            errors.add("at", complaint);
        } else if (LocalTimes.sideComplaint(at, viewer.zone(), side) != null) {
            errors.add("side", LocalTimes.sideComplaint(at, viewer.zone(), side));
        }
        if (!minutes.matches("\\d{1,3}") || Integer.parseInt(minutes) < SHORTEST || Integer.parseInt(minutes) > LONGEST) {
            errors.add("minutes", "A number of minutes from " + SHORTEST + " to " + LONGEST);
        }
        TemplateForm.atMost(errors, "place", place, LONGEST_PLACE);
        return errors;
    }

    void applyTo(ReviewMeeting meeting, ZoneId zone) {
        meeting.startsAt = LocalTimes.parse(at, zone, side);
        meeting.minutes = Integer.parseInt(minutes);
        meeting.place = Texts.orNull(place);
    }

    /** The same over another version. */
    MeetingForm over(ReviewMeeting saved) {
        return new MeetingForm(String.valueOf(saved.sequence), at, side, minutes, place);
    }
}
