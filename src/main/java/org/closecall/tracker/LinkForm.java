package org.closecall.tracker;

import io.quarkus.qute.TemplateData;
import jakarta.validation.Validator;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.closecall.action.ActionItem;
import org.closecall.web.Errors;
import org.closecall.web.FormKey;
import org.closecall.web.Typed;
import org.jboss.resteasy.reactive.RestForm;

/** A link of an action as typed. */
@TemplateData
public record LinkForm(
        @RestForm String key,
        @RestForm @NotBlank(message = "Where does it lead?") @Pattern(regexp = Typed.ADDRESS, message = "An address that begins with http:// or https://") @Size(max = 2_000, message = "At most 2,000 characters") String url,
        @RestForm @Size(max = 200, message = "At most 200 characters") String title) {

    static LinkForm blank() {
        return new LinkForm(FormKey.fresh(), "", "");
    }

    LinkForm again() {
        return new LinkForm(FormKey.fresh(), url, title);
    }

    Errors check(Validator validator, ActionItem action) {
        var errors = Errors.of(validator.validate(this));
        if (!errors.has("url") && ActionLink.count("action = ?1 and url = ?2 and deletedAt is null", action, url.strip()) > 0) {
            errors.add("url", "It is linked already");
        } else if (ActionLink.count("action = ?1 and deletedAt is null", action) >= ActionLink.MOST) {
            errors.add("url", "An action has at most " + ActionLink.MOST + " links: remove one first");
        }
        return errors;
    }

    ActionLink link() {
        var link = new ActionLink();
        link.url = url.strip();
        link.title = Typed.given(title) ? Typed.line(title) : null;
        return link;
    }
}
