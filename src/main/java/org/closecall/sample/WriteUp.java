package org.closecall.sample;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.closecall.occurrence.Occurrence;
import org.closecall.people.Change;
import org.closecall.people.Person;
import org.closecall.postmortem.ContributingFactor;
import org.closecall.postmortem.Postmortem;
import org.closecall.postmortem.PostmortemSection;
import org.closecall.postmortem.ReviewInvitation;
import org.closecall.postmortem.Section;

/** The postmortem of a record, from the first word to the published one. */
final class WriteUp {

    private static final long HOUR = 3600;
    private static final String NOTHING = "";

    private final Cast cast;
    private final Naming naming;
    private final Days days;
    private final Story story;
    private final Occurrence occurrence;
    private final Instant over;
    private final Person facilitator;
    final Postmortem postmortem = new Postmortem();

    WriteUp(Cast cast, Naming naming, Days days, Story story, Staging staged) {
        this.cast = cast;
        this.naming = naming;
        this.days = days;
        this.story = story;
        occurrence = staged.occurrence;
        over = staged.later(Math.max(staged.course.resolved(), staged.course.filed()));
        facilitator = cast.people.get(story.postmortem().facilitator);
    }

    void begin() {
        postmortem.occurrence = occurrence;
        postmortem.template = cast.templates.get(story.incident() ? "FULL" : "LIGHT");
        postmortem.title = occurrence.title;
        postmortem.facilitator = facilitator;
        postmortem.createdBy = facilitator;
        postmortem.createdAt = begun();
        for (var asked : postmortem.template.sections()) {
            section(asked.key(), Objects.requireNonNullElse(naming.told(story.postmortem().texts().get(asked.key())), NOTHING));
        }
        postmortem.persistAndFlush();
        Change.record(postmortem.subject(), "started the postmortem", Map.of(), Map.of("Template", postmortem.template.label(), "Title", postmortem.title, "Facilitator", facilitator.name), facilitator, begun());
        story.postmortem().factors.forEach(this::factor);
    }

    private void section(String key, String body) {
        var section = new PostmortemSection();
        section.postmortem = postmortem;
        section.key = key;
        section.position = postmortem.sections.size();
        section.body = body;
        section.updatedBy = body.isEmpty() ? null : facilitator;
        section.updatedAt = body.isEmpty() ? null : written();
        postmortem.sections.add(section);
    }

    private void factor(Story.Factor from) {
        var factor = new ContributingFactor();
        factor.category = cast.categories.getOrDefault(from.category(), cast.categories.values().iterator().next());
        factor.text = naming.told(from.text());
        factor.howKnown = naming.told(from.how());
        factor.postmortem = postmortem;
        factor.position = postmortem.factors.size() + 1;
        factor.persist();
        postmortem.factors.add(factor);
    }

    /** Once the actions are there: a version lists them as they stood. */
    void end() {
        if (finished()) {
            postmortem.publish(null, null, facilitator, published());
        } else if (story.postmortem().state.equals("review")) {
            var first = cast.another(story.home(), "reviews " + story.key(), Set.of(facilitator));
            var second = cast.another("platform", "reviews too " + story.key(), Set.of(facilitator, first));
            List.of(first, second).forEach(reviewer -> ReviewInvitation.ask(postmortem, reviewer, "", facilitator, written()));
        }
    }

    /** No review takes longer than a month; what is not written after that stays a draft. */
    private boolean finished() {
        var old = over.isBefore(days.end().minusSeconds(30 * 24 * HOUR));
        var whole = postmortem.template.sections().stream().filter(Section::required).allMatch(asked -> !postmortem.section(asked.key()).body.isEmpty());
        return story.postmortem().published() || old && whole;
    }

    private Instant begun() {
        return after(Chance.of("begun " + story.key()).between(3, 40));
    }

    private Instant written() {
        return after(Chance.of("written " + story.key()).between(44, 90));
    }

    /** Five working days are asked for; most keep to it. */
    private Instant published() {
        return after(Chance.of("published " + story.key()).lognormal(115, 0.35));
    }

    private Instant after(double hours) {
        var at = over.plusSeconds((long) (Math.max(3, hours) * HOUR));
        return at.isBefore(days.end()) ? at : days.end().minusSeconds(HOUR / 4);
    }
}
