package org.closecall.postmortem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A calendar read as strictly as RFC 5545 writes it: line ends, folding, characters, the order of components. */
record CalendarFile(Map<String, String> event) {

    private static final int MOST_OCTETS = 75;

    static CalendarFile read(String text) {
        assertTrue(text.endsWith("\r\n"), "ends with a line end");
        for (var line : text.split("\r\n")) {
            assertTrue(line.getBytes(StandardCharsets.UTF_8).length <= MOST_OCTETS, () -> line + " is too long");
            assertTrue(line.chars().noneMatch(sign -> sign < ' ' && sign != '\t' || sign == 0x7f), () -> line + " holds a control character");
            assertEquals(line, new String(line.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8), "a character was cut in two");
        }
        var lines = List.of(text.replace("\r\n ", "").split("\r\n"));
        assertEquals(List.of("BEGIN:VCALENDAR", "VERSION:2.0"), lines.subList(0, 2));
        assertTrue(lines.get(2).startsWith("PRODID:"), lines.get(2));
        assertEquals("BEGIN:VEVENT", lines.get(3));
        assertEquals(List.of("END:VEVENT", "END:VCALENDAR"), lines.subList(lines.size() - 2, lines.size()));
        var event = new HashMap<String, String>();
        for (var line : lines.subList(4, lines.size() - 2)) {
            assertTrue(line.matches("[A-Z-]+:.*"), line);
            assertNull(event.put(line.substring(0, line.indexOf(':')), line.substring(line.indexOf(':') + 1)), () -> line + " stands twice");
        }
        List.of("DTSTAMP", "DTSTART", "DTEND").forEach(time -> assertTrue(event.get(time).matches("\\d{8}T\\d{6}Z"), event.get(time)));
        return new CalendarFile(event);
    }

    String raw(String property) {
        return event.get(property);
    }

    /** Without its escapes; none may be unknown, and nothing that needs one may stand without. */
    String text(String property) {
        var value = event.get(property);
        assertTrue(value.matches("(?:[^\\\\;,]|\\\\[\\\\;,nN])*"), value);
        var plain = new StringBuilder();
        for (var i = 0; i < value.length(); i++) {
            var sign = value.charAt(i);
            plain.append(sign != '\\' ? sign : Character.toLowerCase(value.charAt(++i)) == 'n' ? '\n' : value.charAt(i));
        }
        return plain.toString();
    }
}
