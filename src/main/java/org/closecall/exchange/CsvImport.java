package org.closecall.exchange;

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

/** A file on its way in: its owner alone sees it, chooses what its columns mean and confirms it. */
@Entity
public class CsvImport extends PanacheEntityBase {

    private static final Duration KEPT_UNUSED = Duration.ofDays(7);

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;
    @ManyToOne(fetch = FetchType.LAZY)
    public Person person;
    /** The address of those of its sort, such as /actions/imports. */
    public String place;
    public String fileName;
    /** Null when it has been brought in. */
    public byte[] content;
    public String mapping;
    public Instant createdAt;
    public Instant appliedAt;
    public int created;
    public int changed;

    public static CsvImport open(String place, String fileName, byte[] content, CsvMapping guessed, Person by, Instant now) {
        delete("appliedAt is null and createdAt < ?1", now.minus(KEPT_UNUSED));
        var opened = new CsvImport();
        opened.person = by;
        opened.place = place;
        opened.fileName = fileName;
        opened.content = content;
        opened.mapping = guessed.text();
        opened.createdAt = now;
        opened.persistAndFlush();
        return opened;
    }

    public static CsvImport of(String place, Person person, long id) {
        return present(find("id = ?1 and person = ?2 and place = ?3", id, person, place).firstResult());
    }

    /** Locked: sent twice, it is brought in once. */
    public static CsvImport changing(String place, Person person, long id) {
        return present(find("id = ?1 and person = ?2 and place = ?3", id, person, place).withLock(LockModeType.PESSIMISTIC_WRITE).firstResult());
    }

    /** Null when it has been brought in. */
    public CsvFile file() {
        return content == null ? null : CsvFile.read(content);
    }

    public void applied(int made, int edited, Instant now) {
        created = made;
        changed = edited;
        appliedAt = now;
        content = null;
    }

    public boolean over() {
        return appliedAt != null;
    }

    public String address() {
        return place + "/" + id;
    }

    private static CsvImport present(CsvImport found) {
        if (found == null) {
            throw new NotFoundException("There is no such file of yours");
        }
        return found;
    }
}
