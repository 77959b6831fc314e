package org.closecall.occurrence;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import org.closecall.people.Change;
import org.closecall.web.Viewer;

@Path("/occurrences/{number}/history")
class Histories {

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance show(Occurrence occurrence, List<Change> changes);
    }

    @Inject
    Viewer viewer;

    @GET
    public TemplateInstance show(long number) {
        var occurrence = viewer.member() ? Occurrence.numberedEvenRemoved(number) : Occurrence.numbered(number);
        return Templates.show(occurrence, Change.ofOccurrence(occurrence.id, viewer.member()));
    }
}
