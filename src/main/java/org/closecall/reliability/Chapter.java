package org.closecall.reliability;

import io.quarkus.qute.TemplateData;
import java.util.List;

/**
 * Pictures on one question, such as how often.
 *
 * @param words what can be said of them, a sentence each
 * @param more where the whole is of which a part is shown; null: nothing is left out
 */
@TemplateData
public record Chapter(String id, String title, List<String> words, List<Chart> charts, Tile.Link more) {

    public Chapter(String id, String title, List<String> words, List<Chart> charts) {
        this(id, title, words, charts, null);
    }

    public static Chapter of(String id, String title, List<Chart> charts) {
        return new Chapter(id, title, List.of(), charts);
    }
}
