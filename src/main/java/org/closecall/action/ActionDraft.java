package org.closecall.action;

import java.time.LocalDate;
import java.util.Objects;
import org.closecall.catalog.Service;
import org.closecall.defence.OccurrenceControl;
import org.closecall.occurrence.Occurrence;
import org.closecall.postmortem.ContributingFactor;
import org.closecall.web.FormKey;
import org.closecall.web.Typed;
import org.closecall.web.Viewer;

/** What a new action's form is filled in with, by where it was asked for. Each returns a draft with more in it. */
record ActionDraft(Occurrence occurrence, Origin origin, String originText, Long factorCategory, Long follows, String title, String description, Long owner, Aim aim, String defence, ActionItem former) {

    static ActionDraft blank(Occurrence occurrence, Origin origin, String aim) {
        return new ActionDraft(occurrence, origin, "", null, null, "", "", null, Typed.choice(Aim.class, aim), "", null);
    }

    /** With what the postmortem says, as a promise of whoever writes it: changed quicker than typed. */
    ActionDraft promised(String said, Viewer viewer) {
        var line = Typed.shortened(Typed.line(said), ActionForm.LONGEST_TITLE);
        return new ActionDraft(occurrence, origin, originText, factorCategory, follows, line, line.equals(said.strip()) ? "" : said, viewer.person().id, aim, defence, former);
    }

    ActionDraft against(ContributingFactor factor) {
        return new ActionDraft(occurrence, Origin.FACTOR, factor.brief(), factor.category.id, follows, title, description, owner, aim, defence, former);
    }

    ActionDraft against(String luck) {
        return new ActionDraft(occurrence, Origin.LUCK, Typed.shortened(Typed.line(luck), ActionForm.LONGEST_TITLE), null, follows, title, description, owner, aim, defence, former);
    }

    /** With what would close a hole in the defence; which aim that serves follows from the layer. */
    ActionDraft closing(OccurrenceControl hole) {
        var serves = switch (hole.control.layer) {
            case DEVELOPMENT, PRE_PRODUCTION -> Aim.PREVENT_RECURRENCE;
            case PRODUCTION -> Aim.REDUCE_IMPACT;
            case DETECTION -> Aim.DETECT_SOONER;
        };
        return new ActionDraft(occurrence, Origin.CONTROL, "", null, null, hole.remedy(), Objects.requireNonNullElse(hole.note, ""), null, serves, hole.control.id.toString(), former);
    }

    /** After one that did not help: of the same sort, to be written anew. */
    static ActionDraft following(ActionItem former) {
        return new ActionDraft(former.occurrence, Origin.FOLLOW_UP, "", former.factorCategory == null ? null : former.factorCategory.id, former.id, "", "",
                former.owner == null ? null : former.owner.id, former.aim, former.control == null ? "" : former.control.id.toString(), former);
    }

    /** from: which page asks. The due date is the usual one where the aim is known. */
    ActionForm form(String from, LocalDate today) {
        var service = former == null ? service() : former.service;
        var team = former == null ? service == null ? null : service.team : former.team;
        var due = aim == null ? null : ActionPolicy.usual(occurrence == null ? null : occurrence.shownSeverity(), today).get(aim);
        return new ActionForm(FormKey.fresh(), "", Objects.requireNonNullElse(from, ""), origin.name(), originText, text(factorCategory), text(follows), title, description, text(owner),
                team == null ? "" : team.id.toString(), service == null ? "" : service.id.toString(),
                text(due), Priority.MEDIUM.name(), Typed.name(aim), "", defence);
    }

    /** An action counts for the service of its record where that has one only. */
    private Service service() {
        return occurrence != null && occurrence.services.size() == 1 ? occurrence.services.iterator().next() : null;
    }

    private static String text(Object value) {
        return value == null ? "" : value.toString();
    }
}
