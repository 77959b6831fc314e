package org.closecall.api;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.closecall.people.Role;
import org.closecall.web.Errors;
import org.closecall.web.Flash;
import org.closecall.web.FormKey;
import org.closecall.web.Option;
import org.closecall.web.Pages;
import org.closecall.web.ShownOnce;
import org.closecall.web.Viewer;
import org.jboss.resteasy.reactive.RestQuery;

/** Every token there is, and those of services, which belong to nobody and go on when people leave. */
@Path("/admin/tokens")
@RolesAllowed(Role.ADMINISTRATORS)
class ServiceTokens {

    private static final String ADDRESS = "/admin/tokens";
    private static final int PAGE = 50;

    @CheckedTemplate
    static class Templates {
        /** fresh is the text of one that was made just before; more the id to go on from. Both may be null. */
        static native TemplateInstance index(List<ApiToken> tokens, Long more, TokenForm form, List<Scope> scopes, List<Option> roles, Errors errors, String fresh);
    }

    @Inject
    Viewer viewer;

    @Inject
    ShownOnce once;

    @Inject
    Flash flash;

    @GET
    public TemplateInstance index(@RestQuery Long before) {
        var text = once.take(ADDRESS);
        var fresh = text == null ? null : ApiToken.holding(text);
        return page(before, TokenForm.blank(), Errors.none(), fresh != null && fresh.service() ? text : null);
    }

    @POST
    @Transactional
    public Response create(TokenForm form) {
        var errors = form.check(null, viewer);
        if (errors.any()) {
            return Pages.invalid(page(null, form, errors, null));
        }
        if (FormKey.use(form.key(), form, viewer.person()).location() != null) {
            flash.notice("That token was made before. Its text was shown once; revoke it and make another if it was not copied.");
            return Pages.seeOther(ADDRESS);
        }
        once.keep(form.token(null, viewer).issue(viewer.person(), viewer.now()), ADDRESS);
        FormKey.used(form.key(), form, viewer.person(), ADDRESS, viewer.now());
        return Pages.seeOther(ADDRESS);
    }

    @POST
    @Path("/{id}/revocation")
    @Transactional
    public Response revoke(long id) {
        var token = ApiToken.changing(id, null);
        if (token.revoke(viewer.person(), viewer.now())) {
            flash.notice("“" + token.name + "” is revoked: nothing opens with it any more.");
        }
        return Pages.seeOther(ADDRESS);
    }

    private static TemplateInstance page(Long before, TokenForm form, Errors errors, String fresh) {
        var tokens = ApiToken.newest(before, PAGE + 1);
        var more = tokens.size() > PAGE ? tokens.get(PAGE - 1).id : null;
        var roles = List.of(Option.of(Role.VIEWER, Role.VIEWER.label), Option.of(Role.MEMBER, Role.MEMBER.label));
        return Templates.index(tokens.subList(0, Math.min(PAGE, tokens.size())), more, form, List.of(Scope.values()), roles, errors, fresh);
    }
}
