package org.closecall.slo;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.response.Response;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.closecall.Browser;
import org.closecall.Fixtures;
import org.closecall.catalog.Service;
import org.closecall.occurrence.Kind;
import org.closecall.occurrence.Moment;
import org.closecall.occurrence.Occurrence;

/** Objectives, incidents and samples as the database holds them. */
final class Store {

    static final String PATH = "/prevention/slos";
    static final ZoneId VIENNA = ZoneId.of("Europe/Vienna");

    private Store() {
    }

    static Service service(String name) {
        return QuarkusTransaction.requiringNew().call(() -> Service.create(name, 1, null, Instant.parse("2020-01-01T00:00:00Z")));
    }

    static Objective objective(Service service, String name, ObjectiveKind kind, String target, WindowKind window, Integer days) {
        return QuarkusTransaction.requiringNew().call(() -> {
            var objective = new Objective();
            objective.service = Service.findById(service.id);
            objective.name = name;
            objective.kind = kind;
            objective.target = new BigDecimal(target);
            objective.windowKind = window;
            objective.windowDays = days;
            objective.good = "It works";
            objective.createdAt = Instant.parse("2025-01-01T00:00:00Z");
            objective.takeHandle(null);
            objective.added(Fixtures.person("member"), Instant.now());
            return objective;
        });
    }

    /** impact to mitigated; a null end still goes on. */
    static long incident(Service service, String impact, String mitigated, Consumer<Occurrence> more) {
        return QuarkusTransaction.requiringNew().call(() -> {
            var occurrence = new Occurrence();
            occurrence.kind = Kind.INCIDENT;
            occurrence.title = "From " + impact;
            occurrence.started = Moment.at(Instant.parse(impact));
            occurrence.impactStarted = Moment.at(Instant.parse(impact));
            occurrence.mitigated = mitigated == null ? Moment.NOT_YET : Moment.at(Instant.parse(mitigated));
            occurrence.services.add(Service.findById(service.id));
            more.accept(occurrence);
            return occurrence.file(Fixtures.person("member"), Instant.parse(impact)).number;
        });
    }

    static Budget budget(Objective objective, String at) {
        return QuarkusTransaction.requiringNew().call(() -> Budgets.of(List.of(Objective.found(objective.id)), Instant.parse(at), VIENNA).get(0));
    }

    static void samples(Objective objective, SliSamples.Sample... samples) {
        QuarkusTransaction.requiringNew().run(() -> SliSamples.store(Objective.changing(objective.id), List.of(samples)));
    }

    static Response make(Browser member, String... fields) {
        member.get(PATH + "/new").then().statusCode(200);
        return member.post(PATH, Stream.concat(Stream.of("key", member.key()), Stream.of(fields)).toArray(String[]::new));
    }
}
