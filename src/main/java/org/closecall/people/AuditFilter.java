package org.closecall.people;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.qute.TemplateData;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.closecall.web.Addresses;
import org.closecall.web.Typed;

/** Which lines of the access log are shown, all of it in the address. Days are the viewer's. What is none of the choices matches nothing. */
@TemplateData
public class AuditFilter {

    private static final String NAMED = "array(select p.id from person p where p.name ilike :like or p.email ilike :like)";

    @QueryParam("who")
    public String who;
    @QueryParam("deed")
    public String deed;
    @QueryParam("origin")
    public String origin;
    @QueryParam("from")
    public String from;
    @QueryParam("to")
    public String to;
    @QueryParam("after")
    public String after;

    /** SQL conditions on audit_entry a, and their parameters. */
    Map<String, Object> conditions(StringBuilder where, ZoneId zone) {
        var bound = new HashMap<String, Object>();
        where.append("true");
        if (Typed.given(who)) {
            // arrays, because the indexes are used for nothing else on both sides of an “or”
            where.append(" and (a.person_id = any (").append(NAMED).append(") or a.about_id = any (").append(NAMED).append("))");
            bound.put("like", "%" + who.strip().replace("\0", "").replaceAll("([\\\\%_])", "\\\\$1") + "%");
        }
        choice(where, bound, "deed", deed);
        choice(where, bound, "origin", origin);
        day(where, bound, "from", from, 0, ">=", zone);
        day(where, bound, "to", to, 1, "<", zone);
        return bound;
    }

    private static void choice(StringBuilder where, Map<String, Object> bound, String name, String chosen) {
        if (Typed.given(chosen)) {
            where.append(" and a.").append(name).append(" = :").append(name);
            bound.put(name, chosen.replace("\0", ""));
        }
    }

    private static void day(StringBuilder where, Map<String, Object> bound, String name, String typed, int later, String compared, ZoneId zone) {
        LocalDate day = Typed.date(typed);
        if (day != null) {
            where.append(" and a.at ").append(compared).append(" :").append(name);
            bound.put(name, day.plusDays(later).atStartOfDay(zone).toInstant());
        }
    }

    /** Newest first, one more than asked for when there are more. */
    List<AuditEntry> list(ZoneId zone, int most) {
        var where = new StringBuilder();
        var bound = conditions(where, zone);
        if (after != null && after.matches("\\d{1,18}")) {
            where.append(" and (a.at, a.id) < (select b.at, b.id from audit_entry b where b.id = :after)");
            bound.put("after", Long.valueOf(after));
        }
        var ids = Panache.getEntityManager().createNativeQuery("select a.id from audit_entry a where " + where + " order by a.at desc, a.id desc", Long.class).setMaxResults(most + 1);
        bound.forEach(ids::setParameter);
        return AuditEntry.list("from AuditEntry a left join fetch a.person left join fetch a.about where a.id in ?1 order by a.at desc, a.id desc", ids.getResultList());
    }

    public boolean any() {
        return !given().isEmpty();
    }

    public boolean first() {
        return !Typed.given(after);
    }

    public String query() {
        return Addresses.query(given(), "");
    }

    public String onwards(AuditEntry last) {
        return Addresses.query(given(), "after=" + last.id);
    }

    private Map<String, String> given() {
        var given = new LinkedHashMap<String, String>();
        given.put("who", who);
        given.put("deed", deed);
        given.put("origin", origin);
        given.put("from", from);
        given.put("to", to);
        given.values().removeIf(value -> !Typed.given(value));
        return given;
    }
}
