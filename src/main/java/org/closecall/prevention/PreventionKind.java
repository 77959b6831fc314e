package org.closecall.prevention;

import jakarta.persistence.LockModeType;
import jakarta.ws.rs.NotFoundException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.closecall.catalog.CatalogEntry;
import org.closecall.exchange.CsvField;

/** The three sorts of facts about prevention, each with its table, its address and its words. */
public enum PreventionKind {
    REMEDIATION("remediations", "remediation", "remediation run", "remediation runs"),
    DEPLOYMENT("deployments", "deployment", "deployment", "deployments"),
    EXPERIMENT("experiments", "experiment", "experiment", "experiments");

    public final String path;
    final String table;
    public final String one;
    public final String many;

    PreventionKind(String path, String table, String one, String many) {
        this.path = path;
        this.table = table;
        this.one = one;
        this.many = many;
    }

    static PreventionKind ofPath(String path) {
        return Arrays.stream(values()).filter(kind -> kind.path.equals(path)).findFirst().orElseThrow(() -> new NotFoundException("There is nothing of the sort"));
    }

    public String address() {
        return "/prevention/" + path;
    }

    /** What the id of one is put behind. */
    public String rows() {
        return address() + "/";
    }

    public String bringIn() {
        return "Bring in " + many;
    }

    /** What a line of a file cannot be without. */
    public String needed() {
        return switch (this) {
            case REMEDIATION -> "A new one needs a type, a service, a start and an outcome: succeeded or failed.";
            case DEPLOYMENT -> "A new one needs a service, a version, a time and an outcome: OK or failed.";
            case EXPERIMENT -> "A new one needs a critical path, a failure mode, a hypothesis and a start.";
        };
    }

    public String heading() {
        return many.substring(0, 1).toUpperCase() + many.substring(1);
    }

    Class<? extends PreventionRecord> type() {
        return this == REMEDIATION ? Remediation.class : this == DEPLOYMENT ? Deployment.class : Experiment.class;
    }

    public List<CsvField> fields() {
        return this == REMEDIATION ? PreventionField.OF_REMEDIATIONS : this == DEPLOYMENT ? PreventionField.OF_DEPLOYMENTS : PreventionField.OF_EXPERIMENTS;
    }

    /** Until this transaction ends nobody else writes down keys of the kind: the same report sent twice at once is one. */
    static void oneAtATime(PreventionKind kind) {
        CatalogEntry.oneAtATime(kind.table);
    }

    /** In the order of the ids, with all that a row shows; removed ones as well. */
    <E extends PreventionRecord> List<E> load(List<Long> ids) {
        return ids.isEmpty() ? List.of() : this.<E>query("r.id in ?1", ids).stream().sorted(Comparator.comparingInt(one -> ids.indexOf(one.id))).toList();
    }

    /** With that key, also if it was removed; null where there is none. */
    <E extends PreventionRecord> E keyed(String key) {
        return this.<E>query("r.key = ?1", key).stream().findFirst().orElse(null);
    }

    /** Also if it was removed: its page says so. */
    <E extends PreventionRecord> E found(long id) {
        return this.<E>query("r.id = ?1", id).stream().findFirst().orElseThrow(() -> new NotFoundException("There is no such " + one));
    }

    /** A second saver waits here for the first and then sees what that one saved. */
    PreventionRecord changing(long id) {
        var found = PreventionRecord.getEntityManager().find(type(), id, LockModeType.PESSIMISTIC_WRITE);
        if (found == null) {
            throw new NotFoundException("There is no such " + one);
        }
        return found;
    }

    @SuppressWarnings("unchecked")
    <E extends PreventionRecord> List<E> query(String condition, Object parameter) {
        var path = this == DEPLOYMENT ? "" : " left join fetch r.criticalPath";
        var service = this == EXPERIMENT ? "" : " left join fetch r.service";
        return (List<E>) PreventionRecord.getEntityManager().createQuery("from " + type().getSimpleName() + " r left join fetch r.occurrence left join fetch r.createdBy" + service + path + " where " + condition, type())
                .setParameter(1, parameter).getResultList();
    }
}
