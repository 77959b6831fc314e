package org.closecall.catalog;

import io.quarkus.qute.TemplateData;
import jakarta.validation.Validator;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Map;
import org.closecall.web.Conflict;
import org.closecall.web.Errors;
import org.closecall.web.FormKey;
import org.jboss.resteasy.reactive.RestForm;

/** was is the name the form was opened with: a control has nothing else that two could change at once. */
@TemplateData
public record ControlForm(
        @RestForm @NotBlank(message = "What is the control called?") @Size(max = 80, message = "At most 80 characters") String name,
        @RestForm @NotNull(message = "Choose a layer") @Pattern(regexp = "DEVELOPMENT|PRE_PRODUCTION|PRODUCTION|DETECTION", message = "Choose a layer") String layer,
        @RestForm String was,
        @RestForm String key) {

    static ControlForm blank(String layer) {
        return new ControlForm("", layer == null ? "" : layer, "", FormKey.fresh());
    }

    static ControlForm of(Control control) {
        return new ControlForm(control.name, control.layer.name(), control.name, "");
    }

    /** The same once more, to make a second one. */
    ControlForm again() {
        return new ControlForm(name, layer, was, FormKey.fresh());
    }

    ControlForm merged(Control saved, Conflict conflict) {
        return new ControlForm(conflict.merged("Name", name, saved.name), layer, saved.name, key);
    }

    /** The control is null when it is new; one that exists stays in its layer. */
    Errors errors(Validator validator, Control control) {
        var errors = Errors.of(validator.validate(this));
        if (!errors.any()) {
            CatalogEntry.oneAtATime("control");
            var holder = Control.named(control == null ? Layer.valueOf(layer) : control.layer, CatalogEntry.tidy(name));
            if (holder != null && holder != control) {
                errors.add("name", Choice.taken(holder, "control in this layer"));
            }
        }
        return errors;
    }

    /** Null unless somebody else renamed it meanwhile. */
    Conflict against(Control saved) {
        var opened = was == null ? saved.name : was;
        return Conflict.between(Map.of("Name", opened), Map.of("Name", CatalogEntry.tidy(name)), Map.of("Name", saved.name), saved.subject());
    }
}
