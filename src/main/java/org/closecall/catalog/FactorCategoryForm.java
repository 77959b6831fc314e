package org.closecall.catalog;

import io.quarkus.qute.TemplateData;
import jakarta.validation.Validator;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.closecall.web.Conflict;
import org.closecall.web.Errors;
import org.closecall.web.FormKey;
import org.closecall.web.Typed;
import org.jboss.resteasy.reactive.RestForm;

/** A category of factors, as typed. */
@TemplateData
public record FactorCategoryForm(
        @RestForm @NotBlank(message = "What is it called?") @Size(max = 80, message = "At most 80 characters") String name,
        @RestForm @NotBlank(message = "What belongs here? One sentence is enough") @Size(max = 500, message = "At most 500 characters") String description,
        @RestForm String catchAll,
        @RestForm String version,
        @RestForm String key) {

    private static final String YES = "true";

    static FactorCategoryForm blank() {
        return new FactorCategoryForm("", "", "", "", FormKey.fresh());
    }

    static FactorCategoryForm of(FactorCategory category) {
        return new FactorCategoryForm(category.name, category.description, category.catchAll ? YES : "", String.valueOf(category.version), "");
    }

    /** The same once more, to make a second one. */
    FactorCategoryForm again() {
        return new FactorCategoryForm(name, description, catchAll, version, FormKey.fresh());
    }

    FactorCategoryForm merged(FactorCategory saved, Conflict conflict) {
        var theirs = of(saved);
        return new FactorCategoryForm(conflict.merged("Name", name, theirs.name), conflict.merged("What belongs here", description, theirs.description),
                conflict.merged("Catch-all", catchAll, theirs.catchAll), theirs.version, key);
    }

    public boolean catchesAll() {
        return YES.equals(catchAll);
    }

    /** The category is null when it is new. */
    Errors errors(Validator validator, FactorCategory category) {
        var errors = Errors.of(validator.validate(this));
        var holder = errors.has("name") ? null : FactorCategory.named(name);
        if (holder != null && holder != category) {
            errors.add("name", Choice.taken(holder, "category"));
        }
        return errors;
    }

    FactorCategory applyTo(FactorCategory category) {
        category.name = CatalogEntry.tidy(name);
        category.description = CatalogEntry.tidy(description);
        category.catchAll = catchesAll();
        return category;
    }

    /** Null unless somebody else's changes are in the way. */
    Conflict against(FactorCategory saved) {
        return String.valueOf(saved.version).equals(version) ? null
                : Conflict.since(Typed.version(version), applyTo(new FactorCategory()).snapshot(), saved.snapshot(), saved.subject());
    }
}
