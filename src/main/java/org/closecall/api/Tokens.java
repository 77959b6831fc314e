package org.closecall.api;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.closecall.web.Errors;
import org.closecall.web.Flash;
import org.closecall.web.FormKey;
import org.closecall.web.Pages;
import org.closecall.web.ShownOnce;
import org.closecall.web.Viewer;

/** The viewer's own tokens. Everybody has some who may sign in: none does more than its person. */
@Path("/tokens")
class Tokens {

    private static final String ADDRESS = "/tokens";
    private static final int MOST = 100;

    @CheckedTemplate
    static class Templates {
        /** fresh is the text of one that was made just before, or null. */
        static native TemplateInstance index(List<ApiToken> tokens, TokenForm form, List<Scope> scopes, Errors errors, String fresh);
    }

    @Inject
    Viewer viewer;

    @Inject
    ShownOnce once;

    @Inject
    Flash flash;

    @GET
    public TemplateInstance index() {
        var text = once.take(ADDRESS);
        var fresh = text == null ? null : ApiToken.holding(text);
        return page(TokenForm.blank(), Errors.none(), fresh != null && fresh.person == viewer.person() ? text : null);
    }

    @POST
    @Transactional
    public Response create(TokenForm form) {
        var me = viewer.person();
        var errors = form.check(me.role, viewer);
        if (errors.any()) {
            return Pages.invalid(page(form, errors, null));
        }
        if (FormKey.use(form.key(), form, me).location() != null) {
            flash.notice("That token was made before. Its text was shown once; revoke it and make another if it was not copied.");
            return Pages.seeOther(ADDRESS);
        }
        once.keep(form.token(me, viewer).issue(me, viewer.now()), ADDRESS);
        FormKey.used(form.key(), form, me, ADDRESS, viewer.now());
        return Pages.seeOther(ADDRESS);
    }

    @POST
    @Path("/{id}/revocation")
    @Transactional
    public Response revoke(long id) {
        var token = ApiToken.changing(id, viewer.person());
        if (token.revoke(viewer.person(), viewer.now())) {
            flash.notice("“" + token.name + "” is revoked: nothing opens with it any more.");
        }
        return Pages.seeOther(ADDRESS);
    }

    private TemplateInstance page(TokenForm form, Errors errors, String fresh) {
        return Templates.index(ApiToken.of(viewer.person(), MOST), form, Scope.allowed(viewer.person().role), errors, fresh);
    }
}
