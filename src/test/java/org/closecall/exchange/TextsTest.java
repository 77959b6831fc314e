package org.closecall.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class TextsTest {

    @Test
    void listsBecomeLines() {
        assertEquals("- 15:14 - We look.\n- 16:02 - Fixed.", Texts.readable("<ul><li><strong>15:14</strong> - We look.</li><li><strong>16:02</strong> - Fixed.</li></ul>"));
    }

    @Test
    void whatOnlyLooksLikeHtmlStays() {
        assertEquals("< 2% of runs, List<String> and <project-id>", Texts.readable("< 2% of runs, List<String> and <project-id>"));
        assertEquals("a < b and c > d", Texts.readable("a &lt; b and c &gt; d"));
        assertEquals("AT&T &copy=1", Texts.readable("AT&T &copy=1"));
    }

    @Test
    void paragraphsAndBreaksStayApart() {
        assertEquals("One\n\nTwo\nthree", Texts.readable("<p>One</p>\n<p>Two<br/>three</p>"));
    }

    @Test
    void scriptsAreText() {
        assertEquals("<script>alert(1)</script>", Texts.readable("<script>alert(1)</script>"));
    }

    @Test
    void unstorableSignsGo() {
        assertEquals("ab\ncd", Texts.clean("\ufeffa\u0000b\r\nc\ud83dd "));
        assertEquals("🚒", Texts.clean("🚒"));
    }

    @Test
    void aTitleIsTheFirstSentence() {
        assertEquals("us-east1: Elevated errors.", Texts.firstSentence("us-east1: Elevated errors. More follows.", 160));
        assertEquals("Version 1.2 is slow", Texts.firstSentence("Version 1.2 is slow\n\nMore", 160));
        assertEquals("", Texts.firstSentence("", 160));
    }

    @Test
    void aFileHasANameWithoutItsFolder() {
        assertEquals("incidents.json", Texts.fileName("C:\\fakepath\\incidents.json"));
        assertEquals("incidents.json", Texts.fileName("/tmp/incidents.json"));
        assertEquals("incidents.json", Texts.fileName(null));
    }
}
