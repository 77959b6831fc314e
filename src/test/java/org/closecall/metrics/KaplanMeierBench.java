package org.closecall.metrics;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** A million durations, a tenth of them open, through Kaplan-Meier with median and 90th percentile. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class KaplanMeierBench {
    private double[] over;
    private double[] open;

    @Setup
    public void draw() {
        var random = new Random(1);
        over = random.doubles(900_000).map(one -> -70 * Math.log(1 - one)).toArray();
        open = random.doubles(100_000).map(one -> -70 * Math.log(1 - one)).toArray();
    }

    @Benchmark
    public double aMillionDurations() {
        var curve = KaplanMeier.of(over, open, 0.95, Band.LOG_LOG);
        return curve.median().value() + curve.quantile(0.9).interval().upper();
    }

    @Test
    void takesAboutASecond() throws Exception {
        // in this very process: the class path of the test run is not one a new one could be started with
        var options = new OptionsBuilder().include(KaplanMeierBench.class.getName()).forks(0).warmupIterations(3)
                .warmupTime(TimeValue.seconds(2)).measurementIterations(5).measurementTime(TimeValue.seconds(2)).build();
        var milliseconds = new Runner(options).runSingle().getPrimaryResult().getScore();
        assertTrue(milliseconds < 1_500, () -> milliseconds + " ms");
    }
}
