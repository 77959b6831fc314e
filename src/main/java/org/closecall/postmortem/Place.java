package org.closecall.postmortem;

import io.quarkus.qute.TemplateData;
import java.util.List;
import java.util.stream.Stream;
import org.closecall.web.Option;

/** What a comment is about. The key of the whole is empty. */
@TemplateData
public record Place(String key, String title) {

    private static final Place WHOLE = new Place("", "The whole");

    /** The whole first, then what the document has, in its order. */
    static List<Place> of(Postmortem postmortem) {
        return Stream.concat(Stream.of(WHOLE), postmortem.asked().parts().stream().flatMap(Place::of)).toList();
    }

    /** What is not there any longer, such as a former section that was emptied, is named by its key. */
    static Place of(Postmortem postmortem, String key) {
        var wanted = Texts.orEmpty(key);
        return of(postmortem).stream().filter(place -> place.key.equals(wanted)).findFirst().orElse(new Place(wanted, wanted));
    }

    private static Stream<Place> of(Part part) {
        var texts = part.sections().stream().map(section -> new Place(section.key(), section.title())).toList();
        return texts.isEmpty() ? Stream.of(new Place(part.key(), part.title())) : texts.stream();
    }

    Option option() {
        return Option.of(key, title);
    }

    String inWords() {
        return key.isEmpty() ? "the postmortem" : "“" + title + "”";
    }
}
