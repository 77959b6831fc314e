package org.closecall.action;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Version;
import jakarta.ws.rs.NotFoundException;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.closecall.people.Addressed;
import org.closecall.people.Person;
import org.closecall.web.Markdown;
import org.closecall.web.Typed;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** What somebody says about an action. Whoever wrote it may change it, its history keeps what it said; what is removed leaves a trace. */
@Entity
public class ActionComment extends PanacheEntityBase {

    private static final int BRIEF = 200;
    private static final String COMMENT = "Comment";

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;
    @ManyToOne(fetch = FetchType.LAZY)
    public ActionItem action;
    public String text;
    /** Who is named in it, as written there: the text keeps the name somebody had. */
    @JdbcTypeCode(SqlTypes.JSON)
    public List<String> names = List.of();
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "written_by")
    public Person writtenBy;
    public Instant writtenAt;
    public Instant editedAt;
    public Instant deletedAt;
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "deleted_by")
    public Person deletedBy;
    @ManyToMany
    @JoinTable(name = "action_comment_told", joinColumns = @JoinColumn(name = "comment_id"), inverseJoinColumns = @JoinColumn(name = "person_id"))
    @OrderBy("name, id")
    public Set<Person> told = new LinkedHashSet<>();
    @Version
    public int version;

    /** The newest first, those older than the one with the id before, or the newest; in two statements. */
    static List<ActionComment> of(ActionItem action, Long before, int most) {
        var page = ActionComment.<ActionComment>find("from ActionComment c join fetch c.writtenBy left join fetch c.deletedBy where c.action = ?1 and c.id < ?2 order by c.id desc", action, before == null ? Long.MAX_VALUE : before)
                .page(0, most).list();
        if (!page.isEmpty()) {
            list("from ActionComment c left join fetch c.told where c in ?1", page);
        }
        return page;
    }

    static ActionComment of(ActionItem action, long id) {
        ActionComment found = find("action = ?1 and id = ?2", action, id).firstResult();
        if (found == null) {
            throw new NotFoundException("There is no such comment");
        }
        return found;
    }

    /** chosen are told besides those who are named in it; nobody tells oneself. */
    public static ActionComment write(ActionItem action, String text, List<Person> chosen, Person by, Instant now) {
        var comment = new ActionComment();
        comment.action = action;
        comment.writtenBy = by;
        comment.writtenAt = now;
        comment.say(text, chosen);
        comment.persistAndFlush();
        Watcher.join(action, by, now);
        action.told("commented on", Map.of(), Map.of(COMMENT, Typed.shortened(Markdown.plain(text), BRIEF)), by, now);
        Followers.commented(comment, now);
        return comment;
    }

    void edit(String to, Instant now) {
        if (!to.equals(text)) {
            var before = Map.of(COMMENT, text);
            say(to, List.of());
            editedAt = now;
            action.told("edited a comment on", before, Map.of(COMMENT, text), writtenBy, now);
            Followers.commented(this, now);
        }
    }

    void remove(Person by, Instant now) {
        if (!removed()) {
            deletedAt = now;
            deletedBy = by;
            action.told("removed a comment on", Map.of(COMMENT, text), Map.of(), by, now);
        }
    }

    private void say(String said, List<Person> chosen) {
        text = said;
        var addressed = Addressed.in(said);
        names = addressed.names();
        Stream.concat(chosen.stream(), addressed.people().stream()).filter(person -> !person.id.equals(writtenBy.id)).forEach(told::add);
    }

    public boolean removed() {
        return deletedAt != null;
    }

    public boolean by(Person person) {
        return person != null && person.id.equals(writtenBy.id);
    }

    public String path() {
        return "/actions/" + action.id + "/comments/" + id;
    }
}
