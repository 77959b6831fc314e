package org.closecall.review;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.closecall.occurrence.Occurrence;
import org.closecall.people.Organisation;
import org.closecall.people.Person;
import org.closecall.postmortem.Postmortem;

/** An owed postmortem as a promise of one person: who facilitates or began it, else who leads or filed the record. */
public record OwedPromise(long number, String title, LocalDate due, Person person, String path) {

    private static final int MOST = 2_000;

    public static List<OwedPromise> all() {
        var ids = OwedPostmortem.ids(new OwedConditions(), MOST);
        if (ids.isEmpty()) {
            return List.of();
        }
        var policy = ReviewRule.policy();
        var zone = Organisation.current().zone();
        List<Occurrence> found = Occurrence.list("from Occurrence o left join fetch o.lead left join fetch o.filedBy where o.id in ?1", ids);
        var postmortems = Postmortem.of(found);
        return found.stream().map(one -> {
            var due = Deadline.of(one.reviewSince, zone, policy.demand(one).workingDays());
            return new OwedPromise(one.number, one.title, due, person(one, postmortems.get(one.id)), "/occurrences/" + one.number + "/postmortem");
        }).filter(one -> one.person != null).toList();
    }

    /** Null when all of them have left. */
    private static Person person(Occurrence occurrence, Postmortem written) {
        var writers = written == null ? Stream.<Person>empty() : Stream.of(written.facilitator, written.createdBy);
        return Stream.concat(writers, Stream.of(occurrence.lead, occurrence.filedBy)).filter(Objects::nonNull).filter(one -> one.active() && one.member()).findFirst().orElse(null);
    }
}
