package org.closecall.review;

import org.closecall.occurrence.Likelihood;
import org.closecall.occurrence.Occurrence;

/** It happened, or it could and how likely that is. */
public enum Occasion {
    HAPPENED("It happened"), RARE("Could, rarely"), OCCASIONAL("Could, occasionally"), FREQUENT("Could, frequently");

    public final String label;

    Occasion(String label) {
        this.label = label;
    }

    /** Null when the likelihood of what could happen is not known. */
    static Occasion of(Occurrence occurrence) {
        if (occurrence.kind.incident()) {
            return HAPPENED;
        }
        return occurrence.likelihood == null ? null : of(occurrence.likelihood);
    }

    static Occasion of(Likelihood likelihood) {
        return switch (likelihood) {
            case RARE -> RARE;
            case OCCASIONAL -> OCCASIONAL;
            case FREQUENT -> FREQUENT;
        };
    }
}
