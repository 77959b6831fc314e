package org.closecall.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.closecall.web.Typed;

/** An object of the file and the way to it. What is wrong with its fields is noted, so that all of it can be told at once. */
record Value(JsonNode node, String path, List<String> complaints) {

    private static final Instant EARLIEST = Instant.parse("1970-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("3000-01-01T00:00:00Z");

    /** Null where it is not there, null or blank. */
    String text(String name) {
        var field = node.path(name);
        if (field.isContainerNode()) {
            complain(name, "should be a text");
            return null;
        }
        var text = field.isNull() || field.isMissingNode() ? "" : Texts.clean(field.asText());
        return text.isEmpty() ? null : text;
    }

    String required(String name) {
        return there(name, text(name));
    }

    /** To the microsecond, which is what the store keeps. */
    Instant time(String name) {
        var text = text(name);
        try {
            return text == null ? null : inRange(name, OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MICROS));
        } catch (DateTimeParseException notATime) {
            complain(name, "“" + Typed.shortened(text, 40) + "” is not a time with its offset, such as 2026-11-12T01:11:00Z");
            return null;
        }
    }

    Instant requiredTime(String name) {
        return there(name, time(name));
    }

    /** Null where it is not there. */
    <E> E oneOf(String name, Map<String, E> known) {
        var text = text(name);
        if (text != null && !known.containsKey(text)) {
            complain(name, "“" + Typed.shortened(text, 40) + "” is none of " + known.keySet().stream().sorted().toList());
        }
        return text == null ? null : known.get(text);
    }

    List<Value> list(String name) {
        var field = node.path(name);
        if (!field.isArray() && !field.isNull() && !field.isMissingNode()) {
            complain(name, "should be a list");
        }
        return field.isArray() ? IntStream.range(0, field.size()).mapToObj(i -> element(field.get(i), path + "." + name + "[" + i + "]")).toList()
                : List.of();
    }

    void complain(String name, String what) {
        complaints.add(path + "." + name + " " + what);
    }

    private Value element(JsonNode element, String where) {
        if (!element.isObject()) {
            complaints.add(where + " should be an object");
        }
        return new Value(element, where, complaints);
    }

    private Instant inRange(String name, Instant time) {
        if (time.isBefore(EARLIEST) || !time.isBefore(LATEST)) {
            complain(name, "lies outside the years 1970 to 2999: " + time);
        }
        return time;
    }

    private <T> T there(String name, T value) {
        var alreadySaid = value == null && complaints.stream().anyMatch(complaint -> complaint.startsWith(path + "." + name + " "));
        if (value == null && !alreadySaid) {
            complain(name, "is missing");
        }
        return value;
    }
}
