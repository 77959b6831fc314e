package org.closecall.reliability;

import java.time.Instant;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.closecall.metrics.Difference;
import org.closecall.metrics.ResponseTimes;

/** The response times of one incident, worked out once where they will not change any more. */
final class Timed {

    /** settled: nothing is open and nothing lies ahead, so that they are the same at every later moment. */
    private record Known(Instant at, ResponseTimes times, boolean settled) {
    }

    private volatile Known known;

    ResponseTimes at(Instant now, Supplier<ResponseTimes> work) {
        var before = known;
        if (before != null && (before.at.equals(now) || before.settled && before.at.isBefore(now))) {
            return before.times;
        }
        var times = work.get();
        known = new Known(now, times, settled(times));
        return times;
    }

    private static boolean settled(ResponseTimes times) {
        return !times.flags().contains(ResponseTimes.Flag.IN_FUTURE) && Stream.of(times.timeToDetect(), times.timeToAcknowledge(), times.timeToMitigate(), times.timeToResolve())
                .noneMatch(one -> one.state() == Difference.State.OPEN || one.state() == Difference.State.IN_FUTURE);
    }
}
