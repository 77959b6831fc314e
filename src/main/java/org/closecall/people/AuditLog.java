package org.closecall.people;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.List;
import org.closecall.exchange.CsvDownload;
import org.closecall.web.Option;
import org.closecall.web.Viewer;

/** Everything about access. That it was read is in it too. */
@Path("/")
@RolesAllowed(Role.ADMINISTRATORS)
class AuditLog {

    private static final int SHOWN = 100;
    private static final Duration READ_NOTED_EVERY = Duration.ofHours(1);
    private static final String COLUMNS = "select " + CsvDownload.time("a", "at") + """
            , lower(a.deed) as deed, p.name as person, p.email as person_email, o.name as about, o.email as about_email, a.detail, a.via, a.address, lower(a.origin) as origin, a.device
            from audit_entry a left join person p on p.id = a.person_id left join person o on o.id = a.about_id where\s""";
    private static final List<String> HEADER = List.of("at", "deed", "person", "person_email", "about", "about_email", "detail", "token", "address", "origin", "device");

    @CheckedTemplate
    static class Templates {
        /** next is the last line shown when there are more, or null. */
        static native TemplateInstance index(AuditFilter filter, List<AuditEntry> entries, AuditEntry next, List<Option> deeds, List<Option> origins);
    }

    @Inject
    Viewer viewer;

    @Inject
    RoutingContext request;

    @GET
    @Path("/admin/access")
    public TemplateInstance index(@BeanParam AuditFilter filter) {
        var me = viewer.person();
        QuarkusTransaction.requiringNew().run(() -> AuditEntry.recordOnce(Deed.LOG_READ, me, null, READ_NOTED_EVERY, request, viewer.now()));
        var entries = filter.list(viewer.zone(), SHOWN);
        var next = entries.size() > SHOWN ? entries.get(SHOWN - 1) : null;
        return Templates.index(filter, entries.subList(0, Math.min(SHOWN, entries.size())), next, Deed.options(), Origin.options());
    }

    /** As the page, all of it. Times are ISO 8601 in UTC. */
    @GET
    @Path("/admin/access.csv")
    public Response csv(@BeanParam AuditFilter filter) {
        var me = viewer.person();
        QuarkusTransaction.requiringNew().run(() -> AuditEntry.record(Deed.LOG_EXPORTED, me, null, filter.query().isEmpty() ? "all of it" : filter.query(), viewer.now()));
        var where = new StringBuilder();
        var bound = filter.conditions(where, viewer.zone());
        return new CsvDownload("access-log", HEADER, COLUMNS + where + " order by a.at desc, a.id desc", bound).response();
    }
}
