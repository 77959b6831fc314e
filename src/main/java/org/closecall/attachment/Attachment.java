package org.closecall.attachment;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
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
import org.closecall.occurrence.Occurrence;
import org.closecall.people.Change;
import org.closecall.people.Person;
import org.hibernate.annotations.Formula;

/** A file of a record or of one entry of its timeline. What is in it never changes and is kept apart. */
@Entity
public class Attachment extends PanacheEntityBase {

    static final int MOST = 50;
    private static final long KILO = 1024;

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;
    @ManyToOne(fetch = FetchType.LAZY)
    public Occurrence occurrence;
    /** Null when it belongs to the record as a whole. */
    public Long timelineEntryId;
    /** Null when it belongs to none. */
    @Formula("(select e.deleted_at is not null from timeline_entry e where e.id = timeline_entry_id)")
    public Boolean entryRemoved;
    public String name;
    @Enumerated(EnumType.STRING)
    public FileKind kind;
    public long size;
    public String sha256;
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "created_by")
    public Person createdBy;
    public Instant createdAt;
    public Instant deletedAt;
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "deleted_by")
    public Person deletedBy;

    /** Also what was removed. */
    static List<Attachment> of(Occurrence occurrence) {
        return list("from Attachment a left join fetch a.createdBy left join fetch a.deletedBy where a.occurrence = ?1 order by a.id", occurrence);
    }

    static long room(Occurrence occurrence) {
        return MOST - count("occurrence = ?1 and deletedAt is null", occurrence);
    }

    /** Seen by whoever sees the page of its record. */
    static Attachment shown(long id, boolean member) {
        Attachment found = find("from Attachment a join fetch a.occurrence where a.id = ?1 and a.deletedAt is null", id).firstResult();
        if (found == null || found.occurrence.removed() && !member) {
            throw new NotFoundException();
        }
        return found;
    }

    static Attachment of(Occurrence occurrence, long id) {
        Attachment found = find("occurrence = ?1 and id = ?2", occurrence, id).firstResult();
        if (found == null) {
            throw new NotFoundException();
        }
        return found;
    }

    static Attachment add(Occurrence occurrence, Long entry, Upload upload, Person by, Instant now) {
        var attachment = new Attachment();
        attachment.occurrence = occurrence;
        attachment.timelineEntryId = entry;
        attachment.name = upload.name();
        attachment.kind = upload.kind();
        attachment.size = upload.size();
        attachment.sha256 = upload.sha256();
        attachment.createdBy = by;
        attachment.createdAt = now;
        attachment.persistAndFlush();
        Content.keep(attachment.id, upload.bytes());
        Change.record(attachment.subject(), "attached a file", Map.of(), attachment.snapshot(), by, now);
        return attachment;
    }

    void remove(Person by, Instant now) {
        deletedAt = now;
        deletedBy = by;
        Change.record(subject(), "removed a file", snapshot(), Map.of(), by, now);
    }

    void restore(Person by, Instant now) {
        deletedAt = null;
        deletedBy = null;
        Change.record(subject(), "restored a file", Map.of(), snapshot(), by, now);
    }

    public boolean removed() {
        return deletedAt != null;
    }

    public String path() {
        return "/attachments/" + id + "/" + FileName.encoded(name);
    }

    /** 1.4 MB, with a no-break space. */
    public String sizeWords() {
        if (size < KILO) {
            return size + (size == 1 ? "\u00a0byte" : "\u00a0bytes");
        }
        return size < KILO * KILO ? Math.round((double) size / KILO) + "\u00a0KB" : Math.round(10.0 * size / KILO / KILO) / 10.0 + "\u00a0MB";
    }

    private Map<String, String> snapshot() {
        return Map.of("File", name + " (" + sizeWords() + ")");
    }

    private Change.Subject subject() {
        return new Change.Subject("attachment", id, occurrence.id, null);
    }
}
