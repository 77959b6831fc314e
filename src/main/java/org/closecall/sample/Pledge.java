package org.closecall.sample;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.closecall.action.ActionComment;
import org.closecall.action.ActionItem;
import org.closecall.action.Aim;
import org.closecall.action.ChecklistItem;
import org.closecall.action.EffectJudgement;
import org.closecall.action.Judged;
import org.closecall.action.Origin;
import org.closecall.action.Priority;
import org.closecall.action.RiskAcceptance;
import org.closecall.action.Step;
import org.closecall.people.Person;

/** One action, from the promise to where its story left it. Days are counted from the promise and drawn; all of them lie before the sample's end. */
final class Pledge {

    private static final Map<String, Aim> AIMS = Map.of("prevent", Aim.PREVENT_RECURRENCE, "detect", Aim.DETECT_SOONER, "limit", Aim.REDUCE_IMPACT);
    private static final int JUDGED_AFTER = 90;
    private static final double DAY = 86_400;
    private static final int RECENT = 25;
    private static final double LATE = 0.2;

    private final Story.Promise promise;
    private final Cast cast;
    private final Naming naming;
    private final Days days;
    private final Chance chance;
    private final String home;
    private final Person owner;
    private final Person checker;
    private final Instant promised;
    final ActionItem item = new ActionItem();

    Pledge(Story story, int place, Cast cast, Naming naming, Days days, Instant from) {
        this.cast = cast;
        this.naming = naming;
        this.days = days;
        promise = story.actions().get(place);
        home = story.home();
        chance = Chance.of("action " + place + " of " + story.key());
        owner = cast.people.get(promise.owner());
        checker = cast.another(home, "checks " + promise.title(), Set.of(owner));
        var room = Duration.between(from, days.end()).toSeconds();
        promised = from.plusSeconds((long) Math.min(0.3 * room, chance.between(0.1, 4) * DAY));
    }

    void make(Staging of, boolean reviewed) {
        item.title = naming.told(promise.title());
        item.description = naming.told(promise.description());
        item.origin = reviewed ? Origin.POSTMORTEM : Origin.OCCURRENCE;
        item.owner = owner;
        item.team = cast.team(home);
        item.service = cast.services.get(home);
        item.aim = AIMS.get(promise.aim());
        item.strategy = cast.strategies.get(promise.strategy());
        item.priority = promise.priority() == null ? Priority.MEDIUM : Priority.valueOf(promise.priority().toUpperCase());
        item.dueOn = due();
        item.add(of.occurrence, of.by, promised);
        if (!promise.checklist().isEmpty()) {
            ChecklistItem.add(item, promise.checklist(), owner, at(0.1));
        }
    }

    /** What is not done was put off, mostly to the weeks to come; one in five is late since some week of the last months. */
    private LocalDate due() {
        var asked = promise.due() == null ? chance.of(List.of(14, 21, 28, 28, 42, 42, 56)) : promise.due();
        var usual = promised.atZone(days.zone()).toLocalDate().plusDays(asked);
        if (!promise.unfinished() && !promise.state().equals("risk_expired") || !usual.isBefore(days.today().minusDays(RECENT))) {
            return usual;
        }
        var late = chance.between(0, 1) < LATE;
        var putOff = days.today().plusDays((long) (late ? chance.between(-140, -2) : chance.between(1, 60)));
        return putOff.isBefore(usual) ? usual : putOff;
    }

    /** After the postmortem was published. */
    void carryOut() {
        talk();
        switch (promise.state()) {
            case "in_progress" -> begin();
            case "done" -> finish();
            case "verified" -> verify();
            case "dropped" -> step(at(chance.between(8, 70))).drop(naming.told(promise.reason()));
            case "risk_accepted" -> accept(days.today().plusDays((long) chance.between(12, 190)));
            case "risk_expired" -> expire();
            default -> { }
        }
        if (promise.blocked() != null) {
            step(at(chance.between(12, 30))).block(naming.told(promise.blocked()));
        }
    }

    private void talk() {
        for (var said : promise.comments()) {
            var parts = said.split(": ", 2);
            ActionComment.write(item, naming.told(parts[1]), List.of(), cast.people.get(parts[0]), at(chance.between(1, 9)));
        }
    }

    private void begin() {
        step(at(chance.between(1, 10))).start();
        var list = ChecklistItem.of(item);
        list.stream().limit(Math.max(1, list.size() / 2)).forEach(one -> one.tick(true, owner, at(11)));
    }

    private double finish() {
        begin();
        ChecklistItem.of(item).forEach(one -> one.tick(true, owner, at(12)));
        var after = 12 + chance.lognormal(14, 0.6);
        step(at(after)).complete(naming.told(promise.evidence()));
        return after;
    }

    private void verify() {
        var done = finish();
        var verified = at(done + chance.between(1, 20));
        var judgeOn = verified.atZone(days.zone()).toLocalDate().plusDays(JUDGED_AFTER);
        new Step(item, checker, verified).verify(naming.told(promise.evidence()), judgeOn);
        if (promise.effect() != null && judgeOn.plusDays(2).isBefore(days.today())) {
            judge(judgeOn.plusDays(Math.min(14, Math.max(0, ChronoUnit.DAYS.between(judgeOn, days.today()) - 2))));
        }
    }

    private void judge(LocalDate on) {
        var note = promise.effectNote() == null ? naming.told(promise.evidence()) : naming.told(promise.effectNote());
        EffectJudgement.give(item, Judged.valueOf(promise.effect().toUpperCase()), note, days.today().plusDays((long) chance.between(10, 80)), checker, on.atTime(10, 12).atZone(days.zone()).toInstant());
    }

    private void accept(LocalDate until) {
        accept(until, at(chance.between(6, 40)));
    }

    private void accept(LocalDate until, Instant asked) {
        RiskAcceptance.ask(item, naming.told(promise.reason()), until, checker, owner, asked).decide(RiskAcceptance.Decision.ACCEPTED, null, checker, asked.plusSeconds((long) Math.min(1.4 * DAY, 0.4 * Duration.between(asked, days.end()).toSeconds())));
    }

    private void expire() {
        var until = days.today().minusDays((long) chance.between(3, 60));
        accept(until, at(chance.between(6, 30)));
        new Step(item, null, until.plusDays(1).atTime(0, 4).atZone(days.zone()).toInstant()).expire();
    }

    private Step step(Instant at) {
        return new Step(item, owner, at);
    }

    /** So many days after the promise, pressed together where the sample ends before. */
    private Instant at(double day) {
        var room = Duration.between(promised, days.end()).toSeconds();
        return promised.plusSeconds((long) Math.min(day * DAY, room * (0.35 + 0.6 * day / (day + 40))));
    }
}
