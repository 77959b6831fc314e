package org.closecall.view;

import io.quarkus.qute.TemplateData;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.closecall.catalog.Team;
import org.closecall.people.Person;
import org.closecall.web.Errors;
import org.closecall.web.Option;
import org.closecall.web.Typed;
import org.jboss.resteasy.reactive.RestForm;

/** A view of a list, as typed; query is the filter it shows. */
@TemplateData
public record ViewForm(
        @RestForm @NotBlank(message = "It needs a name") @Size(max = 60, message = "At most 60 characters") String name,
        @RestForm String list,
        @RestForm String query,
        @RestForm String shared) {

    private static final String EVERYBODY = "EVERYBODY";

    static ViewForm of(SavedView view) {
        return new ViewForm(view.name, view.shows.name(), view.query, view.shared ? EVERYBODY : view.team == null ? "" : view.team.id.toString());
    }

    /** The caller has taken its turn. */
    void check(Errors errors, Person person, SavedView view) {
        if (!errors.any() && SavedView.named(person, of(), Typed.line(name), view == null ? null : view.id)) {
            errors.add("name", "You have a view of that name already");
        }
        if (view == null && SavedView.count("person", person) >= SavedView.MOST) {
            errors.add("name", "You have " + SavedView.MOST + " views, and that is the most. Remove one first.");
        }
    }

    SavedView applyTo(SavedView view) {
        view.name = Typed.line(name);
        view.shows = of();
        view.query = view.shows.readable(query);
        view.shared = EVERYBODY.equals(shared);
        view.team = view.shared ? null : Typed.found(shared, id -> Team.findById(id));
        return view;
    }

    /** The log, unless it says another. */
    public SavedList of() {
        return Objects.requireNonNullElse(Typed.choice(SavedList.class, list), SavedList.OCCURRENCES);
    }

    public List<Option> audiences() {
        return Stream.concat(Stream.of(Option.of(EVERYBODY, "Everybody")), Team.inUse().stream().map(team -> Option.of(team.id, "Members of " + team.name))).toList();
    }
}
