package org.closecall.postmortem;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.qute.TemplateData;
import io.quarkus.qute.TemplateExtension;
import org.closecall.people.Person;

/** What readers found, as counts. Few answers are not shown: one could guess whose they are. mine is null until one answers. */
@TemplateData
public record Poll(long answers, long learned, long again, PollAnswer mine) {

    private static final int FEWEST = 3;

    @TemplateExtension
    static Poll poll(Postmortem of, Person reader) {
        var counts = Panache.getEntityManager().createQuery("select count(a), count(case when a.learned then 1 end), count(case when a.again then 1 end) from PollAnswer a where a.postmortem.id = :id", Object[].class)
                .setParameter("id", of.id).getSingleResult();
        return new Poll((Long) counts[0], (Long) counts[1], (Long) counts[2], PollAnswer.of(of.id, reader));
    }

    public boolean shown() {
        return answers >= FEWEST;
    }
}
