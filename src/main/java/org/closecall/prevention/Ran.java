package org.closecall.prevention;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.qute.TemplateData;
import io.quarkus.qute.TemplateExtension;
import java.time.Instant;
import java.util.List;
import org.closecall.occurrence.Occurrence;

/** A remediation run, a deployment or an experiment that belongs to a record, in words. */
@TemplateData
public record Ran(String what, String name, String address, Instant at, String outcome) {

    private static final int MOST = 50;
    private static final String SQL = """
            select 'REMEDIATION', r.id, r.type || ', ' || s.name, r.at, case when r.dry_run then 'dry run' when r.outcome = 'FAILED' then 'failed' when r.unattended then 'resolved it, nobody had to help' else 'succeeded' end
            from remediation r join service s on s.id = r.service_id where r.occurrence_id = :record and r.deleted_at is null
            union all select 'DEPLOYMENT', d.id, d.release || ', ' || s.name, d.at, case when d.outcome = 'FAILED' then 'because of it, failed' else 'because of it' end
            from deployment d join service s on s.id = d.service_id where d.occurrence_id = :record and d.deleted_at is null
            union all select 'EXPERIMENT', e.id, e.mode || ', ' || p.name, e.at, case when e.relation = 'CAUSED' then 'caused it' else 'found it' end
            from experiment e join critical_path p on p.id = e.critical_path_id where e.occurrence_id = :record and e.deleted_at is null
            order by 4, 1, 2 limit""" + " " + MOST;

    /** By time. */
    @TemplateExtension
    static List<Ran> ran(Occurrence occurrence) {
        @SuppressWarnings("unchecked")
        List<Object[]> rows = Panache.getEntityManager().createNativeQuery(SQL, Object[].class).setParameter("record", occurrence.id).getResultList();
        return rows.stream().map(Ran::of).toList();
    }

    private static Ran of(Object[] row) {
        var kind = PreventionKind.valueOf((String) row[0]);
        var what = switch (kind) {
            case REMEDIATION -> "Remediation run";
            case DEPLOYMENT -> "Deployment";
            case EXPERIMENT -> "Experiment";
        };
        return new Ran(what, (String) row[2], kind.address() + "/" + row[1], (Instant) row[3], (String) row[4]);
    }
}
