package org.closecall.occurrence;

import io.quarkus.qute.TemplateData;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.closecall.catalog.Control;
import org.closecall.catalog.Service;
import org.closecall.catalog.Tag;
import org.closecall.catalog.Team;
import org.closecall.people.Person;
import org.closecall.web.Option;

/** What the selects of a page offer. */
@TemplateData
public record Choices(List<Service> services, List<Team> teams, List<Tag> tags, List<Control> controls, List<Person> people) {

    static Choices forReport() {
        return new Choices(Service.inUse(), List.of(), List.of(), Control.inUse(), List.of());
    }

    static Choices forFilter() {
        return new Choices(Service.inUse(), Team.inUse(), Tag.alphabetically(), List.of(), List.of());
    }

    /** What is archived or has left stays on offer where it is chosen already. */
    static Choices forEdit(Occurrence o) {
        var services = Stream.concat(Service.inUse().stream(), o.services.stream()).distinct().toList();
        var controls = Stream.concat(Control.inUse().stream(), Stream.ofNullable(o.stoppedByControl)).distinct().toList();
        var people = Stream.concat(Person.working().stream(), Stream.ofNullable(o.lead)).distinct().toList();
        return new Choices(services, List.of(), Tag.alphabetically(), controls, people);
    }

    public List<Option> serviceOptions() {
        return services.stream().map(service -> Option.of(service.id, service.name)).toList();
    }

    public List<Option> teamOptions() {
        return teams.stream().map(team -> Option.of(team.id, team.name)).toList();
    }

    public List<Option> controlOptions() {
        return controls.stream().map(control -> Option.of(control.id, control.layer.label + ": " + control.name)).toList();
    }

    public List<Option> personOptions() {
        return people.stream().map(person -> Option.of(person.id, person.name)).toList();
    }

    public List<ImpactKind> impactKinds() {
        return List.of(ImpactKind.values());
    }

    public List<MomentName> moments() {
        return List.of(MomentName.values());
    }

    public List<Kind> kindList() {
        return List.of(Kind.values());
    }

    public List<Option> kinds() {
        return Arrays.stream(Kind.values()).map(kind -> Option.of(kind, kind.label)).toList();
    }

    public List<Option> severities() {
        return Arrays.stream(Severity.values()).map(severity -> Option.of(severity, severity + " " + severity.word.toLowerCase())).toList();
    }

    /** Each alone, and from the worst down to each. */
    public List<Option> severityRanges() {
        var alone = Arrays.stream(Severity.values()).map(severity -> Option.of(severity, severity.name()));
        var ranges = Arrays.stream(Severity.values()).skip(1).limit(3).map(severity -> Option.of("SEV1-" + severity, "SEV1 to " + severity));
        return Stream.concat(alone, ranges).toList();
    }

    public List<Option> likelihoods() {
        return Arrays.stream(Likelihood.values()).map(likelihood -> Option.of(likelihood, likelihood.label)).toList();
    }

    public List<Option> detections() {
        return Arrays.stream(Detection.values()).map(detection -> Option.of(detection, detection.label)).toList();
    }

    public List<Option> progresses() {
        return Arrays.stream(Progress.values()).map(progress -> Option.of(progress, progress.label)).toList();
    }

    public List<Option> stoppers() {
        return Arrays.stream(StoppedBy.values()).map(stopper -> Option.of(stopper, stopper.label)).toList();
    }

    public List<StoppedBy> stopped() {
        return List.of(StoppedBy.values());
    }

    public List<Likelihood> likelihoodRows() {
        return List.of(Likelihood.values());
    }

    /** Slight first, as the matrix reads. */
    public List<Severity> severityColumns() {
        return Stream.of(Severity.values()).sorted((a, b) -> b.compareTo(a)).toList();
    }

    public List<Severity> severityList() {
        return List.of(Severity.values());
    }

    public String cell(Likelihood likelihood, Severity severity) {
        return likelihood + "-" + severity;
    }

    /** 1 to 4: how dark a cell of the matrix is. */
    public int heat(Likelihood likelihood, Severity severity) {
        var weight = (5 - severity.level()) + likelihood.ordinal() * 1.5;
        return weight < 2 ? 1 : weight < 3.6 ? 2 : weight < 5 ? 3 : 4;
    }
}
