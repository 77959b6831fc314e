package org.closecall.action;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import java.util.List;
import org.closecall.people.Change;
import org.closecall.web.Typed;
import org.closecall.web.Viewer;
import org.jboss.resteasy.reactive.RestQuery;

/** Everything that was done to an action. */
@Path("/actions")
class ActionHistories {

    private static final int PAGE = 100;

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance show(ActionItem action, List<Change> history, Long earlier);
    }

    @Inject
    Viewer viewer;

    @GET
    @Path("/{id}/history")
    public TemplateInstance show(long id, @RestQuery String before) {
        var action = ActionItem.shown(id);
        if (!viewer.member() && !action.listed()) {
            throw new NotFoundException();
        }
        var found = Change.latest(action.subject(), Typed.id(before), PAGE + 1);
        var shown = found.subList(0, Math.min(PAGE, found.size()));
        return Templates.show(action, shown, found.size() > PAGE ? shown.get(PAGE - 1).id : null);
    }
}
