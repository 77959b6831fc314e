package org.closecall.slo;

import io.quarkus.qute.TemplateData;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.regex.Pattern;
import org.closecall.web.Errors;
import org.closecall.web.Typed;
import org.jboss.resteasy.reactive.RestForm;

/** was: what was there when the form was opened, so that nobody's word is written over unseen. */
@TemplateData
public record IncidentShareForm(
        @RestForm String share,
        @RestForm String minutes,
        @RestForm @Size(max = 500, message = "At most 500 characters") String reason,
        @RestForm String was) {

    private static final Pattern SHARE = Pattern.compile("\\d{1,3}([.,]\\d{1,2})?");
    private static final Pattern MINUTES = Pattern.compile("\\d{1,7}([.,]\\d{1,2})?");
    private static final BigDecimal ALL = BigDecimal.valueOf(100);

    static IncidentShareForm of(IncidentShare said) {
        return said == null ? new IncidentShareForm("", "", "", was(null))
                : new IncidentShareForm(text(said.share), text(said.badMinutes), Objects.toString(said.reason, ""), was(said));
    }

    static String was(IncidentShare said) {
        return said == null ? "" : text(said.share) + "|" + text(said.badMinutes) + "|" + Objects.toString(said.reason, "").replaceAll("\\s+", " ");
    }

    /** The same over what is there now. */
    IncidentShareForm over(IncidentShare said) {
        return new IncidentShareForm(share, minutes, reason, was(said));
    }

    void check(Errors errors) {
        if (Typed.given(share) && percent() == null) {
            errors.add("share", "A share from 0 to 100 per cent, such as 12.5");
        } else if (Typed.given(share) && Typed.given(minutes)) {
            errors.add("minutes", "Either the share or the minutes: empty one of them");
        } else if (Typed.given(minutes) && number(minutes, MINUTES) == null) {
            errors.add("minutes", "Minutes such as 12 or 3.5");
        }
        if (Typed.given(minutes) && !Typed.given(reason)) {
            errors.add("reason", "Say where the minutes come from: they replace what is computed");
        }
    }

    BigDecimal percent() {
        var number = number(share == null ? null : share.replaceAll("[\\s\\u00a0]*%[\\s\\u00a0]*$", ""), SHARE);
        return number == null || number.compareTo(ALL) > 0 ? null : number;
    }

    BigDecimal badMinutes() {
        return number(minutes, MINUTES);
    }

    String why() {
        return Typed.given(share) || Typed.given(minutes) ? Typed.orNull(reason) : null;
    }

    private static BigDecimal number(String typed, Pattern as) {
        return typed != null && as.matcher(typed.strip()).matches() ? new BigDecimal(typed.strip().replace(',', '.')) : null;
    }

    private static String text(BigDecimal number) {
        return number == null ? "" : IncidentShare.text(number);
    }
}
