package org.closecall.calendar;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.ParameterList;
import net.fortuna.ical4j.model.PropertyList;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.Categories;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.LastModified;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Status;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.Url;
import net.fortuna.ical4j.model.property.XProperty;
import net.fortuna.ical4j.model.property.immutable.ImmutableStatus;
import net.fortuna.ical4j.model.property.immutable.ImmutableTransp;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;

/** Dates as calendars read them (RFC 5545). Times are UTC, so that no zone has to be described. */
public final class ICal {

    private static final int MOST_OCTETS = 75;
    private static final String END = "\r\n";

    private final Calendar calendar = new Calendar();

    /** uid and sequence are what calendars know it by: a higher sequence takes the place of a lower. */
    public record Entry(String uid, int sequence, Instant changedAt, String summary, String description, URI address, String category) {
    }

    public ICal() {
        calendar.add(ImmutableVersion.VERSION_2_0);
        calendar.add(new ProdId("-//Closecall//Closecall//EN"));
    }

    /** One that programs ask for again and again, under a name. */
    public static ICal feed(String name) {
        var feed = new ICal();
        feed.calendar.add(new XProperty("X-WR-CALNAME", plain(name)));
        feed.calendar.add(new XProperty("X-PUBLISHED-TTL", Duration.ofHours(1).toString()));
        return feed;
    }

    /** The whole of a day, during which one is free for other things. */
    public ICal day(Entry entry, LocalDate on) {
        var event = event(entry, ImmutableStatus.VEVENT_CONFIRMED);
        event.add(new DtStart<>(on));
        event.add(new DtEnd<>(on.plusDays(1)));
        event.add(ImmutableTransp.TRANSPARENT);
        calendar.add(event);
        return this;
    }

    /** place may be null. */
    public ICal meeting(Entry entry, Instant from, Instant to, String place, boolean cancelled) {
        var event = event(entry, cancelled ? ImmutableStatus.VEVENT_CANCELLED : ImmutableStatus.VEVENT_CONFIRMED);
        event.add(new DtStart<>(from));
        event.add(new DtEnd<>(to));
        if (place != null) {
            event.add(new Location(plain(place)));
        }
        calendar.add(event);
        return this;
    }

    public Calendar calendar() {
        return calendar;
    }

    public String text() {
        var text = new StringBuilder();
        calendar.toString().lines().forEach(line -> fold(line, text));
        return text.toString();
    }

    private static VEvent event(Entry entry, Status status) {
        var event = new VEvent(new PropertyList());
        event.add(new Uid(entry.uid()));
        event.add(new Sequence(entry.sequence()));
        event.add(new DtStamp(entry.changedAt()));
        event.add(new LastModified(entry.changedAt()));
        event.add(new Summary(plain(entry.summary())));
        event.add(new Description(plain(entry.description())));
        event.add(new Url(new ParameterList(), entry.address().toASCIIString()));
        event.add(new Categories(entry.category()));
        event.add(status);
        return event;
    }

    /** What no line may hold is gone. */
    private static String plain(String text) {
        return text.replace("\r\n", "\n").replaceAll("[\\p{Cntrl}&&[^\\n\\t]]", "").replaceAll("\\p{Cs}", "");
    }

    /** The library counts signs where the standard counts octets, and may cut one in two. */
    private static void fold(String line, StringBuilder text) {
        var octets = 0;
        for (var sign : line.codePoints().mapToObj(Character::toString).toList()) {
            var length = sign.getBytes(StandardCharsets.UTF_8).length;
            if (octets + length > MOST_OCTETS) {
                text.append(END).append(' ');
                octets = 1;
            }
            text.append(sign);
            octets += length;
        }
        text.append(END);
    }
}
