package org.closecall.slo;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.util.Locale;
import org.closecall.web.Formats;

/** How minutes, requests, shares and rates are written: no more digits than they deserve, and a real minus sign. */
final class Amounts {

    private static final String NBSP = "\u00a0";
    private static final double LONG = 600;

    private Amounts() {
    }

    /** 43.2 min, 2.6 s, 12 h 5 min, −3.8 min */
    static String minutes(double minutes) {
        var size = Math.abs(minutes);
        var text = size >= LONG ? Formats.human(Duration.ofSeconds(Math.round(size * 60))) : size >= 1 || size == 0 ? number(size, 1) + NBSP + "min" : short_(size * 60);
        return sign(minutes) + text;
    }

    /** 1,204; 0.4; −12 */
    static String requests(double count) {
        var size = Math.abs(count);
        return sign(count) + (size >= 10 ? Formats.grouped(Math.round(size)) : number(size, 1));
    }

    /** 109 %, 3.4 %, 0.02 % */
    static String percent(double share) {
        var size = Math.abs(share * 100);
        return sign(share) + (size >= 10 ? Formats.grouped(Math.round(size)) : significant(size)) + NBSP + "%";
    }

    /** 1.4 ×, 14.4 × */
    static String rate(double rate) {
        return (rate >= 100 ? Formats.grouped(Math.round(rate)) : significant(rate, 3)) + NBSP + "×";
    }

    /** What is left, which is 100 % only where nothing was spent, and 0 % only where all was: 99.8 %, −9 % */
    static String left(double consumed) {
        var text = percent(1 - consumed);
        if (consumed > 0 && consumed < 1 && (text.equals("100" + NBSP + "%") || text.equals("0" + NBSP + "%"))) {
            return (consumed < 0.5 ? "more than 99" : "less than 1") + NBSP + "%";
        }
        return text;
    }

    private static String short_(double seconds) {
        return significant(seconds) + NBSP + "s";
    }

    private static String significant(double value) {
        return significant(value, 2);
    }

    private static String significant(double value, int digits) {
        return value == 0 ? "0" : new BigDecimal(value).round(new MathContext(digits)).stripTrailingZeros().toPlainString();
    }

    private static String number(double value, int decimals) {
        var rounded = Math.round(value * 10) / 10.0;
        return rounded == Math.rint(rounded) ? Formats.grouped((long) rounded) : String.format(Locale.ENGLISH, "%,." + decimals + "f", rounded);
    }

    private static String sign(double value) {
        return value < 0 ? "−" : "";
    }
}
