package org.closecall.action;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.closecall.people.Person;
import org.closecall.web.Formats;

/** What somebody said when asked whether an action helped. Nothing is overwritten: the last one counts. */
@Entity
public class EffectJudgement extends PanacheEntityBase {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;
    @ManyToOne(fetch = FetchType.LAZY)
    public ActionItem action;
    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    public Judged verdict;
    @Column(updatable = false)
    public String note;
    @Column(updatable = false)
    public Instant at;
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "by_id", updatable = false)
    public Person by;
    /** Only when it was too early. */
    @Column(updatable = false)
    public LocalDate askAgainOn;

    /** The newest first. */
    public static List<EffectJudgement> of(ActionItem action, int most) {
        return find("from EffectJudgement j join fetch j.by where j.action = ?1 order by j.id desc", action).page(0, most).list();
    }

    /** Those that were opened after an action, the newest first. */
    static List<ActionItem> followUps(ActionItem former, int most) {
        return ActionItem.<ActionItem>find("follows = ?1 and deletedAt is null order by id desc", former).page(0, most).list();
    }

    /** The caller has locked the action. False where there is nothing to judge. again: when to ask once more if it is too early. */
    public static boolean give(ActionItem action, Judged verdict, String note, LocalDate again, Person by, Instant now) {
        if (!judgeable(action)) {
            return false;
        }
        var said = new EffectJudgement();
        said.action = action;
        said.verdict = verdict;
        said.note = note;
        said.at = now;
        said.by = by;
        said.askAgainOn = verdict == Judged.TOO_EARLY ? again : null;
        said.persist();
        var before = snapshot(action, null);
        action.effect = verdict.effect;
        action.judgeOn = said.askAgainOn;
        action.told("judged", before, snapshot(action, said), by, now);
        return true;
    }

    static boolean judgeable(ActionItem action) {
        return action.listed() && action.state == ActionState.VERIFIED;
    }

    private static Map<String, String> snapshot(ActionItem action, EffectJudgement said) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("Did it help?", said != null ? said.verdict.label : action.effect == null ? null : action.effect.label);
        fields.put("Asked on", action.judgeOn == null ? null : Formats.day(action.judgeOn));
        fields.put("Because", said == null ? null : said.note);
        fields.values().removeIf(Objects::isNull);
        return fields;
    }
}
