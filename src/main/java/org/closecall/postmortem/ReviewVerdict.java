package org.closecall.postmortem;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import java.time.Instant;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.annotations.Immutable;

/** What an invited person said at one time. The latest one counts, the earlier ones are kept. */
@Entity
@Immutable
public class ReviewVerdict extends PanacheEntityBase {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;
    @ManyToOne(fetch = FetchType.LAZY)
    public ReviewInvitation invitation;
    @Enumerated(EnumType.STRING)
    public Verdict verdict;
    public String text;
    public Instant givenAt;

    /** The latest of each open invitation, by its id. */
    static Map<Long, ReviewVerdict> latest(Long postmortemId) {
        return ReviewVerdict.<ReviewVerdict>list("from ReviewVerdict v where v.invitation.postmortem.id = ?1 and v.invitation.endedAt is null and v.id = (select max(l.id) from ReviewVerdict l where l.invitation = v.invitation)", postmortemId)
                .stream().collect(Collectors.toMap(given -> given.invitation.id, Function.identity()));
    }

    /** The latest that each person gave on an invitation that has ended, by the person's id. */
    static Map<Long, ReviewVerdict> past(Long postmortemId) {
        return ReviewVerdict.<ReviewVerdict>list("from ReviewVerdict v join fetch v.invitation i where i.postmortem.id = ?1 and i.endedAt is not null order by v.id", postmortemId)
                .stream().collect(Collectors.toMap(given -> given.invitation.reviewer.id, Function.identity(), (earlier, later) -> later));
    }

    /** Null when none was given yet. */
    static ReviewVerdict latest(ReviewInvitation invitation) {
        return find("invitation = ?1 order by id desc", invitation).firstResult();
    }

    boolean says(Verdict other, String otherText) {
        return verdict == other && Texts.orEmpty(text).equals(Texts.orEmpty(otherText));
    }
}
