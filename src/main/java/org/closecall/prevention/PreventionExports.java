package org.closecall.prevention;

import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.closecall.exchange.CsvDownload;
import org.closecall.web.Viewer;
import org.jboss.resteasy.reactive.RestPath;

/** A filtered list as CSV. Times are ISO 8601 in UTC. What it says can be changed there and brought in again. */
@Path("/prevention/exports")
class PreventionExports {

    private static final Map<PreventionKind, String> COLUMNS = Map.of(
            PreventionKind.REMEDIATION, "r.id, r.key, r.type, " + name("service") + ", " + name("critical_path") + ", " + time("at") + ", " + time("ended_at") + ", r.outcome, " + flag("dry_run") + ", r.did, " + time("came_back_at") + ", " + flag("unattended") + ", " + number(),
            PreventionKind.DEPLOYMENT, "r.id, r.key, " + name("service") + ", r.release, " + time("at") + ", r.outcome, " + time("restored_at") + ", " + flag("unplanned") + ", " + number(),
            PreventionKind.EXPERIMENT, "r.id, r.key, " + name("critical_path") + ", r.mode, r.hypothesis, " + time("at") + ", " + time("ended_at") + ", " + flag("injected") + ", r.checks, r.checks_failed, r.tolerance, " + flag("recovered") + ", r.aborted_because, " + number() + ", r.relation");

    @Inject
    Viewer viewer;

    @GET
    @Path("/{kind}.csv")
    public Response index(@RestPath String kind, @BeanParam PreventionFilter filter) {
        var of = PreventionKind.ofPath(kind);
        var conditions = new PreventionConditions(of, filter, viewer.organisation().zone());
        var header = of.fields().stream().map(field -> field.column().replace(' ', '_')).toList();
        return new CsvDownload(kind, header, "select " + COLUMNS.get(of) + conditions + " order by r.at desc, r.id desc", conditions.bound).response();
    }

    private static String time(String column) {
        return CsvDownload.time("r", column);
    }

    private static String flag(String column) {
        return "case when r.%1$s then 'yes' when not r.%1$s then 'no' end as %1$s".formatted(column);
    }

    private static String name(String table) {
        return "(select x.name from %1$s x where x.id = r.%1$s_id) as %1$s".formatted(table);
    }

    private static String number() {
        return "(select o.number from occurrence o where o.id = r.occurrence_id) as occurrence";
    }
}
