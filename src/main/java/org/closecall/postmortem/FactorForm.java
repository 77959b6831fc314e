package org.closecall.postmortem;

import io.quarkus.qute.TemplateData;
import io.quarkus.qute.TemplateExtension;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.stream.Stream;
import org.closecall.catalog.FactorCategory;
import org.closecall.people.Change;
import org.closecall.web.Errors;
import org.closecall.web.FormKey;
import org.closecall.web.Option;
import org.closecall.web.Typed;
import org.jboss.resteasy.reactive.RestForm;

/** A contributing factor, as typed. */
@TemplateData
public record FactorForm(
        @RestForm String key,
        @RestForm String version,
        @RestForm String category,
        @RestForm @NotBlank(message = "What contributed?") @Size(max = 20_000, message = "At most 20,000 characters") String text,
        @RestForm @Size(max = 5_000, message = "At most 5,000 characters") String howKnown,
        @RestForm @Pattern(regexp = Typed.ADDRESS, message = "An address that begins with http:// or https://") @Size(max = 2_000, message = "At most 2,000 characters") String evidence,
        @RestForm List<String> leadsTo) {

    static FactorForm blank() {
        return new FactorForm(FormKey.fresh(), "", "", "", "", "", List.of());
    }

    static FactorForm of(ContributingFactor factor) {
        return new FactorForm("", String.valueOf(factor.version), factor.category.id.toString(), factor.text, Texts.orEmpty(factor.howKnown),
                Texts.orEmpty(factor.evidenceUrl), factor.leadsTo.stream().map(other -> other.id.toString()).toList());
    }

    FactorForm over(int saved) {
        return new FactorForm(key, String.valueOf(saved), category, text, howKnown, evidence, leadsTo);
    }

    /** An archived one stays with the factors that have it. */
    public List<FactorCategory> categories() {
        var chosen = Typed.given(version) ? chosen() : null;
        return Stream.concat(FactorCategory.inUse().stream(), Stream.ofNullable(chosen).filter(FactorCategory::archived)).toList();
    }

    @TemplateExtension
    static List<Option> options(List<FactorCategory> categories) {
        return categories.stream().map(category -> Option.of(category.id, category.name + (category.archived() ? " (archived)" : ""))).toList();
    }

    /** What belongs in the one that is chosen. */
    public String explained() {
        var chosen = chosen();
        return chosen == null ? "What it is about. Near misses share these." : chosen.description;
    }

    /** The factor is null when it is new: then nothing leads to it yet. */
    Errors check(Errors errors, ContributingFactor factor) {
        var chosen = chosen();
        if (chosen == null) {
            errors.add("category", "Choose what it is about; “Not known yet” is an answer");
        } else if (chosen.archived() && (factor == null || !factor.category.id.equals(chosen.id))) {
            errors.add("category", "“" + chosen.name + "” is archived: choose another");
        }
        if (factor != null) {
            chosenOf(factor.postmortem).filter(other -> other.reach().contains(factor)).findFirst()
                    .ifPresent(other -> errors.add("leadsTo", "“" + other.brief() + "” leads to this one already, straight or by way of others: they would go in a circle"));
        }
        return errors;
    }

    private FactorCategory chosen() {
        return Typed.found(category, id -> FactorCategory.findById(id));
    }

    /** What somebody else has deleted meanwhile is left out. */
    private Stream<ContributingFactor> chosenOf(Postmortem postmortem) {
        return postmortem.factors.stream().filter(factor -> leadsTo.contains(factor.id.toString()));
    }

    /** The postmortem is the factor's, or will be. */
    ContributingFactor applyTo(ContributingFactor factor, Postmortem postmortem) {
        factor.category = chosen();
        factor.text = Texts.clean(text).strip();
        factor.howKnown = Texts.orNull(Texts.clean(howKnown).strip());
        factor.evidenceUrl = Typed.orNull(evidence);
        var leads = chosenOf(postmortem).toList();
        factor.leadsTo.retainAll(leads);
        factor.leadsTo.addAll(leads);
        return factor;
    }

    /** What saving would change, field by field: mine beside theirs. */
    List<Change.Field> against(ContributingFactor saved) {
        return Change.differences(applyTo(new ContributingFactor(), saved.postmortem).snapshot(), saved.snapshot());
    }
}
