package org.closecall.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;

class ThreeWayTest {

    private static final String BASE = "Payments failed for an hour.\n\nNobody was paged.";

    @Test
    void takesBothWhereEachChangedWordsOfTheirOwn() {
        assertEquals("Card payments failed for an hour.\n\nNobody was paged until four.",
                merged(BASE, "Payments failed for an hour.\n\nNobody was paged until four.", "Card payments failed for an hour.\n\nNobody was paged."));
    }

    @Test
    void takesOneWhereOnlyOneChangedAnything() {
        assertEquals("Theirs", merged(BASE, BASE, "Theirs"));
        assertEquals("Mine", merged(BASE, "Mine", BASE));
        assertEquals("", merged(BASE, BASE, ""));
    }

    @Test
    void doesOnceWhatBothDid() {
        assertEquals("Payments failed for two hours.\n\nNobody was paged. It rained.",
                merged(BASE, "Payments failed for two hours.\n\nNobody was paged. It rained.", "Payments failed for two hours.\n\nNobody was paged."));
    }

    @Test
    void proposesNothingWhereBothChangedTheSameWords() {
        assertNull(merged(BASE, BASE.replace("an hour", "two hours"), BASE.replace("an hour", "41 minutes")));
        assertNull(merged("Declined.", "Declined. Twice.", "Declined. Often."));
        assertNull(merged("", "Mine", "Theirs"));
    }

    @Test
    void keepsTheParagraphsBothAddedAtTheSamePlace() {
        assertEquals(BASE + "\n\nTheirs is here.\n\nMine is here.", merged(BASE, BASE + "\n\nMine is here.", BASE + "\n\nTheirs is here."));
    }

    @Test
    void changesNothingElse() {
        var base = "one two three four five six seven eight";
        assertEquals("1 two three 4 five six seven 8 9", merged(base, "1 two three four five six seven 8 9", "one two three 4 five six seven eight"));
        assertEquals("two three four five six seven", merged(base, "two three four five six seven eight", "one two three four five six seven"));
    }

    private static String merged(String base, String mine, String theirs) {
        return ThreeWay.of(base, mine, theirs).merged();
    }
}
