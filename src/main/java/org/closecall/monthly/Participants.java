package org.closecall.monthly;

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
import java.util.stream.Stream;
import org.closecall.people.Person;
import org.closecall.people.Role;
import org.closecall.web.Errors;
import org.closecall.web.Flash;
import org.closecall.web.Option;
import org.closecall.web.Pages;
import org.closecall.web.Typed;
import org.closecall.web.Viewer;
import org.jboss.resteasy.reactive.RestForm;

/** Who talked a review over. */
@Path("/reliability/reviews")
@RolesAllowed(Role.MEMBERS)
class Participants {

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance edit(MonthlyReview review, List<Option> people, List<String> chosen, List<String> was, Errors errors);
    }

    @Inject
    Viewer viewer;

    @Inject
    Flash flash;

    @GET
    @Path("/{id}/participants")
    public TemplateInstance edit(long id) {
        var review = MonthlyReview.shown(id);
        return page(review, ids(review), ids(review), Errors.none());
    }

    /** was: those the form showed as chosen. Whom somebody else has added meanwhile nobody here has taken away. */
    @POST
    @Path("/{id}/participants")
    @Transactional
    public Response update(long id, @RestForm List<String> person, @RestForm List<String> was) {
        var review = MonthlyReview.changing(id);
        var chosen = person == null ? List.<String>of() : person;
        var before = was == null ? List.<String>of() : was;
        if (review.frozen()) {
            return Pages.conflict(page(review, chosen, before, Errors.none().add("person", "The review is frozen: who took part stays as it is")));
        }
        var added = ids(review).stream().filter(one -> !before.contains(one));
        var ids = Stream.concat(chosen.stream(), added).distinct().toList();
        if (ids.stream().anyMatch(one -> people(review).stream().noneMatch(option -> option.value().equals(one)))) {
            return Pages.invalid(page(review, chosen, before, Errors.none().add("person", "Choose from the list")));
        }
        List<Person> present = ids.isEmpty() ? List.of() : Person.list("id in ?1 order by name, id", Typed.ids(ids));
        flash.notice(review.attended(present, viewer.person(), viewer.now()) ? "Saved." : "Nothing was changed.");
        return Pages.seeOther(review.address() + "#participants");
    }

    private TemplateInstance page(MonthlyReview review, List<String> chosen, List<String> was, Errors errors) {
        return Templates.edit(review, people(review), chosen, was, errors);
    }

    /** Who is here, and who was then. */
    private static List<Option> people(MonthlyReview review) {
        return Stream.concat(Person.active(Role.values()).stream(), review.participants.stream()).distinct().map(one -> Option.of(one.id, one.name)).toList();
    }

    private static List<String> ids(MonthlyReview review) {
        return review.participants.stream().map(one -> one.id.toString()).toList();
    }
}
