package org.closecall.action;

import io.quarkus.qute.TemplateData;
import io.quarkus.qute.TemplateExtension;
import java.util.List;
import org.closecall.web.Viewer;

/** Whether an action helped: what was said of it, and what there is to say it by. alike is null where nobody is asked, or may answer. */
@TemplateData
public record Judging(ActionItem action, List<EffectJudgement> said, Recurrences alike, List<ActionItem> followUps, boolean asked) {

    private static final int MOST = 20;

    /** Factors of what is not published are for those who may read drafts. */
    @TemplateExtension
    static Judging judging(ActionPage page, Viewer viewer) {
        var action = page.action();
        var said = page.steps().stream().anyMatch(step -> step.target == ActionState.VERIFIED) ? EffectJudgement.of(action, MOST) : List.<EffectJudgement>of();
        return new Judging(action, said, viewer.member() && EffectJudgement.judgeable(action) ? Recurrences.of(action, viewer.now()) : null,
                said.isEmpty() ? List.of() : EffectJudgement.followUps(action, MOST), action.judgeOn != null && !action.judgeOn.isAfter(viewer.today()));
    }

    public boolean shown() {
        return alike != null || !said.isEmpty();
    }
}
