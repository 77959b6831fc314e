package org.closecall.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class MarkdownTest {

    @Test
    void whatLooksLikeATagIsText() {
        assertEquals("<p>List&lt;String&gt; and a&lt;b in &lt;pod-name&gt;</p>\n", Markdown.html("List<String> and a<b in <pod-name>"));
        assertTrue(Markdown.html("<img src=x onerror=alert(3)>").contains("&lt;img src&#61;x onerror&#61;alert(3)&gt;"));
        assertEquals("Map<String> and <b>", Markdown.plain("Map<String> and <b>"));
        assertEquals("<div> alone </div>", Markdown.plain("<div>\nalone\n</div>"));
    }

    @Test
    void nothingRuns() {
        for (var hostile : new String[] {"<script>alert(1)</script>", "[x](javascript:alert(1))", "![x](x\" onerror=alert(1))", "<a href=\"javascript:alert(1)\">x</a>", "[x](data:text/html,<script>alert(1)</script>)"}) {
            var html = Markdown.html(hostile);
            assertFalse(html.matches("(?s).*(<script|<img|href=\"(javascript|data)|<[^>]+onerror).*"), html);
        }
    }

    @Test
    void headingsBeginBelowThePagesOwn() {
        assertEquals("<h3>One</h3>\n<h4>Two</h4>\n<h5>Three</h5>\n", Markdown.html("# One\n\n## Two\n\n### Three"));
    }
}
