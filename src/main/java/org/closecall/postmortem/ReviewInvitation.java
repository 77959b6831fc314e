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
import org.closecall.notice.Notice;
import org.closecall.notice.NoticeKind;
import org.closecall.people.Change;
import org.closecall.people.Person;

/** Somebody asked to review a postmortem, until it is published or the invitation is taken back. */
@Entity
public class ReviewInvitation extends PanacheEntityBase {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;
    @ManyToOne(fetch = FetchType.LAZY)
    public Postmortem postmortem;
    @ManyToOne(fetch = FetchType.LAZY)
    public Person reviewer;
    /** What is asked of the reviewer in particular. */
    public String word;
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "asked_by")
    public Person askedBy;
    public Instant askedAt;
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "ended_by")
    public Person endedBy;
    public Instant endedAt;

    static List<ReviewInvitation> open(Long postmortemId) {
        return list("from ReviewInvitation i join fetch i.reviewer join fetch i.askedBy where i.postmortem.id = ?1 and i.endedAt is null order by i.askedAt, i.id", postmortemId);
    }

    /** Those that a publication ended, and those that were answered before they were taken back. */
    static List<ReviewInvitation> past(Long postmortemId) {
        return list("from ReviewInvitation i join fetch i.reviewer join fetch i.askedBy where i.postmortem.id = ?1 and i.endedAt is not null and (exists (select 1 from ReviewVerdict v where v.invitation = i) "
                + "or exists (select 1 from Publication x where x.postmortem = i.postmortem and x.publishedAt = i.endedAt)) order by i.askedAt, i.id", postmortemId);
    }

    static ReviewInvitation open(Postmortem postmortem, long id) {
        ReviewInvitation found = find("postmortem = ?1 and id = ?2 and endedAt is null", postmortem, id).firstResult();
        if (found == null) {
            throw new NotFoundException();
        }
        return found;
    }

    /** Null when the person is not asked. */
    static ReviewInvitation of(Postmortem postmortem, Person reviewer) {
        return find("postmortem = ?1 and reviewer = ?2 and endedAt is null", postmortem, reviewer).firstResult();
    }

    /** What somebody is asked to review and has said nothing about yet, the longest waiting first. */
    public static List<ReviewInvitation> waitingFor(Person reviewer, int most) {
        return ReviewInvitation.<ReviewInvitation>find("from ReviewInvitation i join fetch i.postmortem p join fetch p.occurrence o join fetch i.askedBy where i.reviewer = ?1 and i.endedAt is null "
                + "and o.deletedAt is null and not exists (select 1 from ReviewVerdict v where v.invitation = i) order by i.askedAt, i.id", reviewer).page(0, most).list();
    }

    /** Asked again after a verdict, the person is waited for again; who is waited for already is not asked twice. */
    public static void ask(Postmortem postmortem, Person reviewer, String word, Person by, Instant now) {
        var there = of(postmortem, reviewer);
        if (there != null && ReviewVerdict.latest(there) == null) {
            return;
        }
        if (there != null) {
            there.close(by, now);
        }
        var invitation = new ReviewInvitation();
        invitation.postmortem = postmortem;
        invitation.reviewer = reviewer;
        invitation.word = Texts.orNull(word);
        invitation.askedBy = by;
        invitation.askedAt = now;
        invitation.persistAndFlush();
        Notice.open(reviewer, NoticeKind.REVIEW_ASKED, by.name + " asks for your review: #" + postmortem.occurrence.number + " " + postmortem.title, postmortem.path(), "review:" + invitation.id, now);
        Change.record(postmortem.subject(), (there == null ? "asked " : "asked again ") + reviewer.name + " for a review", Map.of(), word.isEmpty() ? Map.of() : Map.of("With the word", word), by, now);
    }

    /** Said twice alike, it is kept once. */
    void say(Verdict verdict, String text, Instant now) {
        var before = ReviewVerdict.latest(this);
        if (before != null && before.says(verdict, text)) {
            return;
        }
        var given = new ReviewVerdict();
        given.invitation = this;
        given.verdict = verdict;
        given.text = Texts.orNull(text);
        given.givenAt = now;
        given.persist();
        Change.record(postmortem.subject(), verdict == Verdict.APPROVED ? "approved the postmortem" : "asked for changes", Map.of(), text.isEmpty() ? Map.of() : Map.of("Review", text), reviewer, now);
    }

    void takeBack(Person by, Instant now) {
        close(by, now);
        Change.record(postmortem.subject(), "no longer asks " + reviewer.name + " for a review", Map.of(), Map.of(), by, now);
    }

    /** Without a line in the history: what ends them has one. */
    static void closeAll(Postmortem postmortem, Person by, Instant now) {
        open(postmortem.id).forEach(invitation -> invitation.close(by, now));
    }

    private void close(Person by, Instant now) {
        endedBy = by;
        endedAt = now;
        getEntityManager().flush();
    }
}
