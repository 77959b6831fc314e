package org.closecall.metrics;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/** Three published histories that show what a trend test can and cannot tell (METRICS 3.7). */
public enum ClassicSeries {
    /** 109 explosions in 26,263 days, 1875 to 1951: they did become rarer. */
    COAL_MINE("coal-mine.txt", "days", null),
    /** 36 failures of a loading machine in 2,000 hours: nothing to see. */
    LHD_MACHINE("lhd-machine.txt", "hours", 2000.0),
    /** 30 failures of a machine under repair: Laplace's test sees a worsening, but they only bunch up. */
    REPAIRS("repairs.txt", "hours", null);

    private final String file;
    private final String unit;
    private final Double window;

    ClassicSeries(String file, String unit, Double window) {
        this.file = file;
        this.unit = unit;
        this.window = window;
    }

    public String unit() {
        return unit;
    }

    /** The events, counted from the start of the observation; without a window of its own it ends with the last. */
    public EventTimes events() {
        var untilLast = EventTimes.ofGaps(gaps());
        return window == null ? untilLast : EventTimes.within(window, untilLast.times());
    }

    private double[] gaps() {
        try (var lines = new BufferedReader(new InputStreamReader(
                ClassicSeries.class.getResourceAsStream(file), StandardCharsets.UTF_8))) {
            return lines.lines().filter(line -> !line.startsWith("#")).flatMap(line -> Stream.of(line.split(" ")))
                    .flatMapToDouble(gap -> DoubleStream.of(Double.parseDouble(gap))).toArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
