package org.closecall.tracker;

import io.quarkus.qute.TemplateData;
import jakarta.validation.Validator;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.closecall.action.ActionItem;
import org.closecall.web.Errors;
import org.closecall.web.FormKey;
import org.closecall.web.Formats;
import org.closecall.web.Option;
import org.closecall.web.Typed;
import org.jboss.resteasy.reactive.RestForm;

/** An issue to be made elsewhere, as typed. */
@TemplateData
public record IssueForm(
        @RestForm String key,
        @RestForm String tracker,
        @RestForm @Size(max = 200, message = "At most 200 characters") String project,
        @RestForm @NotBlank(message = "What is it called there?") @Size(max = 250, message = "At most 250 characters") String title,
        @RestForm @Size(max = 30_000, message = "At most 30,000 characters") String body) {

    /** chosen may be null. */
    static IssueForm of(ActionItem action, Tracker chosen) {
        return new IssueForm(FormKey.fresh(), chosen == null ? "" : chosen.id.toString(), chosen == null || chosen.project == null ? "" : chosen.project, action.title, text(action));
    }

    private static String text(ActionItem action) {
        var facts = "Aim: " + action.aim.label + (action.dueOn == null ? "" : "\nDue: " + Formats.day(action.dueOn));
        return Stream.of(action.description, facts).filter(Objects::nonNull).collect(Collectors.joining("\n\n"));
    }

    IssueForm again() {
        return new IssueForm(FormKey.fresh(), tracker, project, title, body);
    }

    Errors check(Validator validator, List<Tracker> trackers) {
        var errors = Errors.of(validator.validate(this));
        var chosen = chosen(trackers);
        if (chosen == null) {
            errors.add("tracker", "Choose one of the trackers");
        } else if (project(chosen) == null) {
            errors.add("project", "In which project? Written as in " + chosen.kind.projectExample());
        } else if (!project(chosen).matches(chosen.kind.projectPattern())) {
            errors.add("project", "Written as in " + chosen.kind.projectExample());
        }
        return errors;
    }

    Tracker chosen(List<Tracker> trackers) {
        return trackers.stream().filter(one -> one.id.toString().equals(tracker)).findFirst().orElse(null);
    }

    IssueRequest request(Tracker chosen) {
        var request = new IssueRequest();
        request.tracker = chosen;
        request.project = project(chosen);
        request.title = Typed.line(title);
        request.body = Objects.requireNonNullElse(Typed.orNull(body), "");
        return request;
    }

    static List<Option> options(List<Tracker> trackers) {
        return trackers.stream().map(one -> Option.of(one.id, one.name)).toList();
    }

    /** Left empty it is the usual one. */
    private String project(Tracker chosen) {
        return Typed.given(project) ? project.strip() : chosen.project;
    }
}
