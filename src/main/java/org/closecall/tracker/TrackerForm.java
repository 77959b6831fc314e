package org.closecall.tracker;

import io.quarkus.qute.TemplateData;
import jakarta.validation.Validator;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.closecall.catalog.CatalogEntry;
import org.closecall.people.AuditEntry;
import org.closecall.people.Deed;
import org.closecall.people.Person;
import org.closecall.web.Conflict;
import org.closecall.web.Errors;
import org.closecall.web.FormKey;
import org.closecall.web.Option;
import org.closecall.web.Typed;
import org.jboss.resteasy.reactive.RestForm;

/** A tracker as typed. The token goes in and never comes back, not even into a refused form. */
@TemplateData
public record TrackerForm(
        @RestForm @Pattern(regexp = "GITHUB|GITLAB|JIRA", message = "Choose one of the three") @NotBlank(message = "Choose one of the three") String kind,
        @RestForm @NotBlank(message = "What do you call it?") @Size(max = 80, message = "At most 80 characters") String name,
        @RestForm @NotBlank(message = "Where do its pages live?") @Size(max = 500, message = "At most 500 characters") String base,
        @RestForm @Size(max = 200, message = "At most 200 characters") String account,
        @RestForm @Size(max = 2_000, message = "At most 2,000 characters") @Pattern(regexp = "\\s*[\\x21-\\x7e]*\\s*", message = "A token has no spaces in it: was something else copied?") String token,
        @RestForm String forget,
        @RestForm @Size(max = 200, message = "At most 200 characters") String project,
        @RestForm @Size(max = 60, message = "At most 60 characters") String issueType,
        @RestForm String polling,
        @RestForm String version,
        @RestForm String key) {

    static TrackerForm blank() {
        return new TrackerForm("", "", "", "", "", "", "", "", "true", "", FormKey.fresh());
    }

    static TrackerForm of(Tracker tracker) {
        return new TrackerForm(tracker.kind.name(), tracker.name, tracker.base, said(tracker.account), "", "", said(tracker.project), said(tracker.issueType),
                tracker.polling ? "true" : "", String.valueOf(tracker.version), "");
    }

    TrackerForm again() {
        return new TrackerForm(kind, name, base, account, "", "", project, issueType, polling, version, FormKey.fresh());
    }

    TrackerForm merged(Tracker saved, Conflict conflict) {
        var theirs = of(saved);
        return new TrackerForm(conflict.merged("Kind", kind, theirs.kind), conflict.merged("Name", name, theirs.name), conflict.merged("Address", base, theirs.base),
                conflict.merged("Account", account, theirs.account), "", forget, conflict.merged("Project", project, theirs.project),
                conflict.merged("Issue type", issueType, theirs.issueType), conflict.merged("Asked again and again", polling, theirs.polling), theirs.version, key);
    }

    /** The tracker is null when it is new. */
    Errors errors(Validator validator, Tracker tracker) {
        var errors = Errors.of(validator.validate(this));
        CatalogEntry.oneAtATime("tracker");
        var same = errors.has("name") ? null : Tracker.named(CatalogEntry.tidy(name));
        if (same != null && same != tracker) {
            errors.add("name", "There is " + (same.archived() ? "an archived tracker" : "a tracker") + " called " + same.name);
        }
        address(tracker, errors);
        var chosen = Typed.choice(TrackerKind.class, kind);
        if (chosen != null && Typed.given(project) && !project.strip().matches(chosen.projectPattern())) {
            errors.add("project", "Written as in " + chosen.projectExample());
        }
        return errors;
    }

    private void address(Tracker tracker, Errors errors) {
        var address = Place.tidyBase(base);
        if (address == null) {
            errors.add("base", "An address such as https://github.com, without anything after the host but a path");
            return;
        }
        var there = Tracker.at(address);
        if (there != null && there != tracker) {
            errors.add("base", there.name + " has this address already");
        } else if (tracker != null && tracker.hasToken() && !address.equals(tracker.base) && !Typed.given(token) && !forgets()) {
            errors.add("token", "The address is another one: give the token again, so that no other host is shown the old one");
        }
    }

    void applyTo(Tracker tracker, Seal seal, Instant now) {
        tracker.kind = Typed.choice(TrackerKind.class, kind);
        tracker.name = CatalogEntry.tidy(name);
        tracker.base = Place.tidyBase(base);
        tracker.account = Typed.orNull(account);
        tracker.project = Typed.orNull(project);
        tracker.issueType = tracker.jira() ? Objects.requireNonNullElse(Typed.orNull(issueType), "Task") : null;
        tracker.polling = asks();
        if (Typed.given(token)) {
            tracker.give(token.strip(), seal, now);
        } else if (forgets()) {
            tracker.token = null;
            tracker.tokenSetAt = null;
        }
    }

    /** What opens another system is in the access log, as what opens this one. */
    void noteKeys(Tracker tracker, Person by, Instant now) {
        if (Typed.given(token) || forgets()) {
            AuditEntry.record(Deed.TRACKER_KEYS, by, null, tracker.name + (Typed.given(token) ? ": a token" : ": no token any more"), now);
        }
    }

    /** Null unless somebody else's changes are in the way. */
    Conflict against(Tracker saved, Seal seal) {
        if (String.valueOf(saved.version).equals(version)) {
            return null;
        }
        var mine = new Tracker();
        mine.hook = saved.hook;
        applyTo(mine, seal, saved.tokenSetAt);
        mine.tokenSetAt = saved.tokenSetAt;
        return Conflict.since(Typed.version(version), mine.snapshot(), saved.snapshot(), saved.subject());
    }

    public boolean asks() {
        return "true".equals(polling);
    }

    private boolean forgets() {
        return "true".equals(forget);
    }

    public List<Option> kinds() {
        return TrackerKind.options();
    }

    /** For FormKey and for anybody who prints it: without the token. */
    @Override
    public String toString() {
        return String.join("|", List.of(said(kind), said(name), said(base), said(account), Typed.given(token) ? "a token" : "", said(forget), said(project), said(issueType), said(polling)));
    }

    private static String said(String text) {
        return Objects.requireNonNullElse(text, "");
    }
}
