package org.closecall.reliability;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.path.json.JsonPath;
import io.restassured.path.json.config.JsonPathConfig;
import java.time.Instant;
import java.util.function.Consumer;
import org.closecall.Browser;
import org.closecall.catalog.Service;
import org.closecall.catalog.Team;
import org.closecall.occurrence.Kind;
import org.closecall.occurrence.Moment;
import org.closecall.occurrence.Occurrence;
import org.closecall.occurrence.StoppedBy;

/** Files records as the database holds them, oddities and all. */
final class Records {

    private long number;

    /** impact, mitigated and resolved are times; null leaves what a new record has. */
    long incident(String started, Consumer<Occurrence> more) {
        return file(Kind.INCIDENT, started, more);
    }

    long nearMiss(String started, StoppedBy stoppedBy) {
        return file(Kind.NEAR_MISS, started, occurrence -> occurrence.stoppedBy = stoppedBy);
    }

    long file(Kind kind, String started, Consumer<Occurrence> more) {
        number++;
        QuarkusTransaction.joiningExisting().run(() -> {
            var occurrence = new Occurrence();
            occurrence.number = number;
            occurrence.kind = kind;
            occurrence.title = kind.label + " " + number;
            occurrence.started = at(started);
            occurrence.filedAt = Instant.parse(started);
            more.accept(occurrence);
            occurrence.persist();
        });
        return number;
    }

    static JsonPath figures(Browser browser, String query) {
        return browser.get("/reliability.json?" + query).then().statusCode(200).extract().jsonPath(
                JsonPathConfig.jsonPathConfig().numberReturnType(JsonPathConfig.NumberReturnType.DOUBLE));
    }

    static Moment at(String moment) {
        return Moment.at(Instant.parse(moment));
    }

    /** Inside a transaction. */
    static Team team(String name) {
        var team = new Team();
        team.name = name;
        team.createdAt = Instant.now();
        team.persist();
        return team;
    }

    static Service service(String name, Consumer<Service> more) {
        return QuarkusTransaction.requiringNew().call(() -> {
            var service = Service.create(name, 1, null, Instant.now());
            more.accept(service);
            return service;
        });
    }
}
