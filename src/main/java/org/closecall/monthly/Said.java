package org.closecall.monthly;

import io.quarkus.qute.TemplateData;
import io.quarkus.qute.TemplateExtension;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.closecall.reliability.Tile;

/**
 * A number as a tile says it, in words: what it is, what it rests on and its interval, and the same over twelve months.
 * Two of them are compared as they were read.
 */
@TemplateData
public record Said(String name, String value, String rest, String year) {

    /** {tile.said} */
    @TemplateExtension(matchName = "said")
    static Said of(Tile tile) {
        var rest = joined(tile.records == null ? null : tile.records.text(), tile.line, tile.aside == null ? null : " " + tile.aside.text(),
                tile.parts == null || tile.parts.isEmpty() ? null : " " + tile.parts.stream().map(Tile.Link::text).collect(Collectors.joining(", ")) + ".", tile.point == null ? null : " " + tile.point + ".",
                tile.also == null ? null : " " + tile.also.name() + ": " + tile.also.value() + " " + tile.also.line());
        return new Said(tile.name, joined(tile.value, tile.unit == null ? null : " " + tile.unit), rest, tile.year == null ? null : joined(tile.yearName, ": ", tile.year.text(), tile.yearLine));
    }

    /** Value and what it rests on: a number never stands without. */
    String whole() {
        return joined(value, rest == null || rest.isEmpty() ? null : "; " + rest);
    }

    private static String joined(String... parts) {
        return Stream.of(parts).filter(Objects::nonNull).collect(Collectors.joining()).replaceAll(" {2,}", " ").strip();
    }
}
