package org.closecall.postmortem;

import io.quarkus.qute.TemplateData;
import java.util.List;
import org.closecall.web.WordDiff;

/** The versions of one text, newest first, and two of them compared; from is null while there is one only. older continues the list. */
@TemplateData
public record TextVersions(String key, String label, String now, List<Revision.Line> lines, Long older, Revision from, Revision to, WordDiff diff) {

    static final int PAGE = 50;

    /** What is not asked for is the latest against the one before. */
    static TextVersions of(Postmortem postmortem, Slot slot, Long from, Long to, Long before) {
        var lines = Revision.lines(postmortem, slot.key(), before, PAGE + 1);
        var shown = lines.subList(0, Math.min(PAGE, lines.size()));
        var later = to == null ? Revision.latest(postmortem, slot.key()) : Revision.of(postmortem, slot.key(), to);
        var earlier = from != null ? Revision.of(postmortem, slot.key(), from) : later == null ? null : later.previous();
        return new TextVersions(slot.key(), slot.label(), Texts.stamp(slot.saved().get()), shown, lines.size() > PAGE ? shown.get(PAGE - 1).id() : null,
                earlier, later, earlier == null ? null : WordDiff.of(earlier.text, later.text));
    }

    public boolean same() {
        return from.text.equals(to.text);
    }

    /** What it says now need not be brought back. */
    public boolean current(Revision.Line line) {
        return line.stamp().equals(now);
    }

    public boolean compared(Revision.Line line, Revision with) {
        return with != null && line.id().equals(with.id);
    }

    public String address(Postmortem postmortem) {
        return postmortem.path() + "/sections/" + key + "/revisions";
    }
}
