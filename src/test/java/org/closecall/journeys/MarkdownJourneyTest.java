package org.closecall.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.options.ColorScheme;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.closecall.Browser;
import org.closecall.Fixtures;
import org.junit.jupiter.api.Test;

/** Writing Markdown without knowing it, with a picture pasted from the clipboard and one that is refused. */
@QuarkusTest
class MarkdownJourneyTest extends Journey {

    private static final String BOX = "#impact-text";
    private static final String SEND = """
            async ([how, name, svg]) => {
                const canvas = document.createElement('canvas');
                const blob = svg ? new Blob(['<svg/>']) : await new Promise((done) => canvas.toBlob(done));
                const data = new DataTransfer();
                data.items.add(new File([blob], name, { type: 'image/png' }));
                const event = how === 'paste' ? new ClipboardEvent(how, { clipboardData: data, bubbles: true, cancelable: true }) : new DragEvent(how, { dataTransfer: data, bubbles: true, cancelable: true });
                document.querySelector('#impact-text').dispatchEvent(event);
            }
            """;

    @Test
    void withToolsPicturesAndAPreview() {
        open(new Look(Look.PHONE, ColorScheme.DARK, true));
        enter();
        go("/occurrences/1/postmortem/edit");
        var box = page.locator(BOX);
        box.fill("nobody could pay");
        box.selectText();
        box.press("Control+b");
        assertEquals("**nobody could pay**", box.inputValue());
        box.press("Control+b");
        box.press("Control+z");
        assertEquals("**nobody could pay**", box.inputValue());
        box.press("End");
        box.press("Enter");
        tool("Tasks");
        box.pressSequentially("told them");
        box.press("ArrowUp");
        page.evaluate(SEND, List.of("drop", "plan.png", true));
        page.waitForFunction("() => document.querySelector('#impact .tools__said').textContent.includes('plan.png is a page or a drawing')");
        box.press("Control+End");
        page.evaluate(SEND, List.of("paste", "Error rate.png", false));
        page.waitForFunction("() => document.querySelector('#impact-text').value.includes('/attachments/')");
        assertEquals("**nobody could pay**\n- [ ] told them\n\n![Error rate](/attachments/1/Error%20rate.png)\n", box.inputValue());
        tool("Preview");
        page.waitForFunction("() => document.querySelector('.tools__shown img')?.complete");
        check();
        assertTrue(page.locator(".tools__shown").innerText().contains("nobody could pay"));
        tool("Preview");
        assertTrue(box.isVisible());
        press("Save “Impact”");
        go("/occurrences/1/postmortem");
        assertEquals(1, page.locator("article img[alt='Error rate']").count());
    }

    private void tool(String name) {
        page.locator("#impact [data-tools] button").filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText(name)).click();
    }

    private void enter() {
        Fixtures.organisation();
        var member = Browser.as("member");
        member.get("/report");
        member.post("/occurrences", "key", member.key(), "kind", "INCIDENT", "narrative", "Checkout was slow.", "noticed", "2026-01-05T13:50");
        member.post("/occurrences/1/postmortem", "template", "FULL").then().statusCode(303);
        signIn(member);
    }
}
