package org.closecall.occurrence;

import io.quarkus.qute.TemplateData;
import java.util.List;
import java.util.stream.Stream;
import org.closecall.people.Person;
import org.closecall.web.Errors;
import org.closecall.web.FormKey;
import org.closecall.web.Option;
import org.closecall.web.Typed;
import org.closecall.web.Viewer;
import org.jboss.resteasy.reactive.RestForm;

/** Who does what from now on. */
@TemplateData
public record RoleForm(@RestForm String key, @RestForm String role, @RestForm String other, @RestForm String person) {

    private static final String OTHER = "OTHER";
    private static final int LONGEST = 60;

    static RoleForm blank(Viewer viewer) {
        return new RoleForm(FormKey.fresh(), "", "", viewer.member() ? viewer.person().id.toString() : "");
    }

    public List<Option> roles() {
        return Stream.concat(OccurrenceRole.USUAL.stream().map(usual -> Option.of(usual, usual)), Stream.of(Option.of(OTHER, "Another, named beside"))).toList();
    }

    public List<Option> people() {
        return Person.working().stream().map(one -> Option.of(one.id, one.name)).toList();
    }

    void check(Errors errors) {
        if (!Typed.given(role) || !OTHER.equals(role) && !OccurrenceRole.USUAL.contains(role)) {
            errors.add("role", "Choose a role");
        } else if (OTHER.equals(role) && !Typed.given(other)) {
            errors.add("other", "Name the role");
        } else if (name().length() > LONGEST) {
            errors.add("other", "At most 60 characters");
        }
        if (whom() == null || !whom().active()) {
            errors.add("person", "Choose who takes it");
        }
    }

    String name() {
        return OTHER.equals(role) ? Typed.line(other) : role;
    }

    Person whom() {
        return Typed.found(person, id -> Person.findById(id));
    }
}
