package org.closecall.sample;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.LockModeType;
import jakarta.persistence.ManyToOne;
import java.time.Instant;
import java.util.Map;
import org.closecall.people.Change;
import org.closecall.people.Organisation;
import org.closecall.people.Person;
import org.closecall.web.AdvisoryLock;

/** How far the loading of the sample is. There is one row: whoever wants to begin waits for it, and sees what the other has begun. */
@Entity
public class SampleLoad extends PanacheEntityBase {

    /** Where it stands. */
    public enum State {
        NONE, RUNNING, INTERRUPTED, FAILED, LOADED
    }

    private static final short ONLY = 1;
    /** Held while it is written, by the transaction that writes: it ends with the process. */
    private static final String KEY = "1129074531, 133";
    /** Between the answer to the form and the first line of the work. */
    private static final int SOON = 15;

    @Id
    public Short id;
    public Instant begunAt;
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "begun_by")
    public Person begunBy;
    public int done;
    public int total;
    public Instant finishedAt;
    public boolean failed;

    static SampleLoad current() {
        SampleLoad found = findById(ONLY);
        return found == null ? new SampleLoad() : found;
    }

    /** Locked. */
    static SampleLoad changing() {
        getEntityManager().createNativeQuery("insert into sample_load default values on conflict do nothing").executeUpdate();
        return findById(ONLY, LockModeType.PESSIMISTIC_WRITE);
    }

    /** False when there is one, or one is being loaded. */
    boolean begin(Person by, Instant now) {
        var state = state(now);
        if (state == State.RUNNING || state == State.LOADED) {
            return false;
        }
        begunAt = now;
        begunBy = by;
        done = 0;
        total = 0;
        finishedAt = null;
        failed = false;
        return true;
    }

    State state(Instant now) {
        if (Organisation.current().sampleSince != null) {
            return State.LOADED;
        }
        if (begunAt == null || finishedAt != null && !failed) {
            return State.NONE;
        }
        if (failed) {
            return State.FAILED;
        }
        return now.isBefore(begunAt.plusSeconds(SOON)) || AdvisoryLock.held(KEY) ? State.RUNNING : State.INTERRUPTED;
    }

    /** In the transaction that writes. False when another one writes, which takes longer than anybody would wait, or has written. */
    static boolean takeTurn() {
        if ((Boolean) getEntityManager().createNativeQuery("select pg_try_advisory_xact_lock(" + KEY + ")", Boolean.class).getSingleResult() && !here()) {
            getEntityManager().createNativeQuery("delete from sample_row where subject <> 'tag'").executeUpdate();
            return true;
        }
        return false;
    }

    static boolean here() {
        return (Boolean) getEntityManager().createNativeQuery("select sample_since is not null from organisation", Boolean.class).getSingleResult();
    }

    /** In a transaction of its own, so that it is seen. */
    static void got(int records, int of) {
        update("done = ?1, total = ?2", records, of);
    }

    static void failed(Instant now) {
        update("failed = true, finishedAt = ?1", now);
    }

    /** The last thing in the transaction that writes. */
    static void finished(Person by, Instant now) {
        update("done = total, failed = false, finishedAt = ?1", now);
        since(now);
        Change.record(new Change.Subject("organisation", 1L, null, null), "loaded the sample organisation", Map.of(), Map.of(), by, now);
    }

    /** Null: it is gone. */
    static void since(Instant now) {
        getEntityManager().createNativeQuery("update organisation set sample_since = cast(:now as timestamptz)").setParameter("now", now).executeUpdate();
    }
}
