package org.closecall.slo;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.closecall.web.Viewer;

/** Objectives as OpenSLO, all that are in use or one. */
@Path("/prevention/slos")
class OpenSloExports {

    private static final String YAML = "application/yaml;charset=UTF-8";

    @Inject
    Viewer viewer;

    @GET
    @Path("/openslo.yaml")
    @Produces(YAML)
    public Response index() {
        return file("openslo.yaml", Objective.inUse(null, null));
    }

    @GET
    @Path("/{id}/openslo.yaml")
    @Produces(YAML)
    public Response show(long id) {
        var objective = Objective.found(id);
        return file(objective.handle + ".yaml", List.of(objective));
    }

    private Response file(String name, List<Objective> objectives) {
        return Response.ok(OpenSloWriter.write(objectives, viewer.organisation().zone())).header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"").build();
    }
}
