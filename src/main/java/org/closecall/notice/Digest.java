package org.closecall.notice;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateData;
import io.quarkus.qute.TemplateInstance;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.closecall.people.Person;
import org.closecall.web.Typed;

/** One mail for everything that is new: the most urgent in it, and how many more wait in the inbox. */
@TemplateData
public record Digest(Person to, LocalDate day, List<Topic> topics, int more) {

    static final int MOST = 40;
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
        var urgent = notices.stream().sorted(Comparator.comparing(one -> one.kind)).limit(MOST).toList();
        return new Digest(to, day, Stream.of(NoticeKind.values()).filter(kind -> urgent.stream().anyMatch(one -> one.kind == kind)).map(kind -> new Topic(kind,
                urgent.stream().filter(one -> one.kind == kind).toList(), kind.mailOptional() ? Site.url(UnsubscribeLink.path(to.id, kind.name())) : null)).toList(), notices.size() - urgent.size());
    }

    Letter letter() {
        return new Letter(day, subject(), Templates.digestText(this).render(), Templates.digest(this).render(), leaving() ? UnsubscribeLink.path(to.id, UnsubscribeLink.ALL) : null);
    }

    /** What comes first on the page, which is in the order of urgency. */
    public String subject() {
        var first = Typed.shortened(topics.get(0).notices.get(0).text, LONGEST_SUBJECT);
        var others = topics.stream().mapToInt(topic -> topic.notices.size()).sum() - 1 + more;
        return others == 0 ? first : first + " (and " + others + " more)";
    }

    public boolean leaving() {
        return topics.stream().anyMatch(topic -> topic.leave != null);
    }

    public String url(String path) {
        return Site.url(path);
    }
}
