package org.closecall.catalog;

import io.quarkus.qute.TemplateData;
import jakarta.validation.Validator;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Map;
import org.closecall.web.Conflict;
import org.closecall.web.Errors;
import org.jboss.resteasy.reactive.RestForm;

/** was is the name the form was opened with. Commas separate tags where they are typed, so none has one. */
@TemplateData
public record TagForm(
        @RestForm @NotBlank(message = "What is the tag called?") @Size(max = Tag.LONGEST, message = "At most 60 characters") @Pattern(regexp = "[^,]*", message = "A tag has no comma") String name,
        @RestForm String was) {

    static TagForm of(Tag tag) {
        return new TagForm(tag.name, tag.name);
    }

    TagForm merged(Tag saved, Conflict conflict) {
        return new TagForm(conflict.merged("Name", name, saved.name), saved.name);
    }

    Errors errors(Validator validator, Tag tag) {
        var errors = Errors.of(validator.validate(this));
        if (!errors.any()) {
            CatalogEntry.oneAtATime("tag");
            Tag holder = Tag.find("lower(name) = lower(?1)", CatalogEntry.tidy(name)).firstResult();
            if (holder != null && holder != tag) {
                errors.add("name", "There is already a tag called " + holder.name);
            }
        }
        return errors;
    }

    /** Null unless somebody else renamed it meanwhile. */
    Conflict against(Tag saved) {
        var opened = was == null ? saved.name : was;
        return Conflict.between(Map.of("Name", opened), Map.of("Name", CatalogEntry.tidy(name)), Map.of("Name", saved.name), saved.subject());
    }
}
