package org.closecall.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import org.closecall.web.Mentions.Mark;
import org.closecall.web.Mentions.Target;
import org.junit.jupiter.api.Test;

class MarkdownTest {

    private static final Mentions TWO = marks -> Map.of(new Mark(12, null), new Target("/occurrences/12", "#12", "Disk \"full\" <b>"),
            new Mark(12, 45L), new Target("/occurrences/12#entry-45", "#12, 14:02", "It began"));
    /** Every tag and attribute that may come out, as the sanitiser writes them. */
    private static final Pattern HARMLESS = Pattern.compile("</?(p|br|strong|em|code|pre|ul|ol|li|blockquote|h[345]|hr|table|thead|tbody|tr|th|td|a|img|input)"
            + "( (href=\"(https?:|mailto:|(?![^\"/?#]*(:|&#58;)))[^\"<>]*\"|rel=\"nofollow\"|title=\"[^\"<>]*\"|src=\"/attachments/\\d+/[^\"<>]+\"|alt=\"[^\"<>]*\"|loading=\"lazy\"|class=\"language-[^\"<>]+\""
            + "|type=\"checkbox\"|disabled=\"\"|checked=\"\"|aria-label=\"(done|to do)\"|align=\"\\w+\"|start=\"\\d+\"))* ?/?>");

    @Test
    void whatLooksLikeATagIsText() {
        assertEquals("<p>List&lt;String&gt; and a&lt;b in &lt;pod-name&gt;</p>\n", html("List<String> and a<b in <pod-name>"));
        assertTrue(html("<img src=x onerror=alert(3)>").contains("&lt;img src&#61;x onerror&#61;alert(3)&gt;"));
        assertEquals("Map<String> and <b>", Markdown.plain("Map<String> and <b>"));
        assertEquals("<div> alone </div>", Markdown.plain("<div>\nalone\n</div>"));
    }

    @Test
    void wordsOfCellsAndBlocksStandApart() {
        assertEquals("time what 20:40 roll back", Markdown.plain("| time | what |\n|---|---|\n| 20:40 | roll *back* |"));
        assertEquals("One two three four", Markdown.plain("# One\n- two\n- three\n\n> four"));
    }

    @Test
    void nothingRuns() {
        for (var hostile : List.of("<script>alert(1)</script>", "[x](javascript:alert(1))", "[x](JaVaScRiPt&#58;alert(1))", "![x](javascript:alert(1))", "![x](x\" onerror=alert(1))", "<a href=\"javascript:alert(1)\">x</a>",
                "[x](data:text/html,<script>alert(1)</script>)", "<svg onload=alert(1)>", "![x](data:image/svg+xml;base64,PHN2Zz4=)", "```x\" onclick=\"alert(1)\n```", "[x](vbscript:x)", "[x]: javascript:alert(1)\n[x]", "<javascript:alert(1)>",
                "![x](/attachments/1/a.png\"onerror=\"x)", "| <img src=x> |\n|---|\n| <script> |", "- [x] <input autofocus onfocus=alert(1)>", "&#x3c;script&#x3e;alert(1)", "[#12](javascript:alert(1))")) {
            harmless(hostile);
        }
    }

    @Test
    void nothingRunsWhateverIsPutTogether() {
        var pieces = List.of("<script>", "![a](", "[b](", "javascript:x", ")", "]", "`", "```js\n", "\n", "\n\n", "> ", "- [ ] ", "* ", "**", "_", "|", "---|", "#12", "#12@45", "/attachments/1/x.png", "https://e.org/", "<svg/onload=", "\"", "'", "&lt;", "\\", "data:text/html,", "<!--", "-->", "\u0000", "\u202e", "<a href=x>", "    ", "1. ");
        var random = new Random(42);
        for (var i = 0; i < 3_000; i++) {
            var text = new StringBuilder();
            random.ints(random.nextInt(30), 0, pieces.size()).forEach(piece -> text.append(pieces.get(piece)));
            harmless(text.toString());
        }
    }

    /** The longest section. What would take longer with its square would take minutes. */
    @Test
    void whatIsLongOrDeepTakesNoTime() {
        var each = 500_000;
        for (var piece : List.of("word ", "[", "![", "> ", "- ", "* _", "**a ", "`a", "<a", "#12 ", "a@", "|a", "\n- ", "\\", "&#", "![a](/attachments/1/", "https://e.org/ ", "[a](", "- [ ] ")) {
            var text = piece.repeat(each / piece.length());
            assertTimeout(Duration.ofSeconds(10), () -> Markdown.html(text, TWO), piece);
            assertTimeout(Duration.ofSeconds(10), () -> Markdown.plain(text), piece);
        }
    }

