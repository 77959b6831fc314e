package org.closecall.catalog;

import io.quarkus.qute.TemplateData;
import jakarta.validation.Validator;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.closecall.people.Person;
import org.closecall.web.Conflict;
import org.closecall.web.Errors;
import org.closecall.web.FormKey;
import org.closecall.web.Option;
import org.closecall.web.Typed;
import org.jboss.resteasy.reactive.RestForm;

@TemplateData
public record TeamForm(
        @RestForm @NotBlank(message = "What is the team called?") @Size(max = 120, message = "At most 120 characters") String name,
        @RestForm @Size(max = 4000, message = "At most 4,000 characters") String description,
        @RestForm String lead,
        @RestForm List<String> members,
        @RestForm String version,
        @RestForm String key) {

    static TeamForm blank() {
        return new TeamForm("", "", "", List.of(), "", FormKey.fresh());
    }

    static TeamForm of(Team team) {
        return new TeamForm(team.name, team.description, team.lead == null ? "" : team.lead.id.toString(),
                team.members.stream().map(member -> member.id.toString()).toList(), String.valueOf(team.version), "");
    }

    /** Those who work here, and the lead there is even when that person has left. */
    static List<Option> leads(Team team) {
        var working = Person.working();
        var lead = team == null ? null : team.lead;
        return Stream.concat(Stream.ofNullable(lead).filter(person -> !working.contains(person)), working.stream())
                .map(person -> Option.of(person.id, person.name)).toList();
    }

    /** The same once more, to make a second one. */
    TeamForm again() {
        return new TeamForm(name, description, lead, members, version, FormKey.fresh());
    }

    /** What was typed and what only the other one changed, ready to be saved over the version now there. */
    TeamForm merged(Team saved, Conflict conflict) {
        var theirs = of(saved);
        return new TeamForm(conflict.merged("Name", name, theirs.name), conflict.merged("Description", description, theirs.description),
                conflict.merged("Lead", lead, theirs.lead), conflict.merged("Members", members, theirs.members), theirs.version, key);
    }

    /** Everybody who works here, and who is on the team already. */
    static List<Option> candidates(Team team) {
        var working = Person.working();
        var left = team == null ? List.<Person>of() : team.members.stream().filter(person -> !working.contains(person)).toList();
        return Stream.concat(working.stream(), left.stream()).map(person -> Option.of(person.id, person.name)).toList();
    }

    /** The team is null when it is new. */
    Errors errors(Validator validator, Team team) {
        var errors = Errors.of(validator.validate(this));
        if (!errors.has("name")) {
            nameTaken(team, errors);
        }
        if (Typed.given(lead) && !mayLead(chosenLead(), team)) {
            errors.add("lead", "Choose one of the members listed");
        }
        return errors;
    }

    Team team(Instant now) {
        var team = new Team();
        applyTo(team);
        team.createdAt = now;
        return team;
    }

    void applyTo(Team team) {
        team.name = CatalogEntry.tidy(name);
        team.description = CatalogEntry.text(description);
        team.lead = chosenLead();
        var chosen = Person.<Person>list("id in ?1", Typed.ids(members));
        team.members.retainAll(chosen);
        team.members.addAll(chosen);
    }

    private boolean stale(Team saved) {
        return !String.valueOf(saved.version).equals(version);
    }

    /** Null unless somebody else's changes are in the way. */
    Conflict against(Team saved) {
        var mine = new Team();
        applyTo(mine);
        return stale(saved) ? Conflict.since(Typed.version(version), mine.snapshot(), saved.snapshot(), saved.subject()) : null;
    }

    private void nameTaken(Team team, Errors errors) {
        CatalogEntry.oneAtATime("team");
        var holder = Team.named(CatalogEntry.tidy(name));
        if (holder != null && holder != team) {
            errors.add("name", Choice.taken(holder, "team"));
        }
    }

    private boolean mayLead(Person person, Team team) {
        return person != null && (person.active() && person.member() || team != null && person == team.lead);
    }

    private Person chosenLead() {
        var id = Typed.id(lead);
        return id == null ? null : Person.findById(id);
    }
}
