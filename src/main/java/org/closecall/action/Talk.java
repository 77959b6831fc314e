package org.closecall.action;

import io.quarkus.qute.TemplateData;
import io.quarkus.qute.TemplateExtension;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.closecall.people.Person;
import org.closecall.web.Mentions;
import org.closecall.web.Option;
import org.closecall.web.Viewer;

/** A page of what people say about an action, in the order they said it. earlier is the id before which there is more; null when there is none. */
@TemplateData
public record Talk(List<ActionComment> comments, Long earlier) {

    private static final int PAGE = 50;

    static Talk of(ActionItem action, Long before) {
        var found = ActionComment.of(action, before, PAGE + 1);
        var shown = new ArrayList<>(found.subList(0, Math.min(PAGE, found.size())));
        Mentions.here().expect(shown.stream().filter(comment -> !comment.removed()).map(comment -> comment.text));
        Collections.reverse(shown);
        return new Talk(shown, found.size() > PAGE ? shown.get(0).id : null);
    }

    @TemplateExtension
    static Talk talk(ActionItem action) {
        return of(action, null);
    }

    /** Whom one may choose to tell. */
    @TemplateExtension
    static List<Option> tellable(ActionItem action, Viewer viewer) {
        return Person.working().stream().filter(person -> !person.id.equals(viewer.person().id)).map(person -> Option.of(person.id, person.name)).toList();
    }

    @TemplateExtension
    static List<Person> watchers(ActionItem action) {
        return Watcher.of(action);
    }

    @TemplateExtension
    static boolean has(List<Person> people, Person person) {
        return person != null && people.stream().anyMatch(one -> one.id.equals(person.id));
    }
}
