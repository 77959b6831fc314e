package org.closecall.catalog;

import io.quarkus.narayana.jta.QuarkusTransaction;
import java.net.URI;
import java.time.Instant;
import java.util.stream.Stream;
import org.closecall.Browser;
import org.closecall.Statements;
import org.closecall.people.Person;

/** What the tests of this package begin with. */
final class Catalogue {

    private Catalogue() {
    }

    /** The path of what the form made. */
    static String add(Browser browser, String path, String... fields) {
        browser.get(path + "/new").then().statusCode(200);
        var answer = browser.post(path, Stream.concat(Stream.of("key", browser.key()), Stream.of(fields)).toArray(String[]::new));
        answer.then().statusCode(303);
        return URI.create(answer.header("Location")).getPath();
    }

    static Long team(String name) {
        return QuarkusTransaction.requiringNew().call(() -> {
            var team = new Team();
            team.name = name;
            team.createdAt = Instant.now();
            team.added(Person.withEmail("member@example.org"), Instant.now());
            return team.id;
        });
    }

    /** One every nine days backwards from today, each newer one with the smaller number. */
    static void occurrences(Long service, int many) {
        QuarkusTransaction.requiringNew().run(() -> {
            var entities = Service.getEntityManager();
            entities.createNativeQuery("""
                    with filed as (
                      insert into occurrence (number, kind, title, started_state, started_at, filed_at)
                      select coalesce((select max(number) from occurrence), 0) + n, 'INCIDENT', 'Occurrence ' || n, 'AT', now() - n * interval '9 days' + interval '1 hour', now()
                      from generate_series(1, :many) n returning id)
                    insert into occurrence_service select id, :service from filed""")
                    .setParameter("many", many).setParameter("service", service).executeUpdate();
        });
    }

    static long statements(Browser browser, String path) {
        browser.get(path).then().statusCode(200);
        return Statements.during(() -> browser.get(path).then().statusCode(200));
    }
}
