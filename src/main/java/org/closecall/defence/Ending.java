package org.closecall.defence;

import org.closecall.catalog.Layer;
import org.closecall.occurrence.Kind;
import org.closecall.occurrence.Occurrence;

/** How the way of a fault ended. */
enum Ending {
    /** A named control held. */
    CONTROL(null),
    PERSON("a person intervened"),
    AUTOMATION("an automated remediation ended it"),
    CHANCE("chance alone ended it"),
    /** It was stopped, and nobody has said by what. */
    UNSAID("what stopped it is not recorded"),
    NOTHING("nothing stopped it"),
    /** It has not set out: the way of a hazard is drawn as far as it stands open. */
    POTENTIAL(null);

    final String words;

    Ending(String words) {
        this.words = words;
    }

    static Ending of(Occurrence occurrence) {
        if (occurrence.kind == Kind.HAZARD) {
            return POTENTIAL;
        }
        if (occurrence.stoppedByControl != null) {
            return CONTROL;
        }
        if (occurrence.stoppedBy == null) {
            return occurrence.kind.incident() ? NOTHING : UNSAID;
        }
        return switch (occurrence.stoppedBy) {
            case PERSON -> PERSON;
            case AUTOMATION -> AUTOMATION;
            case CHANCE -> CHANCE;
            case SAFEGUARD -> UNSAID;
        };
    }

    static int layers() {
        return Layer.values().length;
    }
}
