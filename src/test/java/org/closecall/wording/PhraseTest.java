package org.closecall.wording;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PhraseTest {

    private static final People NOBODY = People.called(List.of());

    @Test
    void readsTheGrammar() {
        assertTrue(found("careless*", "Carelessly done"));
        assertFalse(found("care", "careless"));
        assertTrue(found("should/could have", "we COULD  have"));
        assertTrue(found("could ... have known", "could not really have known"));
        assertFalse(found("could ... have known", "could not really at the time have known"));
        assertFalse(found("could ... have known", "could. We have known"));
        assertTrue(found("^ investigate", "Investigate it"));
        assertFalse(found("^ investigate", "Then investigate it"));
        assertTrue(found("improve $", "Improve."));
        assertFalse(found("improve $", "Improve it"));
        assertTrue(found("PERSON forgot", "the on-call engineer also forgot"));
        assertFalse(found("PERSON forgot", "Redis forgot"));
        assertTrue(Phrase.of("PERSON forgot").in("Redis forgot", 0, 12, People.called(List.of("Redis Smith"))).size() == 1);
        assertFalse(found("blame", "a blame-free review"));
    }

    /** Whatever an administrator types and whoever writes: no error, no endless search. */
    @Test
    void survivesJunk() {
        var random = new Random(20261121);
        var alphabet = List.of("a", "b", "*", "/", "...", "^", "$", "PERSON", "(", "[", "\\", "\\E", "+", "?", "{2}", "ß", "🙂", "'", "-", "!");
        for (var i = 0; i < 3_000; i++) {
            var line = random.ints(random.nextInt(1, 7), 0, alphabet.size()).mapToObj(alphabet::get).reduce("", (one, two) -> one + (random.nextBoolean() ? " " : "") + two);
            var text = random.ints(random.nextInt(1, 40), 0, alphabet.size()).mapToObj(alphabet::get).reduce("", (one, two) -> one + " " + two);
            if (line.split("PERSON", -1).length < 3) {
                Phrase.of(line).in(text, 0, text.length(), NOBODY).forEach(place -> assertTrue(place.start() >= 0 && place.end() <= text.length(), line));
            }
        }
        assertEquals(1, Phrase.of("a ... b").in("a " + "x ".repeat(50_000) + "a b", 0, 100_005, NOBODY).size());
    }

    private static boolean found(String phrase, String text) {
        return !Phrase.of(phrase).in(text, 0, text.length(), NOBODY).isEmpty();
    }
}
