package org.closecall.reliability;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.closecall.web.NoSuch;
import org.closecall.web.Option;
import org.closecall.web.Viewer;
import org.jboss.resteasy.reactive.RestQuery;

/** What can we see? How long a comparison has to last before it can tell anything. */
@Path("/reliability/planner")
class Planner {

    @CheckedTemplate
    static class Templates {
        /** fields: the scope, as the form carries it on. */
        static native TemplateInstance show(Seeing seeing, String scope, String back, List<Option> fields);
    }

    @Inject
    Viewer viewer;

    @GET
    public TemplateInstance show(Asked asked, @RestQuery String effect) {
        var scope = Scope.of(asked, viewer);
        return Templates.show(seeing(scope, effect(effect)), scope.label(), scope.address("/reliability"), fields(scope));
    }

    /** From the twelve months to the end of the period: a month alone says little about volume. */
    static Seeing seeing(Scope scope, int effect) {
        var year = scope.period().year(scope.today()).range(scope.zone());
        return Seeing.of(Measures.of(Facts.load(scope, year), year, scope.now()), effect);
    }

    /** Per cent fewer. */
    private static int effect(String asked) {
        var given = Asked.given(asked);
        if (given == null) {
            return Seeing.HALVING;
        }
        if (!given.matches("\\d{1,3}") || Integer.parseInt(given) < 1 || Integer.parseInt(given) > 100) {
            throw new NoSuch("There is no effect of “" + given + "”", "An effect is per cent fewer, a whole number from 1 to 100, such as effect=50.");
        }
        return Integer.parseInt(given);
    }

    private static List<Option> fields(Scope scope) {
        var address = scope.address("");
        return address.isEmpty() ? List.of() : Stream.of(address.substring(1).split("&")).map(part -> part.split("=", 2))
                .map(part -> new Option(part[0], URLDecoder.decode(part[1], StandardCharsets.UTF_8))).toList();
    }
}
