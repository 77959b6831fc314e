package org.closecall.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import org.closecall.action.ActionItem;
import org.closecall.occurrence.Kind;
import org.closecall.occurrence.Occurrence;

/** What is open, what waits for the viewer, what was learned last. */
@Path("/")
class Desk {

    private static final int MOST = 5;

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance show(List<Occurrence> open, List<Occurrence> nearMisses, List<ActionItem> actions, boolean empty);
    }

    @Inject
    Viewer viewer;

    @GET
    public TemplateInstance show() {
        var empty = Occurrence.count("deletedAt is null") == 0;
        return Templates.show(Occurrence.open(MOST), Occurrence.latest(Kind.NEAR_MISS, MOST), ActionItem.waitingFor(viewer.person(), MOST), empty);
    }
}
