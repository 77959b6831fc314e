package org.closecall.action;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.stream.Collectors;
import org.closecall.people.Role;
import org.closecall.web.Errors;
import org.closecall.web.Pages;
import org.closecall.web.Viewer;

/** What an action waits for among the other actions. */
@Path("/actions")
@RolesAllowed(Role.MEMBERS)
class Blockers {

    @Inject
    Viewer viewer;

    /** Said twice, it is said once. */
    @POST
    @Path("/{id}/blockers")
    @Transactional
    public Response create(long id, WorkForm form) {
        Blocker.takeTurn();
        var action = WorkForm.on(id);
        var meant = Blocking.meant(action, form.blocker());
        var same = meant.stream().filter(one -> one.title.equalsIgnoreCase(form.blocker().strip())).toList();
        var chosen = meant.size() == 1 ? meant.get(0) : same.size() == 1 ? same.get(0) : null;
        if (chosen == null) {
            return form.refused(id, Errors.none().add("blocker", meant.isEmpty() ? "No other action is meant by that. Write its number, its address or words of its title"
                    : "Several are meant. Write the number: " + meant.stream().limit(5).map(one -> one.id + " " + one.title).collect(Collectors.joining("; "))));
        }
        if (Blocker.between(action, chosen.id) == null) {
            var errors = check(action, chosen);
            if (errors.any()) {
                return form.refused(id, errors);
            }
            Blocker.add(action, chosen, viewer.person(), viewer.now());
        }
        return Pages.seeOther(there(id));
    }

    @POST
    @Path("/{id}/blockers/{blocker}/removal")
    @Transactional
    public Response remove(long id, long blocker) {
        Blocker.takeTurn();
        var found = Blocker.between(WorkForm.on(id), blocker);
        if (found != null) {
            found.remove(viewer.person(), viewer.now());
        }
        return Pages.seeOther(there(id));
    }

    private static Errors check(ActionItem action, ActionItem chosen) {
        var errors = Errors.none();
        if (Blocker.waits(chosen, action)) {
            errors.add("blocker", "“" + chosen.title + "” already waits for this one, so neither would ever begin");
        } else if (Blocker.count("action", action) >= Blocker.MOST) {
            errors.add("blocker", "It waits for 50 already");
        }
        return errors;
    }

    private static String there(long id) {
        return "/actions/" + id + "#blockers";
    }
}
