package org.closecall.wording;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Against the rules the migration brings. sentences.tsv was written beside them. held-out.tsv was written by somebody who
 * had not seen them: on first sight they marked 60 of its 80 sentences to be marked and 4 of its 80 innocent ones; since
 * then the rules have learned from it, so that it guards against falling back and no longer measures.
 */
@QuarkusTest
@Transactional
class WordingTest {

    private record Sentence(boolean judges, Where where, String text) {

        static Sentence of(String line) {
            var columns = line.split("\t");
            return new Sentence(columns[0].equals("MARK"), columns[1].equals("TEXT") ? Where.TEXTS : Where.ACTIONS, columns[3]);
        }
    }

    @Test
    void marksWhatJudgesAndLeavesAloneWhatOnlyLooksAlike() throws IOException {
        var sentences = sentences("sentences.tsv");
        assertEquals(144, sentences.size());
        assertEquals(List.of(), marked(sentences, false));
        assertEquals(72, marked(sentences, true).size());
    }

    @Test
    void staysAsGoodOnSentencesOfSomebodyElse() throws IOException {
        var sentences = sentences("held-out.tsv");
        assertEquals(160, sentences.size());
        assertEquals(List.of(), marked(sentences, false));
        assertTrue(marked(sentences, true).size() >= 79);
    }

    @Test
    void saysWhereWhyAndWhatToAsk() {
        var hint = wording().hints("It rained.\nPriya should’ve known 🙂. Then it stopped.", Where.TEXTS).get(0);
        assertEquals("Priya should’ve", hint.words());
        assertEquals(11, hint.from());
        assertEquals("", hint.before());
        assertEquals(" known 🙂. Then it stopped.", hint.after());
        assertTrue(hint.question().startsWith("What"));
    }

    @Test
    void readsNeitherQuotationsNorCodeNorHeadingsNorAddresses() {
        var text = "# Human error\n> human error\n`human error` and \"human error\" and https://example.org/human-error\n```\nhuman error\n```\nhuman error";
        var hints = wording().hints(text, Where.TEXTS);
        assertEquals(1, hints.size());
        assertEquals(text.length() - 11, hints.get(0).from());
    }

    @Test
    void takesACapitalisedWordForAPersonOnlyWhenSomebodyIsCalledSo() {
        assertEquals(0, wording().hints("Traefik forgot the route.", Where.TEXTS).size());
        assertEquals(1, wording().hints("Then Priya forgot the route.", Where.TEXTS).size());
    }

    @Test
    void hasNothingToSayAboutNothing() {
        assertEquals(List.of(), wording().hints(null, Where.TEXTS));
        assertEquals(List.of(), wording().hints(" \n", Where.ACTIONS));
    }

    private static Wording wording() {
        return Wording.of(WordingRule.inUse(), People.called(List.of("Mara Delgado", "Tomasz Lind", "Ines Okafor", "Priya Rao")));
    }

    private static List<Sentence> marked(List<Sentence> sentences, boolean rightly) {
        var wording = wording();
        return sentences.stream().filter(sentence -> sentence.judges == rightly && !wording.hints(sentence.text, sentence.where).isEmpty()).toList();
    }

    private static List<Sentence> sentences(String file) throws IOException {
        try (var in = WordingTest.class.getResourceAsStream("/wording/" + file)) {
            return Stream.of(new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")).map(Sentence::of).collect(Collectors.toList());
        }
    }
}
