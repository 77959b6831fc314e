package org.closecall.postmortem;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.closecall.occurrence.Occurrence;
import org.closecall.people.Role;
import org.closecall.web.Flash;
import org.closecall.web.Pages;
import org.closecall.web.Viewer;
import org.jboss.resteasy.reactive.RestQuery;

/** Makes a text what it was once: itself a version, and taken back by bringing back the one before. */
@Path("/occurrences/{number}/postmortem")
@RolesAllowed(Role.MEMBERS)
class RevisionRestorations {

    @Inject
    Viewer viewer;

    @Inject
    Flash flash;

    /** over is the stamp of what the text said when this was chosen: nobody's newer words are replaced unseen. */
    @POST
    @Path("/sections/{key}/revisions/{id}/restoration")
    @Transactional
    public Response create(long number, String key, long id, @RestQuery String over) {
        var postmortem = Postmortem.editing(Occurrence.adding(number));
        var slot = Slot.text(postmortem, key, viewer.person(), viewer.now());
        var revision = Revision.of(postmortem, key, id);
        var there = postmortem.path() + "/sections/" + key + "/revisions";
        var saved = slot.saved().get();
        if (revision.text.equals(saved)) {
            flash.notice(slot.label() + " says that already.");
        } else if (!Texts.stamp(saved).equals(over)) {
            flash.notice("Nothing was brought back: " + slot.label() + " was saved again meanwhile. This is what changed.");
        } else {
            var latest = Revision.latest(postmortem, key);
            new Saving(postmortem, viewer.person(), viewer.now()).restore(slot, revision);
            flash.undoable(slot.label() + " is as it was. What it said until now is kept as a version.", there + "/" + latest.id + "/restoration?over=" + revision.stamp);
        }
        return Pages.seeOther(there);
    }
}
