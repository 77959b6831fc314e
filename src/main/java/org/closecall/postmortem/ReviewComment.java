package org.closecall.postmortem;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.ws.rs.NotFoundException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.closecall.notice.Notice;
import org.closecall.notice.NoticeKind;
import org.closecall.people.Addressed;
import org.closecall.people.Change;
import org.closecall.people.Person;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A remark on a part of a postmortem or on the whole, or an answer to one. Only what is not an answer is resolved. */
@Entity
public class ReviewComment extends PanacheEntityBase {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;
    @ManyToOne(fetch = FetchType.LAZY)
    public Postmortem postmortem;
    /** The key of a text or a part; null for the whole. */
    public String place;
    /** Null unless this is an answer. */
    @ManyToOne(fetch = FetchType.LAZY)
    public ReviewComment answered;
    public String text;
    /** Who is named in it, as written there. */
    @JdbcTypeCode(SqlTypes.JSON)
    public List<String> names = List.of();
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "written_by")
    public Person writtenBy;
    public Instant writtenAt;
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "resolved_by")
    public Person resolvedBy;
    public Instant resolvedAt;

    /** In the order they were written. */
    static List<ReviewComment> of(Long postmortemId) {
        return list("from ReviewComment c join fetch c.writtenBy left join fetch c.resolvedBy where c.postmortem.id = ?1 order by c.id", postmortemId);
    }

    /** One that may be answered and resolved. */
    static ReviewComment of(Postmortem postmortem, long id) {
        ReviewComment found = find("postmortem = ?1 and id = ?2 and answered is null", postmortem, id).firstResult();
        if (found == null) {
            throw new NotFoundException();
        }
        return found;
    }

    ReviewComment write(Postmortem on, Person by, Instant now) {
        postmortem = on;
        writtenBy = by;
        writtenAt = now;
        var addressed = Addressed.in(text);
        names = addressed.names();
        persistAndFlush();
        record(answered == null ? "commented on" : "answered a comment on", Map.of("Comment", text), by, now);
        Notice.tell(addressed.people().stream().filter(person -> !person.id.equals(by.id)).toList(), NoticeKind.MENTIONED,
                by.name + " points you to a comment on the postmortem of #" + on.occurrence.number + ", “" + on.occurrence.title + "”", on.path() + "/comments#" + anchor(), "mentioned:review-comment:" + id, now);
        return this;
    }

    /** Done twice, it is done once. */
    void resolve(Person by, Instant now) {
        if (!resolved()) {
            resolvedBy = by;
            resolvedAt = now;
            record("resolved a comment on", Map.of("Comment", text), by, now);
        }
    }

    void reopen(Person by, Instant now) {
        if (resolved()) {
            resolvedBy = null;
            resolvedAt = null;
            record("opened a comment again on", Map.of("Comment", text), by, now);
        }
    }

    public boolean resolved() {
        return resolvedAt != null;
    }

    public boolean isOn(String other) {
        return Objects.equals(place, Texts.orNull(other));
    }

    /** Where the writing page saves and comes back to what it is about; title and facilitator have no place of their own. */
    public String backTo(Postmortem written, String on) {
        return written.path() + "/sections" + (written.sections.stream().anyMatch(section -> section.key.equals(on)) ? "/" + on : "");
    }

    public String anchor() {
        return "comment-" + id;
    }

    private void record(String verb, Map<String, String> after, Person by, Instant now) {
        Change.record(postmortem.subject(), verb + " " + Place.of(postmortem, place).inWords(), Map.of(), after, by, now);
    }
}
