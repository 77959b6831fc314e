package org.closecall.people;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.qute.TemplateData;
import jakarta.ws.rs.QueryParam;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.closecall.web.Addresses;
import org.closecall.web.Option;
import org.closecall.web.Typed;

/** Which accounts are listed, all of it in the address. What is none of the choices narrows nothing. */
@TemplateData
public class PeopleFilter {

    static final List<Option> STATES = List.of(Option.of("active", "active"), Option.of("deactivated", "deactivated"));

    @QueryParam("text")
    public String text;
    @QueryParam("may")
    public String may;
    @QueryParam("state")
    public String state;
    /** The last person of the page before. */
    @QueryParam("after")
    public String after;

    /** By name, one more than asked for when there are more. */
    @SuppressWarnings("unchecked")
    List<Person> list(int most) {
        var where = new StringBuilder("select * from person p where true");
        var bound = conditions(where);
        var query = Panache.getEntityManager().createNativeQuery(where + " order by p.name, p.id", Person.class).setMaxResults(most + 1);
        bound.forEach(query::setParameter);
        return query.getResultList();
    }

    private Map<String, Object> conditions(StringBuilder where) {
        var bound = new HashMap<String, Object>();
        if (Typed.given(text)) {
            where.append(" and (p.name ilike :like or p.email ilike :like)");
            bound.put("like", "%" + text.strip().replace("\0", "").replaceAll("([\\\\%_])", "\\\\$1") + "%");
        }
        if (Typed.choice(Role.class, may) != null) {
            where.append(" and p.role = :may");
            bound.put("may", may);
        }
        if (STATES.stream().anyMatch(one -> one.value().equals(state))) {
            where.append(" and p.deactivated_at is ").append("active".equals(state) ? "null" : "not null");
        }
        Person last = Typed.found(after, id -> Person.findById(id));
        if (last != null) {
            where.append(" and (p.name, p.id) > (:name, :id)");
            bound.put("name", last.name);
            bound.put("id", last.id);
        }
        return bound;
    }

    public boolean any() {
        return Typed.given(text) || Typed.given(may) || Typed.given(state);
    }

    public boolean first() {
        return !Typed.given(after);
    }

    /** The beginning of the list. */
    public String query() {
        return Addresses.query(given(), "");
    }

    /** Where the list goes on after that person. */
    public String onwards(Person last) {
        return Addresses.query(given(), "after=" + last.id);
    }

    private Map<String, String> given() {
        var given = new LinkedHashMap<String, String>();
        given.put("text", text);
        given.put("may", may);
        given.put("state", state);
        given.values().removeIf(value -> !Typed.given(value));
        return given;
    }
}
