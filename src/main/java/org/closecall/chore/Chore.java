package org.closecall.chore;

import java.time.Duration;
import java.time.Instant;

/**
 * Work that is done again and again, by one of several instances at a time. Every application-scoped bean of this kind is
 * found. It may be done twice, when an instance stops in the middle of it: what it writes must then be there once.
 */
public interface Chore {

    /** Never changes: it is the name under which the database knows it. */
    String name();

    /** From the end of one run to the beginning of the next. */
    Duration every();

    /** Outside of any transaction and request: it opens what it needs. */
    void run(Instant now);
}
