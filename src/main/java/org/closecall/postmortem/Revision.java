package org.closecall.postmortem;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.ws.rs.NotFoundException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.closecall.people.Person;

/** A text of a postmortem as it was saved once. */
@Entity
@Table(name = "postmortem_revision")
public class Revision extends PanacheEntityBase {

    /** So long one person's saves are one version, unless one takes much away: a page that saves by itself would make hundreds. */
    static final Duration RUN = Duration.ofMinutes(5);
    /** No form is open longer: its token is no longer good. */
    private static final Duration OPEN = Duration.ofDays(7);

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;
    @ManyToOne(fetch = FetchType.LAZY)
    public Postmortem postmortem;
    public String key;
    public String text;
    @Column(insertable = false, updatable = false)
    public int characters;
    public String stamp;
    /** Null when it came from the record. */
    @ManyToOne(fetch = FetchType.LAZY)
    public Person person;
    public Instant beganAt;
    public Instant savedAt;
    /** Which one it brought back, if any. */
    @ManyToOne(fetch = FetchType.LAZY)
    public Revision restored;
    /** Another of the same run has followed: it only serves to merge what was begun with it. */
    public boolean passing;

    /** What a list says of one, without its text. restoredFrom is when that one had been saved, or null. */
    public record Line(Long id, String by, Instant at, Instant restoredFrom, Integer characters, String stamp) {
    }

    /** before is what it said until now: what nobody wrote here is not a version yet. True when much of a version was taken away: that one stays. */
    static boolean keep(Slot slot, String before, Revision restored, Saving by) {
        var last = latest(by.postmortem(), slot.key());
        if (last == null || !last.text.equals(before)) {
            last = add(by.postmortem(), slot.key(), before, null, last == null ? by.postmortem().createdAt : by.now());
        }
        var next = add(by.postmortem(), slot.key(), slot.saved().get(), by.by(), by.now());
        next.restored = restored;
        var lossy = Texts.loses(last.text, next.text);
        if (restored == null && last.goesOn(next)) {
            var fullest = last.fullest();
            var shrunk = fullest.text.length() > last.text.length() && Texts.loses(fullest.text, next.text);
            last.passing = !lossy;
            if (shrunk) {
                fullest.passing = false;
            }
            if (!lossy && !shrunk) {
                next.beganAt = last.beganAt;
            }
            lossy |= shrunk;
        }
        delete("postmortem = ?1 and key = ?2 and passing = true and savedAt < ?3", by.postmortem(), slot.key(), by.now().minus(OPEN));
        return lossy;
    }

    /** The longest text of the run that this one is the last of. */
    private Revision fullest() {
        return Revision.<Revision>find("postmortem = ?1 and key = ?2 and person = ?3 and beganAt = ?4 and restored is null order by characters desc, id desc", postmortem, key, person, beganAt)
                .firstResultOptional().orElse(this);
    }

    /** Null when nothing was saved since it was begun. */
    static Revision latest(Postmortem of, String key) {
        return find("from Revision r left join fetch r.person where r.postmortem = ?1 and r.key = ?2 order by r.id desc", of, key).firstResult();
    }

    static Revision of(Postmortem of, String key, long id) {
        Revision found = find("postmortem = ?1 and key = ?2 and passing = false and id = ?3", of, key, id).firstResult();
        if (found == null) {
            throw new NotFoundException();
        }
        return found;
    }

    /** The version before, not counting those that passed; null for the first. */
    Revision previous() {
        return find("postmortem = ?1 and key = ?2 and passing = false and id < ?3 order by id desc", postmortem, key, id).firstResult();
    }

    /** What a form with this stamp was opened with; null when that is too long ago to know. */
    static String text(Postmortem of, String key, String stamp) {
        if (Texts.stamp("").equals(stamp)) {
            return "";
        }
        Revision found = find("postmortem = ?1 and key = ?2 and stamp = ?3 order by id desc", of, key, stamp).firstResult();
        return found == null ? null : found.text;
    }

    /** Newest first, those older than the one with the id before, or the newest. */
    static List<Line> lines(Postmortem of, String key, Long before, int most) {
        return getEntityManager().createQuery("select new org.closecall.postmortem.Revision$Line(r.id, p.name, r.savedAt, o.savedAt, r.characters, r.stamp) from Revision r left join r.person p left join r.restored o"
                + " where r.postmortem = ?1 and r.key = ?2 and r.passing = false and r.id < ?3 order by r.id desc", Line.class)
                .setParameter(1, of).setParameter(2, key).setParameter(3, before == null ? Long.MAX_VALUE : before).setMaxResults(most).getResultList();
    }

    private boolean goesOn(Revision next) {
        return restored == null && person != null && person.id.equals(next.person.id) && next.savedAt.isBefore(beganAt.plus(RUN));
    }

    private static Revision add(Postmortem postmortem, String key, String text, Person by, Instant at) {
        var revision = new Revision();
        revision.postmortem = postmortem;
        revision.key = key;
        revision.text = text;
        revision.stamp = Texts.stamp(text);
        revision.person = by;
        revision.beganAt = at;
        revision.savedAt = at;
        revision.persist();
        return revision;
    }
}
