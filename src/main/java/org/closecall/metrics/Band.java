package org.closecall.metrics;

/**
 * Pointwise confidence band of a survival curve from Greenwood's variance: R's {@code conf.type}. LOG_LOG holds its
 * level with few incidents and stays within [0, 1]; published tables mostly use LOG, R's default. As in R there is no
 * bound where the transformation is undefined: at 0, and with LOG_LOG also at 1.
 *
 * <p>Sources: J. D. Kalbfleisch and R. L. Prentice, The Statistical Analysis of Failure Time Data (log-log); R
 * package survival, {@code survfit}.
 */
public enum Band {
    LOG_LOG {
        @Override
        Interval around(double survival, double error, double z, double confidence) {
            if (survival == 1) {
                return Interval.none(confidence);
            }
            var shift = z * error / Math.log(survival);
            return new Interval(Math.pow(survival, Math.exp(-shift)), Math.pow(survival, Math.exp(shift)), confidence);
        }
    },
    LOG {
        @Override
        Interval around(double survival, double error, double z, double confidence) {
            var factor = Math.exp(z * error);
            return new Interval(survival / factor, Math.min(1, survival * factor), confidence);
        }
    },
    PLAIN {
        @Override
        Interval around(double survival, double error, double z, double confidence) {
            var half = z * error * survival;
            return new Interval(Math.max(0, survival - half), Math.min(1, survival + half), confidence);
        }
    };

    /** Bounds at one time; none where everything is over. z is that of the level, asked for once a curve. */
    Interval at(double survival, double error, double z, double confidence) {
        return survival == 0 ? Interval.none(confidence) : around(survival, error, z, confidence);
    }

    /**
     * @param error standard error of the logarithm of survival: the root of Greenwood's sum of d / (n (n - d))
     * @param z standard normal quantile of the level
     */
    abstract Interval around(double survival, double error, double z, double confidence);
}
