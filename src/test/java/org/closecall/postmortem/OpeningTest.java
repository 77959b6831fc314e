package org.closecall.postmortem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class OpeningTest {

    @Test
    void theFirstParagraphLeadsAndTheRestFollows() {
        var opening = Opening.of("One thing led to another.\nIt ended well.\n\nThen came the rest.\n\nAll of it.");
        assertEquals("One thing led to another.\nIt ended well.", opening.lead());
        assertEquals("Then came the rest.\n\nAll of it.", opening.rest());
    }

    @Test
    void neitherListsNorHeadingsNorLongParagraphsLead() {
        for (var text : new String[] {"- a\n- b", "1. a", "# A heading\n\ntext", "> quoted", "```\ncode\n```", "| a | b |\n|---|---|", "long ".repeat(200)}) {
            assertEquals("", Opening.of(text).lead(), text);
            assertEquals(text.strip(), Opening.of(text).rest());
        }
        assertEquals("", Opening.of(null).lead());
    }

    @Test
    void listsShowWholeSentencesWithoutMarkup() {
        assertEquals("The drill passed for a year. Nobody counted rows.", Opening.of("The **drill** passed for a year.\nNobody [counted](https://example.org) rows.").sentences());
        var long_ = Opening.of("Short. " + "A much longer sentence that goes on and on ".repeat(20)).sentences();
        assertEquals("Short.", long_);
        var endless = Opening.of("word".repeat(100)).sentences();
        assertTrue(endless.endsWith(" …") && endless.length() < 250, endless);
        assertEquals("", Opening.of("").sentences());
    }
}
