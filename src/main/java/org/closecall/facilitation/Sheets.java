package org.closecall.facilitation;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import org.closecall.occurrence.Occurrence;
import org.closecall.occurrence.TimelineEntry;
import org.closecall.people.Role;

/** What a facilitator takes into the room, on paper. */
@Path("/occurrences/{number}/facilitation")
@RolesAllowed(Role.MEMBERS)
class Sheets {

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance show(Occurrence occurrence, List<TimelineEntry> timeline, List<QuestionGroup> groups);
    }

    @GET
    public TemplateInstance show(long number) {
        var occurrence = Occurrence.numbered(number);
        return Templates.show(occurrence, TimelineEntry.of(occurrence), QuestionGroup.all().stream().filter(group -> !group.lines().isEmpty()).toList());
    }
}
