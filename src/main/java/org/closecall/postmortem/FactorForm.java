package org.closecall.postmortem;

import io.quarkus.qute.TemplateData;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.closecall.web.Errors;
import org.closecall.web.FormKey;
import org.closecall.web.Option;
import org.jboss.resteasy.reactive.RestForm;

/** A contributing factor, as typed. */
@TemplateData
public record FactorForm(
        @RestForm String key,
        @RestForm String version,
        @RestForm String category,
        @RestForm @NotBlank(message = "What contributed?") @Size(max = 20_000, message = "At most 20,000 characters") String text,
        @RestForm @Size(max = 5_000, message = "At most 5,000 characters") String howKnown) {

    static FactorForm blank() {
        return new FactorForm(FormKey.fresh(), "", "", "", "");
    }

    static FactorForm of(ContributingFactor factor) {
        return new FactorForm("", String.valueOf(factor.version), factor.category.name(), factor.text, Texts.orEmpty(factor.howKnown));
    }

    FactorForm over(int saved) {
        return new FactorForm(key, String.valueOf(saved), category, text, howKnown);
    }

    public List<Option> categories() {
        return Category.options();
    }

    Errors check(Errors errors) {
        return Category.named(category) == null ? errors.add("category", "Choose what it is about; “Not known yet” is an answer") : errors;
    }

    void applyTo(ContributingFactor factor) {
        factor.category = Category.named(category);
        factor.text = Texts.clean(text).strip();
        factor.howKnown = Texts.orNull(Texts.clean(howKnown).strip());
    }
}
