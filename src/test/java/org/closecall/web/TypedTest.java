package org.closecall.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class TypedTest {

    @Test
    void aLongTextIsCutAtAWordAndNeverWithinASign() {
        var cut = Typed.shortened("word ".repeat(50).strip(), 160);
        assertTrue(cut.length() <= 160 && cut.endsWith("word…"), cut);
        assertEquals(160, Typed.shortened("x".repeat(300), 160).length());
        assertEquals("🚒…", Typed.shortened("🚒🚒🚒", 4));
    }

    @Test
    void signsThatNobodySeesAreNothingTyped() {
        assertNull(Typed.orNull("\u200B \u200D\u2060\uFEFF\n"));
        assertEquals("👩\u200D🚒", Typed.orNull(" 👩\u200D🚒 "));
    }
}
