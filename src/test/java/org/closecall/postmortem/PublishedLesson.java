package org.closecall.postmortem;

import io.quarkus.narayana.jta.QuarkusTransaction;
import java.time.Instant;
import java.util.function.Consumer;
import org.closecall.Fixtures;
import org.closecall.catalog.FactorCategory;
import org.closecall.occurrence.Kind;
import org.closecall.occurrence.Occurrence;
import org.closecall.review.Review;

/** A postmortem for the tests of those who only read it. */
public final class PublishedLesson {

    private PublishedLesson() {
    }

    /** By Mia Member, with a factor of that category; a draft when published is null. Returns the number of its occurrence. */
    public static long of(String title, String summary, String factor, String factorText, Instant published, Consumer<Occurrence> record) {
        var number = Draft.occurrence(Kind.INCIDENT, "Disk full");
        QuarkusTransaction.requiringNew().run(() -> {
            var me = Fixtures.person("member");
            var occurrence = Occurrence.numbered(number);
            record.accept(occurrence);
            occurrence.persistAndFlush();
            var postmortem = Postmortem.start(occurrence, TemplateVersion.builtIn(Review.FULL), me, Instant.now());
            postmortem.title = title;
            postmortem.section("summary").write(summary, me, Instant.now());
            var contributing = new ContributingFactor();
            contributing.category = FactorCategory.named(factor);
            contributing.text = factorText;
            contributing.add(postmortem, me, Instant.now());
            if (published != null) {
                postmortem.publish(null, null, me, published);
            }
        });
        return number;
    }
}
