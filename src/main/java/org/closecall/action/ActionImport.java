package org.closecall.action;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.ManyToOne;
import jakarta.ws.rs.NotFoundException;
import java.time.Duration;
import java.time.Instant;
import org.closecall.people.Person;

/** A file of actions on its way in: its owner alone sees it, chooses what its columns mean and confirms it. */
@Entity
public class ActionImport extends PanacheEntityBase {

    private static final Duration KEPT_UNUSED = Duration.ofDays(7);

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;
    @ManyToOne(fetch = FetchType.LAZY)
    public Person person;
    public String fileName;
    /** Null when it has been brought in. */
    public byte[] content;
    public String mapping;
    public Instant createdAt;
    public Instant appliedAt;
    public int created;
    public int changed;

    static ActionImport open(String fileName, byte[] content, ActionCsv file, Person by, Instant now) {
        delete("appliedAt is null and createdAt < ?1", now.minus(KEPT_UNUSED));
        var opened = new ActionImport();
        opened.person = by;
        opened.fileName = fileName;
        opened.content = content;
        opened.mapping = ActionMapping.guessed(file.headings()).text();
        opened.createdAt = now;
        opened.persistAndFlush();
        return opened;
    }

    static ActionImport of(Person person, long id) {
        return present(find("id = ?1 and person = ?2", id, person).firstResult());
    }

    /** Locked: sent twice, it is brought in once. */
    static ActionImport changing(Person person, long id) {
        return present(find("id = ?1 and person = ?2", id, person).withLock(LockModeType.PESSIMISTIC_WRITE).firstResult());
    }

    ActionMapping mapping() {
        return ActionMapping.of(mapping);
    }

    /** Null when it has been brought in. */
    ActionCsv file() {
        return content == null ? null : ActionCsv.read(content);
    }

    void applied(int made, int edited, Instant now) {
        created = made;
        changed = edited;
        appliedAt = now;
        content = null;
    }

    public boolean over() {
        return appliedAt != null;
    }

    public String address() {
        return "/actions/imports/" + id;
    }

    private static ActionImport present(ActionImport found) {
        if (found == null) {
            throw new NotFoundException("There is no such file of yours");
        }
        return found;
    }
}