    @Test
    void whatHasTooMuchMarkupIsShownAsItWasWritten() {
        var cells = "|a".repeat(25_000) + "|\n" + "|-".repeat(25_000) + "|\n" + "|a|\n".repeat(100);
        var bomb = "[a]: /" + "u".repeat(100_000) + "\n\n" + "[a] ".repeat(20_000);
        for (var text : List.of(cells, bomb, "<[".repeat(60_000), "- a\n".repeat(60_000))) {
            var html = html(text);
            assertTrue(html.startsWith("<p><em>This text has too much markup"), html.substring(0, 40));
            assertEquals(text, html.substring(html.indexOf("<pre>") + 5, html.length() - 6).replace("&lt;", "<").replace("&gt;", ">"));
            assertEquals(text.strip().replaceAll("\\s+", " "), Markdown.plain(text));
        }
        var log = "2026-11-12T02:16:00Z [pool-1] WARN a_b: retry {\"n\": 3} | host a-1 `x`\n".repeat(500_000 / 72);
        assertTrue(html("```\n" + log + "```").startsWith("<pre>"));
    }

    @Test
    void headingsBeginBelowThePagesOwn() {
        assertEquals("<h3>One</h3>\n<h4>Two</h4>\n<h5>Three</h5>\n", html("# One\n\n## Two\n\n### Three"));
    }

    @Test
    void tasksAreBoxesThatSayWhatTheyShow() {
        assertEquals("<ul><li><input type=\"checkbox\" disabled=\"\" aria-label=\"to do\" /> a</li><li><input type=\"checkbox\" disabled=\"\" checked=\"\" aria-label=\"done\" /> b</li></ul>", html("- [ ] a\n- [x] b").replace("\n", ""));
    }

    @Test
    void codeKeepsItsLanguageAndNothingElse() {
        assertTrue(html("```c++\nx\n```").contains("<code class=\"language-c&#43;&#43;\">"));
        assertTrue(html("```a\"b\nx\n```").contains("<pre><code>x"));
    }

    @Test
    void onlyOurOwnPicturesAreShown() {
        assertEquals("<p><a href=\"/attachments/5/a%20b.png\" rel=\"nofollow\"><img src=\"/attachments/5/a%20b.png\" alt=\"errors\" loading=\"lazy\" /></a></p>\n", html("![errors](/attachments/5/a%20b.png)"));
        assertEquals("<p><a href=\"https://e.org/x.png\" rel=\"nofollow\">errors</a></p>\n", html("![errors](https://e.org/x.png)"));
        assertEquals("<p><a href=\"https://e.org/x.png\" rel=\"nofollow\">https://e.org/x.png</a></p>\n", html("![](https://e.org/x.png)"));
        assertFalse(html("![x](//e.org/attachments/1/x.png) ![x](/attachments/1/../2) ![x](/attachments/../x.png)").contains("<img"));
    }

    @Test
    void marksLeadToWhatIsThere() {
        assertEquals("<p>See <a href=\"/occurrences/12\" title=\"Disk &#34;full&#34; &lt;b&gt;\" rel=\"nofollow\">#12</a>, (<a href=\"/occurrences/12#entry-45\" title=\"It began\" rel=\"nofollow\">#12, 14:02</a>) and #13.</p>\n", html("See #12, (#12@45) and #13."));
    }

    @Test
    void marksInCodeLinksAndWordsStay() {
        for (var text : List.of("`#12`", "```\n#12\n```", "    #12", "[see #12](https://e.org)", "https://e.org/#12", "a#12", "#12a", "#12@mia", "#12@45a", "&#12;", "#1234567890", "\\# 12")) {
            assertFalse(html(text).contains("/occurrences/12"), text);
        }
    }

    private static void harmless(String text) {
        var html = Markdown.html(text, TWO);
        assertFalse(HARMLESS.matcher(html).replaceAll("").matches("(?s).*[<>].*"), () -> text + "\nbecame\n" + html);
    }

    private static String html(String markdown) {
        return Markdown.html(markdown, TWO);
    }
}
