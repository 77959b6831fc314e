package org.closecall.postmortem;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import java.util.List;
import org.closecall.occurrence.Occurrence;
import org.closecall.web.Viewer;
import org.jboss.resteasy.reactive.RestQuery;

/** What was published of a postmortem, each version as it was. Those who don't write see what was never withdrawn. */
@Path("/occurrences/{number}/postmortem")
class Versions {

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance index(Postmortem postmortem, List<Publication> versions);

        static native TemplateInstance compare(Postmortem postmortem, List<Publication> versions, Comparison comparison);
    }

    @Inject
    Viewer viewer;

    @GET
    @Path("/versions")
    public TemplateInstance index(long number) {
        var postmortem = readable(number);
        return Templates.index(postmortem, all(postmortem));
    }

    @GET
    @Path("/versions/{version}")
    public TemplateInstance show(long number, int version) {
        return Postmortems.read(seen(Publication.of(readable(number), version)));
    }

    /** Without from, the latest; without to, for members the text as it is now and for others the latest. */
    @GET
    @Path("/versions/comparison")
    public TemplateInstance compare(long number, @RestQuery Integer from, @RestQuery Integer to) {
        var postmortem = readable(number);
        var versions = all(postmortem);
        if (versions.isEmpty()) {
            throw new NotFoundException("There is no version of it yet");
        }
        var before = from == null ? versions.get(0) : seen(Publication.of(postmortem, from));
        var after = to == null ? viewer.member() ? null : versions.get(0) : seen(Publication.of(postmortem, to));
        return Templates.compare(postmortem, versions, Comparison.of(before, after, postmortem, viewer.zone()));
    }

    private Postmortem readable(long number) {
        var postmortem = Postmortem.there(Occurrence.numbered(number));
        if (!viewer.member() && !postmortem.published()) {
            throw new NotFoundException();
        }
        return postmortem;
    }

    private List<Publication> all(Postmortem postmortem) {
        return Publication.of(postmortem).stream().filter(this::visible).toList();
    }

    private Publication seen(Publication version) {
        if (!visible(version)) {
            throw new NotFoundException();
        }
        return version;
    }

    private boolean visible(Publication version) {
        return viewer.member() || !version.withdrawn();
    }
}
