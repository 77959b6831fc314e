package org.closecall.notice;

import io.quarkus.qute.TemplateData;
import java.util.List;
import org.closecall.people.Person;

/** One page of what one was told, newest first; by key, so that what comes meanwhile moves nothing. next is null on the last. */
@TemplateData
public record InboxPage(List<Notice> notices, long unread, boolean all, Long next) {

    static final int PAGE = 50;

    static InboxPage of(Person person, boolean all, Long before) {
        var found = Notice.of(person, !all, before, PAGE + 1);
        var more = found.size() > PAGE;
        var shown = more ? found.subList(0, PAGE) : found;
        return new InboxPage(shown, Notice.unread(person), all, more ? shown.get(PAGE - 1).id : null);
    }

    /** The newest shown: what is read together goes no further. */
    public Long newest() {
        return notices.get(0).id;
    }

    public String address() {
        return all ? "/inbox?show=all" : "/inbox";
    }

    public String beyond() {
        return address() + (all ? "&" : "?") + "before=" + next;
    }
}
