package org.closecall.notice;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateData;
import io.quarkus.qute.TemplateInstance;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.closecall.people.Person;
import org.closecall.web.Typed;

/** One mail for everything that is new. */
@TemplateData
public record Digest(Person to, LocalDate day, List<Topic> topics) {

    private static final int LONGEST_SUBJECT = 100;

    @CheckedTemplate(basePath = "mail")
    static class Templates {
        static native TemplateInstance digest(Digest digest);

        static native TemplateInstance digestText(Digest digest);
    }

    @TemplateData
    public record Topic(NoticeKind kind, List<Notice> notices, String leave) {
    }

    static Digest of(Person to, LocalDate day, List<Notice> notices) {
        return new Digest(to, day, Stream.of(NoticeKind.values()).filter(kind -> notices.stream().anyMatch(one -> one.kind == kind)).map(kind -> new Topic(kind,
                notices.stream().filter(one -> one.kind == kind).toList(), kind.mailOptional() ? Site.url(UnsubscribeLink.path(to.id, kind.name())) : null)).toList());
    }

    Letter letter() {
        return new Letter(day, subject(), Templates.digestText(this).render(), Templates.digest(this).render(), leaving() ? UnsubscribeLink.path(to.id, UnsubscribeLink.ALL) : null);
    }

    /** What comes first on the page, which is in the order of urgency. */
    public String subject() {
        var first = Typed.shortened(topics.get(0).notices.get(0).text, LONGEST_SUBJECT);
        var more = topics.stream().mapToInt(topic -> topic.notices.size()).sum() - 1;
        return more == 0 ? first : first + " (and " + more + " more)";
    }

    public boolean leaving() {
        return topics.stream().anyMatch(topic -> topic.leave != null);
    }

    public String url(String path) {
        return Site.url(path);
    }
}
