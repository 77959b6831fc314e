package org.closecall.action;

import io.quarkus.qute.TemplateData;
import jakarta.validation.Validator;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Arrays;
import java.util.List;
import org.closecall.catalog.CatalogEntry;
import org.closecall.catalog.Choice;
import org.closecall.web.Conflict;
import org.closecall.web.Errors;
import org.closecall.web.FormKey;
import org.closecall.web.Option;
import org.closecall.web.Typed;
import org.jboss.resteasy.reactive.RestForm;

/** A strategy of actions, as typed. */
@TemplateData
public record StrategyForm(
        @RestForm @NotBlank(message = "What is it called?") @Size(max = 80, message = "At most 80 characters") String name,
        @RestForm String category,
        @RestForm @Size(max = 500, message = "At most 500 characters") String description,
        @RestForm String version,
        @RestForm String key) {

    static StrategyForm blank() {
        return new StrategyForm("", "", "", "", FormKey.fresh());
    }

    static StrategyForm of(Strategy strategy) {
        return new StrategyForm(strategy.name, strategy.category.name(), strategy.description, String.valueOf(strategy.version), "");
    }

    /** The same once more, to make a second one. */
    StrategyForm again() {
        return new StrategyForm(name, category, description, version, FormKey.fresh());
    }

    StrategyForm merged(Strategy saved, Conflict conflict) {
        var theirs = of(saved);
        return new StrategyForm(conflict.merged("Name", name, theirs.name), conflict.merged("Category", category, theirs.category),
                conflict.merged("What belongs here", description, theirs.description), theirs.version, key);
    }

    public List<Option> categories() {
        return Arrays.stream(StrategyCategory.values()).map(one -> Option.of(one, one.label + ": " + one.hint.toLowerCase())).toList();
    }

    /** The strategy is null when it is new. */
    Errors errors(Validator validator, Strategy strategy) {
        var errors = Errors.of(validator.validate(this));
        var holder = errors.has("name") ? null : Strategy.named(name);
        if (holder != null && holder != strategy) {
            errors.add("name", Choice.taken(holder, "strategy"));
        }
        if (Typed.choice(StrategyCategory.class, category) == null) {
            errors.add("category", "Choose one of the four");
        }
        return errors;
    }

    Strategy applyTo(Strategy strategy) {
        strategy.name = CatalogEntry.tidy(name);
        strategy.category = Typed.choice(StrategyCategory.class, category);
        strategy.description = description == null ? "" : CatalogEntry.tidy(description);
        return strategy;
    }

    /** Null unless somebody else's changes are in the way. */
    Conflict against(Strategy saved) {
        return String.valueOf(saved.version).equals(version) ? null
                : Conflict.since(Typed.version(version), applyTo(new Strategy()).snapshot(), saved.snapshot(), saved.subject());
    }
}
