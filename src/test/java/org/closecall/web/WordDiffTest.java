package org.closecall.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class WordDiffTest {

    @Test
    void marksInEachWhatTheOtherHasNot() {
        var diff = WordDiff.of("Declined in 41 minutes", "Declined for 42 minutes");
        assertEquals("Declined [in] [41] minutes", shown(diff.mine()));
        assertEquals("Declined [for] [42] minutes", shown(diff.theirs()));
    }

    @Test
    void marksNothingInEqualTextsAndEverythingBesideNothing() {
        assertEquals("a b", shown(WordDiff.of("a b", "a b").mine()));
        assertEquals("[a b]", shown(WordDiff.of("a b", "").mine()));
        assertEquals(List.of(), WordDiff.of("a b", "").theirs());
    }

    @Test
    void joinsToTheTextsItCompared() {
        var random = new Random(7);
        for (var i = 0; i < 500; i++) {
            var mine = text(random);
            var theirs = text(random);
            var diff = WordDiff.of(mine, theirs);
            assertEquals(mine, joined(diff.mine()));
            assertEquals(theirs, joined(diff.theirs()));
            assertEquals(kept(diff.mine()), kept(diff.theirs()));
            assertEquals(mine, without(diff, WordDiff.In.THEIRS));
            assertEquals(theirs, without(diff, WordDiff.In.MINE));
        }
    }

    @Test
    void comparesTheLongestSectionsInNoTime() {
        var mine = "word ".repeat(100_000);
        var theirs = "other ".repeat(80_000);
        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> WordDiff.of(mine, theirs));
        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> WordDiff.of(mine + "x y " + theirs, mine + "y z " + theirs));
    }

    @Test
    void readsInOneFlow() {
        var flow = WordDiff.of("Declined in 41 minutes", "Declined for 42 minutes").flow();
        assertEquals("Declined -in 41-+for 42+ minutes", flow.stream().map(run -> run.mine() ? "-" + run.text() + "-" : run.theirs() ? "+" + run.text() + "+" : run.text()).collect(Collectors.joining()));
    }

    private static String without(WordDiff diff, WordDiff.In in) {
        return diff.flow().stream().filter(run -> run.in() != in).map(WordDiff.Run::text).collect(Collectors.joining());
    }

    private static String text(Random random) {
        return random.ints(random.nextInt(30), 0, 6).mapToObj(i -> List.of("a", "b", " ", "\n\n", "cc ", "é").get(i)).collect(Collectors.joining());
    }

    private static String joined(List<WordDiff.Piece> pieces) {
        return pieces.stream().map(WordDiff.Piece::text).collect(Collectors.joining());
    }

    private static String kept(List<WordDiff.Piece> pieces) {
        return pieces.stream().filter(piece -> !piece.changed()).map(WordDiff.Piece::text).collect(Collectors.joining());
    }

    private static String shown(List<WordDiff.Piece> pieces) {
        return pieces.stream().map(piece -> piece.changed() ? "[" + piece.text() + "]" : piece.text()).collect(Collectors.joining());
    }
}
