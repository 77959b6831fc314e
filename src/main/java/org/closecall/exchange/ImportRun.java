package org.closecall.exchange;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.LockModeType;
import jakarta.persistence.ManyToOne;
import jakarta.ws.rs.NotFoundException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.closecall.people.Person;
import org.hibernate.annotations.Formula;

/** One way of a file through the importer: first dry, then in earnest. The file is kept until it has been brought in. */
@Entity
public class ImportRun extends PanacheEntityBase {

    private static final Duration KEPT_UNUSED = Duration.ofDays(7);
    private static final int MOST_PLACES = 1000;

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;
    public String format;
    public String fileName;
    public boolean dryRun;
    /** Null when a command on the server began it. */
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "created_by")
    public Person createdBy;
    public Instant createdAt;
    public Instant finishedAt;
    public String refusedBecause;
    public int total;
    public int done;
    @Embedded
    public ImportCounts counts = new ImportCounts();
    /** The file itself is megabytes: only ever read or written by itself. */
    @Formula("(content is not null)")
    public boolean keepsFile;

    static final class NoFile extends RuntimeException {
    }

    static ImportRun open(String fileName, byte[] content, boolean dryRun, Person by, Instant now) {
        var run = begin(fileName, dryRun, by, now);
        KeptFile.keep(run.id, content);
        KeptFile.dropBefore(now.minus(KEPT_UNUSED));
        return run;
    }

    static ImportRun withId(long id) {
        ImportRun found = find("from ImportRun r left join fetch r.createdBy where r.id = ?1", id).firstResult();
        if (found == null) {
            throw new NotFoundException();
        }
        return found;
    }

    /** Two who begin it at once must not both do so. */
    static ImportRun locked(long id) {
        ImportRun found = findById(id, LockModeType.PESSIMISTIC_WRITE);
        if (found == null) {
            throw new NotFoundException();
        }
        return found;
    }

    static List<ImportRun> newest(Long before, int most) {
        return find("from ImportRun r left join fetch r.createdBy where r.id < ?1 order by r.id desc", before == null ? Long.MAX_VALUE : before)
                .page(0, most).list();
    }

    /** Null when none is. What is unfinished and not running was interrupted. */
    static Long running() {
        return ImportLock.held() ? getEntityManager().createQuery("select max(id) from ImportRun where finishedAt is null", Long.class).getSingleResult() : null;
    }

    /** running: the run that is going on, or null. */
    public ImportState stateWhen(Long running) {
        return ImportState.of(this, running);
    }

    /** What comes after this one takes over its file: a finished dry run is followed by the import, anything else is tried again. */
    ImportRun next(Person by, Instant now) {
        if (!keepsFile) {
            throw new NoFile();
        }
        var next = begin(fileName, dryRun && !finished(), by, now);
        KeptFile.move(id, next.id);
        return next;
    }

    void understood(String as, int records) {
        format = as;
        total = records;
    }

    void refuse(Refused why, Instant now) {
        refusedBecause = Texts.clean(why.getMessage());
        counts.refused = why.places.size();
        ImportLine.write(why.places.stream().limit(MOST_PLACES)
                .map(place -> ImportLine.of(this, place.position(), storable(place.externalId()), storable(place.title()), Outcome.REFUSED, Texts.clean(place.reason()), null)).toList());
        finishedAt = now;
        KeptFile.drop(id);
    }

    private static String storable(String given) {
        return given == null ? null : Texts.clean(given);
    }

    /** A failure of ours: the file stays, to be tried again. */
    void fail(String why, Instant now) {
        refusedBecause = why;
        finishedAt = now;
    }

    void finish(Instant now) {
        finishedAt = now;
        if (!dryRun || counts.broughtIn() == 0) {
            KeptFile.drop(id);
        }
    }

    public String invitation() {
        return counts.broughtIn() == 1 ? "Import this one" : "Import these %,d".formatted(counts.broughtIn());
    }

    public boolean finished() {
        return finishedAt != null;
    }

    private static ImportRun begin(String fileName, boolean dryRun, Person by, Instant now) {
        var run = new ImportRun();
        run.fileName = fileName;
        run.dryRun = dryRun;
        run.createdBy = by;
        run.createdAt = now;
        run.persist();
        return run;
    }
}
