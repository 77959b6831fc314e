package org.closecall.review;

import io.quarkus.qute.TemplateData;
import java.util.Objects;
import org.closecall.web.Typed;

/** What the policy asks for: how much review, and within how many working days, null where it asks for none. */
@TemplateData
public record Demand(Review review, Integer workingDays) {

    private static final int MOST_DAYS = 365;
    private static final String NBSP = "\u00a0";

    static Demand usual(Review review) {
        return new Demand(review, review.usualDays);
    }

    /** As typed: without a number it is the usual one, and what cannot be read asks for nothing. */
    static Demand read(String typed, String days) {
        var review = Objects.requireNonNullElse(Typed.choice(Review.class, typed), Review.NONE);
        return review == Review.NONE || !days(days) ? usual(review) : new Demand(review, Integer.valueOf(days));
    }

    static boolean days(String typed) {
        return typed.matches("\\d{1,3}") && Integer.parseInt(typed) >= 1 && Integer.parseInt(typed) <= MOST_DAYS;
    }

    public boolean any() {
        return review != Review.NONE;
    }

    public String days() {
        return workingDays == null ? "" : workingDays.toString();
    }

    /** 5 working days */
    public String term() {
        return workingDays + NBSP + "working day" + (workingDays == 1 ? "" : "s");
    }
}
