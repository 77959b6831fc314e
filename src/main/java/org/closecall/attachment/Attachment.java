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
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.closecall.occurrence.Occurrence;
import org.closecall.people.Change;
import org.closecall.people.Person;
import org.closecall.web.Markdown;
import org.hibernate.annotations.Formula;

/** A file of a record, of one entry of its timeline, or a picture in its postmortem. What is in it never changes and is kept apart. */
@Entity
public class Attachment extends PanacheEntityBase {

    private static final String SHOWN = "select 1 from publication x join postmortem p on p.id = x.postmortem_id where p.id = :postmortem and p.published_at is not null and x.withdrawn_at is null and strpos(x.words, :path) > 0";
    static final int MOST = 50;
    static final int MOST_PICTURES = 200;
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
    /** Null unless it is a picture in the postmortem: those are in no list of the record. */
    public Long postmortemId;
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
        return list("from Attachment a left join fetch a.createdBy left join fetch a.deletedBy where a.occurrence = ?1 and a.postmortemId is null order by a.id", occurrence);
    }

    /** Also what was removed. */
    public static List<Attachment> pictures(Long postmortem) {
        return list("from Attachment a left join fetch a.createdBy where a.postmortemId = ?1 order by a.id", postmortem);
    }

    public static Attachment picture(Long postmortem, long id) {
        return there(find("postmortemId = ?1 and id = ?2", postmortem, id).firstResult());
    }

    static long room(Occurrence occurrence) {
        return MOST - count("occurrence = ?1 and deletedAt is null and postmortemId is null", occurrence);
    }

    static boolean roomForPicture(Long postmortem) {
        return count("postmortemId = ?1 and deletedAt is null", postmortem) < MOST_PICTURES;
    }

    /** Seen by whoever sees the page of its record, or its postmortem. */
    static Attachment shown(long id, boolean member) {
        Attachment found = find("from Attachment a join fetch a.occurrence where a.id = ?1 and a.deletedAt is null", id).firstResult();
        var hidden = found != null && !member && (found.occurrence.removed() || !found.published());
        return there(hidden ? null : found);
    }

    static Attachment of(Occurrence occurrence, long id) {
        return there(find("occurrence = ?1 and id = ?2 and postmortemId is null", occurrence, id).firstResult());
    }

    static Attachment add(Occurrence occurrence, Long entry, Long postmortem, Upload upload, Person by, Instant now) {
        var attachment = new Attachment();
        attachment.occurrence = occurrence;
        attachment.timelineEntryId = entry;
        attachment.postmortemId = postmortem;
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

    /** A file that a program made. */
    public static void attach(Occurrence occurrence, String name, byte[] content, Person by, Instant now) {
        add(occurrence, null, null, Upload.of(name, content), by, now);
    }

    public void remove(Person by, Instant now) {
        deletedAt = now;
        deletedBy = by;
        Change.record(subject(), "removed a file", snapshot(), Map.of(), by, now);
    }

    public void restore(Person by, Instant now) {
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

    /** Where it lies in a zip: texts show it by its path without the slash. */
    public String zipName() {
        return "attachments/" + id + "/" + name;
    }

    public void write(OutputStream out) throws IOException {
        Content.write(id, size, out);
    }

    /** As a text shows it. Without other words its name must do. */
    public String markdown() {
        return Markdown.picture(FileName.stem(name), path());
    }

    /** 1.4 MB, with a no-break space. */
    public String sizeWords() {
        if (size < KILO) {
            return size + (size == 1 ? "\u00a0byte" : "\u00a0bytes");
        }
        return size < KILO * KILO ? Math.round((double) size / KILO) + "\u00a0KB" : Math.round(10.0 * size / KILO / KILO) / 10.0 + "\u00a0MB";
    }

    /** A picture is seen by all when a version that all may read shows it: the text may be further than that. */
    private boolean published() {
        return postmortemId == null || !getEntityManager().createNativeQuery(SHOWN).setParameter("postmortem", postmortemId).setParameter("path", "/attachments/" + id + "/").getResultList().isEmpty();
    }

    private Map<String, String> snapshot() {
        return Map.of("File", name + " (" + sizeWords() + ")");
    }

    /** What is written in a draft's history is for members, also which pictures it has. */
    private Change.Subject subject() {
        return postmortemId == null ? new Change.Subject("attachment", id, occurrence.id, null) : new Change.Subject("postmortem", postmortemId, occurrence.id, null);
    }

    private static Attachment there(Attachment found) {
        if (found == null) {
            throw new NotFoundException();
        }
        return found;
    }
}
