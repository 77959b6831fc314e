package org.closecall.postmortem;

import io.quarkus.qute.TemplateData;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.closecall.people.Person;
import org.closecall.web.FormKey;
import org.closecall.web.Option;

/** Who is asked about a postmortem and what they said, all comments on it, and when it is talked about; meeting is null when it never was to be. */
@TemplateData
public record Reviewing(Postmortem postmortem, List<Reviewer> reviewers, List<Remark> remarks, ReviewMeeting meeting) {

    /** verdict is null until one is given. */
    @TemplateData
    public record Reviewer(ReviewInvitation invitation, ReviewVerdict verdict) {

        public Person person() {
            return invitation.reviewer;
        }
    }

    /** A comment with its answers. */
    @TemplateData
    public record Remark(ReviewComment comment, List<ReviewComment> answers, Place place) {
    }

    static Reviewing of(Postmortem postmortem) {
        var verdicts = ReviewVerdict.latest(postmortem.id);
        var comments = ReviewComment.of(postmortem.id);
        return new Reviewing(postmortem, ReviewInvitation.open(postmortem.id).stream().map(invitation -> new Reviewer(invitation, verdicts.get(invitation.id))).toList(),
                comments.stream().filter(comment -> comment.answered == null).map(comment -> new Remark(comment,
                        comments.stream().filter(answer -> answer.answered != null && Objects.equals(answer.answered.id, comment.id)).toList(), Place.of(postmortem, comment.place))).toList(), ReviewMeeting.of(postmortem.id));
    }

    public List<Remark> on(String place) {
        return remarks.stream().filter(remark -> remark.comment.isOn(place)).toList();
    }

    public List<Remark> open() {
        return remarks.stream().filter(remark -> !remark.comment.resolved()).toList();
    }

    public long openOn(String place) {
        return on(place).stream().filter(remark -> !remark.comment.resolved()).count();
    }

    /** Those with comments, the whole first; what is there no longer comes last. */
    public List<Place> places() {
        return Stream.concat(Place.of(postmortem).stream(), remarks.stream().map(Remark::place)).distinct().filter(place -> !on(place.key()).isEmpty()).toList();
    }

    /** For the form of one comment. */
    public String freshKey() {
        return FormKey.fresh();
    }

    public List<Option> commentable() {
        return Place.of(postmortem).stream().map(Place::option).toList();
    }

    /** Null when the person is not asked. */
    public Reviewer reviewer(Person person) {
        return reviewers.stream().filter(reviewer -> reviewer.person().id.equals(person.id)).findFirst().orElse(null);
    }

    public List<Reviewer> asking() {
        return reviewers.stream().filter(reviewer -> reviewer.verdict != null && reviewer.verdict.verdict == Verdict.CHANGES).toList();
    }

    /** Who was asked before it was published, with the last that each of them said then. */
    public List<Reviewer> past() {
        var verdicts = ReviewVerdict.past(postmortem.id);
        var past = new LinkedHashMap<Long, Reviewer>();
        ReviewInvitation.past(postmortem.id).forEach(invitation -> past.put(invitation.reviewer.id, new Reviewer(invitation, verdicts.get(invitation.reviewer.id))));
        return List.copyOf(past.values());
    }

    /** Whom one may ask: everybody who works here and isn't waited for. */
    public List<Option> askable() {
        return Person.working().stream().filter(person -> reviewer(person) == null || reviewer(person).verdict != null).map(person -> Option.of(person.id, person.name)).toList();
    }
}
