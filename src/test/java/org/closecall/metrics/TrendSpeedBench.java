package org.closecall.metrics;

import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** How long the trend tests and charts take. Prints; run by {@code mvn -Pbench verify -Dtest=TrendSpeedBench}. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class TrendSpeedBench {
    @Param({"30", "1000", "100000"})
    public int events;

    private EventTimes history;
    private double[] gaps;

    @Test
    void prints() throws Exception {
        new Runner(new OptionsBuilder().include(TrendSpeedBench.class.getName()).build()).run();
    }

    @Setup
    public void fill() {
        var random = new SplittableRandom(5);
        history = EventTimes.within(1, random.doubles(events).toArray());
        gaps = IntStream.range(0, events).mapToDouble(i -> -Math.log(1 - random.nextDouble())).toArray();
    }

    @Benchmark
    public Trend everyTrendTest() {
        return Trend.of(history);
    }

    @Benchmark
    public ControlChart gapChart() {
        return ValueCharts.t(gaps, Baseline.of(events), false);
    }
}
