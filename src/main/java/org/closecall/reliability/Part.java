package org.closecall.reliability;

/** What of the database figures rest on, as triggers of migration 0126 tell it apart. */
enum Part {
    /** Each known by its id and time. */
    OCCURRENCES,
    /** Which records are removed, drills, or of another kind now. */
    REMOVED,
    LINKS,
    CATALOGUE,
    TAGS,
    ACTIONS,
    /** Factors of published postmortems; that a record's was published touches the record. */
    LESSONS,
    PREVENTION,
    BUDGETS,
    CHANGES
}
