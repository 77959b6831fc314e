package org.closecall.metrics;

import java.time.Instant;
import java.util.stream.Stream;

/** The moments of one incident. An impact that is not there yet counts as none so far. */
public record Timeline(Stamp impactStart, Stamp detected, Stamp acknowledged, Stamp mitigated, Stamp resolved) {

    /** Where mitigation and resolution are measured from: the impact, or detection when its start is unknown. */
    Stamp origin() {
        return switch (impactStart.state()) {
            case KNOWN -> impactStart;
            case UNKNOWN -> detected;
            case NOT_YET, NONE -> Stamp.NONE;
        };
    }

    boolean impactStartAssumed() {
        return impactStart.state() == Stamp.State.UNKNOWN && detected.isKnown();
    }

    boolean anyInFuture(Instant now) {
        return Stream.of(impactStart, detected, acknowledged, mitigated, resolved)
                .anyMatch(stamp -> stamp.isKnown() && DataFlag.isFuture(stamp.at(), now));
    }

    boolean resolvedBeforeMitigated() {
        return resolved.isKnown() && mitigated.isKnown() && resolved.at().isBefore(mitigated.at());
    }
}
