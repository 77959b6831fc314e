package org.closecall.catalog;

import io.quarkus.qute.TemplateData;
import jakarta.validation.Validator;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Objects;
import org.closecall.web.Conflict;
import org.closecall.web.Errors;
import org.closecall.web.FormKey;
import org.closecall.web.Typed;
import org.jboss.resteasy.reactive.RestForm;

@TemplateData
public record ServiceForm(
        @RestForm @NotBlank(message = "What is the service called?") @Size(max = 120, message = "At most 120 characters") String name,
        @RestForm @Size(max = 4000, message = "At most 4,000 characters") String description,
        @RestForm @NotNull(message = "Choose a tier") @Pattern(regexp = "[1-4]", message = "Choose a tier") String tier,
        @RestForm String team,
        @RestForm String inServiceOn,
        @RestForm @Size(max = 10_000, message = "At most 10,000 characters") String links,
        @RestForm String version,
        @RestForm String key) {

    static ServiceForm blank() {
        return new ServiceForm("", "", "", "", "", "", "", FormKey.fresh());
    }

    static ServiceForm of(Service service) {
        return new ServiceForm(service.name, service.description, String.valueOf(service.tier),
                service.team == null ? "" : service.team.id.toString(), Objects.toString(service.inServiceOn, ""), service.links,
                String.valueOf(service.version), "");
    }

    /** The same once more, to make a second one. */
    ServiceForm again() {
        return new ServiceForm(name, description, tier, team, inServiceOn, links, version, FormKey.fresh());
    }

    /** What was typed and what only the other one changed, ready to be saved over the version now there. */
    ServiceForm merged(Service saved, Conflict conflict) {
        var theirs = of(saved);
        return new ServiceForm(conflict.merged("Name", name, theirs.name), conflict.merged("Description", description, theirs.description),
                conflict.merged("Tier", tier, theirs.tier), conflict.merged("Team", team, theirs.team),
                conflict.merged("In service since", inServiceOn, theirs.inServiceOn), conflict.merged("Links", links, theirs.links), theirs.version, key);
    }

    /** The service is null when it is new. */
    Errors errors(Validator validator, Service service) {
        var errors = Errors.of(validator.validate(this));
        if (!errors.has("name")) {
            nameTaken(service, errors);
        }
        if (Typed.given(team) && !mayBelongTo(chosenTeam(), service)) {
            errors.add("team", "This team is archived or not there. Choose one of the list");
        }
        if (Typed.given(inServiceOn) && Choice.day(inServiceOn) == null) {
            errors.add("inServiceOn", "A day between 1970 and 2099, like 2026-03-14");
        }
        var complaint = ServiceLink.complaint(links);
        if (complaint != null) {
            errors.add("links", complaint);
        }
        return errors;
    }

    Service service(Instant now) {
        var service = new Service();
        applyTo(service);
        service.createdAt = now;
        return service;
    }

    void applyTo(Service service) {
        service.name = CatalogEntry.tidy(name);
        service.description = CatalogEntry.text(description);
        service.tier = Integer.parseInt(tier);
        service.team = chosenTeam();
        service.inServiceOn = Choice.day(inServiceOn);
        service.links = CatalogEntry.text(links);
    }

    private boolean stale(Service saved) {
        return !String.valueOf(saved.version).equals(version);
    }

    /** Null unless somebody else's changes are in the way. */
    Conflict against(Service saved) {
        var mine = new Service();
        applyTo(mine);
        return stale(saved) ? Conflict.since(Typed.version(version), mine.snapshot(), saved.snapshot(), saved.subject()) : null;
    }

    private void nameTaken(Service service, Errors errors) {
        CatalogEntry.oneAtATime("service");
        var holder = Service.named(CatalogEntry.tidy(name));
        if (holder != null && holder != service) {
            errors.add("name", Choice.taken(holder, "service"));
        }
    }

    /** An archived team may stay where it is but not be chosen anew. */
    private boolean mayBelongTo(Team team, Service service) {
        return team != null && (!team.archived() || service != null && team == service.team);
    }

    private Team chosenTeam() {
        var id = Typed.id(team);
        return id == null ? null : Team.findById(id);
    }
}
