package org.closecall.postmortem;

import java.util.List;
import java.util.stream.Stream;
import org.closecall.people.Person;

/** Who wrote a postmortem, by name. */
final class Authors {

    private static final String WROTE = "select p.name from Person p where p.id in (select c.person.id from Change c where c.subject = 'postmortem' and c.subjectId = ?1 and c.verb = ?2) order by p.name, p.id";

    private Authors() {
    }

    /** Everybody who wrote some of it, and those whom the file names that it came from: whoever brought it in did not write it. Empty when nobody is known. */
    static List<String> of(Postmortem postmortem) {
        var here = Person.find(WROTE, postmortem.id, Postmortem.EDITED).project(String.class).list();
        var names = Stream.concat(Stream.ofNullable(postmortem.credited).flatMap(List::stream), here.stream()).distinct().toList();
        return names.isEmpty() && postmortem.credited == null ? List.of(postmortem.createdBy.name) : names;
    }
}
