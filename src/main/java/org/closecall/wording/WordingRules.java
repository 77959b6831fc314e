package org.closecall.wording;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Validator;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.closecall.people.Change;
import org.closecall.people.Role;
import org.closecall.web.Conflict;
import org.closecall.web.Errors;
import org.closecall.web.Flash;
import org.closecall.web.FormKey;
import org.closecall.web.Pages;
import org.closecall.web.Viewer;

@Path("/admin/wording")
@RolesAllowed(Role.ADMINISTRATORS)
class WordingRules {

    private static final String ADDRESS = "/admin/wording";
    private static final int SHOWN = 20;

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance index(List<WordingRule> rules);

        /** The rule is null when it is new, the conflict unless somebody saved meanwhile, earlier unless the form made one before. */
        static native TemplateInstance form(WordingRuleForm form, WordingRule rule, Errors errors, Conflict conflict, String earlier, List<Change> history);
    }

    @Inject
    Viewer viewer;

    @Inject
    Validator validator;

    @Inject
    Flash flash;

    @GET
    public TemplateInstance index() {
        return Templates.index(WordingRule.all());
    }

    @GET
    @Path("/new")
    public TemplateInstance blank() {
        return form(WordingRuleForm.blank(), null, Errors.none(), null, null);
    }

    @POST
    @Transactional
    public Response create(WordingRuleForm form) {
        var use = FormKey.use(form.key(), form, viewer.person());
        if (use.location() != null) {
            return use.repeated() ? Pages.seeOther(ADDRESS) : Pages.conflict(form(form.again(), null, Errors.none(), null, ADDRESS));
        }
        var errors = form.errors(validator, null);
        if (errors.any()) {
            return Pages.invalid(form(form, null, errors, null, null));
        }
        var rule = new WordingRule();
        form.applyTo(rule, viewer.now());
        rule.added(viewer.person(), viewer.now());
        FormKey.used(form.key(), form, viewer.person(), ADDRESS, viewer.now());
        flash.notice("“" + rule.name + "” is read for from now on.");
        return Pages.seeOther(ADDRESS);
    }

    @GET
    @Path("/{id}/edit")
    public TemplateInstance edit(long id) {
        var rule = WordingRule.found(id);
        return form(WordingRuleForm.of(rule), rule, Errors.none(), null, null);
    }

    @POST
    @Path("/{id}")
    @Transactional
    public Response update(long id, WordingRuleForm form) {
        var rule = WordingRule.changing(id);
        var errors = form.errors(validator, rule);
        if (errors.any()) {
            return Pages.invalid(form(form, rule, errors, null, null));
        }
        var conflict = form.against(rule, viewer.now());
        if (conflict != null) {
            return Pages.conflict(form(form.merged(rule, conflict), rule, errors, conflict, null));
        }
        var before = rule.snapshot();
        form.applyTo(rule, viewer.now());
        flash.notice(rule.edited(before, viewer.person(), viewer.now()) ? "“" + rule.name + "” is saved." : "Nothing was changed.");
        return Pages.seeOther(ADDRESS);
    }

    private static TemplateInstance form(WordingRuleForm form, WordingRule rule, Errors errors, Conflict conflict, String earlier) {
        return Templates.form(form, rule, errors, conflict, earlier, rule == null ? List.of() : Change.latest(rule.subject(), SHOWN));
    }
}
