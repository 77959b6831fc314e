package org.closecall.postmortem;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.closecall.facilitation.Questions;
import org.closecall.wording.Advice;
import org.closecall.wording.WordingHelp;

/** Questions that a button puts at the end of a section, with a place for the answer, before it is saved. */
@RequestScoped
class Insertion {

    private static final String ADVICE = "advice.";

    @Inject
    Questions questions;

    @Inject
    WordingHelp wording;

    /** insert: advice.section, or a question of the bank such as CUES.2, which goes into the section named by into. */
    void into(MultivaluedMap<String, String> form) {
        var insert = Texts.orEmpty(form.getFirst("insert"));
        var advised = insert.startsWith(ADVICE);
        var section = advised ? insert.substring(ADVICE.length()) : Texts.orEmpty(form.getFirst("into"));
        var text = Texts.orEmpty(form.getFirst(section));
        var asked = asked(insert, advised, text);
        if (form.containsKey(section) && !asked.isEmpty()) {
            form.putSingle(section, Stream.concat(Stream.of(text.stripTrailing()), asked.stream().map(question -> "**" + question + "**"))
                    .filter(part -> !part.isEmpty()).collect(Collectors.joining("\n\n", "", "\n\n")));
        }
    }

    private List<String> asked(String insert, boolean advised, String text) {
        return advised ? wording.inText(text).stream().map(Advice::question).toList() : Stream.ofNullable(questions.named(insert)).toList();
    }
}
