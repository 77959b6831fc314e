package org.closecall.sample;

import io.quarkus.hibernate.orm.panache.Panache;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntConsumer;
import org.closecall.monthly.MonthlyReview;
import org.closecall.occurrence.Occurrence;
import org.closecall.people.Person;
import org.closecall.review.PostmortemExemption;

/** Writes the whole sample in the caller's transaction: it is there at once, or not at all. */
final class Loading {

    /** Records of these last days that owe a postmortem still do. */
    private static final int OWED_DAYS = 24;
    private static final int MONTHS_FROZEN = 3;
    private static final List<String> EXEMPTIONS = List.of(
            "Talked through in the Thursday round; the record says all there is to say",
            "Same mechanism as an earlier one, whose postmortem covers it",
            "Understood within the hour, fixed within the day, and the check that was missing exists now",
            "Ten minutes with those who were there; what came of it is the action on the record",
            "The vendor wrote it up; their report is linked from the team’s page",
            "The team looked at it together with two others of the same week");

    private final Script script;
    private final Days days;
    private final Naming naming;
    private final IntConsumer progress;
    private final Cast cast;
    private final Map<Story, Course> courses = new LinkedHashMap<>();
    private final Map<String, Long> ids = new HashMap<>();
    private final List<Long> actions = new ArrayList<>();

    /** progress hears how many stories are written. */
    Loading(Script script, LocalDate today, ZoneId zone, long firstNumber, IntConsumer progress) {
        this.script = script;
        this.progress = progress;
        days = Days.of(script, today, zone);
        script.stories().stream().sorted(Comparator.comparing((Story story) -> course(story).filedAt()).thenComparing(Story::key)).forEach(story -> courses.put(story, course(story)));
        naming = Naming.of(courses.keySet().stream().map(Story::key).toList(), firstNumber);
        cast = new Cast(script, days.beginning(), LocalDate.ofInstant(days.beginning(), zone));
    }

    private Course course(Story story) {
        return Course.of(story, days.start(story), days.end());
    }

    void write() {
        courses.keySet().forEach(this::write);
        script.stories().forEach(new Ties(cast, days, ids)::tie);
        var drills = new Drills(cast, days);
        drills.write();
        var traffic = new Traffic(cast, days, courses, new ArrayList<>());
        traffic.write();
        settle();
        mark(drills, traffic);
        freeze();
    }

    private void write(Story story) {
        var staging = new Staging(cast, days, naming, story);
        staging.write();
        ids.put(story.key(), staging.occurrence.id);
        var writing = story.postmortem() == null ? null : new WriteUp(cast, naming, days, story, staging);
        if (writing != null) {
            writing.begin();
        }
        var pledges = pledges(story, staging);
        pledges.forEach(pledge -> pledge.make(staging, writing != null));
        if (writing != null) {
            writing.end();
        } else {
            exempt(story, staging);
        }
        pledges.forEach(Pledge::carryOut);
        pledges.forEach(pledge -> actions.add(pledge.item.id));
        settle();
        progress.accept(ids.size());
    }

    private List<Pledge> pledges(Story story, Staging staging) {
        var pledges = new ArrayList<Pledge>();
        for (var place = 0; place < story.actions().size(); place++) {
            pledges.add(new Pledge(story, place, cast, naming, days, staging.later(Math.max(staging.course.filed(), story.incident() ? staging.course.resolved() : 0) + 60)));
        }
        return pledges;
    }

    /** Most of what has no postmortem was settled in fewer words. */
    private void exempt(Story story, Staging staging) {
        var at = staging.course.filedAt().plusSeconds(3 * 86_400);
        if (!story.open() && at.isBefore(days.end().minusSeconds(OWED_DAYS * 86_400L))) {
            var said = Chance.of("exempt " + story.key()).of(EXEMPTIONS);
            PostmortemExemption.say(staging.occurrence, said, cast.another(story.home(), "exempts " + story.key(), Set.of(staging.by)), at);
        }
    }

    /** What is written need not be remembered: the next record is as quick as the first. */
    static void settle() {
        Panache.getEntityManager().flush();
        Panache.getEntityManager().clear();
    }

    private void mark(Drills drills, Traffic traffic) {
        cast.rows().forEach(SampleRow::mark);
        SampleRow.mark("occurrence", Set.copyOf(ids.values()));
        SampleRow.mark("action", Set.copyOf(actions));
        drills.made.forEach(made -> SampleRow.mark(made.subject().name(), Set.of(made.id)));
        drills.changes.forEach(made -> SampleRow.mark(made.subject().name(), Set.of(made.id)));
        traffic.made().forEach(made -> SampleRow.mark("objective", Set.of(made.id)));
    }

    /** The last whole months, as they were frozen on the second working day after. */
    private void freeze() {
        Person lead = cast.people.get("nadia");
        for (var month = YearMonth.from(days.today()).minusMonths(MONTHS_FROZEN); month.isBefore(YearMonth.from(days.today())); month = month.plusMonths(1)) {
            Instant at = month.plusMonths(1).atDay(2).atTime(10, 30).atZone(days.zone()).toInstant();
            if (at.isBefore(days.end()) && !MonthlyReview.prepared(month)) {
                SampleRow.mark("monthly review", Set.of(MonthlyReview.keep(month, lead, at).id));
            }
        }
    }
}
