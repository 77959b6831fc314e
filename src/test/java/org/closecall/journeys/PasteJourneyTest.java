package org.closecall.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.options.ColorScheme;
import io.quarkus.test.junit.QuarkusTest;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.closecall.Browser;
import org.closecall.Fixtures;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Sixty lines of a chat become a timeline, with scripts from the one box, without on a page of its own. */
@QuarkusTest
class PasteJourneyTest extends Journey {

    private static final String PASTE = """
            (text) => {
                const data = new DataTransfer();
                data.setData('text/plain', text);
                document.querySelector('#text').dispatchEvent(new ClipboardEvent('paste', {clipboardData: data, bubbles: true, cancelable: true}));
            }
            """;

    @BeforeEach
    void file() {
        Fixtures.organisation();
        var member = Browser.as("member");
        member.get("/report");
        member.post("/occurrences", "key", member.key(), "kind", "INCIDENT", "narrative", "Checkout was slow.", "noticed", "2026-01-05T13:50");
    }

    @Test
    void fromTheOneBox() {
        enter(new Look(Look.DESK, ColorScheme.LIGHT, true));
        go("/occurrences/1");
        fill("What happened", "13:55 typed already");
        page.waitForNavigation(() -> page.evaluate(PASTE, "\n" + sixty()));
        page.setViewportSize(Look.PHONE, 900);
        check();
        page.setViewportSize(Look.DESK, 900);
        check();
        assertEquals("typed already", field("What happened in row 1").inputValue());
        adds(61);
        press("Undo");
        sees("61 timeline entries removed.", "0 entries");
        press("Undo");
        sees("61 timeline entries back.", "61 entries");
    }

    @Test
    void withoutScripts() {
        enter(new Look(Look.PHONE, ColorScheme.DARK, false));
        go("/occurrences/1");
        follow("Paste several lines");
        fill("Lines of a chat", sixty());
        press("Show what they become");
        adds(60);
    }

    private void adds(int rows) {
        sees(rows + " rows from what you pasted");
        press("Add what is kept");
        at("/occurrences/1");
        sees(rows + " timeline entries added.", rows + " entries", "Ana Bell: Line 59 of the chat");
        var lines = page.locator("ol.line > li[id]").allInnerTexts();
        assertEquals(IntStream.range(0, 60).boxed().toList(), lines.stream().filter(line -> line.contains("Line ")).map(line -> Integer.valueOf(line.replaceFirst("(?s).*Line (\\d+).*", "$1"))).toList());
    }

    private void enter(Look with) {
        open(with);
        signIn(Browser.as("member"));
    }

    /** From shortly before midnight on, two lines a minute. */
    private static String sixty() {
        return IntStream.range(0, 60).mapToObj(i -> "Ana Bell  %d:%02d %s\nLine %d of the chat".formatted((22 + (35 + i * 2) / 60) % 12 == 0 ? 12 : (22 + (35 + i * 2) / 60) % 12, (35 + i * 2) % 60, (22 + (35 + i * 2) / 60) >= 24 ? "AM" : "PM", i))
                .collect(Collectors.joining("\n"));
    }
}
