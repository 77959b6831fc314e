package org.closecall.monthly;

import java.time.LocalDate;
import org.closecall.reliability.Scope;

/** A list that another feature adds to every review. Every application-scoped bean of this kind is asked. */
public interface Contribution {

    /** Of a time, both days included, in a scope that may be a team's; null when there is nothing to say. */
    Listing listing(LocalDate from, LocalDate to, Scope scope);
}
