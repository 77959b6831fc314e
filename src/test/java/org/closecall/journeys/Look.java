package org.closecall.journeys;

import com.microsoft.playwright.options.ColorScheme;

/** How a page is looked at. */
record Look(int width, ColorScheme scheme, boolean scripts) {

    static final int DESK = 1280;
    static final int PHONE = 390;

    @Override
    public String toString() {
        return width + " px, " + scheme.name().toLowerCase() + (scripts ? "" : ", without scripts");
    }
}
