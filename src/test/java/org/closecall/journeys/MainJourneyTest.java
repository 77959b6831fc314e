package org.closecall.journeys;

import com.microsoft.playwright.options.ColorScheme;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class MainJourneyTest extends MainJob {

    @Override
    Look looking() {
        return new Look(Look.DESK, ColorScheme.LIGHT, true);
    }
}
