package org.closecall.sample;

import java.util.List;
import java.util.Random;

/** Numbers that look drawn and are the same every time: what one record gets does not depend on the others. */
final class Chance {

    private final Random random;

    private Chance(long seed) {
        random = new Random(seed);
    }

    static Chance of(String name) {
        var chance = new Chance(name.hashCode() * 0x9E3779B97F4A7C15L);
        chance.random.nextInt();
        return chance;
    }

    double uniform() {
        return random.nextDouble();
    }

    double between(double least, double most) {
        return least + (most - least) * random.nextDouble();
    }

    boolean in(double share) {
        return random.nextDouble() < share;
    }

    <T> T of(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    /** Durations are spread like this: the logarithm is normal, spread its deviation. */
    double lognormal(double median, double spread) {
        return median * Math.exp(spread * random.nextGaussian());
    }

    /** How many events a steady rate brings: as many as fit before the product of draws falls below e^-mean. */
    int poisson(double mean) {
        var count = 0;
        for (var product = random.nextDouble(); product > Math.exp(-mean); product *= random.nextDouble()) {
            count++;
        }
        return count;
    }
}
