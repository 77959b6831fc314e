package org.closecall.prevention;

import io.quarkus.qute.TemplateData;
import java.util.List;
import java.util.stream.Stream;
import org.closecall.catalog.Team;
import org.closecall.web.Option;
import org.closecall.web.Typed;

/** What the filter of a list offers. types is empty where the kind has none. */
@TemplateData
public record PreventionChoices(List<Option> services, List<Option> paths, List<Option> teams, List<Option> types, List<Option> outcomes) {

    static PreventionChoices of(PreventionKind kind, PreventionFilter filter) {
        var known = Known.of(List.of());
        var types = kind == PreventionKind.DEPLOYMENT ? List.<String>of() : PreventionList.types(kind);
        var asked = Typed.given(filter.type) && types.stream().noneMatch(filter.type::equals) ? Stream.of(filter.type) : Stream.<String>empty();
        return new PreventionChoices(known.serviceOptions(filter.service), known.pathOptions(filter.path), Team.inUse().stream().map(team -> Option.of(team.id, team.name)).toList(),
                Stream.concat(types.stream(), asked).map(type -> Option.of(type, type)).toList(), PreventionOutcome.options(kind));
    }
}
