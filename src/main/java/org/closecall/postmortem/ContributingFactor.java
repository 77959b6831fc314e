package org.closecall.postmortem;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Version;
import jakarta.ws.rs.NotFoundException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.closecall.catalog.FactorCategory;
import org.closecall.people.Change;
import org.closecall.people.Person;

/** One of the things without which it would have gone otherwise. */
@Entity
public class ContributingFactor extends PanacheEntityBase {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;
    @ManyToOne(fetch = FetchType.LAZY)
    public Postmortem postmortem;
    @ManyToOne(fetch = FetchType.LAZY)
    public FactorCategory category;
    public String text;
    public String howKnown;
    public int position;
    @Version
    public int version;

    static ContributingFactor of(Postmortem postmortem, long id) {
        ContributingFactor found = find("postmortem = ?1 and id = ?2", postmortem, id).firstResult();
        if (found == null) {
            throw new NotFoundException();
        }
        return found;
    }

    public ContributingFactor add(Postmortem to, Person by, Instant now) {
        postmortem = to;
        position = to.factors.stream().mapToInt(factor -> factor.position).max().orElse(0) + 1;
        persistAndFlush();
        to.factors.add(this);
        Change.record(to.subject(), "added a contributing factor", Map.of(), snapshot(), by, now);
        return this;
    }

    void edited(Map<String, String> before, Person by, Instant now) {
        var after = snapshot();
        if (!before.equals(after)) {
            getEntityManager().flush();
            Change.record(postmortem.subject(), "edited a contributing factor", before, after, by, now);
        }
    }

    void remove(Person by, Instant now) {
        Change.record(postmortem.subject(), "removed a contributing factor", snapshot(), Map.of(), by, now);
        postmortem.factors.remove(this);
        delete();
    }

    Map<String, String> snapshot() {
        var fields = new LinkedHashMap<String, String>();
        fields.put("Factor", text);
        fields.put("Category", category.name);
        fields.put("How we know", howKnown);
        fields.values().removeIf(Objects::isNull);
        return fields;
    }
}
