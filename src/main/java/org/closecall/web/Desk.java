package org.closecall.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Map;
import org.closecall.action.Mine;
import org.closecall.library.OnThisDay;
import org.closecall.library.Rereading;
import org.closecall.occurrence.Kind;
import org.closecall.occurrence.Occurrence;
import org.closecall.occurrence.StatusNote;
import org.closecall.postmortem.Postmortem;
import org.closecall.postmortem.ReviewInvitation;
import org.closecall.reliability.MonthSoFar;
import org.closecall.review.OwedPostmortem;

/** What is open, what waits for the viewer, the month so far, and what was learned last. */
@Path("/")
class Desk {

    private static final int MOST = 5;
    private static final int LESSONS = 3;

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance show(List<Occurrence> open, Map<Long, StatusNote> notes, Mine mine, List<ReviewInvitation> reviews, List<OwedPostmortem> owed, List<Postmortem> drafts, MonthSoFar month,
                List<Occurrence> nearMisses, List<Postmortem> lessons, List<Postmortem> rereading, List<OnThisDay> onThisDay);
    }

    @Inject
    Viewer viewer;

    @GET
    public TemplateInstance show() {
        var me = viewer.person();
        var open = Occurrence.open(MOST);
        var owed = OwedPostmortem.waitingFor(viewer, MOST);
        return Templates.show(open, StatusNote.latest(open), Mine.of(viewer), ReviewInvitation.waitingFor(me, MOST), owed, others(Postmortem.draftsOf(me, MOST), owed), MonthSoFar.of(viewer),
                Occurrence.latest(Kind.NEAR_MISS, MOST), Postmortem.latestPublished(LESSONS),
                Rereading.dueFor(me, viewer.now(), MOST), OnThisDay.of(viewer.today(), viewer.zone()));
    }

    /** The drafts that nobody asked for, or not yet. */
    private static List<Postmortem> others(List<Postmortem> drafts, List<OwedPostmortem> owed) {
        return drafts.stream().filter(draft -> owed.stream().noneMatch(one -> one.isOf(draft))).toList();
    }
}
