package org.closecall.reliability;

import io.quarkus.qute.TemplateData;
import java.util.List;

/**
 * Pictures on one question, such as how often.
 *
 * @param words what can be said of them, a sentence each
 */
@TemplateData
public record Chapter(String id, String title, List<String> words, List<Chart> charts) {

    public static Chapter of(String id, String title, List<Chart> charts) {
        return new Chapter(id, title, List.of(), charts);
    }
}
