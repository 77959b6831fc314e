package org.closecall.occurrence;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.closecall.bulk.BulkEditRecord;
import org.closecall.people.Change;
import org.closecall.web.Typed;
import org.closecall.web.Viewer;
import org.jboss.resteasy.reactive.RestQuery;

@Path("/occurrences/{number}/history")
class Histories {

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance show(Occurrence occurrence, Story story);
    }

    @Inject
    Viewer viewer;

    @GET
    public TemplateInstance show(long number, @RestQuery String before) {
        var occurrence = viewer.member() ? Occurrence.numberedEvenRemoved(number) : Occurrence.numbered(number);
        var changes = Change.ofOccurrence(occurrence.id, viewer.member(), Typed.id(before), Story.PAGE + 1);
        return Templates.show(occurrence, Story.of(changes, Snapshot.of(occurrence), BulkEditRecord.byChange(occurrence.id), viewer.member() && !occurrence.removed(), viewer.zone()));
    }
}
