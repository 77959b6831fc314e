package org.closecall.catalog;

import io.quarkus.qute.TemplateData;
import jakarta.validation.Validator;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.closecall.web.Conflict;
import org.closecall.web.Errors;
import org.closecall.web.FormKey;
import org.closecall.web.Option;
import org.closecall.web.Typed;
import org.jboss.resteasy.reactive.RestForm;

/** services: one choice a step, in the order the journey passes them; empty steps do not count. */
@TemplateData
public record CriticalPathForm(
        @RestForm @NotBlank(message = "What is the journey called?") @Size(max = 120, message = "At most 120 characters") String name,
        @RestForm @Size(max = 4000, message = "At most 4,000 characters") String description,
        @RestForm String team,
        @RestForm List<String> services,
        @RestForm String version,
        @RestForm String key) {

    private static final int STEPS = 6;
    private static final int MOST_STEPS = 20;

    /** A step of the form: its place and what is chosen there. */
    @TemplateData
    public record Step(int place, String chosen) {
    }

    static CriticalPathForm blank() {
        return new CriticalPathForm("", "", "", List.of(), "", FormKey.fresh());
    }

    static CriticalPathForm of(CriticalPath path) {
        return new CriticalPathForm(path.name, path.description, path.team == null ? "" : path.team.id.toString(),
                path.services.stream().map(service -> service.id.toString()).toList(), String.valueOf(path.version), "");
    }

    /** Those in use, and those that are on the path though archived. */
    static List<Option> choices(CriticalPath path) {
        var inUse = Service.inUse();
        var kept = path == null ? List.<Service>of() : path.services.stream().filter(Service::archived).toList();
        return Stream.concat(inUse.stream(), kept.stream())
                .map(service -> Option.of(service.id, service.archived() ? service.name + " (archived)" : service.name)).toList();
    }

    /** The same once more, to make a second one. */
    CriticalPathForm again() {
        return new CriticalPathForm(name, description, team, services, version, FormKey.fresh());
    }

    /** What was typed and what only the other one changed, ready to be saved over the version now there. */
    CriticalPathForm merged(CriticalPath saved, Conflict conflict) {
        var theirs = of(saved);
        return new CriticalPathForm(conflict.merged("Name", name, theirs.name), conflict.merged("Description", description, theirs.description),
                conflict.merged("Team", team, theirs.team), conflict.merged("Services", services, theirs.services), theirs.version, key);
    }

    /** As many as are chosen and a few to go on. */
    public List<Step> steps() {
        var chosen = chosen();
        return IntStream.range(0, Math.min(MOST_STEPS, Math.max(STEPS, chosen.size() + 2)))
                .mapToObj(i -> new Step(i + 1, i < chosen.size() ? chosen.get(i) : "")).toList();
    }

    /** The path is null when it is new. */
    Errors errors(Validator validator, CriticalPath path) {
        var errors = Errors.of(validator.validate(this));
        if (!errors.has("name")) {
            nameTaken(path, errors);
        }
        if (Typed.given(team) && Typed.found(team, id -> Team.findById(id)) == null) {
            errors.add("team", "This team is not there. Choose one of the list");
        }
        var chosen = chosen();
        if (chosen.isEmpty()) {
            errors.add("services", "Choose the services it passes, at least one");
        } else if (chosen.size() > MOST_STEPS || new HashSet<>(chosen).size() < chosen.size()) {
            errors.add("services", "Each service once, at most " + MOST_STEPS);
        } else if (found().contains(null)) {
            errors.add("services", "One of these services is not there. Choose from the lists");
        }
        return errors;
    }

    CriticalPath path(Instant now) {
        var path = new CriticalPath();
        applyTo(path);
        path.createdAt = now;
        return path;
    }

    void applyTo(CriticalPath path) {
        path.name = CatalogEntry.tidy(name);
        path.description = CatalogEntry.text(description);
        path.team = Typed.found(team, id -> Team.findById(id));
        var wanted = found();
        if (!path.services.equals(wanted)) {
            path.services.clear();
            path.services.addAll(wanted);
        }
    }

    /** Null unless somebody else's changes are in the way. */
    Conflict against(CriticalPath saved) {
        var mine = new CriticalPath();
        applyTo(mine);
        return String.valueOf(saved.version).equals(version) ? null : Conflict.since(Typed.version(version), mine.snapshot(), saved.snapshot(), saved.subject());
    }

    private List<String> chosen() {
        return services == null ? List.of() : services.stream().filter(Typed::given).toList();
    }

    private List<Service> found() {
        var byId = Service.<Service>list("id in ?1", Typed.ids(chosen()));
        return chosen().stream().map(id -> byId.stream().filter(service -> service.id.toString().equals(id)).findFirst().orElse(null)).toList();
    }

    private void nameTaken(CriticalPath path, Errors errors) {
        CatalogEntry.oneAtATime("critical path");
        var holder = CriticalPath.named(CatalogEntry.tidy(name));
        if (holder != null && !Objects.equals(holder, path)) {
            errors.add("name", Choice.taken(holder, "critical path"));
        }
    }
}
