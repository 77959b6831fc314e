package org.closecall.library;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.closecall.people.Change;
import org.closecall.people.Person;
import org.closecall.postmortem.Postmortem;

/** Somebody looked at a lesson again and said whether it still holds. */
@Entity
public class Rereading extends PanacheEntityBase {

    /** Days after publication at which its author is asked. */
    static final List<Integer> AFTER_DAYS = List.of(365, 180, 30);

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;
    @ManyToOne(fetch = FetchType.LAZY)
    public Postmortem postmortem;
    public int afterDays;
    public Instant publishedAt;
    public boolean holds;
    public String note;
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "read_by")
    public Person readBy;
    public Instant readAt;

    /** Newest first. */
    public static List<Rereading> of(Postmortem postmortem) {
        return list("from Rereading r join fetch r.readBy where r.postmortem = ?1 order by r.id desc", postmortem);
    }

    /** Lessons that somebody started, not brought in, or facilitated, whose latest date to look again has passed unanswered; longest due first. */
    public static List<Postmortem> dueFor(Person person, Instant now, int most) {
        return Postmortem.<Postmortem>find("""
                from Postmortem p join fetch p.occurrence o where p.publishedAt <= ?1 and o.deletedAt is null and (p.createdBy = ?4 and p.credited is null or p.facilitator = ?4)
                and not exists (select 1 from Rereading r where r.postmortem = p and r.publishedAt = p.publishedAt
                  and r.afterDays >= case when p.publishedAt <= ?3 then 365 when p.publishedAt <= ?2 then 180 else 30 end)
                order by p.publishedAt, p.id""", before(now, 30), before(now, 180), before(now, 365), person).page(0, most).list();
    }

    /** The stage it is due for; null while it is too early. */
    public static Integer stage(Postmortem postmortem, Instant now) {
        return AFTER_DAYS.stream().filter(days -> postmortem.published() && !postmortem.publishedAt.isAfter(before(now, days))).findFirst().orElse(null);
    }

    /** Null when it is too early or somebody has answered this already. */
    static Rereading answer(Postmortem postmortem, boolean holds, String note, Person by, Instant now) {
        var stage = stage(postmortem, now);
        if (stage == null || count("postmortem = ?1 and publishedAt = ?2 and afterDays = ?3", postmortem, postmortem.publishedAt, stage) > 0) {
            return null;
        }
        var answer = new Rereading();
        answer.postmortem = postmortem;
        answer.afterDays = stage;
        answer.publishedAt = postmortem.publishedAt;
        answer.holds = holds;
        answer.note = note;
        answer.readBy = by;
        answer.readAt = now;
        answer.persistAndFlush();
        Change.record(postmortem.subject(), "read the postmortem again", Map.of(), answer.snapshot(), by, now);
        return answer;
    }

    private Map<String, String> snapshot() {
        var fields = new LinkedHashMap<String, String>();
        fields.put("After " + afterDays + " days", holds ? "still true" : "no longer true");
        fields.put("Note", note);
        fields.values().removeIf(Objects::isNull);
        return fields;
    }

    private static Instant before(Instant now, int days) {
        return now.minus(Duration.ofDays(days));
    }
}
