package org.closecall.prevention;

import java.util.Objects;

/** What a program sends of one thing that happened. */
interface ApiNew<E extends PreventionRecord> {

    String key();

    Long occurrence();

    /** As the form would be typed: the same rules hold. */
    PreventionForm<E> form(Known known);

    /** The number as forms have it. */
    default String occurrenceNumber() {
        return Objects.toString(occurrence(), "");
    }
}
