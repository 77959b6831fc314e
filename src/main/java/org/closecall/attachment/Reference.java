package org.closecall.attachment;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.quarkus.qute.TemplateExtension;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.ws.rs.NotFoundException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.closecall.occurrence.Occurrence;
import org.closecall.people.Change;
import org.closecall.people.Person;

/** A page elsewhere that belongs to a record: a ticket, a chat, a graph. */
@Entity
public class Reference extends PanacheEntityBase {

    static final int MOST = 100;

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;
    @ManyToOne(fetch = FetchType.LAZY)
    public Occurrence occurrence;
    public String title;
    public String url;
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "created_by")
    public Person createdBy;
    public Instant createdAt;

    static List<Reference> of(Occurrence occurrence) {
        return list("from Reference r left join fetch r.createdBy where r.occurrence = ?1 order by r.id", occurrence);
    }

    static Reference of(Occurrence occurrence, long id) {
        Reference found = find("occurrence = ?1 and id = ?2", occurrence, id).firstResult();
        if (found == null) {
            throw new NotFoundException();
        }
        return found;
    }

    Reference add(Occurrence to, Person by, Instant now) {
        occurrence = to;
        createdBy = by;
        createdAt = now;
        persistAndFlush();
        Change.record(subject(), "added a link", Map.of(), snapshot(), by, now);
        return this;
    }

    void remove(Person by, Instant now) {
        Change.record(subject(), "removed a link", snapshot(), Map.of(), by, now);
        delete();
    }

    /** example.org, so that one sees where a link leads. */
    public String host() {
        return url.replaceAll("^[^/]*//([^/?#@]*@)?([^/?#:]*).*$", "$2");
    }

    private Map<String, String> snapshot() {
        var fields = new LinkedHashMap<String, String>();
        fields.put("Link", title);
        fields.put("Address", url);
        return fields;
    }

    private Change.Subject subject() {
        return new Change.Subject("link", id, occurrence.id, null);
    }

    @TemplateExtension
    static final class Extensions {

        private Extensions() {
        }

        static List<Reference> references(Occurrence occurrence) {
            return Reference.of(occurrence);
        }
    }
}
