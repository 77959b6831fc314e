package org.closecall.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
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
}
