package org.closecall.catalog;

import java.util.Arrays;
import java.util.List;
import org.closecall.web.Option;

/** How soon a service is missed. */
public enum Tier {
    ONE("must not break"), TWO("missed within the hour"), THREE("missed the same day"), FOUR("nobody misses it for a day");

    public final String words;

    Tier(String words) {
        this.words = words;
    }

    public static Tier of(int number) {
        return values()[number - 1];
    }

    public static List<Option> options() {
        return Arrays.stream(values()).map(tier -> Option.of(tier.number(), tier.label())).toList();
    }

    public int number() {
        return ordinal() + 1;
    }

    public String label() {
        return "Tier " + number() + ", " + words;
    }
}
