package org.closecall.exchange;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A JSON file as its lists of records, each with the line it begins in, and the values beside them. A bare list has no name. */
record JsonFile(Map<String, JsonNode> values, Map<String, List<Element>> lists) {

    static final String BARE = "";

    private static final ObjectMapper MAPPER = new ObjectMapper();

    record Element(JsonNode node, String path, int line) {
    }

    static JsonFile read(byte[] content) {
        try (var parser = MAPPER.createParser(content)) {
            return read(parser);
        } catch (JsonEOFException end) {
            throw new Refused("Line " + end.getLocation().getLineNr() + ": the file ends in the middle of a value; it was cut short");
        } catch (JsonProcessingException broken) {
            throw new Refused(place(broken.getLocation()) + "not JSON. " + broken.getOriginalMessage().lines().findFirst().orElse(""));
        } catch (CharConversionException encoding) {
            throw new Refused("The file is not UTF-8: " + encoding.getMessage());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    boolean has(String list) {
        return lists.containsKey(list);
    }

    List<Element> list(String name) {
        return lists.getOrDefault(name, List.of());
    }

    private static JsonFile read(JsonParser parser) throws IOException {
        var file = new JsonFile(new LinkedHashMap<>(), new LinkedHashMap<>());
        var token = parser.nextToken();
        if (token == JsonToken.START_ARRAY) {
            file.lists.put(BARE, elements(parser, BARE));
        } else if (token == JsonToken.START_OBJECT) {
            file.readFields(parser);
        } else {
            throw new Refused(token == null ? "The file is empty" : "Line 1: neither a list nor an object of JSON");
        }
        if (parser.nextToken() != null) {
            throw new Refused("Line " + parser.currentTokenLocation().getLineNr() + ": something follows after the end of the JSON");
        }
        return file;
    }

    private void readFields(JsonParser parser) throws IOException {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            var name = parser.currentName();
            if (parser.nextToken() == JsonToken.START_ARRAY) {
                lists.put(name, elements(parser, name));
            } else {
                values.put(name, MAPPER.readTree(parser));
            }
        }
    }

    private static String place(JsonLocation location) {
        return location == null ? "" : "Line %d, column %d: ".formatted(location.getLineNr(), location.getColumnNr());
    }

    private static List<Element> elements(JsonParser parser, String name) throws IOException {
        var elements = new ArrayList<Element>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            var line = parser.currentTokenLocation().getLineNr();
            elements.add(new Element(MAPPER.readTree(parser), name + "[" + elements.size() + "]", line));
        }
        return elements;
    }
}
