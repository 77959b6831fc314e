package org.closecall.journeys;

import com.microsoft.playwright.options.ColorScheme;
import io.quarkus.test.junit.QuarkusTest;

/** The same on a phone, in the dark, without JavaScript. */
@QuarkusTest
class NoScriptJourneyTest extends MainJob {

    @Override
    Look looking() {
        return new Look(Look.PHONE, ColorScheme.DARK, false);
    }
}
