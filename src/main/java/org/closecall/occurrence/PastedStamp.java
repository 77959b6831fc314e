package org.closecall.occurrence;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a pasted line says of time: at its head, after a name as chats export it, or a day on a line of its own.
 *
 * @param day null when only the time of day is said
 * @param time null for a day on a line of its own, and where doubt says why it cannot be read
 * @param zone null when it is the reader's
 * @param author null unless the line is nothing but a name and a time
 * @param rest the line without what was read
 */
record PastedStamp(LocalDate day, LocalTime time, ZoneId zone, String author, String rest, String doubt) {

    private static final String CLOCK = "(?<h>\\d{1,2}):(?<m>\\d{2})(?::(?<s>\\d{2})(?:[.,](?<f>\\d{1,9}))?)?(?: ?(?<half>[AaPp])\\.?[Mm]\\b\\.?)?";
    private static final String OFFSET = "[+-](?:0\\d|1[0-8]):?[0-5]\\d(?![\\d:])";
    /** Otherwise 14:02-14:10 would be a time far away. */
    private static final String EXACT = "(?<=T\\d\\d:\\d\\d|:\\d\\d:\\d\\d(?:[.,]\\d{1,9})?)";
    private static final String STAMP = "(?:" + PastedDay.PATTERN + "(?:T|,? +(?:at +)?(?=\\d)))?" + CLOCK + "(?: ?(?<utc>UTC|GMT|Z)\\b|" + EXACT + " ?(?<offset>" + OFFSET + "))?";
    private static final Pattern HEAD = Pattern.compile("^\\s*(?:[-*•>]\\s+)?[\\[(]?" + STAMP + "[\\])]?(?:\\s*[-–—:|,>]+(?=\\s|$)|(?=\\s|$)|(?<span>(?=[-–—])))\\s*(?<rest>.*)$");
    private static final Pattern NAMED = Pattern.compile("^\\s*(?<author>[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}._'’@() -]{0,59}?)(?<gap>\\s*[\\[(]|\\s{2,}|\\s+[-–—•|]\\s+|\\s)" + STAMP + "[\\])]?\\s*$");
    private static final Pattern DAY_ALONE = Pattern.compile("^[^\\p{L}\\p{N}]*" + PastedDay.PATTERN + "[^\\p{L}\\p{N}]*$");
    private static final Pattern CAPITALISED = Pattern.compile("\\p{Lu}[\\p{L}\\p{M}.'’-]*(?: \\p{Lu}[\\p{L}\\p{M}.'’-]*){0,3}");

    /** Null when the line says nothing of time. Days without a year are the nearest to near. */
    static PastedStamp of(String line, LocalDate near, LocalDate today) {
        // some programs separate with spaces that look like any other
        var plain = line.replaceAll("[\u00a0\u2007\u2009\u202f\t]", " ").replaceAll("[\u200e\u200f\ufeff]", " ");
        var alone = DAY_ALONE.matcher(plain);
        if (alone.matches()) {
            var day = PastedDay.of(alone, near, today);
            return day == null ? doubtful(line, plain.strip()) : new PastedStamp(day, null, null, null, "", null);
        }
        var head = HEAD.matcher(plain);
        if (head.matches()) {
            var rest = line.substring(head.start("rest"));
            // a span of time is read at its beginning and left as it is written
            return stamp(head, null, head.group("span") != null ? line.strip() : rest.strip(), line, near, today);
        }
        var named = NAMED.matcher(plain);
        if (named.matches() && (!named.group("gap").equals(" ") || CAPITALISED.matcher(named.group("author")).matches())) {
            return stamp(named, line.substring(named.start("author"), named.end("author")).strip(), "", line, near, today);
        }
        return null;
    }

    boolean dayAlone() {
        return time == null && doubt == null;
    }

    private static PastedStamp stamp(Matcher found, String author, String rest, String line, LocalDate near, LocalDate today) {
        try {
            var saysDay = found.group("day") != null;
            var day = saysDay ? PastedDay.of(found, near, today) : null;
            return saysDay && day == null ? doubtful(line, found.group("day")) : new PastedStamp(day, time(found), zone(found), author, rest, null);
        } catch (DateTimeException impossible) {
            return doubtful(line, found.group("h") + ":" + found.group("m"));
        }
    }

    private static PastedStamp doubtful(String line, String what) {
        return new PastedStamp(null, null, null, null, line.strip(), "“" + what + "” is not a time: set it");
    }

    private static LocalTime time(Matcher found) {
        var hour = Integer.parseInt(found.group("h"));
        var half = found.group("half");
        if (half != null) {
            if (hour < 1 || hour > 12) {
                throw new DateTimeException("Not on a clock of twelve hours");
            }
            hour = hour % 12 + (half.equalsIgnoreCase("p") ? 12 : 0);
        }
        var fraction = found.group("f") == null ? 0 : Integer.parseInt((found.group("f") + "00000000").substring(0, 9));
        return LocalTime.of(hour, Integer.parseInt(found.group("m")), found.group("s") == null ? 0 : Integer.parseInt(found.group("s")), fraction);
    }

    private static ZoneId zone(Matcher found) {
        if (found.group("utc") != null) {
            return ZoneOffset.UTC;
        }
        return found.group("offset") == null ? null : ZoneOffset.of(found.group("offset"));
    }
}
