package org.closecall.api;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.stream.Collectors;
import java.util.zip.CRC32;

/** cc_, forty signs drawn by lot, and six that check them: a mistyped token is refused unasked, and one that leaked is recognised. */
final class TokenText {

    static final String START = "cc_";

    private static final String SIGNS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final int DRAWN = 40;
    private static final int CHECKING = 6;
    private static final SecureRandom RANDOM = new SecureRandom();

    private TokenText() {
    }

    static String fresh() {
        var drawn = RANDOM.ints(DRAWN, 0, SIGNS.length()).mapToObj(place -> SIGNS.substring(place, place + 1)).collect(Collectors.joining());
        return START + drawn + check(drawn);
    }

    static boolean wellFormed(String text) {
        return text.matches(START + "[0-9A-Za-z]{46}") && text.endsWith(check(text.substring(START.length(), START.length() + DRAWN)));
    }

    private static String check(String drawn) {
        var sum = new CRC32();
        sum.update(drawn.getBytes(StandardCharsets.US_ASCII));
        var check = new StringBuilder();
        for (var left = sum.getValue(); check.length() < CHECKING; left /= SIGNS.length()) {
            check.insert(0, SIGNS.charAt((int) (left % SIGNS.length())));
        }
        return check.toString();
    }
}
