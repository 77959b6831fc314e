package org.closecall.slo;

import io.quarkus.qute.TemplateData;
import jakarta.validation.Validator;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.closecall.catalog.CatalogEntry;
import org.closecall.catalog.Service;
import org.closecall.catalog.Team;
import org.closecall.web.Conflict;
import org.closecall.web.Errors;
import org.closecall.web.FormKey;
import org.closecall.web.Option;
import org.closecall.web.Typed;
import org.jboss.resteasy.reactive.RestForm;

/** The kind is chosen once: what was counted one way cannot be counted the other way afterwards. */
@TemplateData
public record ObjectiveForm(
        @RestForm String service,
        @RestForm @NotBlank(message = "What is it called?") @Size(max = 120, message = "At most 120 characters") String name,
        @RestForm @Size(max = 4000, message = "At most 4,000 characters") String description,
        @RestForm String kind,
        @RestForm String target,
        @RestForm String windowKind,
        @RestForm String days,
        @RestForm @NotBlank(message = "Say what is good, so that two people count alike") @Size(max = 1000, message = "At most 1,000 characters") String good,
        @RestForm String team,
        @RestForm @Size(max = 20_000, message = "At most 20,000 characters") String policy,
        @RestForm String version,
        @RestForm String key) {

    static final int MOST_DAYS = 366;
    static final String WRONG_TARGET = "A share above 0 and up to 100 per cent, with five decimals at most, such as 99.95";
    private static final Pattern TARGET = Pattern.compile("\\d{1,3}([.,]\\d{1,5})?");
    private static final BigDecimal ALL = BigDecimal.valueOf(100);

    static ObjectiveForm blank(String service) {
        return new ObjectiveForm(service == null ? "" : service, "", "", ObjectiveKind.TIME.name(), "99.9", WindowKind.ROLLING.name(), "30", "", "", "", "", FormKey.fresh());
    }

    static ObjectiveForm of(Objective saved) {
        return new ObjectiveForm(saved.service.id.toString(), saved.name, Objects.requireNonNullElse(saved.description, ""), saved.kind.name(), saved.target.stripTrailingZeros().toPlainString(), saved.windowKind.name(),
                Objects.toString(saved.windowDays, ""), saved.good, saved.team == null ? "" : saved.team.id.toString(), Objects.requireNonNullElse(saved.policy, ""), String.valueOf(saved.version), "");
    }

    /** The same once more, to make a second one. */
    ObjectiveForm again() {
        return new ObjectiveForm(service, name, description, kind, target, windowKind, days, good, team, policy, version, FormKey.fresh());
    }

    /** What was typed and what only the other one changed, ready to be saved over the version now there. */
    ObjectiveForm merged(Objective saved, Conflict conflict) {
        var theirs = of(saved);
        return new ObjectiveForm(conflict.merged("Service", service, theirs.service), conflict.merged("Name", name, theirs.name), conflict.merged("Description", description, theirs.description), theirs.kind,
                conflict.merged("Target", target, theirs.target), conflict.merged("Window", windowKind, theirs.windowKind), conflict.merged("Window", days, theirs.days), conflict.merged("What counts as good", good, theirs.good),
                conflict.merged("Team", team, theirs.team), conflict.merged("Policy", policy, theirs.policy), theirs.version, key);
    }

    /** The objective is null when it is new. */
    Errors errors(Validator validator, Objective objective) {
        var errors = Errors.of(validator.validate(this));
        var chosen = chosenService();
        if (chosen == null || chosen.archived() && (objective == null || !chosen.id.equals(objective.service.id))) {
            errors.add("service", "Choose a service of the list");
        } else if (!errors.has("name")) {
            nameTaken(chosen, objective, errors);
        }
        if (objective == null && Typed.choice(ObjectiveKind.class, kind) == null) {
            errors.add("kind", "Choose what it counts");
        }
        if (percent(target) == null) {
            errors.add("target", WRONG_TARGET);
        }
        var window = Typed.choice(WindowKind.class, windowKind);
        if (window == null) {
            errors.add("windowKind", "Choose a window");
        } else if (window == WindowKind.ROLLING && wholeDays(days) == null) {
            errors.add("days", "From 1 to 366 days");
        }
        if (Typed.given(team) && Typed.found(team, id -> Team.findById(id)) == null) {
            errors.add("team", "This team is not there. Choose one of the list");
        }
        return errors;
    }

    Objective objective(Instant now) {
        var objective = new Objective();
        objective.kind = Typed.choice(ObjectiveKind.class, kind);
        applyTo(objective);
        objective.createdAt = now;
        objective.takeHandle(null);
        return objective;
    }

    void applyTo(Objective objective) {
        objective.service = chosenService();
        objective.name = CatalogEntry.tidy(name);
        objective.description = CatalogEntry.text(description);
        objective.target = percent(target);
        objective.windowKind = Typed.choice(WindowKind.class, windowKind);
        objective.windowDays = objective.windowKind == WindowKind.ROLLING ? wholeDays(days) : null;
        objective.good = CatalogEntry.text(good);
        objective.team = Typed.found(team, id -> Team.findById(id));
        objective.policy = CatalogEntry.text(policy);
    }

    /** Null unless somebody else's changes are in the way. */
    Conflict against(Objective saved) {
        var mine = new Objective();
        mine.kind = saved.kind;
        applyTo(mine);
        return String.valueOf(saved.version).equals(version) ? null : Conflict.since(Typed.version(version), mine.snapshot(), saved.snapshot(), saved.subject());
    }

    /** In use, and what is chosen already. */
    static List<Option> services(Objective objective) {
        return Stream.concat(Stream.ofNullable(objective).map(one -> one.service).filter(Service::archived), Service.inUse().stream()).map(one -> Option.of(one.id, one.name)).toList();
    }

    static List<Option> teams(Objective objective) {
        return Stream.concat(Stream.ofNullable(objective).map(one -> one.team).filter(one -> one != null && one.archived()), Team.inUse().stream()).map(one -> Option.of(one.id, one.name)).toList();
    }

    /** Null unless it is a target; with five decimals at most, as it is kept. */
    static BigDecimal percent(String typed) {
        var plain = typed == null ? "" : typed.replaceAll("[\\s\\u00a0]*%?[\\s\\u00a0]*$", "").strip();
        if (!TARGET.matcher(plain).matches()) {
            return null;
        }
        var percent = new BigDecimal(plain.replace(',', '.')).setScale(5);
        return percent.signum() > 0 && percent.compareTo(ALL) <= 0 ? percent : null;
    }

    static Integer wholeDays(String typed) {
        var days = typed != null && typed.strip().matches("\\d{1,3}") ? Integer.parseInt(typed.strip()) : 0;
        return days >= 1 && days <= MOST_DAYS ? days : null;
    }

    private Service chosenService() {
        return Typed.found(service, id -> Service.findById(id));
    }

    private void nameTaken(Service chosen, Objective objective, Errors errors) {
        CatalogEntry.oneAtATime("objective");
        var holder = Objective.named(chosen, CatalogEntry.tidy(name));
        if (holder != null && holder != objective) {
            errors.add("name", chosen.name + " has an objective called " + holder.name + (holder.archived() ? " already, which is retired: bring it back or choose another name" : " already"));
        }
    }
}
