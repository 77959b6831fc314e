package org.closecall.postmortem;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.closecall.action.ActionItem;
import org.closecall.occurrence.Occurrence;
import org.closecall.occurrence.TimelineEntry;
import org.closecall.people.Role;
import org.closecall.web.Errors;
import org.closecall.web.Mentions;
import org.closecall.web.Pages;
import org.closecall.web.Viewer;
import org.jboss.resteasy.reactive.RestForm;

@Path("/occurrences/{number}/postmortem")
class Postmortems {

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance blank(Occurrence occurrence, String template, List<TemplateVersion> templates, Errors errors);

        static native TemplateInstance show(Postmortem postmortem, Reading reading, List<TimelineEntry> timeline, List<ActionItem> actions);

        static native TemplateInstance edit(Postmortem postmortem, Writing writing, Errors errors, Checklist checklist, List<TimelineEntry> timeline, List<ActionItem> actions);
    }

    @Inject
    Viewer viewer;

    /** Drafts, and the page that starts one, are there for members only. */
    @GET
    public TemplateInstance show(long number) {
        var occurrence = Occurrence.numbered(number);
        var postmortem = Postmortem.of(occurrence);
        if (!viewer.member() && (postmortem == null || !postmortem.published())) {
            throw new NotFoundException();
        }
        if (postmortem == null) {
            return blank(occurrence, null, Errors.none());
        }
        return postmortem.published() ? read(postmortem.publication) : read(postmortem, ActionItem.of(occurrence));
    }

    /** What is written, also when readers still see what was published before. */
    @GET
    @Path("/draft")
    @RolesAllowed(Role.MEMBERS)
    public TemplateInstance draft(long number) {
        var postmortem = Postmortem.there(Occurrence.numbered(number));
        return read(postmortem, ActionItem.of(postmortem.occurrence));
    }

    @POST
    @Transactional
    @RolesAllowed(Role.MEMBERS)
    public Response create(long number, @RestForm String template) {
        var occurrence = Occurrence.adding(number);
        var inUse = TemplateVersion.inUse();
        var chosen = template == null || template.isEmpty() ? TemplateVersion.proposed(occurrence, inUse) : TemplateVersion.chosen(template, inUse);
        if (chosen == null) {
            return Pages.invalid(blank(occurrence, template, Errors.none().add("template", "Choose one of these")));
        }
        return Pages.seeOther(Postmortem.start(occurrence, chosen, viewer.person(), viewer.now()).path() + "/edit");
    }

    @GET
    @Path("/edit")
    @RolesAllowed(Role.MEMBERS)
    public TemplateInstance edit(long number) {
        var postmortem = Postmortem.there(Occurrence.numbered(number));
        return edit(postmortem, Writing.of(postmortem), Errors.none());
    }

    private static List<TimelineEntry> timeline(Postmortem postmortem) {
        var timeline = postmortem.chronicle().entries();
        Mentions.here().expect(postmortem.chronicle().recorded().stream().map(entry -> entry.text));
        return timeline;
    }

    static TemplateInstance edit(Postmortem postmortem, Writing writing, Errors errors) {
        var actions = ActionItem.of(postmortem.occurrence);
        return Templates.edit(postmortem, writing, errors, Checklist.of(postmortem, actions), timeline(postmortem), actions);
    }

    /** In the version that readers see, actions are where they are; in a former one, where they were. */
    static TemplateInstance read(Publication version) {
        return read(version.asItStood(), version.current() ? ActionItem.of(version.postmortem.occurrence) : version.actions());
    }

    private static TemplateInstance read(Postmortem postmortem, List<ActionItem> actions) {
        var reading = Reading.of(postmortem);
        Mentions.here().expect(reading.texts());
        return Templates.show(postmortem, reading, timeline(postmortem), actions);
    }

    /** template is what was chosen, or null before anything was. */
    private static TemplateInstance blank(Occurrence occurrence, String template, Errors errors) {
        var inUse = TemplateVersion.inUse();
        return Templates.blank(occurrence, template == null ? TemplateVersion.proposed(occurrence, inUse).choice() : template, inUse, errors);
    }
}
