package org.closecall.monthly;

import jakarta.ws.rs.core.MultivaluedMap;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.closecall.people.Change;
import org.closecall.people.Person;
import org.closecall.postmortem.Clash;
import org.closecall.postmortem.Texts;
import org.closecall.web.ThreeWay;
import org.closecall.web.WordDiff;

/** What one person saves of the words to a review at one time. Whoever makes one holds the lock of the review. */
record Commentary(MonthlyReview review, Person by, Instant now) {

    private static final String WROTE = "wrote the commentary";
    private static final Duration RUN = Duration.ofMinutes(5);
    private static final int LOOKED_BACK = 100;

    /** Takes over what was changed on the page, text by text. What somebody else changed meanwhile stays and is handed back. */
    List<Clash> write(CommentaryForm form, MultivaluedMap<String, String> sent) {
        var clashes = new ArrayList<Clash>();
        var before = new LinkedHashMap<String, String>();
        var after = new LinkedHashMap<String, String>();
        for (var part : form.changed()) {
            var text = form.clashes(part) ? chosen(part, form, sent) : form.text(part);
            if (text == null) {
                clashes.add(clash(part, form));
            } else if (!text.equals(form.stands(part))) {
                before.put(part.label, orNull(form.stands(part)));
                after.put(part.label, orNull(text));
                MonthlyReviewSection.write(review, part, text, by, now);
            }
        }
        told(before, after);
        return clashes;
    }

    /** As one line with what the same person wrote just before; what was emptied stays readable in a line before. */
    private void told(Map<String, String> before, Map<String, String> after) {
        MonthlyReview.getEntityManager().flush();
        if (after.containsValue(null)) {
            Change.record(review.subject(), WROTE, before, after, by, now);
        } else if (!after.isEmpty()) {
            Change.goOn(review.subject(), WROTE, before, after, by, now, RUN);
        }
    }

    /** The text somebody chose with both in view; null where nothing was chosen, or the other is not what was in view any more. */
    private String chosen(Part part, CommentaryForm form, MultivaluedMap<String, String> sent) {
        var choice = Texts.orEmpty(sent.getFirst("choice"));
        var seen = Texts.stamp(form.stands(part)).equals(sent.getFirst("seen." + part.key));
        if (choice.equals("theirs." + part.key)) {
            Change.record(review.subject(), "kept another’s text and set their own aside", Map.of(part.label, form.text(part)), Map.of(part.label, form.stands(part)), by, now);
            return form.stands(part);
        } else if (choice.equals("mine." + part.key) && seen) {
            return form.text(part);
        }
        return choice.equals("both." + part.key) && seen ? clash(part, form).merged() : null;
    }

    private Clash clash(Part part, CommentaryForm form) {
        var theirs = form.stands(part);
        var section = form.section(part);
        var other = section != null && !section.updatedBy.id.equals(by.id) ? section.updatedBy.name : null;
        var base = base(part, form.stamp(part));
        return new Clash(part.key, part.label, other == null ? "Another window of yours" : other, other == null ? "the other window’s" : other + "’s", section == null ? null : section.updatedAt, form.text(part), form.stamp(part),
                theirs, Texts.stamp(theirs), WordDiff.of(form.text(part), theirs), base == null ? null : ThreeWay.of(base, form.text(part), theirs), false);
    }

    /** What both were written over, where the history still has it. */
    private String base(Part part, String stamp) {
        return Change.latest(review.subject(), LOOKED_BACK).stream().map(change -> change.field(part.label)).filter(Objects::nonNull)
                .flatMap(field -> Stream.of(Texts.orEmpty(field.after()), Texts.orEmpty(field.before()))).filter(text -> !text.isEmpty() && Texts.stamp(text).equals(stamp)).findFirst().orElse(null);
    }

    private static String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
