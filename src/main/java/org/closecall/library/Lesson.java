package org.closecall.library;

import io.quarkus.qute.TemplateData;
import java.util.List;
import org.closecall.postmortem.Postmortem;
import org.closecall.web.WordDiff.Piece;

/** A published postmortem in a list. excerpt: where the words that were searched for stand in it; empty without a search. */
@TemplateData
public record Lesson(Postmortem postmortem, List<Piece> excerpt) {

    static Lesson of(Postmortem postmortem) {
        return new Lesson(postmortem, List.of());
    }
}
