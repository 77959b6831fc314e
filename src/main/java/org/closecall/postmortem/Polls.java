package org.closecall.postmortem;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.closecall.occurrence.Occurrence;
import org.closecall.web.Errors;
import org.closecall.web.Flash;
import org.closecall.web.Pages;
import org.closecall.web.Viewer;

/** Two questions to whoever read a published postmortem, also to those who only read. */
@Path("/occurrences/{number}/postmortem")
class Polls {

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance edit(Postmortem postmortem, PollForm form, Poll poll, Errors errors);
    }

    @Inject
    Viewer viewer;

    @Inject
    Flash flash;

    @GET
    @Path("/poll")
    public TemplateInstance edit(long number) {
        var postmortem = published(Postmortem.there(Occurrence.numbered(number)));
        var poll = Poll.poll(postmortem, viewer.person());
        return Templates.edit(postmortem, PollForm.of(poll.mine()), poll, Errors.none());
    }

    @POST
    @Path("/poll")
    @Transactional
    public Response update(long number, PollForm form) {
        var postmortem = published(Postmortem.editing(Occurrence.adding(number)));
        var errors = form.check();
        if (errors.any()) {
            return Pages.invalid(Templates.edit(postmortem, form, Poll.poll(postmortem, viewer.person()), errors));
        }
        PollAnswer.give(postmortem, viewer.person(), form.hasLearned(), form.wouldComeAgain(), viewer.now());
        flash.notice("Thank you.");
        return Pages.seeOther(postmortem.path() + "#poll");
    }

    private static Postmortem published(Postmortem postmortem) {
        if (!postmortem.published()) {
            throw new NotFoundException();
        }
        return postmortem;
    }
}
